/// A place in a text as people count: line and column from 1.
public struct TextPosition: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int

  /// The column, from 1, in Unicode code points.
  public let column: Int

  /// The UTF-8 bytes before the place.
  public let offset: Int

  /// A place of which all three counts are known.
  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }
}

/// Where the lines of a text begin, to turn byte offsets into lines and columns.
///
/// A line ends with LF, CR LF or CR.
public struct LineIndex: Sendable {
  /// The byte offset at which each line begins; the first is 0.
  public let lineStarts: [Int]

  /// Reads a text once.
  ///
  /// - Complexity: O(*n*) in its bytes.
  public init(_ utf8: Span<UInt8>) {
    var starts = [0]
    for index in utf8.indices {
      let byte = utf8[index]
      guard byte <= 0x0D, byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index + 1 < utf8.count, utf8[index + 1] == 0x0A { continue }
      starts.append(index + 1)
    }
    lineStarts = starts
  }

  /// The line, from 0, that holds a byte offset.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The line and column of a byte offset.
  ///
  /// - Complexity: O(log *n*) in the number of lines and O(*n*) in the length of the line.
  public func position(of offset: Int, in utf8: Span<UInt8>) -> TextPosition {
    let line = line(of: offset)
    var column = 1
    for index in lineStarts[line]..<min(offset, utf8.count) where utf8[index] & 0xC0 != 0x80 { column += 1 }
    return TextPosition(line: line + 1, column: column, offset: offset)
  }

  /// The bytes of a line (from 0) without its end.
  public func content(ofLine line: Int, in utf8: Span<UInt8>) -> ByteRange {
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : utf8.count
    while end > start, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
