/// A number as images hold it: its bits in the lower seven of each byte, the lowest first.
///
/// So every image is ASCII, and a Swift string literal can hold it: that is the only thing that a build plug-in can
/// make part of a program without copying it at each start.
package protocol SevenBitNumber: FixedWidthInteger, Sendable {
  static func load(_ address: UnsafeRawPointer) -> Self
}

extension SevenBitNumber {
  /// How many bytes it takes.
  @inline(__always)
  package static var storedSize: Int { (bitWidth + 6) / 7 }

  /// The bytes, each below 128.
  package var stored: [UInt8] {
    let bits = UInt64(truncatingIfNeeded: self) & (UInt64.max >> UInt64(64 - Self.bitWidth))
    return (0..<Self.storedSize).map { UInt8(bits >> (7 * UInt64($0)) & 0x7F) }
  }

  package static func load(_ address: UnsafeRawPointer) -> Self {
    var bits: UInt64 = 0
    for index in 0..<storedSize {
      unsafe bits |= UInt64(address.load(fromByteOffset: index, as: UInt8.self)) << (7 * UInt64(index))
    }
    return Self(truncatingIfNeeded: bits)
  }
}

extension UInt8: SevenBitNumber {}
extension Int16: SevenBitNumber {}

extension UInt64: SevenBitNumber {
  @inline(__always)
  package static func load(_ address: UnsafeRawPointer) -> UInt64 {
    var bits: UInt64 = 0
    for index in 0..<10 {
      unsafe bits |= UInt64(address.load(fromByteOffset: index, as: UInt8.self)) << UInt64(7 * index)
    }
    return bits
  }
}

extension UInt16: SevenBitNumber {
  @inline(__always)
  package static func load(_ address: UnsafeRawPointer) -> UInt16 {
    let low = unsafe UInt16(littleEndian: address.loadUnaligned(as: UInt16.self))
    let high = unsafe UInt16(address.load(fromByteOffset: 2, as: UInt8.self))
    return low & 0x7F | (low >> 1) & 0x3F80 | high << 14
  }
}

extension UInt32: SevenBitNumber {
  @inline(__always)
  package static func load(_ address: UnsafeRawPointer) -> UInt32 {
    let low = unsafe UInt32(littleEndian: address.loadUnaligned(as: UInt32.self))
    let high = unsafe UInt32(address.load(fromByteOffset: 4, as: UInt8.self))
    return low & 0x7F | (low >> 1) & 0x3F80 | (low >> 2) & 0x1F_C000 | (low >> 3) & 0x0FE0_0000 | high << 28
  }
}
