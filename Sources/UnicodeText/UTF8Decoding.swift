extension Span<UInt8> {
  /// The scalar that begins at an offset of well-formed UTF-8, and its length in bytes.
  ///
  /// A stray byte answers U+FFFD of length 1.
  @inline(__always)
  package func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(self[offset])
    if lead < 0x80 { return (lead, 1) }
    if lead >= 0xC2, lead < 0xE0, offset + 1 < count {
      return ((lead & 0x1F) << 6 | UInt32(self[offset + 1] & 0x3F), 2)
    }
    if lead >= 0xE0, lead < 0xF0, offset + 2 < count {
      return ((lead & 0x0F) << 12 | UInt32(self[offset + 1] & 0x3F) << 6 | UInt32(self[offset + 2] & 0x3F), 3)
    }
    if lead >= 0xF0, lead < 0xF5, offset + 3 < count {
      let high = (lead & 0x07) << 18 | UInt32(self[offset + 1] & 0x3F) << 12
      return (high | UInt32(self[offset + 2] & 0x3F) << 6 | UInt32(self[offset + 3] & 0x3F), 4)
    }
    return (0xFFFD, 1)
  }

  /// The scalar that ends just before an offset, or nil at the start.
  package func scalar(before offset: Int) -> UInt32? {
    var start = offset - 1
    guard start >= 0 else { return nil }
    while start > 0, self[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
    return scalar(at: start).value
  }

  /// The offset of the first byte at or after one that is not ASCII.
  package func firstNonASCII(from start: Int) -> Int? {
    guard start < count, self[start] < 0x80 else { return start < count ? start : nil }
    return unsafe withUnsafeBytes { bytes in
      let high: UInt64 = 0x8080_8080_8080_8080
      var at = start
      while at + 32 <= bytes.count {
        var bits: UInt64 = 0
        for word in 0..<4 { bits |= unsafe bytes.loadUnaligned(fromByteOffset: at + 8 * word, as: UInt64.self) }
        if bits & high != 0 { break }
        at += 32
      }
      while at < bytes.count {
        if unsafe bytes[at] >= 0x80 { return at }
        at += 1
      }
      return nil
    }
  }
}

extension [UInt8] {
  /// Appends a scalar in UTF-8; a number that is none becomes U+FFFD.
  package mutating func append(scalar: UInt32) {
    guard scalar >= 0x80 else { return append(UInt8(scalar)) }
    append(contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }
}
