/// The check digits of carriers, article numbers and devices: each takes the number without its check digit.
///
/// Hyphens in a number do not count.
enum CheckDigit {
  /// UPS and OnTrac: weights 1 and 2 from the left, a letter counts as its ASCII code less 63, modulo 10.
  static func ups(_ body: String) -> String {
    let sum = values(body).enumerated().reduce(0) { $0 + $1.element % 10 * ($1.offset % 2 + 1) }
    return complement(sum)
  }

  /// UPU S10: the weights 8 6 4 2 3 5 9 7 over the eight digits that follow the two letters.
  static func s10(_ body: String) -> String {
    let sum = zip(values(body).dropFirst(2), [8, 6, 4, 2, 3, 5, 9, 7]).reduce(0) { $0 + $1.0 * $1.1 }
    let rest = 11 - sum % 11
    return rest == 10 ? "0" : rest == 11 ? "5" : String(rest)
  }

  /// GS1: weights 3 and 1 from the right, modulo 10 (EAN, UPC, ISBN-13, SSCC, USPS, FedEx Ground, Canada Post).
  static func gs1(_ body: String) -> String {
    let sum = values(body).reversed().enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 3 : 1) }
    return complement(sum)
  }

  /// FedEx Express: weights 3 1 7 from the left, modulo 11, modulo 10.
  static func fedEx(_ body: String) -> String {
    let sum = values(body).enumerated().reduce(0) { $0 + $1.element * [3, 1, 7][$1.offset % 3] }
    return String(sum % 11 % 10)
  }

  /// DHL Express and Yamato: the number modulo 7.
  static func modulo7(_ body: String) -> String {
    String(values(body).reduce(0) { ($0 * 10 + $1) % 7 })
  }

  /// DPD: ISO 7064 modulo 37, 36 over digits.
  static func modulo37(_ body: String) -> String {
    let rest = values(body).reduce(36) { rest, value in
      let sum = (rest + value) % 36
      return (sum == 0 ? 36 : sum) * 2 % 37
    }
    let digit = (37 - rest) % 36
    return digit < 10 ? String(digit) : String(UnicodeScalar(UInt8(digit - 10) + 65))
  }

  /// ISBN-10: weights 10 to 2, modulo 11, with X for 10.
  static func isbn10(_ body: String) -> String {
    let sum = values(body).enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
    let rest = (11 - sum % 11) % 11
    return rest == 10 ? "X" : String(rest)
  }

  /// Luhn: every second digit from the right doubled, as the sum of its digits (IMEI).
  static func luhn(_ body: String) -> String {
    let sum = values(body).reversed().enumerated().reduce(0) { sum, digit in
      let value = digit.offset % 2 == 0 ? digit.element * 2 : digit.element
      return sum + value / 10 + value % 10
    }
    return complement(sum)
  }

  private static func complement(_ sum: Int) -> String {
    String((10 - sum % 10) % 10)
  }

  /// The digits' values; letters as UPS counts them, before the modulo.
  private static func values(_ body: String) -> [Int] {
    body.utf8.filter { $0 != UInt8(ascii: "-") }.map { Int($0) - ($0 < 58 ? 48 : 63) }
  }
}
