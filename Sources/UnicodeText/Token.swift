/// The hash by which words are known: FNV-1a of their folded UTF-8 bytes, 64 bits.
///
/// Lexicons hold hashes, not spellings; with 64 bits two words of one language do not meet.
package enum TokenHash {
  package static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  package static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  package static func of(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = seed
    for index in range { hash = adding(bytes[index], to: hash) }
    return hash
  }

  package static func of(_ word: String) -> UInt64 {
    word.utf8.reduce(seed) { adding($1, to: $0) }
  }
}

/// A word, a number or a sign of folded text.
package struct Token: Hashable, Sendable {
  package enum Kind: UInt8, Sendable {
    case word
    case number
    case symbol
    /// One character of a script without spaces.
    case ideograph
    /// A placeholder of a template engine, such as `{{name}}` or `%s`.
    case placeholder
  }

  /// Where it begins and ends in the folded text, in UTF-8 bytes.
  package var start: Int
  package var end: Int

  /// What it is looked up by; the hash of what was meant where ``isDisguised``.
  package var hash: UInt64

  package var kind: Kind

  /// Whether punctuation that parts clauses (or the start of the sentence) stands before it.
  package var beginsClause: Bool

  /// Whether it was written so that a word list would miss it.
  package var isDisguised = false

  package init(start: Int, end: Int, hash: UInt64, kind: Kind, beginsClause: Bool) {
    self.start = start
    self.end = end
    self.hash = hash
    self.kind = kind
    self.beginsClause = beginsClause
  }

  package var range: Range<Int> { start..<end }

  /// Whether it is a sign beyond the basic plane: most emoji, but neither stars nor the signs of currencies.
  package var isPicture: Bool { kind == .symbol && end - start == 4 }
}
