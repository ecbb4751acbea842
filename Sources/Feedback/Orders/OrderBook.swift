internal import Documents

/// What is known of orders, from the marketplace's orders report or a table of one's own.
package struct OrderBook: Sendable {
  package struct Order: Hashable, Sendable {
    package var date: CalendarDate?
    package var fulfillment: FeedbackEntry.Fulfillment?
    package var isShippedOnTime: Bool?
    package var hasBuyShipping: Bool?
  }

  /// By order ID.
  package private(set) var orders: [String: Order] = [:]
  package private(set) var malformed: [MalformedRow] = []

  /// How days and encodings are read where the file does not tell.
  private let country: Country?

  package init(country: Country?) { self.country = country }

  /// Adds a file, packed or not; an order may have a row for each of its items.
  ///
  /// - Throws: What keeps the whole of it from being read.
  package mutating func add(_ bytes: [UInt8], file: String) throws(FeedbackCollection.Failure) {
    let text = try ReportText(unpacking: bytes, country: country)
    var table = CellTable(text)
    guard let (_, header) = table.next() else { throw FeedbackCollection.Failure("the file is empty") }
    let columns = try OrderColumns(header.cells.map { String(decoding: $0, as: UTF8.self) })
    while let (line, row) = table.next() {
      do throws(RowError) {
        if let problem = row.problem { throw .malformed(problem) }
        let (id, order) = try columns.order(row.cells, text)
        merge(order, into: id)
      } catch {
        switch error {
        case .malformed(let reason):
          malformed.append(MalformedRow(place: FilePlace(file: file, line: line), reason: reason))
        case .unclear(let message): throw FeedbackCollection.Failure("line \(line): \(message)")
        }
      }
    }
  }

  private mutating func merge(_ order: Order, into id: String) {
    guard let known = orders[id] else {
      orders[id] = order
      return
    }
    orders[id] = Order(
      date: known.date.map { min($0, order.date ?? $0) } ?? order.date,
      fulfillment: Self.agreed(known.fulfillment, order.fulfillment),
      // One item that was sent late makes the order late.
      isShippedOnTime: known.isShippedOnTime == false || order.isShippedOnTime == false
        ? false : known.isShippedOnTime ?? order.isShippedOnTime,
      hasBuyShipping: known.hasBuyShipping == false || order.hasBuyShipping == false
        ? false : known.hasBuyShipping ?? order.hasBuyShipping)
  }

  /// What two rows say; nothing is certain where they differ.
  private static func agreed<Value: Equatable>(_ left: Value?, _ right: Value?) -> Value? {
    guard let left, let right else { return left ?? right }
    return left == right ? left : nil
  }

  /// Tells an entry what it does not know of its order.
  package func complete(_ entry: inout FeedbackEntry) {
    guard let order = orders[entry.id] else { return }
    entry.orderDate = entry.orderDate ?? order.date
    entry.fulfillment = entry.fulfillment ?? order.fulfillment
    entry.isShippedOnTime = entry.isShippedOnTime ?? order.isShippedOnTime
    entry.hasBuyShipping = entry.hasBuyShipping ?? order.hasBuyShipping
  }
}

/// Which column of an orders file says what.
private struct OrderColumns {
  private var indices: [Field: Int] = [:]

  private enum Field: CaseIterable {
    case id, date, fulfillment, shippedOnTime, buyShipping, shipped, latestShipped

    /// What the marketplace's reports and sellers call it, as ``ColumnName`` writes it.
    var names: [String] {
      switch self {
      case .id: ["amazon-order-id", "order-id"]
      case .date: ["purchase-date", "order-date"]
      case .fulfillment: ["fulfillment-channel", "fulfilment-channel", "fulfillment", "fulfilment"]
      case .shippedOnTime: ["shipped-on-time", "on-time"]
      case .buyShipping: ["buy-shipping"]
      case .shipped: ["ship-date", "shipment-date", "shipped-date"]
      case .latestShipped: ["latest-ship-date", "expected-ship-date"]
      }
    }
  }

  init(_ header: [String]) throws(FeedbackCollection.Failure) {
    let names = header.map { ColumnName.plain($0.trimmedASCII) }
    for field in Field.allCases {
      indices[field] = field.names.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    guard indices[.id] != nil else {
      let list = Field.id.names.map { "`\($0)`" }.joined(separator: " or ")
      throw FeedbackCollection.Failure("it is no orders file: no column is called \(list)")
    }
  }

  func order(_ cells: [[UInt8]], _ text: ReportText) throws(RowError) -> (id: String, order: OrderBook.Order) {
    let id = try string(.id, cells, text)
    guard !id.isEmpty else { throw .malformed("there is no order ID") }
    var order = OrderBook.Order(
      date: try date(.date, cells, text), fulfillment: try OrderFacts.fulfillment(string(.fulfillment, cells, text)),
      isShippedOnTime: try OrderFacts.answer(string(.shippedOnTime, cells, text)),
      hasBuyShipping: try OrderFacts.answer(string(.buyShipping, cells, text)))
    if order.isShippedOnTime == nil, let shipped = try date(.shipped, cells, text),
      let latest = try date(.latestShipped, cells, text)
    {
      order.isShippedOnTime = shipped <= latest
    }
    return (id, order)
  }

  private func string(_ field: Field, _ cells: [[UInt8]], _ text: ReportText) throws(RowError) -> String {
    guard let index = indices[field], index < cells.count else { return "" }
    return try text.string(cells[index], "cell")
  }

  private func date(_ field: Field, _ cells: [[UInt8]], _ text: ReportText) throws(RowError) -> CalendarDate? {
    guard let index = indices[field], index < cells.count, cells[index].contains(where: { $0 > 0x20 }) else {
      return nil
    }
    return try text.date(cells[index])
  }
}
