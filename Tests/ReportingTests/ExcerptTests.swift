import Linting
import Reporting
import Testing

@Suite struct `excerpts` {
  /// The excerpt and its underline, without the gutter.
  private static func excerpt(_ marked: String) -> [String] {
    var bytes: [UInt8] = []
    TextReporter(Palette(isColored: false)) { _ in nil }
      .append(Samples.document("a.txt", Samples.text(marked)), to: &bytes)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst(3)
    return lines.compactMap { line -> String? in
      guard let bar = line.firstIndex(of: "|") else { return nil }
      return String(line[bar...].dropFirst(2))
    }
  }

  @Test(arguments: [
    ("a ⟦gift⟧ b", "a gift b", "  ^^^^"),
    ("贈⟦り物⟧です", "贈り物です", "  ^^^^"),
    ("ｇ⟦ｉｆｔ⟧", "ｇｉｆｔ", "  ^^^^^^"),
    ("ge\u{301}⟦e\u{301}e\u{301}⟧", "ge\u{301}e\u{301}e\u{301}", "  ^^"),
    ("😀⟦😀👨‍👩‍👧❤️👍🏽🇩🇪⟧!", "😀😀👨‍👩‍👧❤️👍🏽🇩🇪!", "  ^^^^^^^^^^"),
    ("a\u{200B}⟦g\u{AD}i\u{202E}ft⟧", "a‹ZWSP›g‹SHY›i‹U+202E›ft", "       ^^^^^^^^^^^^^^^^^"),
    ("\u{1B}[31m⟦gift\u{7}⟧\t\u{0}\u{9B}", "‹ESC›[31mgift‹BEL›‹TAB›‹NUL›‹U+009B›", "         ^^^^^^^^^"),
    ("a\u{E0041}⟦b⟧\u{2028}", "a‹U+E0041›b‹U+2028›", "          ^"),
  ])
  func `the underline stands under the words`(marked: String, line: String, underline: String) {
    #expect(Self.excerpt(marked) == [line, underline])
  }

  @Test func `a long line is cut on both sides`() throws {
    let filler = String(repeating: "word ", count: 100)
    let lines = Self.excerpt("\(filler)⟦gift⟧ \(filler)")
    try #require(lines.count == 2)
    #expect(lines[0].hasPrefix("…") && lines[0].hasSuffix("…"))
    #expect(lines[0].unicodeScalars.count <= 64)
    let underlined = zip(lines[0], lines[1]).filter { $0.1 == "^" }.map(\.0)
    #expect(String(underlined) == "gift")
  }

  @Test func `a range over several lines shows the first and says how far it goes`() {
    #expect(Self.excerpt("a\nb ⟦gift\r\nfor\nyou⟧ c") == ["b gift", "  ^^^^ … to 4:4"])
    #expect(Self.excerpt("a⟦\n\n⟧b") == ["a", " ^ … to 3:1"])
  }

  @Test func `a long range is cut`() throws {
    let lines = Self.excerpt("⟦\(String(repeating: "gift ", count: 100))⟧")
    try #require(lines.count == 2)
    #expect(lines[1].hasSuffix("^ … to 1:501"))
  }

  @Test func `a name cannot steer the terminal`() {
    var bytes: [UInt8] = []
    ConciseReporter().append(Samples.document("a\u{1B}[2J\u{202E}.txt", Samples.text("⟦x⟧")), to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("a‹ESC›[2J‹U+202E›.txt:1:1: error: "))
  }

  @Test func `an excerpt of endless marks is bounded`() throws {
    let marks = String(repeating: "\u{301}", count: 100_000)
    var bytes: [UInt8] = []
    TextReporter(Palette(isColored: false)) { _ in nil }
      .append(Samples.document("a.txt", Samples.text("a\(marks)⟦b\(marks)⟧c\(marks)")), to: &bytes)
    #expect(bytes.count < 10_000)
  }
}
