import SourceText
import UnicodeText

/// Characters that nobody sees and that break words for those who search for them.
enum HiddenCharacters {
  /// Whether some stand inside a word of a range of a source.
  static func stand(in utf8: Span<UInt8>, _ range: ByteRange) -> Bool { first(in: utf8, range) != nil }

  /// Where they stand in a range of a source.
  static func ranges(in utf8: Span<UInt8>, _ range: ByteRange) -> [ByteRange] {
    var ranges: [ByteRange] = []
    var at = range.lowerBound
    while let found = first(in: utf8, at..<range.upperBound) {
      ranges.append(found)
      at = found.upperBound
    }
    return ranges
  }

  /// Soft hyphens are no disguise: word processors set them.
  private static func first(in utf8: Span<UInt8>, _ range: ByteRange) -> ByteRange? {
    var at = range.lowerBound
    while at < range.upperBound {
      guard utf8[at] >= 0x80 else {
        at += 1
        continue
      }
      let (scalar, length) = utf8.scalar(at: at)
      switch scalar {
      case 0x200B, 0x200C, 0x2060...0x2064, 0xFEFF, 0x202A...0x202E, 0x180E: return at..<(at + length)
      default: at += length
      }
    }
    return nil
  }
}
