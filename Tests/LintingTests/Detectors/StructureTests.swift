import SourceText
import Testing
import UnicodeText

@testable import Linting

struct StructureTests {
  private func found(_ text: String) throws -> [Seen] {
    let source = Array(text.utf8)
    let folded = try FoldedText(source.span)
    return StructureDetector(detectorData).detections(in: folded, source: source).map {
      Seen(kind: $0.kind, text: String(decoding: source[folded.sourceRange(of: $0.range)], as: UTF8.self))
    }
  }

  @Test("HTML tags are found")
  func html() throws {
    #expect(try found("a<br/>b").map(\.text) == ["<br/>"])
    #expect(try found("<p class=\"x\">Hi</P>").map(\.text) == ["<p class=\"x\">", "</P>"])
    #expect(try found("I <3 it, 2 < 3 > 1, <name>, <a and b").map(\.text) == [])
  }

  @Test("Blank lines in a row are found")
  func blankLines() throws {
    #expect(try found("a\n\n\nb").map(\.text) == ["\n\n\n"])
    #expect(try found("a\r\n \r\n\r\nb").map(\.kind) == [.blankLines])
    #expect(try found("a\n\nb\n\nc") == [])
  }

  @Test("What is past the longest draft is found, counted in code points")
  func tooLong() throws {
    #expect(try found(String(repeating: "é", count: 2_000)) == [])
    #expect(try found(String(repeating: "é", count: 2_000) + "ab").map(\.text) == ["ab"])
  }
}
