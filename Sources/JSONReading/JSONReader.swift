package import SourceText

/// Reads JSON (RFC 8259, nothing beyond it) in place: it answers where values stand and copies nothing.
///
/// It is written by hand because no library within reach gives the positions of values without Foundation.
package struct JSONReader {
  /// How deep values may be nested.
  package static let deepest = 128

  private var at: Int
  private let end: Int

  init(_ range: ByteRange) {
    at = range.lowerBound
    end = range.upperBound
  }

  /// The one value that a text consists of.
  ///
  /// - Throws: What is wrong with the text, strings that are not UTF-8 among it.
  package static func value(_ utf8: Span<UInt8>, in range: ByteRange) throws(JSONError) -> JSONValue {
    try checkEncoding(utf8, range)
    var reader = JSONReader(range)
    reader.skipSpace(utf8)
    let value = try reader.value(utf8, depth: 0)
    try reader.finish(utf8)
    return value
  }

  /// Appends the members of the one object that a text consists of, in their order; a name may come twice.
  ///
  /// - Throws: What is wrong with the text; a value of another kind is `expected`.
  package static func appendMembers(
    _ utf8: Span<UInt8>, in range: ByteRange, to members: inout [JSONMember]
  ) throws(JSONError) {
    try checkEncoding(utf8, range)
    var reader = JSONReader(range)
    reader.skipSpace(utf8)
    try reader.object(utf8, depth: 0) { members.append(JSONMember(name: $0, value: $1)) }
    try reader.finish(utf8)
  }

  /// Appends the elements of the one array that a text consists of.
  ///
  /// - Throws: What is wrong with the text; a value of another kind is `expected`.
  package static func appendElements(
    _ utf8: Span<UInt8>, in range: ByteRange, to elements: inout [JSONValue]
  ) throws(JSONError) {
    try checkEncoding(utf8, range)
    var reader = JSONReader(range)
    reader.skipSpace(utf8)
    try reader.array(utf8, depth: 0) { elements.append($0) }
    try reader.finish(utf8)
  }

  private static func checkEncoding(_ utf8: Span<UInt8>, _ range: ByteRange) throws(JSONError) {
    do {
      _ = try UTF8Span(validating: utf8.extracting(range))
    } catch {
      throw JSONError(.notUTF8, at: range.lowerBound + error.byteOffsets.lowerBound)
    }
  }

  mutating func finish(_ utf8: Span<UInt8>) throws(JSONError) {
    skipSpace(utf8)
    guard at == end else { throw JSONError(.trailingText, at: at) }
  }
}

// MARK: Values

extension JSONReader {
  mutating func value(_ utf8: Span<UInt8>, depth: Int) throws(JSONError) -> JSONValue {
    guard at < end else { throw JSONError(.unexpectedEnd, at: at) }
    let start = at
    switch utf8[at] {
    case UInt8(ascii: "\""): return try string(utf8)
    case UInt8(ascii: "{"):
      try object(utf8, depth: depth) { _, _ in }
      return JSONValue(.object, start..<at)
    case UInt8(ascii: "["):
      try array(utf8, depth: depth) { _ in }
      return JSONValue(.array, start..<at)
    case UInt8(ascii: "t"): return try word(utf8, "true", .boolean)
    case UInt8(ascii: "f"): return try word(utf8, "false", .boolean)
    case UInt8(ascii: "n"): return try word(utf8, "null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number(utf8)
      return JSONValue(.number, start..<at)
    default: throw JSONError(.expected("a value"), at: at)
    }
  }

  private mutating func object(
    _ utf8: Span<UInt8>, depth: Int, _ body: (JSONValue, JSONValue) -> Void
  ) throws(JSONError) {
    guard depth < Self.deepest else { throw JSONError(.tooDeep, at: at) }
    try expect(UInt8(ascii: "{"), "an object", utf8)
    skipSpace(utf8)
    if take(UInt8(ascii: "}"), utf8) { return }
    while true {
      guard at < end, utf8[at] == UInt8(ascii: "\"") else { throw missing("a name in quotation marks") }
      let name = try string(utf8)
      skipSpace(utf8)
      try expect(UInt8(ascii: ":"), "`:`", utf8)
      skipSpace(utf8)
      body(name, try value(utf8, depth: depth + 1))
      skipSpace(utf8)
      if take(UInt8(ascii: "}"), utf8) { return }
      try expect(UInt8(ascii: ","), "`,` or `}`", utf8)
      skipSpace(utf8)
    }
  }

  private mutating func array(_ utf8: Span<UInt8>, depth: Int, _ body: (JSONValue) -> Void) throws(JSONError) {
    guard depth < Self.deepest else { throw JSONError(.tooDeep, at: at) }
    try expect(UInt8(ascii: "["), "an array", utf8)
    skipSpace(utf8)
    if take(UInt8(ascii: "]"), utf8) { return }
    while true {
      body(try value(utf8, depth: depth + 1))
      skipSpace(utf8)
      if take(UInt8(ascii: "]"), utf8) { return }
      try expect(UInt8(ascii: ","), "`,` or `]`", utf8)
      skipSpace(utf8)
    }
  }

  private mutating func number(_ utf8: Span<UInt8>) throws(JSONError) {
    _ = take(UInt8(ascii: "-"), utf8)
    if !take(UInt8(ascii: "0"), utf8) { try digits(utf8) }
    if take(UInt8(ascii: "."), utf8) { try digits(utf8) }
    if take(UInt8(ascii: "e"), utf8) || take(UInt8(ascii: "E"), utf8) {
      if !take(UInt8(ascii: "+"), utf8) { _ = take(UInt8(ascii: "-"), utf8) }
      try digits(utf8)
    }
  }

  private mutating func digits(_ utf8: Span<UInt8>) throws(JSONError) {
    let start = at
    while at < end, utf8[at] &- 0x30 < 10 { at += 1 }
    guard at > start else { throw JSONError(.malformedNumber, at: at) }
  }

  private mutating func word(
    _ utf8: Span<UInt8>, _ word: StaticString, _ kind: JSONValue.Kind
  ) throws(JSONError) -> JSONValue {
    let start = at
    for index in 0..<word.utf8CodeUnitCount {
      guard at < end, unsafe utf8[at] == word.utf8Start[index] else { throw JSONError(.expected("a value"), at: start) }
      at += 1
    }
    return JSONValue(kind, start..<at)
  }

  /// The byte that comes next; nil at the end.
  func next(_ utf8: Span<UInt8>) -> UInt8? { at < end ? utf8[at] : nil }

  /// Passes the bracket that begins an object or an array.
  mutating func enter(_ utf8: Span<UInt8>, depth: Int) throws(JSONError) {
    guard depth < Self.deepest else { throw JSONError(.tooDeep, at: at) }
    at += 1
    skipSpace(utf8)
  }

  mutating func skipSpace(_ utf8: Span<UInt8>) {
    while at < end {
      switch utf8[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  mutating func take(_ byte: UInt8, _ utf8: Span<UInt8>) -> Bool {
    guard at < end, utf8[at] == byte else { return false }
    at += 1
    return true
  }

  mutating func expect(_ byte: UInt8, _ name: String, _ utf8: Span<UInt8>) throws(JSONError) {
    guard take(byte, utf8) else { throw missing(name) }
  }

  func missing(_ name: String) -> JSONError {
    at < end ? JSONError(.expected(name), at: at) : JSONError(.unexpectedEnd, at: at)
  }
}

// MARK: Strings

extension JSONReader {
  private mutating func string(_ utf8: Span<UInt8>) throws(JSONError) -> JSONValue {
    let start = at
    at += 1
    var hasEscapes = false
    while true {
      skipPlain(utf8)
      guard at < end else { throw JSONError(.unexpectedEnd, at: at) }
      switch utf8[at] {
      case UInt8(ascii: "\""):
        at += 1
        return JSONValue(.string, start..<at, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape(utf8)
      default: throw JSONError(.controlCharacter, at: at)
      }
    }
  }

  /// Moves to the next quotation mark, backslash or control character.
  private mutating func skipPlain(_ utf8: Span<UInt8>) {
    while at + 8 <= end {
      let word = utf8.word(at: at)
      let found =
        word.bytes(equalTo: UInt8(ascii: "\"")) | word.bytes(equalTo: UInt8(ascii: "\\")) | word.bytes(below: 0x20)
      if found != 0 {
        at += found.trailingZeroBitCount / 8
        return
      }
      at += 8
    }
    while at < end, utf8[at] != UInt8(ascii: "\""), utf8[at] != UInt8(ascii: "\\"), utf8[at] >= 0x20 { at += 1 }
  }

  private mutating func escape(_ utf8: Span<UInt8>) throws(JSONError) {
    guard at + 1 < end else { throw JSONError(.unexpectedEnd, at: end) }
    let letter = utf8[at + 1]
    guard letter == UInt8(ascii: "u") else {
      guard Self.simpleEscape(letter) != nil else { throw JSONError(.unknownEscape, at: at) }
      at += 2
      return
    }
    guard let unit = unit(utf8, at) else { throw JSONError(.unknownEscape, at: at) }
    switch unit {
    case 0xD800...0xDBFF:
      guard let low = self.unit(utf8, at + 6), low & 0xFC00 == 0xDC00 else {
        throw JSONError(.unpairedSurrogate, at: at)
      }
      at += 12
    case 0xDC00...0xDFFF: throw JSONError(.unpairedSurrogate, at: at)
    default: at += 6
    }
  }

  /// The UTF-16 unit of a `\uXXXX` at an offset, if there is one.
  private func unit(_ utf8: Span<UInt8>, _ offset: Int) -> UInt32? {
    guard offset + 6 <= end, utf8[offset] == UInt8(ascii: "\\"), utf8[offset + 1] == UInt8(ascii: "u") else {
      return nil
    }
    return Self.hexadecimal(utf8, offset + 2)
  }

  static func hexadecimal(_ utf8: Span<UInt8>, _ offset: Int) -> UInt32? {
    var value: UInt32 = 0
    for index in offset..<(offset + 4) {
      let byte = utf8[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return value
  }

  /// The character of an escape of one letter.
  static func simpleEscape(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }
}
