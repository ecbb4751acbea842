/// A number as images hold it: its bits in the lower seven of each byte.
///
/// So every image is ASCII, and a Swift string literal can hold it: that is the only thing that a build plug-in can
/// make part of a program without copying it at each start.
package protocol SevenBitNumber: FixedWidthInteger, Sendable {
  /// How many bytes it takes.
  static var storedSize: Int { get }

  static func load(_ address: UnsafeRawPointer) -> Self

  /// The bytes, each below 128; traps where the value has too many bits.
  var stored: [UInt8] { get }
}

extension SevenBitNumber {
  package var stored: [UInt8] {
    var rest = UInt64(self)
    let bytes = (0..<Self.storedSize).map { _ in
      defer { rest >>= 7 }
      return UInt8(rest & 0x7F)
    }
    precondition(rest == 0, "\(self) has too many bits for an image")
    return bytes
  }
}

extension UInt8: SevenBitNumber {
  package static var storedSize: Int { 1 }

  /// Below 128.
  @inline(__always)
  package static func load(_ address: UnsafeRawPointer) -> UInt8 { unsafe address.load(as: UInt8.self) }
}

extension UInt16: SevenBitNumber {
  package static var storedSize: Int { 2 }

  /// Below 16,384; the largest of these stands for `UInt16.max`.
  @inline(__always)
  package static func load(_ address: UnsafeRawPointer) -> UInt16 {
    let bits = unsafe UInt16(littleEndian: address.loadUnaligned(as: UInt16.self))
    let value = bits & 0x7F | bits >> 1
    return value == 0x3FFF ? .max : value
  }

  package var stored: [UInt8] {
    precondition(self < 0x3FFF || self == .max, "\(self) has too many bits for an image")
    return [UInt8(self & 0x7F), UInt8(self >> 7 & 0x7F)]
  }
}

extension UInt32: SevenBitNumber {
  package static var storedSize: Int { 4 }

  /// Below 2^28.
  @inline(__always)
  package static func load(_ address: UnsafeRawPointer) -> UInt32 {
    let bits = unsafe UInt32(littleEndian: address.loadUnaligned(as: UInt32.self))
    return bits & 0x7F | (bits >> 1) & 0x3F80 | (bits >> 2) & 0x1F_C000 | (bits >> 3) & 0x0FE0_0000
  }
}
