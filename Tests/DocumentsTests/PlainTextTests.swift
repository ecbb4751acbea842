import Documents
import SourceText
import Testing

@Suite struct `plain text` {
  @Test func `a document in UTF-8 is taken as it is`() {
    let bytes = Array("Grüße 😀\r\n".utf8)
    let plain = PlainText(bytes)
    #expect(plain.utf8 == bytes)
    #expect(plain.undecodable.isEmpty)
    #expect(plain.map.source(of: 2..<4) == 2..<4)
  }

  @Test func `a byte order mark goes, and places still count it`() {
    let plain = PlainText([0xEF, 0xBB, 0xBF] + Array("abc".utf8))
    #expect(plain.utf8 == Array("abc".utf8))
    #expect(plain.map.source(of: 0..<1) == 3..<4)
    #expect(plain.map.source(of: 2..<3) == 5..<6)
  }

  @Test func `bytes that are not UTF-8 are replaced, and places behind them hold`() {
    let plain = PlainText(Array("a".utf8) + [0xFF] + Array("bc".utf8) + [0xE2, 0x82] + Array("d".utf8))
    #expect(String(decoding: plain.utf8, as: UTF8.self) == "a\u{FFFD}bc\u{FFFD}d")
    #expect(plain.undecodable == [1..<2, 4..<6])
    #expect(plain.map.source(of: 1..<4) == 1..<2)
    #expect(plain.map.source(of: 4..<6) == 2..<4)
    #expect(plain.map.source(of: 6..<9) == 4..<6)
    #expect(plain.map.source(of: 9..<10) == 6..<7)
  }

  @Test func `a document of nothing but stray bytes is read in linear time`() {
    let plain = PlainText([UInt8](repeating: 0x80, count: 1 << 20))
    #expect(plain.undecodable.reduce(0) { $0 + $1.count } == 1 << 20)
  }
}

@Suite struct `line feeds` {
  @Test func `first, last and count agree`() {
    let bytes = Array("ab\nc\n\nd".utf8)
    let firsts = [LineFeeds.first(in: bytes.span, from: 0), LineFeeds.first(in: bytes.span, from: 3)]
    #expect(firsts == [2, 4])
    let beyond = LineFeeds.first(in: bytes.span, from: 6)
    #expect(beyond == nil)
    let lasts = [LineFeeds.last(in: bytes.span, from: 0), LineFeeds.last(in: bytes.span, from: 6)]
    #expect(lasts == [5, nil])
    let count = LineFeeds.count(in: bytes.span, before: 5)
    #expect(count == 2)
    let nothing: [UInt8] = []
    let none = LineFeeds.first(in: nothing.span, from: 0)
    #expect(none == nil)
  }
}

@Suite struct `source maps and positions` {
  @Test func `changed stretches count whole and the rest one to one`() {
    var map = SourceMap()
    map.append(SourceMap.Change(derived: 0..<0, source: 0..<4))
    map.append(SourceMap.Change(derived: 2..<3, source: 6..<12))
    map.append(SourceMap.Change(derived: 5..<8, source: 14..<14))
    #expect(map.source(of: 0..<2) == 4..<6)
    #expect(map.source(of: 2..<3) == 6..<12)
    #expect(map.source(of: 0..<4) == 4..<13)
    #expect(map.source(of: 3..<5) == 12..<14)
    #expect(map.source(of: 8..<9) == 14..<15)
    #expect(map.source(of: 1..<1) == 5..<5)
  }

  @Test func `places are told in one walk, in any order`() {
    let bytes = Array("é\r\nb😀\rc\n\nd".utf8)
    let offsets = [13, 0, 2, 4, 5, 9, 10, 10]
    let positions = TextPositions(of: offsets, in: bytes.span)
    let index = LineIndex(bytes.span)
    let expected = offsets.map { index.position(of: $0, in: bytes.span) }
    #expect(offsets.map { positions[$0] } == expected)
  }

  @Test func `a mark takes no column where it is skipped, and lines count from where they are told to`() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("ab\nc".utf8)
    let positions = TextPositions(of: [3, 6], in: bytes.span, firstLine: 7, skipsMark: true)
    #expect(positions[3] == TextPosition(line: 7, column: 1, offset: 3))
    #expect(positions[6] == TextPosition(line: 8, column: 1, offset: 6))
    let counted = TextPositions(of: [3], in: bytes.span)
    #expect(counted[3].column == 2)
  }
}
