package import SourceText

/// A text that was decoded from bytes of some charset.
package struct DecodedText: Sendable {
  /// The text, well-formed UTF-8, with the map to the bytes.
  package var text = MappedText()

  /// The stretches of the bytes that are no text of the charset; each stands in the text as one U+FFFD.
  package var undecodable: [ByteRange] = []

  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Decodes UTF-8.
  ///
  /// - Parameter range: The bytes to decode; the map counts from the first of all bytes.
  package init(utf8 bytes: Span<UInt8>, in range: ByteRange) {
    var at = range.lowerBound
    while at < range.upperBound {
      do {
        _ = try UTF8Span(validating: bytes.extracting(at..<range.upperBound))
        text.copy(at..<range.upperBound, of: bytes)
        return
      } catch {
        let bad = (at + error.byteOffsets.lowerBound)..<(at + error.byteOffsets.upperBound)
        text.copy(at..<bad.lowerBound, of: bytes)
        replace(bad)
        at = bad.upperBound
      }
    }
  }

  init() {}

  mutating func replace(_ bad: ByteRange) {
    text.append(Self.replacement, for: bad)
    undecodable.append(bad)
  }
}
