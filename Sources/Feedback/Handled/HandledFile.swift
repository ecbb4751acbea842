/// What was done about entries before, so that nothing is asked for twice.
///
/// It is a table with the columns `order_id`, `action` and `date`; others are left as they are.
package struct HandledFile: Sendable {
  /// Something that was done.
  package struct Deed: Hashable, Sendable {
    /// In the file's words, as a rule the name of an action.
    package let action: String

    /// As the file writes it; empty where it does not tell.
    package let date: String

    /// Whether the marketplace was asked for something: whatever is not known to be something else counts as that.
    package var isRequest: Bool {
      switch TriageResult.Action(rawValue: action) {
      case .contactBuyer, .publicResponse: false
      case .requestRemoval, .expectStrike, .leave, nil: true
      }
    }
  }

  private enum Column: CaseIterable {
    case id, action, date

    var names: [String] {
      switch self {
      case .id: ["order-id", "amazon-order-id", "id"]
      case .action: ["action"]
      case .date: ["date"]
      }
    }
  }

  /// The last deed by order ID.
  package private(set) var deeds: [String: Deed] = [:]

  /// All of the file, with what was noted.
  package private(set) var bytes: [UInt8]

  /// Whether something was noted that the file did not hold.
  package private(set) var hasChanged = false

  private let delimiter: UInt8
  private let columns: [Column?]

  /// What is in a file of nothing.
  private static let header = Array("order_id,action,date\n".utf8)

  /// Reads the file; one that is empty, or not there yet, holds no deeds.
  ///
  /// - Throws: What is wrong with it.
  package init(_ bytes: [UInt8]) throws(FeedbackCollection.Failure) {
    self.bytes = bytes.isEmpty ? Self.header : bytes
    var table = CellTable(ReportText(self.bytes, country: nil))
    guard let (_, header) = table.next() else { throw FeedbackCollection.Failure("the file has no header") }
    let names = header.cells.map { ColumnName.plain(String(decoding: $0, as: UTF8.self).trimmedASCII) }
    columns = names.map { name in Column.allCases.first { $0.names.contains(name) } }
    for column in [Column.id, .action] where columns.count(where: { $0 == column }) != 1 {
      let name = column.names[0].map { $0 == "-" ? "_" : $0 }
      throw FeedbackCollection.Failure(
        "one column has to be called `\(String(name))`; others may be `date` and your own")
    }
    let first = self.bytes.prefix { $0 != 0x0A }
    delimiter = [0x09, UInt8(ascii: ";")].first(where: first.contains) ?? UInt8(ascii: ",")
    while let (line, row) = table.next() {
      if let problem = row.problem { throw FeedbackCollection.Failure("line \(line): \(problem)") }
      let values = Column.allCases.map { column in
        columns.firstIndex(of: column).flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
          .map { String(decoding: $0, as: UTF8.self).trimmedASCII } ?? ""
      }
      guard !values[0].isEmpty else { throw FeedbackCollection.Failure("line \(line): there is no order ID") }
      // A request that was made stays one, whatever was done later.
      if deeds[values[0]]?.isRequest == true { continue }
      deeds[values[0]] = Deed(action: values[1], date: values[2])
    }
    if let last = self.bytes.last, last != 0x0A { self.bytes.append(0x0A) }
  }

  /// Takes back what was suggested and done before.
  ///
  /// A request that is possible by now may follow a message, but nothing follows a request.
  package func follow(_ result: inout TriageResult, _ entry: FeedbackEntry) {
    guard let deed = deeds[entry.id] else { return }
    let isRequest = result.action == .requestRemoval || result.action == .expectStrike
    if isRequest && !deed.isRequest { return }
    result.action = .leave
    result.draft = nil
  }

  /// Notes what is suggested as done; to leave something is no deed.
  package mutating func note(_ result: TriageResult, _ entry: FeedbackEntry, _ date: CalendarDate) {
    guard result.action != .leave, !entry.id.isEmpty else { return }
    let deed = Deed(action: result.action.rawValue, date: date.description)
    deeds[entry.id] = deed
    hasChanged = true
    for (index, column) in columns.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      switch column {
      case .id: appendCell(entry.id)
      case .action: appendCell(deed.action)
      case .date: appendCell(deed.date)
      case nil: break
      }
    }
    bytes.append(0x0A)
  }

  private mutating func appendCell(_ text: String) {
    let utf8 = Array(text.utf8)
    guard delimiter != 0x09 else {
      bytes += utf8.map { $0 < 0x20 ? 0x20 : $0 }
      return
    }
    guard utf8.contains(where: { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 < 0x20 }) else {
      return bytes += utf8
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in utf8 { bytes += byte == UInt8(ascii: "\"") ? [byte, byte] : [byte] }
    bytes.append(UInt8(ascii: "\""))
  }
}
