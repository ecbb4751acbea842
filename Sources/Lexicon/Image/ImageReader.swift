/// Reads what ``ImageWriter`` wrote, in the same order.
///
/// Images are made by the same build that reads them, so a value that is not there is a mistake of ours and traps.
package struct ImageReader: Sendable {
  private let storage: ImageStorage
  private let start: Int
  private var at: Int
  private let end: Int

  package init(_ storage: ImageStorage, _ section: Range<Int>) {
    precondition(section.upperBound <= storage.count, "no such section")
    self.storage = storage
    start = section.lowerBound
    at = section.lowerBound
    end = section.upperBound
  }

  package init(_ bytes: [UInt8]) { self.init(ImageStorage(copying: bytes), 0..<bytes.count) }

  package var isAtEnd: Bool { at == end }

  /// Asks the system to have at hand all that was read so far.
  func fetch() { storage.fetch(start..<at) }

  private mutating func take(_ size: Int) -> UnsafeRawPointer {
    precondition(at + size <= end, "the image ends early")
    defer { at += size }
    return unsafe storage.base + at
  }

  package mutating func read<Value: SevenBitNumber>(_: Value.Type = Value.self) -> Value {
    unsafe Value.load(take(Value.storedSize))
  }

  package mutating func readFlag() -> Bool { read(UInt8.self) != 0 }

  package mutating func readString() -> String {
    let count = Int(read(UInt32.self))
    return unsafe String(decoding: UnsafeRawBufferPointer(start: take(count), count: count), as: UTF8.self)
  }

  mutating func skipString() {
    let count = Int(read(UInt32.self))
    _ = unsafe take(count)
  }

  package mutating func readOptionalString() -> String? { readFlag() ? readString() : nil }

  /// Numbers that stay in the image; the caller keeps its storage.
  package mutating func readFlat<Value: SevenBitNumber>(of _: Value.Type = Value.self) -> FlatArray<Value> {
    let count = Int(read(UInt32.self))
    return unsafe FlatArray(base: take(count * Value.storedSize), count: count)
  }

  /// Keys that stay in the image.
  mutating func readKeys() -> FlatKeys {
    let count = Int(read(UInt32.self))
    return unsafe FlatKeys(base: take(count * 8), count: count)
  }

  package mutating func readArray<Value: SevenBitNumber>(of _: Value.Type = Value.self) -> [Value] {
    let flat = readFlat(of: Value.self)
    return flat.indices.map { flat[$0] }
  }

  package mutating func readStrings() -> [String] {
    let count = Int(read(UInt32.self))
    return (0..<count).map { _ in readString() }
  }
}
