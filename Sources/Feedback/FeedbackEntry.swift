/// A buyer's feedback about the seller, with what is known of its order.
package struct FeedbackEntry: Hashable, Sendable {
  /// Who sends an order.
  package enum Fulfillment: String, Sendable, CaseIterable {
    case amazon
    case merchant
  }

  /// The order's ID in a report, the caller's own in records.
  package var id: String

  /// The comment's language as a BCP 47 tag; nil has it told from its words.
  package var language: String?

  /// Stars, from 1 to 5; nil where they are not known.
  package var rating: Int?

  /// What the buyer wrote, well-formed UTF-8; empty where only stars were given.
  package var comment: [UInt8]

  /// What the seller has answered in public; nil for nothing.
  package var response: String?

  /// When the feedback was given.
  package var date: CalendarDate?

  package var orderDate: CalendarDate?

  /// nil where it is not known, as with the next two.
  package var fulfillment: Fulfillment?
  package var isShippedOnTime: Bool?

  /// Whether the label was bought through the marketplace.
  package var hasBuyShipping: Bool?

  /// How many days are left to ask for a removal, 0 where there are none any more; nil where the date is not known.
  package var daysLeft: Int?

  package init(
    id: String = "", language: String? = nil, rating: Int? = nil, comment: [UInt8] = [], response: String? = nil,
    date: CalendarDate? = nil, orderDate: CalendarDate? = nil, fulfillment: Fulfillment? = nil,
    isShippedOnTime: Bool? = nil, hasBuyShipping: Bool? = nil, daysLeft: Int? = nil
  ) {
    self.id = id
    self.language = language
    self.rating = rating
    self.comment = comment
    self.response = response
    self.date = date
    self.orderDate = orderDate
    self.fulfillment = fulfillment
    self.isShippedOnTime = isShippedOnTime
    self.hasBuyShipping = hasBuyShipping
    self.daysLeft = daysLeft
  }
}
