import SourceText
import TestSupport
import Testing

@testable import UnicodeText

@Suite struct TokenizerTests {
  private func tokens(_ utf8: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    Tokenizer.append(utf8.span, 0..<utf8.count, to: &tokens)
    return tokens
  }

  private func texts(_ text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return tokens(utf8).map { String(decoding: utf8[$0.range], as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("don't stop", ["don't", "stop"]), ("rock 'n' roll", ["rock", "n", "roll"]), ("five-star", ["five", "star"]),
      ("end.start here", ["end", "start", "here"]), ("$20.50 or 3kg", ["$", "20.50", "or", "3", "kg"]),
      ("b2c 4u2", ["b2c", "4u2"]), ("5* not *bold*", ["5", "*", "not", "bold"]),
      ("dear {{name}}!", ["dear", "{{name}}"]), ("a <%= b.c %> d", ["a", "<%= b.c %>", "d"]),
      ("%{b} %%c%% *|d|* <e_f>", ["%{b}", "%%c%%", "*|d|*", "<e_f>"]),
      ("<b>a</b> 5%% *x", ["b", "a", "b", "5", "%", "%", "x"]),
      ("hi %s, [first name]", ["hi", "%s", "[first name]"]), ("変更を", ["変", "更", "を"]), ("schön für", ["schön", "für"]),
      ("see [1] and [2-4]", ["see", "1", "and", "2", "4"]), ("[a1] [_]", ["[a1]", "[_]"]),
      ("", []), ("100% 'quoted'", ["100", "%", "quoted"]), ("снова да", ["снова", "да"]),
    ] as [(String, [String])]
  )
  func `cuts words, numbers, signs and placeholders`(_ text: String, _ expected: [String]) {
    #expect(texts(text) == expected)
  }

  @Test func `says what begins a clause`() {
    let flags = tokens(Array("well, we said - again: no. e-mail".utf8)).map(\.beginsClause)
    #expect(flags == [true, true, false, true, true, true, false])
  }

  @Test func `knows the first word between square brackets that begin a clause`() {
    func hash(_ text: String) -> UInt64? { tokens(Array(text.utf8)).first { $0.kind == .placeholder }?.hash }
    #expect(hash("[important] your order") == TokenHash.of("important"))
    #expect(hash("re: [important notice] your order") == TokenHash.of("important"))
    for text in ["dear [name]", "[order_id]", "{{important}}", "[[name]]", "[2 items]"] {
      #expect(hash(text) == TokenHash.seed)
    }
  }

  @Test func `gives what the plain rules give`() throws {
    try forRandomCases { random in
      var utf8 = try FoldedText(RandomText.make(using: &random).span).utf8
      // What may begin a placeholder has rules of its own.
      utf8.removeAll { [0x7B, 0x5B, 0x24, 0x25, 0x3C, 0x7C].contains($0) }
      let expected = ReferenceTokenizer(String(decoding: utf8, as: UTF8.self)).words
      let words = tokens(utf8).map {
        ReferenceTokenizer.Word(
          text: String(decoding: utf8[$0.range], as: UTF8.self), kind: $0.kind, beginsClause: $0.beginsClause)
      }
      return words == expected ? nil : "\(spelledOut(utf8))\ngives \(words)\nand not \(expected)"
    }
  }

  @Test func `keeps tokens in order, inside their range and hashed by their bytes`() throws {
    try forRandomCases { random in
      let utf8 = try FoldedText(RandomText.make(upTo: 120, using: &random).span).utf8
      let starts = scalarRanges(utf8).map(\.lowerBound) + [utf8.count]
      let bounds = [starts.randomElement(using: &random) ?? 0, starts.randomElement(using: &random) ?? 0].sorted()
      var found: [Token] = []
      Tokenizer.append(utf8.span, bounds[0]..<bounds[1], to: &found)
      var end = bounds[0]
      for token in found {
        let isHashed = token.kind == .placeholder || token.hash == TokenHash.of(utf8.span, token.range)
        guard token.start >= end, token.end > token.start, token.end <= bounds[1], isHashed else {
          return "\(spelledOut(utf8)): \(token) after \(end) in \(bounds)"
        }
        end = token.end
      }
      return nil
    }
  }

  @Test(.timeLimit(.minutes(5)), arguments: ["a", "{", "[", "1.", "\u{301}", "%1", "a'", "各\u{3099}", "\u{0}"])
  func `takes time in proportion to a long line`(_ unit: String) {
    let utf8 = Array(String(repeating: unit, count: 100_000).utf8)
    #expect(tokens(utf8).allSatisfy { $0.end <= utf8.count })
  }

  @Test func `hashes a text as its bytes`() {
    #expect(TokenHash.of("review") == TokenHash.of(Array("a review".utf8).span, 2..<8))
  }
}
