/// The feedback of several files, each entry once.
package struct FeedbackCollection: Sendable {
  /// The name that the whole of a file goes by, and what it is written in.
  package private(set) var encodings: [(file: String, encoding: ReportEncoding)] = []

  /// In the order in which they were read.
  package private(set) var rows: [FeedbackRow] = []

  /// How many rows were read, malformed ones and those of one order among them.
  package private(set) var rowCount = 0

  /// How many rows were dropped that say what another one says.
  package private(set) var duplicates = 0
  package private(set) var conflicts: [RowConflict] = []
  package private(set) var malformed: [MalformedRow] = []

  private let country: Country?

  /// Whether a row without a rating or a date is malformed.
  private let needsFigures: Bool

  /// Where the row of an order stands in ``rows``.
  private var indices: [String: Int] = [:]

  /// What is wrong with a whole file, in one line without a full stop.
  package struct Failure: Error {
    package let message: String

    init(_ message: String) { self.message = message }
  }

  /// - Parameters:
  ///   - country: Whose marketplace the files are from; nil has it told by the buyers' addresses.
  ///   - needsFigures: Whether a row without a rating or a date is malformed.
  package init(country: Country?, needsFigures: Bool) {
    self.country = country
    self.needsFigures = needsFigures
  }

  /// Adds the marketplace's report, packed or not.
  ///
  /// - Throws: What keeps the whole of it from being read.
  package mutating func addReport(_ bytes: [UInt8], file: String) throws(Failure) {
    try add(try ReportReader(ReportText(unpacking: bytes, country: country)), file)
  }

  /// Adds a table of comments whose first row names the columns.
  ///
  /// - Throws: As ``addReport(_:file:)``.
  package mutating func addTable(_ bytes: [UInt8], file: String) throws(Failure) {
    try add(try CommentTable(ReportText(unpacking: bytes, country: country)), file)
  }

  /// Adds lines of NDJSON.
  ///
  /// - Throws: As ``addReport(_:file:)``.
  package mutating func addRecords(_ bytes: [UInt8], file: String) throws(Failure) {
    let text = try ReportText(unpacking: bytes, country: country)
    guard text.encoding == .utf8 || text.encoding == .utf8WithMark else {
      throw Failure("the records are not in UTF-8")
    }
    try add(RecordLines(text), file)
  }

  private mutating func add(_ reader: some RowReader, _ file: String) throws(Failure) {
    var reader = reader
    encodings.append((file, reader.text.encoding))
    while let (line, row) = reader.next() {
      rowCount += 1
      let place = FilePlace(file: file, line: line)
      do throws(RowError) {
        let entry = try reader.entry(of: row)
        if needsFigures, entry.rating == nil { throw .malformed("there is no rating") }
        if needsFigures, entry.date == nil { throw .malformed("there is no date") }
        add(FeedbackRow(place: place, country: reader.text.country, entry: entry))
      } catch {
        switch error {
        case .malformed(let reason): malformed.append(MalformedRow(place: place, reason: reason))
        case .unclear(let message): throw Failure("line \(line): \(message)")
        }
      }
    }
  }

  private mutating func add(_ row: FeedbackRow) {
    guard !row.entry.id.isEmpty else { return rows.append(row) }
    guard let index = indices[row.entry.id] else {
      indices[row.entry.id] = rows.count
      return rows.append(row)
    }
    guard rows[index].entry != row.entry else { return duplicates += 1 }
    // Of one day the row that was read last is the newer one, as a rule: an answer of the seller's came to it.
    let isLater = (rows[index].entry.date ?? CalendarDate(day: .min)) <= (row.entry.date ?? CalendarDate(day: .min))
    let (kept, dropped) = isLater ? (row, rows[index]) : (rows[index], row)
    rows[index] = kept
    conflicts.append(RowConflict(id: row.entry.id, kept: kept.place, dropped: dropped.place))
  }
}
