/// Reads a file of feedback row by row.
protocol RowReader {
  associatedtype Row

  var text: ReportText { get }

  /// The next row and its line, counted from 1; nil at the end.
  mutating func next() -> (line: Int, row: Row)?

  func entry(of row: Row) throws(RowError) -> FeedbackEntry
}

/// Why a row says nothing, in one line without a full stop.
enum RowError: Error {
  /// The row is kept aside.
  case malformed(String)

  /// The file cannot be read before something is told.
  case unclear(String)

  /// What stands in a cell, to be named in a reason; not an address, which has no place in any output.
  static func shown(_ cell: String) -> String { cell.contains("@") ? "what stands there" : "`\(cell.prefix(40))`" }
}
