/// Reads what is known of an order, in the words of tables.
enum OrderFacts {
  /// Who sends it; nil for nothing.
  ///
  /// - Throws: That it is neither.
  static func fulfillment(_ cell: String) throws(RowError) -> FeedbackEntry.Fulfillment? {
    switch cell.lowercased() {
    case "": nil
    case "amazon", "afn", "fba": .amazon
    case "merchant", "seller", "mfn", "fbm": .merchant
    default: throw .malformed("\(RowError.shown(cell)) is neither `amazon` nor `merchant`")
    }
  }

  /// Whether something is so; nil for nothing.
  ///
  /// - Throws: That it is neither.
  static func answer(_ cell: String) throws(RowError) -> Bool? {
    switch cell.lowercased() {
    case "": nil
    case "yes", "y", "true", "1": true
    case "no", "n", "false", "0": false
    default: throw .malformed("\(RowError.shown(cell)) is neither `yes` nor `no`")
    }
  }
}
