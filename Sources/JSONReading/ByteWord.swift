extension Span<UInt8> {
  /// Eight bytes from an offset, the first of them in the lowest bits.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

extension UInt64 {
  private static let lowBits: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that equals `byte`.
  ///
  /// Only the lowest of the bits set is to be relied on: a borrow may set some above it.
  @inline(__always)
  func bytes(equalTo byte: UInt8) -> UInt64 {
    let difference = self ^ (Self.lowBits &* UInt64(byte))
    return (difference &- Self.lowBits) & ~difference & Self.highBits
  }

  /// The high bit of each byte below `byte`, which is at most 128; as above.
  @inline(__always)
  func bytes(below byte: UInt8) -> UInt64 {
    (self &- Self.lowBits &* UInt64(byte)) & ~self & Self.highBits
  }
}
