/// What negative feedback adds to the order defect rate: the share of the orders of 60 days that got any.
///
/// Orders are counted by the day on which they were made, not by that of their feedback.
package struct DefectShare: Hashable, Sendable {
  /// The days of orders that the rate is made of.
  package static let days = 60

  package private(set) var orders = 0

  /// Those with negative feedback.
  package private(set) var negative = 0

  /// Those that would be left if all requests that are suggested were granted.
  package private(set) var negativeIfGranted = 0

  init(_ rows: [FeedbackRow], _ results: [TriageResult?], orders book: OrderBook, asOf: CalendarDate) {
    let counted = book.orders.filter { _, order in
      guard let date = order.date else { return false }
      let age = asOf.day - date.day
      return age >= 0 && age < Self.days
    }
    orders = counted.count
    for (row, result) in zip(rows, results) where (row.entry.rating ?? 5) <= 2 && counted[row.entry.id] != nil {
      guard let date = row.entry.date, date <= asOf else { continue }
      negative += 1
      if result?.isRequested != true { negativeIfGranted += 1 }
    }
  }

  /// A number of orders in hundredths of a percent of all, rounded half up; nil where there are none.
  package func hundredthsOfPercent(_ count: Int) -> Int? { Counts.rounded(10_000 * count, orders) }
}
