import Linting

/// What stands for personal data in examples and tests.
enum InventedData {
  /// Whose links and addresses may be named: marketplaces, carriers and the apps that rules speak of.
  static let hosts = AllowedHosts(hosts: ["market.example"], relayDomains: ["relay.market.example"], allowsCarriers: true)

  /// Whether what a detector found is reserved for examples; other kinds of data belong to nobody anyway.
  static func holds(_ found: Seen) -> Bool {
    let digits = String(found.text.unicodeScalars.compactMap { $0.properties.numericValue.map { String(Int($0)) } }.joined())
    return switch found.kind {
    case .email, .url, .domain: isReservedHost(found.text)
    case .phone: phones.contains { digits.hasSuffix($0) || isIn($0, digits) }
    case .card: cards.contains(digits)
    case .iban: ibans.contains(String(found.text.filter { !$0.isWhitespace }))
    default: true
    }
  }

  /// `x` stands for any digit.
  private static func isIn(_ range: String, _ digits: String) -> Bool {
    guard digits.utf8.count >= range.utf8.count else { return false }
    return zip(digits.utf8.suffix(range.utf8.count), range.utf8).allSatisfy { $0 == $1 || $1 == UInt8(ascii: "x") }
  }

  /// Numbers that regulators keep free for films and examples, and one that no exchange has.
  private static let phones = [
    "55501xx", "7700900xxx", "2079460xxx", "1134960xxx", "3023125xxx", "639980xxx", "639981xxx", "63998xxxx",
    "491570xxx", "3000000xx", "300000000",
  ]

  private static let cards: Set = [
    "4111111111111111", "4242424242424242", "4012888888881881", "5555555555554444", "5105105105105100",
    "378282246310005", "371449635398431", "6011111111111117", "30569309025904", "3530111333300000",
  ]

  private static let ibans: Set = ["DE89370400440532013000", "GB29NWBK60161331926819", "FR1420041010050500013M02606"]

  private static let reserved = ["example", "test", "invalid", "example.com", "example.org", "example.net"]

  private static func isReservedHost(_ text: String) -> Bool {
    let lower = String(String.UnicodeScalarView(text.unicodeScalars.map { ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value) + 32) : $0 }))
    let host = (lower.split(separator: "@").last ?? "").split(separator: "/").first { !$0.hasSuffix(":") } ?? ""
    let name = host.split { $0 == ":" || $0 == "?" || $0 == "#" }.first ?? ""
    return reserved.contains { name == $0 || name.hasSuffix("." + $0) }
  }
}
