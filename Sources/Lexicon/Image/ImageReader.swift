/// Reads what ``ImageWriter`` wrote, in the same order.
///
/// Images are made by the same build that reads them, so a value that is not there is a mistake of ours and traps.
package struct ImageReader: Sendable {
  private let bytes: [UInt8]
  private var at = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { at == bytes.count }

  package mutating func read<Value: FixedWidthInteger>(_: Value.Type = Value.self) -> Value {
    let size = MemoryLayout<Value>.size
    precondition(at + size <= bytes.count, "the image ends early")
    defer { at += size }
    return unsafe bytes.withUnsafeBytes {
      Value(littleEndian: unsafe $0.loadUnaligned(fromByteOffset: at, as: Value.self))
    }
  }

  package mutating func readFlag() -> Bool { read(UInt8.self) != 0 }

  package mutating func readString() -> String {
    let count = Int(read(UInt32.self))
    defer { at += count }
    return String(decoding: bytes[at..<(at + count)], as: UTF8.self)
  }

  package mutating func readOptionalString() -> String? { readFlag() ? readString() : nil }

  package mutating func readArray<Value: FixedWidthInteger>(of _: Value.Type = Value.self) -> [Value] {
    let count = Int(read(UInt32.self))
    let size = count * MemoryLayout<Value>.size
    precondition(at + size <= bytes.count, "the image ends early")
    defer { at += size }
    return unsafe Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      unsafe bytes.withUnsafeBytes { source in
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[at..<(at + size)]))
      }
      initialized = count
    }
  }

  package mutating func readStrings() -> [String] {
    let count = Int(read(UInt32.self))
    return (0..<count).map { _ in readString() }
  }
}
