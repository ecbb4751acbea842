import SourceText
import TestSupport
import Testing
import UnicodeText

@Suite struct charsets {
  private static func decode(_ bytes: [UInt8], _ name: String) throws -> DecodedText {
    let charset = try #require(Charset(named: name))
    return try charset.decode(bytes.span, in: 0..<bytes.count)
  }

  @Test(
    arguments: [
      ("iso-8859-1", [0x4B, 0xFC, 0x80] as [UInt8], "Kü€"), ("Windows-1252", [0x93, 0x61, 0x94], "“a”"),
      ("shift_jis", [0x82, 0xA0, 0x61, 0x83, 0x5C], "あaソ"), ("koi8-r", [0xC4, 0xC1], "да"),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42, 0x61], "あa"),
      ("UTF-16LE", [0x61, 0x00, 0x3D, 0xD8, 0x00, 0xDE], "a😀"), ("utf-8", [0xC3, 0xA9], "é"),
    ])
  func `bytes become text`(name: String, bytes: [UInt8], text: String) throws {
    let decoded = try Self.decode(bytes, name)
    #expect(String(decoding: decoded.text.utf8, as: UTF8.self) == text)
    #expect(decoded.undecodable.isEmpty)
  }

  @Test func `a name that nobody knows is none`() {
    #expect(Charset(named: "klingon") == nil)
    #expect(Charset(named: "") == nil)
    #expect(Charset(named: "utf\0") == nil)
  }

  @Test func `places hold through characters of several bytes`() throws {
    let decoded = try Self.decode([0x61, 0x82, 0xA0, 0x62, 0x83, 0x5C, 0x63], "shift_jis")
    #expect(decoded.text.map.source(of: 0..<1) == 0..<1)
    #expect(decoded.text.map.source(of: 1..<4) == 1..<3)
    #expect(decoded.text.map.source(of: 4..<5) == 3..<4)
    #expect(decoded.text.map.source(of: 5..<9) == 4..<7)
  }

  @Test func `bytes that are no text are replaced and told`() throws {
    let decoded = try Self.decode([0x61, 0x82], "shift_jis")
    #expect(String(decoding: decoded.text.utf8, as: UTF8.self) == "a\u{FFFD}")
    #expect(decoded.undecodable == [1..<2])
    let lone = try Self.decode([0x3D, 0xD8, 0x61, 0x00], "utf-16le")
    #expect(String(decoding: lone.text.utf8, as: UTF8.self) == "\u{FFFD}a")
  }

  @Test(arguments: ["utf-16le", "utf-16be"])
  func `any text in UTF-16 is read back, and each character stands at its bytes`(name: String) throws {
    try forRandomCases(2_000) { random in
      let text = RandomText.make(upTo: 5_000, using: &random)
      var bytes: [UInt8] = []
      var places: [(derived: ByteRange, source: ByteRange)] = []
      var derived = 0
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        let start = bytes.count
        for unit in UTF16.encode(scalar) ?? UTF16.encode("?")! {
          let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
          bytes += name == "utf-16le" ? pair : pair.reversed()
        }
        let length = UTF8.width(scalar)
        places.append((derived..<(derived + length), start..<bytes.count))
        derived += length
      }
      let decoded = try Self.decode(bytes, name)
      if decoded.text.utf8 != text { return "wrong text: \(spelledOut(text))" }
      for place in places where decoded.text.map.source(of: place.derived) != place.source {
        return "wrong place \(place): \(spelledOut(text))"
      }
      return nil
    }
  }

  @Test(arguments: ["shift_jis", "gb18030", "iso-2022-jp", "euc-kr", "windows-1252", "utf-16le", "utf-7", "hz-gb-2312"])
  func `random bytes are decoded to text with places in order`(name: String) throws {
    try forRandomCases(2_000) { random in
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : [0x1B, 0x24, 0x42, 0x7E, 0x2B].randomElement(using: &random)!
      }
      let decoded = try Self.decode(bytes, name)
      if String(validating: decoded.text.utf8, as: UTF8.self) == nil { return "no UTF-8 of \(bytes)" }
      let whole = decoded.text.map.source(of: 0..<decoded.text.utf8.count)
      return whole.lowerBound >= 0 && whole.upperBound <= bytes.count ? nil : "\(whole) of \(bytes)"
    }
  }
}
