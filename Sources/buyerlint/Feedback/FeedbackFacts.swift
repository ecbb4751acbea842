internal import Documents
internal import Feedback
internal import Linting

/// What a run knows of entries besides what their files tell.
struct FeedbackFacts {
  let asOf: CalendarDate

  /// nil where no orders were given.
  let orders: OrderBook?

  private let options: FeedbackOptions

  /// The days from an entry on in which the marketplace takes requests about it.
  private static let requestDays = 90

  /// Reads the orders.
  ///
  /// - Throws: What keeps a file of them from being read.
  init(_ options: FeedbackOptions) throws(UsageError) {
    self.options = options
    let today = Environment.today
    asOf = options.asOf ?? CalendarDate(year: today.year, month: today.month, day: today.day) ?? CalendarDate(day: 0)
    guard !options.orders.isEmpty else {
      orders = nil
      return
    }
    var book = OrderBook(country: options.country)
    for path in options.orders {
      let bytes = try FeedbackInput.bytes(of: path)
      do throws(FeedbackCollection.Failure) {
        try book.add(bytes, file: path)
      } catch {
        throw UsageError("\(path): \(error.message)")
      }
    }
    orders = book
  }

  /// Tells an entry what it does not know.
  func complete(_ entry: inout FeedbackEntry) {
    orders?.complete(&entry)
    entry.language = entry.language ?? options.language
    entry.fulfillment = entry.fulfillment ?? options.fulfillment
    entry.isShippedOnTime = entry.isShippedOnTime ?? options.isShippedOnTime
    entry.hasBuyShipping = entry.hasBuyShipping ?? options.hasBuyShipping
    entry.daysLeft = entry.date.map { min(max(0, Self.requestDays - (asOf.day - $0.day)), Self.requestDays) }
  }

  /// Judges a completed entry of a file.
  ///
  /// Where its words are too few to tell their language, it is the country's: a draft needs one.
  func judge(_ row: FeedbackRow, _ triage: Triage) throws(LintingError) -> TriageResult {
    let result = try triage.judge(row.entry)
    guard result.language == nil, let language = row.country?.language else { return result }
    var entry = row.entry
    entry.language = language
    return try triage.judge(entry)
  }
}
