import Documents
import SourceText
import TestSupport
import Testing

@Suite struct `plain text` {
  private static func read(_ bytes: [UInt8]) throws -> Document { try DocumentReader().read(bytes, as: .text) }

  @Test func `a document in UTF-8 is taken as it is`() throws {
    let bytes = Array("Grüße 😀\r\n".utf8)
    let document = try Self.read(bytes)
    #expect(document.drafts.map(\.text) == [MappedText(bytes)])
    #expect(document.undecodable.isEmpty)
    #expect(document.encoding.source(of: 2..<4) == 2..<4)
  }

  @Test func `a byte order mark goes, and places still count it`() throws {
    let document = try Self.read([0xEF, 0xBB, 0xBF] + Array("abc".utf8))
    #expect(document.utf8 == Array("abc".utf8))
    #expect(document.encoding.source(of: 0..<1) == 3..<4)
    #expect(document.encoding.source(of: 2..<3) == 5..<6)
  }

  @Test func `UTF-16 with a mark is read`() throws {
    let document = try Self.read([0xFF, 0xFE, 0x61, 0x00, 0xAC, 0x20])
    #expect(document.utf8 == Array("a€".utf8))
    #expect(document.encoding.source(of: 1..<4) == 4..<6)
  }

  @Test func `bytes that are not UTF-8 are replaced, and places behind them hold`() throws {
    let document = try Self.read(Array("a".utf8) + [0xFF] + Array("bc".utf8) + [0xE2, 0x82] + Array("d".utf8))
    #expect(String(decoding: document.utf8, as: UTF8.self) == "a\u{FFFD}bc\u{FFFD}d")
    #expect(document.undecodable == [1..<2, 4..<6])
    #expect(document.encoding.source(of: 1..<4) == 1..<2)
    #expect(document.encoding.source(of: 4..<6) == 2..<4)
    #expect(document.encoding.source(of: 6..<9) == 4..<6)
    #expect(document.encoding.source(of: 9..<10) == 6..<7)
  }

  @Test func `a document of nothing but stray bytes is read in linear time`() throws {
    let document = try Self.read([UInt8](repeating: 0x80, count: 1 << 20))
    #expect(document.undecodable.reduce(0) { $0 + $1.count } == 1 << 20)
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
