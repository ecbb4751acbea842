/// What a clause of a comment is about; the raw value begins the ids of the rules that tell it.
enum ClauseClass: String, Sendable, CaseIterable {
  /// The product itself: what it is made of, how it works, whether one likes it.
  case product
  /// A parcel that is late or has not come.
  case delay
  /// How a parcel was handed over and what it looked like.
  case handling
  /// How the goods were packed, which is whoever's work sent them.
  case packing
  /// How soon the order was sent off, which is likewise.
  case dispatch
  /// The service of the marketplace.
  case marketplace
  /// Goods that came broken, which may be the carrier's fault, the packer's or the product's.
  case damage
  /// What the seller does: what was sent, answers, money, manners.
  case service
  /// Greetings, thanks, moods: nothing that a ground could rest on or be lost by.
  case filler
}

/// Classes of a clause, one and more.
struct ClauseClasses: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ classes: ClauseClass...) {
    rawValue = classes.reduce(0) { bits, one in
      bits | 1 << UInt16(ClauseClass.allCases.firstIndex(of: one) ?? 0)
    }
  }
}
