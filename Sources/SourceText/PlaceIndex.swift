/// Tells lines and columns in a text again and again, also where one line is all of it.
public struct PlaceIndex: Sendable {
  fileprivate let lines: LineIndex

  /// The code points before each block of bytes.
  private let codePoints: [Int]

  private static let block = 1_024

  /// Reads a text once.
  ///
  /// - Complexity: O(*n*) in its bytes.
  public init(_ utf8: Span<UInt8>) {
    lines = LineIndex(utf8)
    var counts: [Int] = []
    var count = 0
    for index in utf8.indices {
      if index % Self.block == 0 { counts.append(count) }
      if utf8[index] & 0xC0 != 0x80 { count += 1 }
    }
    counts.append(count)
    codePoints = counts
  }

  /// The line and column of a byte offset in the text that was read.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  public func position(of offset: Int, in utf8: Span<UInt8>) -> TextPosition {
    let line = lines.line(of: offset)
    let column = count(before: offset, in: utf8) - count(before: lines.lineStarts[line], in: utf8) + 1
    return TextPosition(line: line + 1, column: column, offset: offset)
  }

  private func count(before offset: Int, in utf8: Span<UInt8>) -> Int {
    let block = min(offset / Self.block, codePoints.count - 1)
    var count = codePoints[block]
    var at = block * Self.block
    while at < min(offset, utf8.count) {
      if utf8[at] & 0xC0 != 0x80 { count += 1 }
      at += 1
    }
    return count
  }
}

extension PlaceIndex {
  /// The byte at which the line of a byte offset begins.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  public func lineStart(of offset: Int) -> Int { lines.lineStarts[lines.line(of: offset)] }
}
