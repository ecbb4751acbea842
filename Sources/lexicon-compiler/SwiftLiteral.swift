/// Bytes as a string literal of Swift, which the compiler takes without a thought however long it is.
enum SwiftLiteral {
  /// - Parameter bytes: Well-formed UTF-8.
  static func declaration(named name: String, of bytes: [UInt8]) -> [UInt8] {
    var text = Array("let \(name): StaticString = \"".utf8)
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      switch byte {
      case 0: text += "\\0".utf8
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
      case 0x01..<0x20, 0x7F: text += "\\u{\(String(byte, radix: 16))}".utf8
      default: text.append(byte)
      }
    }
    return text + "\"\n".utf8
  }
}
