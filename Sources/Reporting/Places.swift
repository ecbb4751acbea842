internal import Linting
package import SourceText

/// The lines and columns of all that a text's items name, in the text and in what it was read from.
package struct Places {
  private let positions: TextPositions
  private let source: DraftSource?
  private let index: PlaceIndex?

  /// Columns of the source where they do not count code points.
  private let columns: Columns?

  /// The places of a text's items; columns in what it was read from count in `unit`.
  package init(_ checked: CheckedText, _ unit: ColumnUnit = .codePoints) {
    let findings = (checked.items + checked.accepted).map(\.finding.range)
    let edits = checked.items.flatMap { $0.advice?.fixes.flatMap { $0.edits.map(\.range) } ?? [] }
    positions = TextPositions(of: (findings + edits).flatMap { [$0.lowerBound, $0.upperBound] }, in: checked.utf8.span)
    source = checked.source
    index = source.map { $0.index ?? PlaceIndex($0.utf8.span) }
    if unit != .codePoints, let source, let index {
      let ranges = (findings + edits).map { source.map.source(of: $0) }
      columns = Columns(unit, of: ranges.flatMap { [$0.lowerBound, $0.upperBound] }, in: source.utf8.span, index)
    } else {
      columns = nil
    }
  }

  /// Where a range of the text begins and ends in it.
  func text(of range: ByteRange) -> (start: TextPosition, end: TextPosition) {
    (positions[range.lowerBound], positions[range.upperBound])
  }

  /// Where a range of the text begins and ends in what it was read from; offsets count the bytes of the file.
  package func source(of range: ByteRange) -> (start: TextPosition, end: TextPosition) {
    guard let source, let index else { return text(of: range) }
    let read = source.map.source(of: range)
    let bytes = source.encoding.source(of: read)
    func position(_ offset: Int, _ byte: Int) -> TextPosition {
      let position = index.position(of: offset, in: source.utf8.span)
      let column = columns?[offset] ?? position.column
      return TextPosition(line: position.line + source.firstLine - 1, column: column, offset: byte)
    }
    return (position(read.lowerBound, bytes.lowerBound), position(read.upperBound, bytes.upperBound))
  }
}
