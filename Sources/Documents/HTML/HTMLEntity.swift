internal import SourceText

/// A character reference such as `&amp;` or `&#8211;`.
struct HTMLEntity {
  /// What it stands for, in UTF-8.
  let text: [UInt8]

  /// Where it ends.
  let end: Int

  /// The longest name there is, and the most digits that are believed, in bytes.
  private static let longest = 34

  /// The reference that begins at an ampersand, if one does.
  ///
  /// - Parameter isInAttribute: Whether it stands in an attribute's value, where `&copy=1` is no reference.
  init?(_ utf8: Span<UInt8>, at start: Int, end limit: Int, isInAttribute: Bool = false) {
    var at = start + 1
    guard at < limit else { return nil }
    if utf8[at] == UInt8(ascii: "#") {
      guard let (scalar, end) = Self.number(utf8, at + 1, end: limit) else { return nil }
      text = Array(String(Character(scalar)).utf8)
      self.end = end
      return
    }
    var name: [UInt8] = []
    while at < limit, name.count < Self.longest, utf8[at].isASCIILetter || utf8[at].isASCIIDigit {
      name.append(utf8[at])
      at += 1
    }
    if at < limit, utf8[at] == UInt8(ascii: ";"), let text = Self.common(name) ?? Self.table[name] {
      self.text = text
      end = at + 1
      return
    }
    while name.count >= 2 {
      if Self.legacy.contains(name), let text = Self.table[name] {
        let next = start + 1 + name.count
        let goesOn =
          next < limit && (utf8[next] == UInt8(ascii: "=") || utf8[next].isASCIILetter || utf8[next].isASCIIDigit)
        if isInAttribute && goesOn { return nil }
        self.text = text
        end = next
        return
      }
      name.removeLast()
    }
    return nil
  }

  /// Those that nearly every document has, for which the table need not be read.
  private static func common(_ name: [UInt8]) -> [UInt8]? {
    switch String(decoding: name, as: UTF8.self) {
    case "amp": [UInt8(ascii: "&")]
    case "lt": [UInt8(ascii: "<")]
    case "gt": [UInt8(ascii: ">")]
    case "quot": [UInt8(ascii: "\"")]
    case "apos": [UInt8(ascii: "'")]
    case "nbsp": [0xC2, 0xA0]
    default: nil
    }
  }

  private static func number(_ utf8: Span<UInt8>, _ start: Int, end limit: Int) -> (Unicode.Scalar, Int)? {
    var at = start
    let isHexadecimal = at < limit && utf8[at] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { at += 1 }
    let first = at
    var value: UInt32 = 0
    while at < limit, let digit = utf8[at].hexadecimalValue, isHexadecimal || digit < 10 {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      at += 1
    }
    guard at > first else { return nil }
    if at < limit, utf8[at] == UInt8(ascii: ";") { at += 1 }
    if (0x80..<0xA0).contains(value) { value = UInt32(windows1252[Int(value) - 0x80]) }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (scalar ?? "\u{FFFD}", at)
  }

  /// What browsers take the numbers 0x80 to 0x9F for.
  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  private static let legacy = Set(words(HTMLEntityNames.legacy).map(Array.init))

  private static let table: [[UInt8]: [UInt8]] = {
    var table: [[UInt8]: [UInt8]] = [:]
    for word in words(HTMLEntityNames.all) {
      let parts = word.split(separator: UInt8(ascii: "="))
      var text: [UInt8] = []
      for number in parts[1].split(separator: UInt8(ascii: "+")) {
        let value = number.reduce(UInt32(0)) { $0 << 4 | ($1.hexadecimalValue ?? 0) }
        text += Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
      }
      table[Array(parts[0])] = text
    }
    return table
  }()

  private static func words(_ text: StaticString) -> [ArraySlice<UInt8>] {
    let bytes = text.withUTF8Buffer { unsafe Array($0) }
    return bytes.split { $0.isASCIISpace }
  }
}
