/// What a member of a record or a column of a table says of an entry; the raw value is its name.
enum FeedbackField: String, CaseIterable {
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

  init?(_ name: String) { self.init(rawValue: name) }
}
