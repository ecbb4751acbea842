internal import Documents
internal import SourceText

/// Rows of cells, whichever sign parts them.
///
/// Cells parted by tabs are without quotation marks, as the marketplace writes them; others may be in them.
struct CellTable {
  let text: ReportText
  private var parser: TableParser?
  private var lines: ArraySlice<ReportText.Line> = []

  /// The line that is looked at, and the byte at which it begins.
  private var line = 1
  private var counted = 0

  /// A row, and what is wrong with its marks of quotation.
  struct Row {
    let cells: [[UInt8]]
    let problem: String?
  }

  init(_ text: ReportText) {
    self.text = text
    let first = text.bytes.prefix { $0 != 0x0A }
    if first.contains(0x09) {
      lines = text.lines[...]
    } else {
      parser = TableParser(text.bytes.span, delimiter: nil)
    }
  }

  /// The next row with something in it, and the line on which it begins; nil at the end.
  mutating func next() -> (line: Int, row: Row)? {
    guard parser != nil else {
      guard let line = lines.popFirst() else { return nil }
      return (line.number, Row(cells: text.cells(of: line).map(Array.init), problem: nil))
    }
    let bytes = text.bytes
    let utf8 = bytes.span
    var cells: [TableCell] = []
    while true {
      let known = parser?.problems.count ?? 0
      guard parser?.next(utf8, into: &cells) == true else { return nil }
      if cells.allSatisfy(\.range.isEmpty) { continue }
      let start = cells[0].range.lowerBound
      line += LineFeeds.count(in: utf8.extracting(counted..<start), before: start - counted)
      counted = start
      return (
        line, Row(cells: cells.map { $0.text(utf8).utf8 }, problem: parser?.problems.dropFirst(known).first?.message)
      )
    }
  }
}
