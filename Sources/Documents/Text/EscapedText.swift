internal import SourceText

/// A string in quotation marks, with escapes that begin with a backslash.
struct EscapedText {
  /// Whose escapes they are.
  enum Dialect {
    /// C's: `\n`, `\"`, `\101`, `\xE9`.
    case c
    /// Those of property lists: also `\U00e9` and `\u00e9`, in UTF-16.
    case propertyList
  }

  private(set) var text = MappedText()

  /// Where it ends, behind the quotation mark.
  private(set) var end: Int

  /// Whether a quotation mark closes it.
  private(set) var isClosed = false

  /// Where plain text has begun that is not copied yet.
  private var plain: Int

  /// Reads a string behind its opening quotation mark, up to `limit` at most.
  init(_ utf8: Span<UInt8>, from start: Int, end limit: Int, _ dialect: Dialect, quote: UInt8 = UInt8(ascii: "\"")) {
    plain = start
    end = start
    while end < limit {
      if utf8[end] == quote {
        copyPlain(utf8)
        isClosed = true
        end += 1
        return
      }
      if utf8[end] == UInt8(ascii: "\\"), end + 1 < limit {
        copyPlain(utf8)
        end = escape(utf8, end, limit, dialect)
        plain = end
      } else {
        end += 1
      }
    }
    copyPlain(utf8)
  }

  private mutating func copyPlain(_ utf8: Span<UInt8>) {
    text.copy(plain..<end, of: utf8)
    plain = end
  }

  /// Reads an escape, and answers where it ends.
  private mutating func escape(_ utf8: Span<UInt8>, _ start: Int, _ limit: Int, _ dialect: Dialect) -> Int {
    let letter = utf8[start + 1]
    switch letter {
    case UInt8(ascii: "n"): text.append(0x0A, for: start..<(start + 2))
    case UInt8(ascii: "t"): text.append(0x09, for: start..<(start + 2))
    case UInt8(ascii: "r"): text.append(0x0D, for: start..<(start + 2))
    case UInt8(ascii: "a"): text.append(0x07, for: start..<(start + 2))
    case UInt8(ascii: "b"): text.append(0x08, for: start..<(start + 2))
    case UInt8(ascii: "v"): text.append(0x0B, for: start..<(start + 2))
    case UInt8(ascii: "f"): text.append(0x0C, for: start..<(start + 2))
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      return number(utf8, start, from: start + 1, most: 3, base: 8, limit)
    case UInt8(ascii: "x") where dialect == .c: return number(utf8, start, from: start + 2, most: 2, base: 16, limit)
    case UInt8(ascii: "U") where dialect == .propertyList, UInt8(ascii: "u") where dialect == .propertyList:
      return utf16(utf8, start, limit)
    default:
      // The sign itself: a quotation mark, a backslash, or one that needed no escape.
      let length = utf8.scalarLength(at: start + 1, end: limit)
      text.append(utf8.bytes((start + 1)..<(start + 1 + length)), for: start..<(start + 1 + length))
      return start + 1 + length
    }
    return start + 2
  }

  private mutating func number(
    _ utf8: Span<UInt8>, _ start: Int, from first: Int, most: Int, base: UInt32, _ limit: Int
  ) -> Int {
    var at = first
    var value: UInt32 = 0
    while at < limit, at - first < most, let digit = utf8[at].hexadecimalValue, digit < base {
      value = value * base + digit
      at += 1
    }
    text.append(scalar: value, for: start..<at)
    return at
  }

  private mutating func utf16(_ utf8: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    guard let first = utf8.hexadecimalUnit(at: start + 2, end: limit) else {
      text.append(utf8[start + 1], for: start..<(start + 2))
      return start + 2
    }
    if first & 0xFC00 == 0xD800, start + 7 < limit, utf8[start + 6] == UInt8(ascii: "\\"),
      utf8[start + 7] | 0x20 == UInt8(ascii: "u"), let second = utf8.hexadecimalUnit(at: start + 8, end: limit),
      second & 0xFC00 == 0xDC00
    {
      text.append(scalar: 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF, for: start..<(start + 12))
      return start + 12
    }
    text.append(scalar: first, for: start..<(start + 6))
    return start + 6
  }
}

extension MappedText {
  /// Appends a character by its number; one that is none becomes U+FFFD.
  mutating func append(scalar value: UInt32, for range: ByteRange) {
    append(Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8), for: range)
  }
}

extension Span<UInt8> {
  /// The value of four hexadecimal digits.
  func hexadecimalUnit(at offset: Int, end: Int) -> UInt32? {
    guard offset + 4 <= end else { return nil }
    var value: UInt32 = 0
    for index in offset..<(offset + 4) {
      guard let digit = self[index].hexadecimalValue else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  /// The bytes of the character at an offset of UTF-8.
  func scalarLength(at offset: Int, end: Int) -> Int {
    var length = 1
    while offset + length < end, self[offset + length] & 0xC0 == 0x80 { length += 1 }
    return length
  }
}
