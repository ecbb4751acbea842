import JSONReading
import SourceText
import Testing

@Suite struct `reading JSON` {
  private static func value(_ text: String) throws(JSONError) -> JSONValue {
    let bytes = Array(text.utf8)
    return try JSONReader.value(bytes.span, in: 0..<bytes.count)
  }

  private static func string(_ text: String) throws -> String? {
    let bytes = Array(text.utf8)
    return try JSONReader.value(bytes.span, in: 0..<bytes.count).string(in: bytes.span)
  }

  @Test(arguments: [
    ("{}", JSONValue.Kind.object), (" [1, -2.5e+3, 0]\n", .array), ("\"x\"", .string), ("-0", .number),
    ("true", .boolean),
    ("false", .boolean), ("null", .null), (#"{"a": {"b": [[], {}]}}"#, .object), ("1e400", .number),
  ])
  func `every kind of value is known`(text: String, kind: JSONValue.Kind) throws {
    #expect(try Self.value(text).kind == kind)
  }

  @Test(arguments: [
    (#""a\"b\\c\/d\b\f\n\r\t""#, "a\"b\\c/d\u{8}\u{C}\n\r\t"), (#""\u00e9\u20AC""#, "é€"),
    (#""\ud83d\uDE00!""#, "😀!"), (#""\u0000""#, "\0"), (#""""#, ""), (#""é😀""#, "é😀"),
    (#""0123456789abcdef\n0123456789abcdef""#, "0123456789abcdef\n0123456789abcdef"),
  ])
  func `strings are decoded`(text: String, expected: String) throws {
    #expect(try Self.string(text) == expected)
  }

  @Test(arguments: [
    ("", JSONError.Problem.unexpectedEnd, 0), ("{", .unexpectedEnd, 1), ("[1,", .unexpectedEnd, 3),
    ("{\"a\" 1}", .expected("`:`"), 5), ("{\"a\":1,}", .expected("a name in quotation marks"), 7),
    ("[1,]", .expected("a value"), 3), ("[1 2]", .expected("`,` or `]`"), 3), ("{} x", .trailingText, 3),
    ("01", .trailingText, 1), ("+1", .expected("a value"), 0), ("1.", .malformedNumber, 2), ("1e", .malformedNumber, 2),
    ("-", .malformedNumber, 1), ("tru", .expected("a value"), 0), ("nan", .expected("a value"), 0),
    ("'a'", .expected("a value"), 0), ("\"a\nb\"", .controlCharacter, 2), ("\"a\0b\"", .controlCharacter, 2),
    ("\"a", .unexpectedEnd, 2), (#""\x""#, .unknownEscape, 1), (#""\u12g4""#, .unknownEscape, 1),
    (#""\u12"#, .unknownEscape, 1), (#""\ud800""#, .unpairedSurrogate, 1), (#""\ud800\u0041""#, .unpairedSurrogate, 1),
    (#""\udc00""#, .unpairedSurrogate, 1), ("// a\n1", .expected("a value"), 0),
  ])
  func `what is not JSON is refused where it goes wrong`(text: String, problem: JSONError.Problem, offset: Int) {
    let error = #expect(throws: JSONError.self) { try Self.value(text) }
    #expect(error == JSONError(problem, at: offset))
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    let bytes: [UInt8] = [0x22, 0x61, 0xFF, 0x22]
    let error = #expect(throws: JSONError.self) { _ = try JSONReader.value(bytes.span, in: 0..<4) }
    #expect(error == JSONError(.notUTF8, at: 2))
  }

  @Test func `nesting has a limit`() throws {
    let deepest = JSONReader.deepest
    let deep = String(repeating: "[", count: deepest) + String(repeating: "]", count: deepest)
    #expect(try Self.value(deep).kind == .array)
    let error = #expect(throws: JSONError.self) { _ = try Self.value("[\(deep)]") }
    #expect(error?.problem == .tooDeep)
    let endless = #expect(throws: JSONError.self) { _ = try Self.value(String(repeating: "[", count: 1_000_000)) }
    #expect(endless?.problem == .tooDeep)
  }

  @Test func `members come in order with the places of their values`() throws {
    let text = #" {"id" : [1, 2], "a\u0062": "c\nd"} "#
    let bytes = Array(text.utf8)
    var members: [JSONMember] = []
    try JSONReader.appendMembers(bytes.span, in: 0..<bytes.count, to: &members)
    try #require(members.count == 2)
    #expect(String(decoding: bytes[members[0].value.range], as: UTF8.self) == "[1, 2]")
    let decodedName = members[1].name.string(in: bytes.span)
    #expect(decodedName == "ab")
    let name = Array("xaby".utf8)
    let isName = members[1].name.isString(name.span, 1..<3, in: bytes.span)
    #expect(isName)
    let isLonger = members[1].name.isString(name.span, 0..<3, in: bytes.span)
    #expect(!isLonger)
    let decodedValue = members[1].value.string(in: bytes.span)
    #expect(decodedValue == "c\nd")
  }

  @Test func `elements come in order`() throws {
    let bytes = Array(#"[null, "a", {"b": 1}]"#.utf8)
    var elements: [JSONValue] = []
    try JSONReader.appendElements(bytes.span, in: 0..<bytes.count, to: &elements)
    #expect(elements.map(\.kind) == [.null, .string, .object])
  }

  @Test func `a value is read in the middle of other bytes`() throws {
    let bytes = Array("garbage{\"a\":1}garbage".utf8)
    let value = try JSONReader.value(bytes.span, in: 7..<14)
    #expect(value.range == 7..<14)
  }

  @Test func `each decoded byte is mapped to where it stands`() throws {
    let text = #"{"t": "a\u00e9b\nc😀\ud83d\ude00z"}"#
    let bytes = Array(text.utf8)
    var members: [JSONMember] = []
    try JSONReader.appendMembers(bytes.span, in: 0..<bytes.count, to: &members)
    let value = try #require(members.first?.value)
    let map = value.sourceMap(in: bytes.span)
    func source(_ range: Range<Int>) -> String { String(decoding: bytes[map.source(of: range)], as: UTF8.self) }
    let decoded = value.string(in: bytes.span)
    #expect(decoded == "aéb\nc😀😀z")
    #expect(source(0..<1) == "a")
    #expect(source(1..<3) == #"\u00e9"#)
    #expect(source(3..<4) == "b")
    #expect(source(3..<6) == #"b\nc"#)
    #expect(source(6..<10) == "😀")
    #expect(source(10..<14) == #"\ud83d\ude00"#)
    #expect(source(14..<15) == "z")
  }

  @Test(arguments: 0..<200)
  func `what is cut anywhere is refused and never traps`(seed: Int) {
    let text = #"{"id":[1,{"a":null}],"text":"a\"b\\ \u00e9\ud83d\ude00 longer than one word","n":-1.5e3,"t":true}"#
    var bytes = Array(text.utf8)
    var random = SeededGenerator(seed: seed)
    if seed < bytes.count {
      bytes.removeSubrange(seed...)
    } else {
      for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
    }
    var members: [JSONMember] = []
    do {
      try JSONReader.appendMembers(bytes.span, in: 0..<bytes.count, to: &members)
      #expect(seed >= text.utf8.count, "a part of an object was taken for an object")
    } catch {
      #expect((0...bytes.count).contains(error.offset))
    }
  }
}

/// SplitMix64, so that a failing seed fails again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
