import SourceText
import TestSupport
import Testing

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

  @Test func `an index tells the same places`() {
    let bytes = Array(String(repeating: "é\r\nb😀\rc\n\nd and a long line behind it ", count: 200).utf8)
    let (index, lines) = (PlaceIndex(bytes.span), LineIndex(bytes.span))
    for offset in 0...bytes.count {
      let (place, expected) = (index.position(of: offset, in: bytes.span), lines.position(of: offset, in: bytes.span))
      #expect(place == expected)
    }
  }

  @Test func `a text that is out of order is covered from its first byte to its last`() {
    let document = Array("<a href=HERE>text</a>".utf8)
    var text = MappedText()
    text.copy(13..<17, of: document.span)
    text.append(0x20, for: 17..<17)
    text.copy(8..<12, of: document.span)
    #expect(String(decoding: text.utf8, as: UTF8.self) == "text HERE")
    #expect(text.map.source(of: 0..<4) == 13..<17)
    #expect(text.map.source(of: 5..<9) == 8..<12)
    #expect(text.map.source(of: 2..<7) == 8..<17)
  }

  /// A text derived from one of `count` bytes by keeping, replacing and leaving out.
  private static func derive(from count: Int, using random: inout SplitMix64) -> MappedText {
    let document = [UInt8](repeating: 0x61, count: count)
    var text = MappedText()
    var at = 0
    while at < count {
      let end = min(count, at + Int.random(in: 1...4, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: break
      case 1: text.append([UInt8](repeating: 0x62, count: Int.random(in: 1...4, using: &random)), for: at..<end)
      default: text.copy(at..<end, of: document.span)
      }
      at = end
    }
    return text
  }

  @Test func `one map for two steps leads where the two lead`() throws {
    try forRandomCases(20_000) { random in
      let first = Self.derive(from: Int.random(in: 0...30, using: &random), using: &random)
      let second = Self.derive(from: first.utf8.count, using: &random)
      let both = second.map.followed(by: first.map)
      for start in 0..<second.utf8.count {
        for end in (start + 1)...second.utf8.count {
          let expected = first.map.source(of: second.map.source(of: start..<end))
          if both.source(of: start..<end) != expected {
            return "\(start..<end): \(both.source(of: start..<end)), not \(expected): \(second.map) \(first.map)"
          }
        }
      }
      return nil
    }
  }
}
