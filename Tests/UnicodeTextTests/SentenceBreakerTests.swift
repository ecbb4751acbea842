import SourceText
import TestSupport
import Testing

@testable import UnicodeText

@Suite struct SentenceBreakerTests {
  private func sentences(_ text: String) throws -> [String] {
    var breaker = SentenceBreaker()
    let utf8 = Array(text.utf8)
    return try breaker.sentences(of: utf8.span).map { String(decoding: utf8[$0], as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("", []),
      ("Hello. We ship today! Thanks", ["Hello. ", "We ship today! ", "Thanks"]),
      ("It costs 3.50. Sorry", ["It costs 3.50. ", "Sorry"]),
      ("See example.com, please.", ["See example.com, please."]),
      ("One line\nAnother\r\nThird\rFourth", ["One line\n", "Another\r\n", "Third\r", "Fourth"]),
      ("“Really?” he asked. No.", ["“Really?” ", "he asked. ", "No."]),
      ("発送しました。お待ちください！", ["発送しました。", "お待ちください！"]),
      ("cafe\u{301}. Bon", ["cafe\u{301}. ", "Bon"]),
    ] as [(String, [String])]
  )
  func `cuts where people see the end of a sentence`(_ text: String, _ expected: [String]) throws {
    #expect(try sentences(text) == expected)
  }

  @Test func `joins a sentence that was wrapped by hand, and no other`() throws {
    let wrapped = "We are sorry that your parcel did not arrive\nin time for the weekend. Goodbye"
    #expect(try sentences(wrapped).count == 2)
    #expect(try sentences("Dear buyer\nyour parcel is on its way").count == 2)
    #expect(try sentences("We are sorry that your parcel did not arrive:\nin time").count == 2)
    #expect(try sentences("We are sorry that your parcel did not arrive\nIn time").count == 2)
  }

  @Test(
    arguments: [
      ("Ask Mrs. Smith. She knows", ["Ask Mrs. Smith. ", "She knows"]),
      ("MRS. SMITH SIGNED. THANKS", ["MRS. SMITH SIGNED. ", "THANKS"]),
      ("By carriers, e.g. DHL or GLS. Thanks", ["By carriers, e.g. DHL or GLS. ", "Thanks"]),
      ("Es fehlt z. B. Werkzeug. Danke", ["Es fehlt z. B. Werkzeug. ", "Danke"]),
      ("Tel. 030 GERN. Danke", ["Tel. 030 GERN. ", "Danke"]), ("Tel. +49 GERN", ["Tel. +49 GERN"]),
      ("It is on p. 5 OF IT", ["It is on p. 5 OF IT"]), ("Mrs.\u{A0}Smith", ["Mrs.\u{A0}Smith"]),
      ("The answer is no. We are sorry", ["The answer is no. ", "We are sorry"]),
      ("Give us a tel. We ring", ["Give us a tel. ", "We ring"]),
      ("It comes in size M. Please choose", ["It comes in size M. ", "Please choose"]),
      ("We sent the mrs. \nSmith", ["We sent the mrs. \n", "Smith"]), ("Mrs. ", ["Mrs. "]), (". Mrs", [". ", "Mrs"]),
      ("The firmrs. We", ["The firmrs. ", "We"]),
      ("Bis zum 12. März 2024. Danke", ["Bis zum 12. März 2024. ", "Danke"]),
      ("It is 1984. März", ["It is 1984. ", "März"]),
      ("We sold 12. Thanks", ["We sold 12. ", "Thanks"]),
    ] as [(String, [String])]
  )
  func `goes on behind an abbreviation`(_ text: String, _ expected: [String]) throws {
    let always = ["mrs", "e.g"].map { TokenHash.of($0) }.sorted()
    let beforeNumbers = ["no", "tel"].map { TokenHash.of($0) }.sorted()
    var breaker = SentenceBreaker(
      abbreviations: Abbreviations(
        always: always, beforeNumbers: beforeNumbers, afterOrdinals: [TokenHash.of("märz")],
        endings: Abbreviations.endings(of: ["mrs", "e.g", "no", "tel"])))
    let utf8 = Array(text.utf8)
    #expect(try breaker.sentences(of: utf8.span).map { String(decoding: utf8[$0], as: UTF8.self) } == expected)
  }

  @Test func `takes an exclamation mark between letters for one`() throws {
    #expect(try sentences("What a b!tch she is! Really").count == 2)
    #expect(try sentences("WHAT A B!TCH").count == 1)
    for text in ["Hello!Thanks", "Hello! thanks", "5!x", "Hello!!x"] { #expect(try sentences(text).count == 2) }
  }

  @Test func `breaks where ICU does`() throws {
    var breaker = SentenceBreaker()
    var iterator = try BoundaryIterator(.sentence)
    try forRandomCases { random in
      let isASCII = Bool.random(using: &random)
      let text = isASCII ? RandomText.makeASCII(using: &random) : RandomText.make(using: &random)
      var expected: [Int] = []
      if !text.isEmpty { try iterator.forEachBoundary(in: text.span, 0..<text.count) { expected.append($0) } }
      let breaks = try breaker.breaks(of: text.span)
      return breaks == expected ? nil : "\(spelledOut(text))\nbreaks at \(breaks)\nand not \(expected)"
    }
  }

  @Test(.timeLimit(.minutes(5)), arguments: ["a", ". ", "\u{301}", "a.1 ", "\u{0}", "。", "\r", "( . "])
  func `takes time in proportion to a long line`(_ unit: String) throws {
    var breaker = SentenceBreaker()
    let text = Array(String(repeating: unit, count: 100_000).utf8)
    #expect(try breaker.breaks(of: text.span).last == text.count)
  }
}
