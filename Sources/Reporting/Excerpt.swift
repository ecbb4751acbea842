package import SourceText

/// The part of a line around a range, cut to what fits on a terminal, and where in it the range stands.
package struct Excerpt {
  /// What to print of the line, with `…` where it is cut.
  package private(set) var line: [UInt8] = []

  /// The columns before the range and those that it takes on this line.
  package private(set) var indentation = 0
  package private(set) var width = 0

  /// Whether the range goes on where the excerpt ends.
  package private(set) var isCut = false

  /// Columns of context on each side, and of the range itself.
  private static let context = 28
  private static let longest = 64

  /// The bytes that context, and the range, may take at most: enough for any ordinary text of so many columns, and a bound for
  /// characters that take no column.
  private static let longestBytes = 256

  /// Cuts out the first line of a range, whose content is `content`.
  package init(_ range: ByteRange, content: ByteRange, in utf8: Span<UInt8>) {
    let start = min(range.lowerBound, content.upperBound)
    appendBefore(start, content, utf8)
    var cells = Cells(start..<max(start, min(range.upperBound, content.upperBound)))
    while width < Self.longest, cells.at - start < Self.longestBytes, let cell = cells.next(utf8) {
      line.append(cell, of: utf8)
      width += cell.width
    }
    isCut = cells.at < range.upperBound
    appendAfter(cells.at, content, utf8)
  }

  private mutating func appendBefore(_ start: Int, _ content: ByteRange, _ utf8: Span<UInt8>) {
    var from = max(content.lowerBound, start - Self.longestBytes)
    while from < start, utf8[from] & 0xC0 == 0x80 { from += 1 }
    var before: [Cell] = []
    var cells = Cells(from..<start)
    while let cell = cells.next(utf8) { before.append(cell) }
    var first = before.count
    while first > 0, indentation + before[first - 1].width <= Self.context {
      first -= 1
      indentation += before[first].width
    }
    if first > 0 || from > content.lowerBound {
      line.append("…")
      indentation += 1
    }
    for cell in before[first...] { line.append(cell, of: utf8) }
  }

  private mutating func appendAfter(_ start: Int, _ content: ByteRange, _ utf8: Span<UInt8>) {
    var cells = Cells(start..<max(start, content.upperBound))
    var after = 0
    while after < Self.context, cells.at - start < Self.longestBytes, let cell = cells.next(utf8) {
      line.append(cell, of: utf8)
      after += cell.width
    }
    if cells.at < content.upperBound { line.append("…") }
  }
}
