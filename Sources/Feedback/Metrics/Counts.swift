/// How many entries are positive (4 or 5 stars), neutral (3) and negative (1 or 2).
package struct Counts: Hashable, Sendable {
  package private(set) var positive = 0
  package private(set) var neutral = 0
  package private(set) var negative = 0
  private var stars = 0

  package init() {}

  package var total: Int { positive + neutral + negative }

  package mutating func add(rating: Int) {
    switch rating {
    case 4...: positive += 1
    case 3: neutral += 1
    default: negative += 1
    }
    stars += rating
  }

  /// The mean rating in hundredths of a star, rounded half up; nil where there is none.
  package var meanInHundredths: Int? { Self.rounded(100 * stars, total) }

  /// The share of a part in percent, rounded half up by itself, as the marketplace does it.
  ///
  /// Three shares may make 99 or 101. nil where there is nothing.
  package func percent(_ part: KeyPath<Counts, Int>) -> Int? {
    Self.rounded(100 * self[keyPath: part], total)
  }

  /// A quotient of numbers that are not negative, rounded half up; nil for a divisor of 0.
  static func rounded(_ dividend: Int, _ divisor: Int) -> Int? {
    divisor == 0 ? nil : (2 * dividend + divisor) / (2 * divisor)
  }
}
