import LanguageServer
import SourceText
import TestSupport
import Testing

@Suite struct `texts that are edited` {
  /// How many units of an encoding a text takes, told by the standard library.
  private static func units(_ text: Substring.UnicodeScalarView, _ encoding: PositionEncoding) -> Int {
    let text = String(String.UnicodeScalarView(text))
    return switch encoding {
    case .utf8: text.utf8.count
    case .utf16: text.utf16.count
    case .utf32: text.unicodeScalars.count
    }
  }

  @Test(arguments: PositionEncoding.allCases)
  func `give each scalar its place`(_ encoding: PositionEncoding) throws {
    try forRandomCases(400) { random in
      let utf8 = RandomText.make(using: &random)
      let text = EditableText(utf8)
      let scalars = String(decoding: utf8, as: UTF8.self).unicodeScalars
      for index in scalars.indices {
        let offset = scalars.utf8Offset(of: index)
        let line = text.lineStarts.lastIndex { $0 <= offset }!
        let start = scalars.index(atUTF8: text.lineStarts[line])
        let place = Place(line: line, character: Self.units(scalars[start..<index], encoding))
        if text.place(of: offset, encoding) != place { return "\(utf8): \(offset) is not at \(place)" }
        // A place inside a line end is its beginning.
        if !["\n", "\r"].contains(scalars[index]), text.offset(of: place, encoding) != offset {
          return "\(utf8): \(place) is not \(offset)"
        }
      }
      return nil
    }
  }

  @Test(arguments: [
    (1, 99, 6), (0, 2, 2), (9, 0, 7), (0, -1, 0), (-1, 3, 0), (0, Int.max, 3), (1, 1, 5), (2, 0, 7),
  ])
  func `take places that are none for the nearest one before`(_ line: Int, _ character: Int, _ offset: Int) {
    let text = EditableText(Array("ab!\n_b\n".utf8))
    #expect(text.offset(of: Place(line: line, character: character), .utf16) == offset)
  }

  @Test func `take a place inside a character for its beginning`() {
    let text = EditableText(Array("a😀b".utf8))
    #expect(text.offset(of: Place(line: 0, character: 2), .utf16) == 1)
    #expect(text.offset(of: Place(line: 0, character: 3), .utf16) == 5)
    #expect(text.offset(of: Place(line: 0, character: 4), .utf8) == 1)
    #expect(text.offset(of: Place(line: 0, character: 2), .utf32) == 5)
  }

  @Test func `know their lines after any edits`() throws {
    let pieces = ["\r", "\n", "\r\n", "a", "é", "😀", "one line\n", ""].map { Array($0.utf8) }
    try forRandomCases(2_000) { random in
      func pick() -> [UInt8] {
        (0..<Int(random.next() % 4)).flatMap { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
      }
      var text = EditableText(pick())
      var expected = text.utf8
      for _ in 0..<12 {
        // Whole characters only, as clients edit.
        let bounds = (0...expected.count).filter { $0 == expected.count || expected[$0] & 0xC0 != 0x80 }
        let first = bounds[Int(random.next() % UInt64(bounds.count))]
        let second = bounds[Int(random.next() % UInt64(bounds.count))]
        let new = pick()
        text.replace(min(first, second)..<max(first, second), with: new)
        expected.replaceSubrange(min(first, second)..<max(first, second), with: new)
        guard text.utf8 == expected, text.lineStarts == LineIndex(expected.span).lineStarts else {
          return "\(expected) begins lines at \(text.lineStarts)"
        }
      }
      return nil
    }
  }
}

extension String.UnicodeScalarView {
  fileprivate func utf8Offset(of index: Index) -> Int { String(self).utf8.distance(from: startIndex, to: index) }

  fileprivate func index(atUTF8 offset: Int) -> Index { String(self).utf8.index(startIndex, offsetBy: offset) }
}
