/// Writes the values of an image one after the other, as well-formed UTF-8; numbers as ``SevenBitNumber`` says.
package struct ImageWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ value: some SevenBitNumber) { bytes += value.stored }

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

  /// Numbers with their count in front, where a reader can leave them.
  package mutating func write<Value: SevenBitNumber>(_ values: [Value]) {
    write(UInt32(values.count))
    for value in values { write(value) }
  }

  package mutating func write(_ texts: [String]) {
    write(UInt32(texts.count))
    for text in texts { write(text) }
  }

  /// Bytes as they are.
  package mutating func append(_ section: [UInt8]) { bytes += section }
}
