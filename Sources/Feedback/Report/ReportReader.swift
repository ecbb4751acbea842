/// Reads the marketplace's flat file: columns by position, since their names are in the seller's language.
struct ReportReader: RowReader {
  let text: ReportText
  private let columnCount: Int
  private var rest: ArraySlice<ReportText.Line>

  /// The columns of today's reports, and of those of years ago, which may have the buyer's part as a tenth.
  private static let counts = [6, 9, 10]

  /// - Throws: That it is no such file.
  init(_ text: ReportText) throws(FeedbackCollection.Failure) {
    self.text = text
    let lines = text.lines
    guard let first = lines.first else { throw FeedbackCollection.Failure("the file is empty") }
    let cells = text.cells(of: first)
    columnCount = cells.count
    guard Self.counts.contains(columnCount) else {
      throw FeedbackCollection.Failure(
        "the first line has \(cells.count) columns; a feedback report has 6, or 9 or 10 in older files, with tabs between"
      )
    }
    // Somebody may have cut the header off.
    let isRow = (try? text.date(cells[0])) != nil && (try? text.rating(cells[1])) != nil
    rest = isRow ? lines[...] : lines.dropFirst()
  }

  mutating func next() -> (line: Int, row: ReportText.Line)? { rest.popFirst().map { ($0.number, $0) } }

  func entry(of line: ReportText.Line) throws(RowError) -> FeedbackEntry {
    let cells = text.cells(of: line)
    guard cells.count == columnCount else {
      throw .malformed("\(cells.count) columns, where the first line has \(columnCount)")
    }
    let isCurrent = columnCount == 6
    let id = try text.string(cells[isCurrent ? 4 : 7], "order ID")
    guard !id.isEmpty, !id.contains("@") else { throw .malformed("there is no order ID") }
    let address = try text.utf8(cells[isCurrent ? 5 : 8], "buyer's address")
    var comment = try text.utf8(cells[2], "comment")
    comment.hide(address)
    var response = try text.utf8(cells[3], "response")
    response.hide(address)
    return FeedbackEntry(
      id: id, rating: try text.rating(cells[1]), comment: comment,
      response: response.isEmpty ? nil : String(decoding: response, as: UTF8.self), date: try text.date(cells[0]))
  }
}
