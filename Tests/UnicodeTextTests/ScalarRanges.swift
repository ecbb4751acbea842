import SourceText
import UnicodeText

/// The bytes of each scalar of well-formed UTF-8, in order.
func scalarRanges(_ utf8: [UInt8]) -> [ByteRange] {
  var ranges: [ByteRange] = []
  var at = 0
  while at < utf8.count {
    let end = at + utf8.span.scalar(at: at).length
    ranges.append(at..<end)
    at = end
  }
  return ranges
}
