/// In which order the numbers of a day stand.
enum DateOrder: CaseIterable {
  case monthDayYear
  case dayMonthYear
  case yearMonthDay

  /// As sellers know it.
  var pattern: String {
    switch self {
    case .monthDayYear: "M/D/YY"
    case .dayMonthYear: "D/M/YY"
    case .yearMonthDay: "YY/M/D"
    }
  }
}

/// What a day is as a report writes it.
enum ReportDate {
  case date(CalendarDate)

  /// Several days, as it depends on the marketplace.
  case ambiguous([CalendarDate])
  case none

  /// Reads `3/4/25`, `04.03.2025`, `2025-03-04T08:15:00Z` and the like.
  ///
  /// A year of four digits in front and points tell the order themselves.
  ///
  /// - Parameter order: As the marketplace writes days; nil where that is not known.
  init(_ text: some StringProtocol, order: DateOrder?) {
    let bytes = Array(text.utf8.drop { $0 == 0x20 })
    let end = bytes.firstIndex { $0 == 0x20 || $0 == UInt8(ascii: "T") } ?? bytes.count
    // A time, if anything.
    let time = bytes[end...].allSatisfy { byte in
      (0x30...0x3A).contains(byte) || " T+-.ZAPM".utf8.contains(byte)
    }
    guard time, let separator = bytes[..<end].first(where: { !(0x30...0x39).contains($0) }),
      "/.-".utf8.contains(separator)
    else {
      self = .none
      return
    }
    let parts = bytes[..<end].split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3,
      parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy { (0x30...0x39).contains($0) } })
    else {
      self = .none
      return
    }
    let orders: [DateOrder] =
      if parts[0].count == 4 {
        [.yearMonthDay]
      } else if separator == UInt8(ascii: ".") {
        [.dayMonthYear]
      } else if let order {
        [order]
      } else {
        DateOrder.allCases
      }
    var dates: [CalendarDate] = []
    for order in orders {
      if let date = Self.date(parts, order), !dates.contains(date) { dates.append(date) }
    }
    self = dates.isEmpty ? .none : dates.count == 1 ? .date(dates[0]) : .ambiguous(dates)
  }

  private static func date(_ parts: [ArraySlice<UInt8>], _ order: DateOrder) -> CalendarDate? {
    let (year, month, day) =
      switch order {
      case .monthDayYear: (parts[2], parts[0], parts[1])
      case .dayMonthYear: (parts[2], parts[1], parts[0])
      case .yearMonthDay: (parts[0], parts[1], parts[2])
      }
    func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    guard year.count == 2 || year.count == 4, month.count <= 2, day.count <= 2 else { return nil }
    let full = year.count == 2 ? 2_000 + number(year) : number(year)
    guard known.contains(full) else { return nil }
    return CalendarDate(year: full, month: number(month), day: number(day))
  }

  /// The years that feedback can be of.
  private static let known = 1_995...2_099
}
