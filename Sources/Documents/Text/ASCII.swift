extension UInt8 {
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isASCIIDigit: Bool { self &- 0x30 < 10 }

  /// Whether it is a space, a tab or a line end.
  var isASCIISpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D || self == 0x0C }

  var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self + 0x20 : self }

  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}

extension Span<UInt8> {
  /// Whether ASCII text stands at an offset, in either case; `word` is in lower case.
  func hasASCII(_ word: StaticString, at offset: Int, end: Int) -> Bool {
    guard offset >= 0, offset + word.utf8CodeUnitCount <= end else { return false }
    for index in 0..<word.utf8CodeUnitCount {
      if unsafe self[offset + index].asciiLowercased != word.utf8Start[index] { return false }
    }
    return true
  }

  /// The offset of a word of ASCII at or after `start`, in either case; `word` is in lower case.
  func firstASCII(_ word: StaticString, from start: Int, end: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    guard length > 0 else { return nil }
    let first = unsafe word.utf8Start[0]
    var at = start
    while at + length <= end {
      if self[at].asciiLowercased == first, hasASCII(word, at: at, end: end) { return at }
      at += 1
    }
    return nil
  }

  /// The bytes of a range.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    unsafe withUnsafeBufferPointer { unsafe Array($0[range]) }
  }

  /// A range as a string.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes(range), as: UTF8.self) }
}
