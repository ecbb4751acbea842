/// Writes JSON into a buffer, compactly: no space, no line end.
///
/// Commas are put where they belong; that names and values take turns is the caller's part.
package struct JSONWriter: ~Copyable {
  package private(set) var bytes: [UInt8]
  private var needsComma = false

  /// A writer behind what `bytes` hold.
  package init(_ bytes: consuming [UInt8] = []) { self.bytes = bytes }

  /// The buffer with all that was written.
  package consuming func finish() -> [UInt8] { bytes }

  package mutating func object(_ members: (inout JSONWriter) -> Void) { enclosed("{", "}", members) }

  package mutating func array(_ elements: (inout JSONWriter) -> Void) { enclosed("[", "]", elements) }

  /// The name of the member whose value is written next.
  package mutating func name(_ name: StaticString) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// The name of a member that is not known beforehand.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ string: some StringProtocol) {
    comma()
    var string = String(string)
    string.withUTF8 { unsafe appendString($0.span) }
  }

  /// The name of a member, where it is not known before the program runs.
  package mutating func name(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A string of UTF-8 bytes.
  package mutating func string(_ utf8: Span<UInt8>) {
    comma()
    appendString(utf8)
  }

  package mutating func number(_ number: Int) {
    comma()
    bytes.append(decimal: number)
  }

  package mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  package mutating func null() { literal("null") }

  /// JSON that is written already.
  package mutating func raw(_ json: [UInt8]) {
    comma()
    bytes.append(contentsOf: json)
  }

  private mutating func literal(_ word: StaticString) {
    comma()
    word.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func enclosed(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
    comma()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func appendString(_ utf8: Span<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var plain = 0
    for index in utf8.indices {
      let byte = utf8[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F else { continue }
      bytes.append(utf8, plain..<index)
      appendEscape(byte)
      plain = index + 1
    }
    bytes.append(utf8, plain..<utf8.count)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(contentsOf: [0x75, 0x30, 0x30])
      for digit in [byte >> 4, byte & 0xF] { bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
    }
  }
}

extension [UInt8] {
  mutating func append(_ utf8: Span<UInt8>, _ range: Range<Int>) {
    unsafe utf8.withUnsafeBufferPointer { unsafe append(contentsOf: $0[range]) }
  }

  mutating func append(_ text: some StringProtocol) { append(contentsOf: text.utf8) }

  /// Appends a number in decimal digits.
  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = number.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
