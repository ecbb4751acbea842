import SourceText
import UnicodeText

/// The stretches of a text that stand in quotation marks, in order.
struct QuotedRanges {
  private var ranges: [ByteRange] = []

  /// The longest quotation that is believed to be one, in bytes.
  private static let longest = 600

  private static let closing: [UInt32: [UInt32]] = [
    0x22: [0x22], 0x201C: [0x201D, 0x22], 0x201E: [0x201C, 0x201D, 0x22], 0x201D: [0x201D], 0xAB: [0xBB], 0xBB: [0xAB],
    0x300C: [0x300D], 0x300E: [0x300F], 0x2039: [0x203A],
  ]

  /// Reads a folded text once.
  init(_ utf8: Span<UInt8>) {
    var at = 0
    var open: (start: Int, closing: [UInt32])?
    while at < utf8.count {
      let byte = utf8[at]
      if byte < 0x80, byte != 0x22, byte != 0x0A {
        at += 1
        continue
      }
      let (scalar, length) = utf8.scalar(at: at)
      if let quotation = open {
        if quotation.closing.contains(scalar) {
          ranges.append(quotation.start..<(at + length))
          open = nil
        } else if at - quotation.start > Self.longest || Self.isBlankLine(utf8, at) {
          // A mark without its partner, such as the sign for inches: what follows it is looked at anew.
          open = nil
        }
      } else if let closing = Self.closing[scalar], scalar != 0x22 || !Self.followsDigit(utf8, at) {
        open = (at, closing)
      }
      at += length
    }
  }

  private static func isBlankLine(_ utf8: Span<UInt8>, _ at: Int) -> Bool {
    utf8[at] == 0x0A && at + 1 < utf8.count && (utf8[at + 1] == 0x0A || utf8[at + 1] == 0x0D)
  }

  private static func followsDigit(_ utf8: Span<UInt8>, _ at: Int) -> Bool { at > 0 && (utf8[at - 1] &- 0x30) < 10 }

  /// Whether a range stands wholly inside a quotation.
  func contains(_ range: ByteRange) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < range.upperBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= range.lowerBound
  }
}
