internal import Lexicon
internal import UnicodeText

/// Whose links and addresses are innocent: the marketplace's own hosts and its relay for e-mail.
package struct AllowedHosts: Sendable {
  private let hosts: WordSet
  private let relayDomains: WordSet

  /// Whether links to parcel carriers are innocent too.
  package let allowsCarriers: Bool

  /// - Parameters:
  ///   - hosts: Host names in lower case; their sub-domains are meant too.
  ///   - relayDomains: Domains of e-mail addresses that the marketplace gives to its users.
  package init(hosts: [String], relayDomains: [String], allowsCarriers: Bool) {
    self.hosts = WordSet(folded: hosts)
    self.relayDomains = WordSet(folded: relayDomains)
    self.allowsCarriers = allowsCarriers
  }

  func allowsLink(to host: ByteRangeOfHost, carriers: WordSet) -> Bool {
    host.hasSuffix(in: hosts) || (allowsCarriers && host.hasSuffix(in: carriers))
  }

  func allowsAddress(at host: ByteRangeOfHost) -> Bool {
    host.hasSuffix(in: relayDomains)
  }
}

/// A host name in folded text, to be looked up with and without its sub-domains.
struct ByteRangeOfHost {
  let bytes: [UInt8]
  let range: Range<Int>

  func hasSuffix(in set: WordSet) -> Bool {
    guard !set.isEmpty else { return false }
    if set.contains(bytes, range) { return true }
    for index in range where bytes[index] == UInt8(ascii: ".") {
      if set.contains(bytes, (index + 1)..<range.upperBound) { return true }
    }
    return false
  }
}
