internal import SourceText

/// The ways in which e-mail writes bytes in ASCII (RFC 2045).
enum TransferEncoding {
  /// Undoes quoted-printable; what is none stands for itself.
  static func quotedPrintable(_ utf8: Span<UInt8>, _ range: ByteRange, isWord: Bool = false) -> MappedText {
    var text = MappedText()
    var plain = range.lowerBound
    var at = plain
    func copyPlain(_ text: inout MappedText) { text.copy(plain..<at, of: utf8) }
    while at < range.upperBound {
      if isWord, utf8[at] == UInt8(ascii: "_") {
        copyPlain(&text)
        text.append(0x20, for: at..<(at + 1))
        at += 1
        plain = at
      } else if utf8[at] == UInt8(ascii: "="), let end = softBreak(utf8, at, range.upperBound) {
        copyPlain(&text)
        at = end
        plain = at
      } else if utf8[at] == UInt8(ascii: "="), at + 2 < range.upperBound, let high = utf8[at + 1].hexadecimalValue,
        let low = utf8[at + 2].hexadecimalValue
      {
        copyPlain(&text)
        text.append(UInt8(high << 4 | low), for: at..<(at + 3))
        at += 3
        plain = at
      } else {
        at += 1
      }
    }
    copyPlain(&text)
    return text
  }

  /// Where a line goes on that an equals sign ends.
  private static func softBreak(_ utf8: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var at = utf8.skipSpaces(from: start + 1, end: end)
    if at == end { return at }
    if utf8[at] == 0x0D { at += 1 }
    return at < end && utf8[at] == 0x0A ? at + 1 : nil
  }

  /// Undoes base64; three bytes stand at the four letters that say them.
  ///
  /// What is no letter is passed over and told, and so is a last letter that says no byte; `=` at the end may be missing.
  static func base64(_ utf8: Span<UInt8>, _ range: ByteRange) -> (text: MappedText, firstBad: Int?) {
    var text = MappedText()
    var firstBad: Int?
    var bits: UInt32 = 0
    var count = 0
    var start = range.lowerBound
    func flush(_ text: inout MappedText, _ end: Int) {
      guard count > 1 else { return }
      let whole = bits << UInt32(6 * (4 - count))
      let bytes = [UInt8(whole >> 16 & 0xFF), UInt8(whole >> 8 & 0xFF), UInt8(whole & 0xFF)]
      text.append(bytes.prefix(count - 1), for: start..<end)
    }
    for at in range {
      guard let value = value(utf8[at]) else {
        if utf8[at] == UInt8(ascii: "=") {
          let isDouble = at + 1 < range.upperBound && utf8[at + 1] == UInt8(ascii: "=")
          flush(&text, isDouble ? at + 2 : at + 1)
          (bits, count) = (0, 0)
        } else if !utf8[at].isASCIISpace, firstBad == nil {
          firstBad = at
        }
        continue
      }
      if count == 0 { start = at }
      bits = bits << 6 | value
      count += 1
      if count == 4 {
        flush(&text, at + 1)
        (bits, count) = (0, 0)
      }
    }
    flush(&text, range.upperBound)
    if count == 1, firstBad == nil { firstBad = start }
    return (text, firstBad)
  }

  private static func value(_ letter: UInt8) -> UInt32? {
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
