/// Reads a table of comments whose first row names its columns.
struct CommentTable: RowReader {
  private var table: CellTable
  private var columns: [FeedbackField: Int] = [:]
  private let columnCount: Int

  var text: ReportText { table.text }

  /// - Throws: That there is no column of comments, or a column twice.
  init(_ text: ReportText) throws(FeedbackCollection.Failure) {
    table = CellTable(text)
    guard let (_, header) = table.next() else { throw FeedbackCollection.Failure("the file is empty") }
    columnCount = header.cells.count
    let names = header.cells.map { text.string($0).map { String(decoding: $0, as: UTF8.self) } ?? "" }
    for (index, name) in names.enumerated() {
      guard let field = FeedbackField(column: name) else { continue }
      guard columns.updateValue(index, forKey: field) == nil else {
        throw FeedbackCollection.Failure("the columns `\(names[columns[field] ?? index])` and others say the same")
      }
    }
    guard columns[.comment] != nil else {
      throw FeedbackCollection.Failure(
        "no column is called `comment`; for the marketplace's report use `--input-format report`")
    }
  }

  mutating func next() -> (line: Int, row: CellTable.Row)? { table.next() }

  func entry(of row: CellTable.Row) throws(RowError) -> FeedbackEntry {
    if let problem = row.problem { throw .malformed(problem) }
    guard row.cells.count <= columnCount else {
      throw .malformed("\(row.cells.count) columns, where the first line has \(columnCount)")
    }
    let address = try text.utf8(cell(.address, row), "buyer's address")
    var comment = try text.utf8(cell(.comment, row), "comment")
    comment.hide(address)
    var response = try text.utf8(cell(.response, row), "response")
    response.hide(address)
    let language = try text.string(cell(.language, row), "language")
    return FeedbackEntry(
      id: try text.string(cell(.id, row), "id"), language: language.isEmpty ? nil : language,
      rating: try value(.rating, row) { cell throws(RowError) in try text.rating(cell) }, comment: comment,
      response: response.isEmpty ? nil : String(decoding: response, as: UTF8.self),
      date: try value(.date, row) { cell throws(RowError) in try text.date(cell) },
      orderDate: try value(.orderDate, row) { cell throws(RowError) in try text.date(cell) },
      fulfillment: try OrderFacts.fulfillment(text.string(cell(.fulfillment, row), "fulfillment")),
      isShippedOnTime: try OrderFacts.answer(text.string(cell(.shippedOnTime, row), "answer")),
      hasBuyShipping: try OrderFacts.answer(text.string(cell(.buyShipping, row), "answer")))
  }

  /// The cell of a column; empty where there is none.
  private func cell(_ field: FeedbackField, _ row: CellTable.Row) -> [UInt8] {
    guard let index = columns[field], index < row.cells.count else { return [] }
    return row.cells[index]
  }

  /// What a cell says; nil where it is empty.
  private func value<Value>(
    _ field: FeedbackField, _ row: CellTable.Row, _ read: ([UInt8]) throws(RowError) -> Value
  ) throws(RowError) -> Value? {
    let cell = cell(field, row)
    return cell.allSatisfy { $0 <= 0x20 } ? nil : try read(cell)
  }
}
