/// A place in a template, and what may stand there.
package struct Placeholder: Hashable, Sendable {
  /// What a value is.
  package enum Kind: String, Sendable, CaseIterable {
    /// The buyer's first name.
    case name
    /// The name of the seller's shop, or of the person who signs.
    case shop
    case item
    case order = "order-id"
    case tracking
    case carrier
    case date
    case amount
    /// A number of days.
    case days
    /// Words of the seller's own.
    case text
  }

  package let name: String
  package let kind: Kind

  /// Whether the template reads well without it.
  package let isOptional: Bool

  /// What is wrong with a value, in one line, or nil.
  package func fault(of value: String) -> String? {
    let hasDigit = value.unicodeScalars.contains { $0.properties.generalCategory == .decimalNumber }
    if value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) { return "it takes one line" }
    if value.utf8.allSatisfy({ $0 == 0x20 }) { return "it is empty" }
    if value.utf8.count > 400 { return "it is longer than 400 bytes" }
    switch kind {
    case .order, .tracking, .amount, .days, .date: return hasDigit || kind == .date ? nil : "it has no digit"
    case .name, .carrier, .shop, .item, .text: return nil
    }
  }

  /// A value as it may look.
  package var sample: String {
    switch kind {
    case .name: "Ann"
    case .shop: "Example Lamps"
    case .item: "LED lamp 40 cm"
    case .order: "111-5550100-5550199"
    case .tracking: "1Z999AA10123456784"
    case .carrier: "UPS"
    case .date: "2026-05-03"
    case .amount: "20.00 USD"
    case .days: "3"
    case .text: "E27"
    }
  }
}
