/// The SplitMix64 generator: the same seed gives the same numbers on every machine.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence of `seed`; every value is a good seed.
  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SplitMix64 {
  /// One of `choices`, which must not be empty.
  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[below(choices.count)]
  }

  /// A number from 0 up to but not including `bound`, which must be positive.
  ///
  /// Own arithmetic: the standard library does not promise to draw the same number in its next version. The bias of
  /// the remainder is below one in 2^50 for the small bounds in use.
  mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(bound))
  }

  /// A number of `range`.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// `mask` with its small letters drawn; all else stands for itself.
  ///
  /// `d` is a digit, `n` a digit other than 0, `a` a capital, `x` a digit or capital, `h` a small hexadecimal digit.
  /// Capitals are consonants, so that no word comes out.
  mutating func fill(_ mask: String) -> String {
    let capitals = "BCDFGHJKLMNPQRSTVWXZ"
    let filled = mask.utf8.map { mark in
      switch mark {
      case UInt8(ascii: "d"): pick(Array("0123456789".utf8))
      case UInt8(ascii: "n"): pick(Array("123456789".utf8))
      case UInt8(ascii: "a"): pick(Array(capitals.utf8))
      case UInt8(ascii: "x"): pick(Array(("0123456789" + capitals).utf8))
      case UInt8(ascii: "h"): pick(Array("0123456789abcdef".utf8))
      default: mark
      }
    }
    return String(decoding: filled, as: UTF8.self)
  }
}
