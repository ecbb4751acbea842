/// Words whose full stop does not end a sentence.
package struct Abbreviations: Sendable {
  private let always: [UInt64]
  private let beforeNumbers: [UInt64]
  private let afterOrdinals: [UInt64]

  /// The set of the last two letters of all abbreviations: most sentences do not end so.
  private let endings: [UInt64]

  /// - Parameters:
  ///   - always: The hashes of words such as "mrs" and "e.g", in small letters and without their last full stop; in
  ///     rising order.
  ///   - beforeNumbers: Those of words such as "no" and "tel", which are abbreviations only where a number follows.
  ///   - afterOrdinals: Those of words before which a full stop makes an ordinal of a number: "12. März".
  ///   - endings: What ``endings(of:)`` gives for the words of the first two lists.
  package init(
    always: [UInt64] = [], beforeNumbers: [UInt64] = [], afterOrdinals: [UInt64] = [], endings: [UInt64] = []
  ) {
    self.endings = endings.isEmpty ? Self.endings(of: []) : endings
    self.always = always
    self.beforeNumbers = beforeNumbers
    self.afterOrdinals = afterOrdinals
  }

  /// The set of the last two letters of words, a bit for each pair by the low bits of its bytes.
  package static func endings(of words: [String]) -> [UInt64] {
    var set = [UInt64](repeating: 0, count: 16)
    // A letter alone, which a blank stands before.
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") { insert(ending(0x20, letter), into: &set) }
    for word in words where word.utf8.count > 1 {
      let last = Array(word.utf8.suffix(2))
      insert(ending(last[0], last[1]), into: &set)
    }
    return set
  }

  private static func insert(_ ending: Int, into set: inout [UInt64]) { set[ending / 64] |= 1 << UInt64(ending % 64) }

  private static func ending(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }

  /// More than any abbreviation has, in bytes.
  private static let longest = 10

  /// Whether the full stop and the blanks at the end of a stretch belong to an abbreviation.
  ///
  /// - Parameters:
  ///   - utf8: A text.
  ///   - range: A stretch of it that seems to be a sentence; more text stands behind it.
  func end(_ utf8: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var dot = range.upperBound - 1
    // A blank, or U+00A0.
    while dot > range.lowerBound, utf8[dot] == 0x20 || utf8[dot] == 0xA0 || utf8[dot] == 0xC2 { dot -= 1 }
    guard dot < range.upperBound - 1, utf8[dot] == 0x2E else { return false }
    if dot > range.lowerBound, utf8[dot - 1] &- 0x30 < 10 { return isOrdinal(utf8, dot, in: range) }
    if dot - 2 >= range.lowerBound {
      let ending = Self.ending(utf8[dot - 2], utf8[dot - 1])
      guard endings[ending / 64] & 1 << UInt64(ending % 64) != 0 else { return false }
    }
    var start = dot
    while start > range.lowerBound, dot - start <= Self.longest, Self.belongsToWord(utf8[start - 1]) { start -= 1 }
    guard start < dot, dot - start <= Self.longest else { return false }
    if isSeries(utf8, range.lowerBound, start, dot) { return true }
    let hash = Self.hash(utf8, start..<dot)
    if Self.contains(always, hash) { return true }
    return Self.isNumber(utf8, range.upperBound) && Self.contains(beforeNumbers, hash)
  }

  /// Whether a letter stands alone, and either is a small one or follows such a one, as in `z. B.` and `p. 5`.
  private func isSeries(_ utf8: Span<UInt8>, _ sentence: Int, _ start: Int, _ dot: Int) -> Bool {
    guard dot - start == 1 else { return false }
    if utf8[start] &- 0x61 < 26 { return true }
    return start - 3 >= sentence && utf8[start - 1] == 0x20 && utf8[start - 2] == 0x2E && utf8[start - 3] &- 0x61 < 26
      && (start - 3 == sentence || utf8[start - 4] == 0x20)
  }

  /// Whether a number is a day before a word that stands behind days, as in `12. März`.
  private func isOrdinal(_ utf8: Span<UInt8>, _ dot: Int, in range: Range<Int>) -> Bool {
    var start = dot
    while start > range.lowerBound, utf8[start - 1] &- 0x30 < 10 { start -= 1 }
    guard dot - start <= 2 else { return false }
    var end = range.upperBound
    while end < utf8.count, end - range.upperBound <= Self.longest, Self.belongsToWord(utf8[end]), utf8[end] != 0x2E {
      end += 1
    }
    return Self.contains(afterOrdinals, Self.hash(utf8, range.upperBound..<end))
  }

  /// The hash of a word in small letters.
  private static func hash(_ utf8: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = TokenHash.seed
    for at in range { hash = TokenHash.adding(small(utf8[at]), to: hash) }
    return hash
  }

  private static func belongsToWord(_ byte: UInt8) -> Bool {
    small(byte) &- 0x61 < 26 || byte == 0x2E || byte >= 0x80
  }

  private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Whether a number stands at an offset, perhaps with a sign before it.
  private static func isNumber(_ utf8: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    while at < utf8.count, utf8[at] == 0x2B || utf8[at] == 0x28 || utf8[at] == 0x23 { at += 1 }
    return at < utf8.count && utf8[at] &- 0x30 < 10
  }

  private static func contains(_ hashes: [UInt64], _ hash: UInt64) -> Bool {
    let index = hashes.partitioningIndex { $0 >= hash }
    return index < hashes.count && hashes[index] == hash
  }
}
