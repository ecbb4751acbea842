import TestSupport
import Testing
import UnicodeText

@Suite struct WordBreakerTests {
  @Test func `answers UTF-8 offsets into the whole text`() throws {
    var breaker = WordBreaker()
    let text = Array("xx naïve, 日本語!".utf8)
    #expect(try breaker.breaks(of: text.span, in: 3..<text.count) == [9, 10, 11, 20, 21])
    #expect(try breaker.breaks(of: text.span, in: 3..<3) == [])
  }

  @Test func `covers a text, and can be used again after the text is gone`() throws {
    var breaker = WordBreaker()
    try forRandomCases(2_000) { random in
      let text = RandomText.make(using: &random)
      let ends = try breaker.breaks(of: text.span, in: 0..<text.count)
      let isCover = ends == ends.sorted() && (ends.last ?? 0) == text.count
      return isCover ? nil : "\(spelledOut(text)) breaks at \(ends)"
    }
  }
}
