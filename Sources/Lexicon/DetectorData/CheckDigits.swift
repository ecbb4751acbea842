/// Check digits of well-known standards, over ASCII digits.
package enum CheckDigits {
  /// ISO/IEC 7812-1, annex B.
  package static func luhn(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
    var sum = 0
    var isSecond = false
    for digit in digits.reversed() {
      var value = Int(digit) - 0x30
      guard value >= 0, value <= 9 else { return false }
      if isSecond { value = value > 4 ? value * 2 - 9 : value * 2 }
      sum += value
      isSecond.toggle()
    }
    return sum % 10 == 0
  }

  /// GS1's: weights 3 and 1 from the right.
  ///
  /// - Parameters:
  ///   - from: How many leading characters are passed over.
  ///   - after: Digits that are to be thought in front, as a number of two digits; 0 for none.
  package static func gs1(_ digits: [UInt8], from: Int = 0, after: Int = 0) -> Bool {
    guard digits.count > from else { return false }
    var sum = 0
    var weight = 1
    for digit in digits[from...].reversed() {
      guard digit < 0x3A else { return false }
      sum += weight * (Int(digit) - 0x30)
      weight = 4 - weight
    }
    if after > 0 { sum += weight * (after % 10) + (4 - weight) * (after / 10) }
    return sum % 10 == 0
  }

  /// Verhoeff's: the dihedral group of ten elements, with his permutation.
  package static func verhoeff(_ digits: [UInt8]) -> Bool {
    let permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
    var check = 0
    for (place, digit) in digits.reversed().enumerated() {
      guard digit < 0x3A else { return false }
      var value = Int(digit) - 0x30
      for _ in 0..<(place % 8) { value = permutation[value] }
      check = product(check, value)
    }
    return check == 0
  }

  /// The product of two elements of the dihedral group: turns are 0 to 4, mirrors 5 to 9.
  private static func product(_ left: Int, _ right: Int) -> Int {
    switch (left < 5, right < 5) {
    case (true, true): (left + right) % 5
    case (true, false): (left + right - 5) % 5 + 5
    case (false, true): (left - 5 - right + 5) % 5 + 5
    case (false, false): (left - right + 5) % 5
    }
  }

  /// ISO/IEC 7064, MOD 11,10.
  package static func mod11_10(_ digits: [UInt8]) -> Bool {
    guard let last = digits.last else { return false }
    var product = 10
    for digit in digits.dropLast() {
      guard digit < 0x3A else { return false }
      var sum = (Int(digit) - 0x30 + product) % 10
      if sum == 0 { sum = 10 }
      product = sum * 2 % 11
    }
    return (11 - product) % 10 == Int(last) - 0x30
  }

  /// ISO/IEC 7064, MOD 11-2, where x is ten.
  package static func mod11_2(_ characters: [UInt8]) -> Bool {
    var remainder = 0
    for character in characters {
      let value = character == 0x78 ? 10 : Int(character) - 0x30
      guard value <= 10 else { return false }
      remainder = (remainder * 2 + value) % 11
    }
    return remainder == 1
  }

  /// ISO/IEC 7064, MOD 97-10, as IBANs have it: the first four characters count last.
  package static func iban(_ characters: [UInt8]) -> Bool {
    guard characters.count > 4 else { return false }
    var remainder = 0
    for character in characters[4...] + characters[..<4] {
      let value = character < 0x3A ? Int(character) - 0x30 : Int(character) - 0x61 + 10
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
    }
    return remainder == 1
  }
}
