import SourceText
import TestSupport
import Testing

@Suite struct LineIndexTests {
  @Test(
    arguments: [
      ("", [0]), ("one", [0]), ("a\nb", [0, 2]), ("a\r\nb\r\n", [0, 3, 6]), ("a\rb\r", [0, 2, 4]),
      ("\n\r\n\r\r\n", [0, 1, 3, 4, 6]), ("é\u{2028}x", [0]),
    ] as [(String, [Int])]
  )
  func `begins a line after LF, CR LF and CR`(_ text: String, _ starts: [Int]) {
    #expect(LineIndex(Array(text.utf8).span).lineStarts == starts)
  }

  @Test(
    arguments: [
      ("ab\ncd", 0, 1, 1), ("ab\ncd", 2, 1, 3), ("ab\ncd", 3, 2, 1), ("ab\ncd", 5, 2, 3), ("äöü!", 6, 1, 4),
      ("👩‍👩 x", 12, 1, 5), ("a\r\n\r\né!", 7, 3, 2), ("", 0, 1, 1), ("a\n", 2, 2, 1),
    ]
  )
  func `counts lines and code points from one`(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
    let utf8 = Array(text.utf8)
    let position = LineIndex(utf8.span).position(of: offset, in: utf8.span)
    #expect(position == TextPosition(line: line, column: column, offset: offset))
  }

  @Test func `gives lines without their ends`() {
    let utf8 = Array("one\r\n\ntwo\rthree".utf8)
    let index = LineIndex(utf8.span)
    let lines = index.lineStarts.indices.map {
      String(decoding: utf8[index.content(ofLine: $0, in: utf8.span)], as: UTF8.self)
    }
    #expect(lines == ["one", "", "two", "three"])
  }

  @Test func `agrees with counting from the start`() throws {
    try forRandomCases(3_000) { random in
      let utf8 = RandomText.make(using: &random)
      let index = LineIndex(utf8.span)
      var (line, column) = (1, 1)
      for (offset, byte) in utf8.enumerated() {
        let isInside = byte & 0xC0 == 0x80
        let position = index.position(of: offset, in: utf8.span)
        if !isInside, position != TextPosition(line: line, column: column, offset: offset) {
          return "\(spelledOut(utf8)): \(offset) is \(position), not \(line):\(column)"
        }
        let isLineEnd = byte == 0x0A || (byte == 0x0D && !(offset + 1 < utf8.count && utf8[offset + 1] == 0x0A))
        if isLineEnd { (line, column) = (line + 1, 1) } else if !isInside { column += 1 }
      }
      return nil
    }
  }
}
