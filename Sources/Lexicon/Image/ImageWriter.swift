/// Writes the values of an image, little-endian, one after the other.
package struct ImageWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write<Value: FixedWidthInteger>(_ value: Value) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  package mutating func write(_ flag: Bool) { write(flag ? UInt8(1) : 0) }

  /// A text with its length in front.
  package mutating func write(_ text: String) {
    write(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  /// An array of numbers with its length in front.
  package mutating func write<Value: FixedWidthInteger>(_ values: [Value]) {
    write(UInt32(values.count))
    for value in values { write(value) }
  }

  package mutating func write(_ texts: [String]) {
    write(UInt32(texts.count))
    for text in texts { write(text) }
  }
}
