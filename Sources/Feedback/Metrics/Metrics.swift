/// The figures of a seller's feedback on a day.
package struct Metrics: Sendable {
  /// The days that are counted together, up to the day of the figures.
  package enum Window: Int, Sendable, CaseIterable {
    case month = 30
    case quarter = 90
    case year = 365
    case lifetime = 0

    /// Its name in machines' output.
    package var key: String { self == .lifetime ? "lifetime" : "\(rawValue)" }

    /// Its name for people.
    package var title: String { self == .lifetime ? "lifetime" : "\(rawValue) days" }

    /// Whether it holds a day, so many days before the day of the figures.
    func holds(age: Int) -> Bool { age >= 0 && (self == .lifetime || age < rawValue) }

    /// Whether the window of the same length before it does.
    func isFollowing(age: Int) -> Bool { self != .lifetime && age >= rawValue && age < 2 * rawValue }
  }

  package struct Figures: Sendable {
    package var counts = Counts()

    /// Of the window before, as long; always empty for the lifetime.
    package var before = Counts()
  }

  package let asOf: CalendarDate
  private var windows: [Window: Figures] = [:]
  private var granted: [Window: Counts] = [:]

  /// How many requests that would be.
  package private(set) var requests = 0

  /// Entries after the day of the figures, which no window holds.
  package private(set) var later = 0

  /// The figures of each month, the oldest first.
  package private(set) var months: [(month: String, counts: Counts)] = []

  /// What negative and neutral entries are about, the most frequent first.
  package private(set) var causes: [CauseFigures] = []

  package private(set) var defects: DefectShare?

  /// Whether the reports hold no positive entry, as the marketplace's own do: shares would say nothing then.
  package let isPartial: Bool

  /// The months that ``months`` tells.
  private static let monthCount = 12

  /// The figures of entries that all have a rating and a date.
  ///
  /// - Parameters:
  ///   - results: What triage says of each entry; nil where it was not asked.
  ///   - isComplete: Whether the reports hold all feedback, even where none is positive.
  ///   - orders: All orders; nil where they are not known.
  package init(
    _ rows: [FeedbackRow], _ results: [TriageResult?], asOf: CalendarDate, isComplete: Bool, orders: OrderBook?
  ) {
    self.asOf = asOf
    isPartial = !isComplete && !rows.contains { ($0.entry.rating ?? 0) >= 4 }
    var byMonth: [Int: Counts] = [:]
    var byCause: [TriageResult.Cause: CauseFigures] = [:]
    for (row, result) in zip(rows, results) {
      guard let date = row.entry.date, let rating = row.entry.rating else { continue }
      let age = asOf.day - date.day
      if age < 0 {
        later += 1
        continue
      }
      let isGranted = result?.isRequested == true
      if isGranted { requests += 1 }
      for window in Window.allCases {
        if window.holds(age: age) {
          windows[window, default: Figures()].counts.add(rating: rating)
          if !isGranted { granted[window, default: Counts()].add(rating: rating) }
        } else if window.isFollowing(age: age) {
          windows[window, default: Figures()].before.add(rating: rating)
        }
      }
      byMonth[Self.month(of: date), default: Counts()].add(rating: rating)
      if rating <= 3, let cause = result?.cause {
        byCause[cause, default: CauseFigures(cause)].add(row.entry, age: age)
      }
    }
    let last = Self.month(of: asOf)
    months = ((last - Self.monthCount + 1)...last).map { (Self.name(ofMonth: $0), byMonth[$0] ?? Counts()) }
    causes = byCause.values.sorted {
      ($1.count(.lifetime), $0.cause.rawValue) < ($0.count(.lifetime), $1.cause.rawValue)
    }
    defects = orders.map { DefectShare(rows, results, orders: $0, asOf: asOf) }
  }

  /// Months counted from the year 0.
  private static func month(of date: CalendarDate) -> Int { date.parts.year * 12 + date.parts.month - 1 }

  private static func name(ofMonth month: Int) -> String {
    let number = month % 12 + 1
    return "\(month / 12)-\(number < 10 ? "0" : "")\(number)"
  }

  package func figures(_ window: Window) -> Figures { windows[window] ?? Figures() }

  /// What would be counted if all requests that are suggested were granted.
  package func granted(_ window: Window) -> Counts { granted[window] ?? Counts() }

  /// The share of a part in percent; nil for an empty window, and where shares would say nothing.
  package func percent(_ part: KeyPath<Counts, Int>, of counts: Counts) -> Int? {
    isPartial ? nil : counts.percent(part)
  }

  /// The mean rating in hundredths of a star; nil as ``percent(_:of:)``.
  package func mean(of counts: Counts) -> Int? { isPartial ? nil : counts.meanInHundredths }
}

extension TriageResult {
  /// Whether the entry would no longer count if what is suggested were granted.
  var isRequested: Bool { action == .requestRemoval || action == .expectStrike }
}
