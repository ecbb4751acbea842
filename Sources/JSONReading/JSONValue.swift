package import SourceText

/// A value in a JSON text: what it is and where it stands.
package struct JSONValue: Hashable, Sendable {
  package enum Kind: UInt8, Sendable {
    case object
    case array
    case string
    case number
    case boolean
    case null
  }

  package let kind: Kind

  /// The bytes of the value; those of a string are with its quotation marks.
  package let range: ByteRange

  /// Whether a string holds backslashes.
  package let hasEscapes: Bool

  package init(_ kind: Kind, _ range: ByteRange, hasEscapes: Bool = false) {
    self.kind = kind
    self.range = range
    self.hasEscapes = hasEscapes
  }
}

/// A name and its value in a JSON object.
package struct JSONMember: Hashable, Sendable {
  package let name: JSONValue
  package let value: JSONValue
}

extension JSONValue {
  /// Whether the value is a string that says exactly what a range of `text`, which is UTF-8, holds.
  package func isString(_ text: Span<UInt8>, _ part: ByteRange, in utf8: Span<UInt8>) -> Bool {
    guard kind == .string else { return false }
    if hasEscapes {
      var decoded: [UInt8] = []
      decode(utf8, to: &decoded)
      return decoded.count == part.count && decoded.indices.allSatisfy { decoded[$0] == text[part.lowerBound + $0] }
    }
    guard range.count - 2 == part.count else { return false }
    for index in part where utf8[range.lowerBound + 1 + index - part.lowerBound] != text[index] { return false }
    return true
  }

  /// The value of `true` or `false`.
  package func boolean(in utf8: Span<UInt8>) -> Bool? {
    kind == .boolean ? utf8[range.lowerBound] == UInt8(ascii: "t") : nil
  }

  /// What a string says.
  package func string(in utf8: Span<UInt8>) -> String? {
    guard kind == .string else { return nil }
    var decoded: [UInt8] = []
    decode(utf8, to: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Appends what a string that ``JSONReader`` has read says, in UTF-8.
  package func decode(_ utf8: Span<UInt8>, to bytes: inout [UInt8]) {
    precondition(kind == .string, "only a string can be decoded")
    let content = (range.lowerBound + 1)..<(range.upperBound - 1)
    bytes.reserveCapacity(bytes.count + content.count)
    guard hasEscapes else {
      bytes.append(utf8, content)
      return
    }
    var at = content.lowerBound
    while at < content.upperBound {
      let escape = utf8.firstBackslash(at..<content.upperBound)
      bytes.append(utf8, at..<escape)
      guard escape < content.upperBound else { return }
      at = escape + Self.appendEscaped(utf8, escape, to: &bytes)
    }
  }

  /// The map from what a string says to the bytes of the JSON text.
  package func sourceMap(in utf8: Span<UInt8>) -> SourceMap {
    precondition(kind == .string, "only a string can be decoded")
    var map = SourceMap()
    // The opening quotation mark is what the map begins with: it became nothing.
    map.append(SourceMap.Change(derived: 0..<0, source: 0..<(range.lowerBound + 1)))
    guard hasEscapes else { return map }
    let end = range.upperBound - 1
    var at = range.lowerBound + 1
    var decoded = 0
    var scratch: [UInt8] = []
    while true {
      let escape = utf8.firstBackslash(at..<end)
      decoded += escape - at
      guard escape < end else { return map }
      scratch.removeAll(keepingCapacity: true)
      at = escape + Self.appendEscaped(utf8, escape, to: &scratch)
      map.append(SourceMap.Change(derived: decoded..<(decoded + scratch.count), source: escape..<at))
      decoded += scratch.count
    }
  }

  /// Appends the character of a well-formed escape, and answers how many bytes the escape takes.
  private static func appendEscaped(_ utf8: Span<UInt8>, _ at: Int, to bytes: inout [UInt8]) -> Int {
    let letter = utf8[at + 1]
    guard letter == UInt8(ascii: "u") else {
      bytes.append(JSONReader.simpleEscape(letter) ?? letter)
      return 2
    }
    let unit = JSONReader.hexadecimal(utf8, at + 2) ?? 0
    if unit & 0xF800 == 0xD800 {
      let low = JSONReader.hexadecimal(utf8, at + 8) ?? 0
      bytes.append(scalar: 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
      return 12
    }
    bytes.append(scalar: unit)
    return 6
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ utf8: Span<UInt8>, _ range: ByteRange) {
    unsafe utf8.withUnsafeBufferPointer { unsafe append(contentsOf: $0[range]) }
  }

  fileprivate mutating func append(scalar value: UInt32) {
    append(contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }
}

extension Span<UInt8> {
  fileprivate func firstBackslash(_ range: ByteRange) -> Int {
    var at = range.lowerBound
    while at + 8 <= range.upperBound {
      let found = word(at: at).bytes(equalTo: UInt8(ascii: "\\"))
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < range.upperBound, self[at] != UInt8(ascii: "\\") { at += 1 }
    return at
  }
}
