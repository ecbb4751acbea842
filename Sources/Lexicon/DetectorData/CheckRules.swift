/// How the check digits of numbers are reckoned, by index; 0 is no check.
package struct CheckRules: Sendable {
  enum Algorithm: Int16 {
    case weighted, number, luhn, gs1, verhoeff, mod11_10, mod11_2
  }

  /// One rule in the flat table: what stands at which place.
  struct Rule {
    var algorithm: Algorithm
    var modulus: Int16 = 10
    /// For numbers: how many digits; for GS1: the digit pairs put in front, as a number, or 0.
    var count: Int16 = 0
    var from: Int16 = 0
    /// Where the check character stands; -1 after what is reckoned.
    var at: Int16 = -1
    var isComplement = false
    var isZero = false
    /// The check characters for ten and eleven; 0 for none.
    var ten: Int16 = 0
    var eleven: Int16 = 0x30
    var letterBase: Int16 = 10
    var checkDigits: Int16 = 1
    var weights: [Int16] = []
    var letters: [Int16] = []
  }

  /// The first word of each rule in ``words``; a rule whose `next` flag is set is followed by one that must hold too.
  private var starts: [UInt32] = [0]
  private var words: [Int16] = []

  init() {}

  /// Adds rules that must hold together, and answers their index.
  mutating func add(_ rules: [Rule]) -> UInt16 {
    guard !rules.isEmpty else { return 0 }
    for (offset, rule) in rules.enumerated() {
      words += [
        offset + 1 < rules.count ? 1 : 0, rule.algorithm.rawValue, rule.modulus, rule.count, rule.from, rule.at,
        rule.isComplement ? 1 : 0, rule.isZero ? 1 : 0, rule.ten, rule.eleven, rule.letterBase, rule.checkDigits,
        Int16(rule.weights.count),
      ]
      words += rule.weights
      words.append(Int16(rule.letters.count))
      words += rule.letters
    }
    starts.append(UInt32(words.count))
    return UInt16(starts.count - 1)
  }

  /// Whether the check digits of a number are right.
  ///
  /// - Parameter characters: Its digits and lower-case letters, without signs between.
  package func hold(_ index: UInt16, _ characters: [UInt8]) -> Bool {
    guard index > 0 else { return true }
    guard characters.contains(where: { $0 != 0x30 }) else { return false }
    var at = Int(starts[Int(index) - 1])
    while true {
      let hasNext = words[at] == 1
      let (rule, end) = rule(at)
      guard rule.holds(characters) else { return false }
      if !hasNext { return true }
      at = end
    }
  }

  private func rule(_ start: Int) -> (Rule, end: Int) {
    var rule = Rule(algorithm: Algorithm(rawValue: words[start + 1]) ?? .weighted)
    rule.modulus = words[start + 2]
    rule.count = words[start + 3]
    rule.from = words[start + 4]
    rule.at = words[start + 5]
    rule.isComplement = words[start + 6] == 1
    rule.isZero = words[start + 7] == 1
    rule.ten = words[start + 8]
    rule.eleven = words[start + 9]
    rule.letterBase = words[start + 10]
    rule.checkDigits = words[start + 11]
    let weightsEnd = start + 13 + Int(words[start + 12])
    rule.weights = Array(words[(start + 13)..<weightsEnd])
    let lettersEnd = weightsEnd + 1 + Int(words[weightsEnd])
    rule.letters = Array(words[(weightsEnd + 1)..<lettersEnd])
    return (rule, lettersEnd)
  }

  func write(to writer: inout ImageWriter) {
    writer.write(starts)
    writer.write(words)
  }

  init(_ reader: inout ImageReader) {
    starts = reader.readArray()
    words = reader.readArray()
  }
}

extension CheckRules.Rule {
  func holds(_ characters: [UInt8]) -> Bool {
    switch algorithm {
    case .weighted: holdsWeighted(characters)
    case .number: holdsNumber(characters)
    case .luhn: CheckDigits.luhn(characters)
    case .gs1: CheckDigits.gs1(characters, from: Int(from), after: Int(count))
    case .verhoeff: CheckDigits.verhoeff(characters)
    case .mod11_10: CheckDigits.mod11_10(characters)
    case .mod11_2: CheckDigits.mod11_2(characters)
    }
  }

  private func value(_ character: UInt8) -> Int {
    character < 0x3A ? Int(character) - 0x30 : Int(character) - 0x61 + Int(letterBase)
  }

  private func holdsWeighted(_ characters: [UInt8]) -> Bool {
    let first = Int(from)
    let place = at < 0 ? first + weights.count : Int(at)
    guard first + weights.count <= characters.count, isZero || place < characters.count else { return false }
    var sum = 0
    for (offset, weight) in weights.enumerated() { sum += Int(weight) * value(characters[first + offset]) }
    let remainder = sum % Int(modulus)
    if isZero { return remainder == 0 }
    return expected(remainder) == Int16(characters[place])
  }

  private func holdsNumber(_ characters: [UInt8]) -> Bool {
    let end = Int(from) + Int(count)
    // A Finnish number has its sign between; only digits count here.
    guard end + Int(checkDigits) <= characters.count else { return false }
    var remainder = 0
    for index in Int(from)..<end {
      guard characters[index] < 0x3A else { return false }
      remainder = (remainder * 10 + value(characters[index])) % Int(modulus)
    }
    guard checkDigits == 2 else { return expected(remainder) == Int16(characters[end]) }
    return value(characters[end]) * 10 + value(characters[end + 1]) == Int(modulus) - remainder
  }

  /// The check character that a remainder gives, or nil where there is none.
  private func expected(_ remainder: Int) -> Int16? {
    if !letters.isEmpty { return remainder < letters.count ? letters[remainder] : nil }
    let result = isComplement ? Int(modulus) - remainder : remainder
    switch result {
    case 0..<10: return 0x30 + Int16(result)
    case 10: return modulus == 10 ? 0x30 : (ten == 0 ? nil : ten)
    case 11: return eleven
    default: return nil
    }
  }
}
