extension ReportText {
  /// What a cell says, without white space at its ends.
  ///
  /// - Parameter name: What the cell is called in a reason.
  func utf8(_ cell: some Sequence<UInt8>, _ name: String) throws(RowError) -> [UInt8] {
    guard let utf8 = string(cell) else {
      throw .malformed("the \(name) has bytes that are no \(encoding.rawValue) text")
    }
    let start = utf8.firstIndex { $0 > 0x20 } ?? utf8.count
    let end = utf8.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return Array(utf8[start..<end])
  }

  func string(_ cell: some Sequence<UInt8>, _ name: String) throws(RowError) -> String {
    String(decoding: try utf8(cell, name), as: UTF8.self)
  }

  /// Stars; some programs write them as `4.0`.
  func rating(_ cell: some Sequence<UInt8>) throws(RowError) -> Int {
    let shown = try string(cell, "rating")
    let digits = Array((shown.hasSuffix(".0") ? shown.dropLast(2) : shown[...]).utf8)
    guard digits.count == 1, (0x31...0x35).contains(digits[0]) else {
      throw .malformed("\(RowError.shown(shown)) is no rating from 1 to 5")
    }
    return Int(digits[0] - 0x30)
  }

  func date(_ cell: some Sequence<UInt8>) throws(RowError) -> CalendarDate {
    let shown = try string(cell, "date")
    switch ReportDate(shown, order: dateOrder) {
    case .date(let date): return date
    case .ambiguous(let dates):
      let list = dates.map(\.description).joined(separator: " or ")
      throw .unclear("`\(shown)` may be \(list); tell whose marketplace it is from with `--country`")
    case .none:
      let pattern = dateOrder.map { " as the marketplace writes them, \($0.pattern)" } ?? ""
      throw .malformed("\(RowError.shown(shown)) is no date\(pattern)")
    }
  }
}

extension [UInt8] {
  /// Writes stars over a buyer's address wherever it stands.
  mutating func hide(_ address: [UInt8]) {
    guard !address.isEmpty, address.count <= count else { return }
    for start in 0...(count - address.count) where self[start..<(start + address.count)].elementsEqual(address) {
      for index in start..<(start + address.count) { self[index] = UInt8(ascii: "*") }
    }
  }
}
