/// What a member of a record or a column of a table says of an entry; the raw value is its name.
enum FeedbackField: String {
  case id
  case language = "lang"
  case rating
  case comment
  case response
  case date
  case orderDate = "order_date"
  case fulfillment
  case shippedOnTime = "shipped_on_time"
  case buyShipping = "buy_shipping"

  /// The buyer's address, which is read to be hidden.
  case address

  /// What a column is called besides, as ``ColumnName`` writes it.
  private static let otherNames: [String: FeedbackField] = [
    "order-id": .id, "amazon-order-id": .id, "language": .language, "stars": .rating, "comments": .comment,
    "feedback": .comment, "text": .comment, "your-response": .response, "reply": .response, "feedback-date": .date,
    "purchase-date": .orderDate, "fulfilment": .fulfillment, "fulfillment-channel": .fulfillment,
    "on-time": .shippedOnTime, "rater-email": .address, "buyer-email": .address, "email": .address, "e-mail": .address,
  ]

  /// What a column is of, by its name.
  init?(column name: String) {
    let name = ColumnName.plain(name.trimmedASCII)
    guard let field = Self.otherNames[name] ?? Self(rawValue: String(name.map { $0 == "-" ? "_" : $0 })) else {
      return nil
    }
    self = field
  }
}

enum ColumnName {
  /// A column's name in small letters, with hyphens for what parts its words: `Order ID` and `order_id` are one.
  static func plain(_ name: String) -> String {
    String(
      decoding: name.utf8.map { byte in
        switch byte {
        case 0x41...0x5A: byte + 0x20
        case 0x20, UInt8(ascii: "_"): UInt8(ascii: "-")
        default: byte
        }
      }, as: UTF8.self)
  }
}

extension String {
  /// Without spaces and controls at its ends.
  var trimmedASCII: String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else { return "" }
    let last = bytes.lastIndex { $0 > 0x20 } ?? first
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
