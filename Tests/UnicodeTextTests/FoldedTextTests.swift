import TestSupport
import Testing

@testable import UnicodeText

private func folded(_ text: String) throws -> String {
  String(decoding: try FoldedText(Array(text.utf8).span).utf8, as: UTF8.self)
}

@Suite struct FoldedTextTests {
  @Test(
    arguments: [
      ("", ""), ("Straße", "strasse"), ("ＦＵＬＬ！", "full!"), ("ﬁne", "fine"), ("re\u{AD}fund", "refund"),
      ("a\u{200B}b", "ab"), ("don’t", "don't"), ("٣९๓", "393"), ("r\u{336}e\u{336}v", "rev"), ("ΣΑΣ", "σασ"),
      ("cafe\u{301}", "café"), ("e\u{20DD}\u{301}", "é"), ("ÄÖÜ ČŁŻ ЖЁ", "äöü čłż жё"), ("a\u{0}B", "a\u{0}b"),
    ]
  )
  func `folds case, width, ligatures, digits, apostrophes and marks`(_ text: String, _ expected: String) throws {
    #expect(try folded(text) == expected)
  }

  @Test(
    arguments: [
      ("No RE\u{AD}FUND here", "refund", "RE\u{AD}FUND"), ("Ｃａｌｌ me", "call", "Ｃａｌｌ"),
      ("die Straße.", "strasse", "Straße"), ("oﬃce", "ffi", "ﬃ"), ("oﬃce", "of", "oﬃ"),
      ("cafe\u{301}", "café", "cafe\u{301}"), ("we don’t know", "don't", "don’t"),
      ("x r\u{336}e\u{336}v\u{336} y", "rev", "r\u{336}e\u{336}v"), ("ǆ y\u{323} z", "ỵ", "y\u{323}"),
      ("a e\u{20DD}\u{301} b", "é", "e\u{20DD}\u{301}"), ("Ｃ\u{301} z", "ć", "Ｃ\u{301}"),
    ]
  )
  func `maps a match back to what was written`(_ text: String, _ needle: String, _ written: String) throws {
    let source = Array(text.utf8)
    let folded = try FoldedText(source.span)
    let match = try #require(folded.utf8.firstRange(of: Array(needle.utf8)))
    #expect(String(decoding: source[folded.sourceRange(of: match)], as: UTF8.self) == written)
  }

  @Test func `takes one scalar by itself as ICU does`() throws {
    for value in UInt32(0)..<0x11_0000 {
      guard let scalar = Unicode.Scalar(value), let simple = FoldedText.simpleFolding(value) else { continue }
      let byICU = try FoldedText(byICUAlone: Array(String(scalar).utf8).span)
      var expected: [UInt8] = []
      expected.append(scalar: simple)
      try #require(byICU.utf8 == expected, "U+\(String(value, radix: 16))")
      try #require(try FoldedText.beginsPiece(value), "U+\(String(value, radix: 16)) combines")
    }
  }

  @Test func `gives what ICU alone gives, text and map`() throws {
    try forRandomCases { random in
      let source = RandomText.make(using: &random)
      let fast = try FoldedText(source.span)
      let slow = try FoldedText(byICUAlone: source.span)
      guard fast.utf8 == slow.utf8 else {
        return "\(spelledOut(source))\nfolds to \(spelledOut(fast.utf8))\nand not \(spelledOut(slow.utf8))"
      }
      for range in scalarRanges(fast.utf8) where fast.sourceRange(of: range) != slow.sourceRange(of: range) {
        return
          "\(spelledOut(source)): \(range) maps to \(fast.sourceRange(of: range)), not \(slow.sourceRange(of: range))"
      }
      for range in scalarRanges(source) {
        let offset = range.lowerBound
        guard fast.foldedOffset(of: offset) == slow.foldedOffset(of: offset) else {
          return "\(spelledOut(source)): \(offset) maps to \(fast.foldedOffset(of: offset))"
        }
      }
      return nil
    }
  }

  @Test func `maps in order, between whole scalars, and back`() throws {
    try forRandomCases { random in
      let source = RandomText.make(using: &random)
      let folded = try FoldedText(source.span)
      let starts = Set(scalarRanges(source).map(\.lowerBound) + [source.count])
      var previous = 0..<0
      for range in scalarRanges(folded.utf8) {
        let written = folded.sourceRange(of: range)
        guard starts.contains(written.lowerBound), starts.contains(written.upperBound), !written.isEmpty,
          written.lowerBound >= previous.lowerBound, written.upperBound >= previous.upperBound
        else { return "\(spelledOut(source)): \(range) maps to \(written) after \(previous)" }
        previous = written
        // Back again, the start of what became this, which may be more than one scalar.
        let back = folded.foldedOffset(of: written.lowerBound)
        guard back <= range.lowerBound, folded.sourceRange(of: back..<range.upperBound).lowerBound == written.lowerBound
        else { return "\(spelledOut(source)): \(range) maps to \(written) and back to \(back)" }
      }
      let ends = Set(scalarRanges(folded.utf8).map(\.lowerBound) + [folded.utf8.count])
      var last = 0
      for offset in starts.sorted() {
        let there = folded.foldedOffset(of: offset)
        guard there >= last, ends.contains(there) else { return "\(spelledOut(source)): \(offset) maps to \(there)" }
        last = there
      }
      return nil
    }
  }

  @Test func `changes nothing in what is folded`() throws {
    try forRandomCases { random in
      let source = RandomText.make(using: &random)
      let once = try FoldedText(source.span).utf8
      let twice = try FoldedText(once.span)
      return twice.utf8 == once && twice.isAligned ? nil : "\(spelledOut(source)): \(spelledOut(once)) folds again"
    }
  }

  @Test(
    .timeLimit(.minutes(5)), arguments: ["\u{301}\u{323}", "\u{336}", "क\u{94D}", "ﷺ", "\u{FFFD}", "a\u{301}", "\u{0}"])
  func `takes time in proportion to a long line`(_ unit: String) throws {
    let source = Array(String(repeating: unit, count: 100_000).utf8)
    let folded = try FoldedText(source.span)
    if !folded.utf8.isEmpty {
      #expect(folded.sourceRange(of: 0..<folded.utf8.count).upperBound <= source.count)
    }
  }

  @Test func `takes surrogates that became replacement characters`() throws {
    let text = String(decoding: [0x61, 0xED, 0xA0, 0x80, 0x42], as: UTF8.self)
    #expect(try folded(text) == "a\u{FFFD}\u{FFFD}\u{FFFD}b")
  }

  @Test func `refuses a range outside the text`() async {
    await #expect(processExitsWith: .failure) {
      _ = try FoldedText(Array("abc".utf8).span).sourceRange(of: 2..<9)
    }
  }
}
