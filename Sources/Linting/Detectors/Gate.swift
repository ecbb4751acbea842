package import UnicodeText

/// What a sentence holds that a detector could be interested in; told from its tokens alone, without allocating.
package struct Gate: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A number, or a word with digits in it that is long enough to be one.
  static let number = Gate(rawValue: 1 << 0)
  /// Four digits and more, so that it may be more than an amount.
  static let longNumber = Gate(rawValue: 1 << 1)
  static let atSign = Gate(rawValue: 1 << 2)
  /// Two words with a full stop between and no blank.
  static let innerDot = Gate(rawValue: 1 << 3)
  /// A word for `@` or the full stop.
  static let atWord = Gate(rawValue: 1 << 4)
  static let sign = Gate(rawValue: 1 << 5)
  static let placeholder = Gate(rawValue: 1 << 6)
  static let name = Gate(rawValue: 1 << 7)
  static let handle = Gate(rawValue: 1 << 8)
  static let password = Gate(rawValue: 1 << 9)
  static let spokenDigits = Gate(rawValue: 1 << 10)
  static let birth = Gate(rawValue: 1 << 11)
  /// Katakana, which is no sign of anything by itself.
  private static let katakana = Gate(rawValue: 1 << 12)
}

extension Gate {
  /// Looks at a sentence once.
  ///
  /// - Parameters:
  ///   - before: The cues of the sentence before.
  ///   - cues: Those of the sentence.
  ///   - start: Where the sentence begins among the tokens that the cues count.
  /// - Complexity: O(*n*) in its tokens and cues; a few nanoseconds each.
  package init(
    _ tokens: Span<Token>, in utf8: Span<UInt8>, _ before: [Passage.CueHit], _ cues: [Passage.CueHit], from start: Int
  ) {
    var gate = Gate(tokens, in: utf8)
    var spoken = 0
    var mayCall = false
    for list in [before, cues] {
      // "Mr." ends a sentence for Unicode, so a title may end right where this one begins.
      for hit in list where hit.tokens.upperBound >= start {
        let sign = Gate(hit.cue)
        if sign == .spokenDigits { spoken += 1 } else { gate.formUnion(sign) }
        if hit.cue == .phone { mayCall = true }
      }
    }
    // Digits in katakana stand in one run, in which the lexicon finds no words.
    let katakana = gate.isDisjoint(with: .katakana) ? 0 : Self.longestKatakana(tokens, in: utf8)
    if katakana >= Self.longKatakana || (katakana >= Self.shortKatakana && (mayCall || gate.contains(.number))) {
      gate.formUnion(.spokenDigits)
    }
    gate.subtract(.katakana)
    if spoken >= 3 { gate.formUnion(.spokenDigits) }
    self = gate
  }

  /// How many katakana in a row may spell digits where a number or a telephone word is near, and where none is.
  private static let shortKatakana = 4
  private static let longKatakana = 12

  /// The most katakana in a row.
  private static func longestKatakana(_ tokens: Span<Token>, in utf8: Span<UInt8>) -> Int {
    var longest = 0
    var run = 0
    for index in tokens.indices {
      let start = tokens[index].start
      run = SentenceView.isKatakana(utf8, start) ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// What a cue may be a sign of, even without any number or sign.
  package init(_ cue: Cue) {
    switch cue {
    case .honorific, .greeting, .recipient: self = .name
    case .handle: self = .handle
    case .password: self = .password
    case .at, .dot: self = .atWord
    case .birth: self = .birth
    case .phone, .card, .bank, .nationalID, .orderID, .tracking, .carrier, .returnID, .notPhone, .street: self = []
    case .double, .triple, .digit0, .digit1, .digit2, .digit3, .digit4, .digit5, .digit6, .digit7, .digit8, .digit9:
      self = .spokenDigits
    }
  }

  /// Looks at the tokens of a sentence alone.
  package init(_ tokens: Span<Token>, in utf8: Span<UInt8>) {
    var gate: Gate = []
    var digits = 0
    for index in tokens.indices {
      let token = tokens[index]
      switch token.kind {
      case .word:
        // Only a word that ends like a number is worth a look: tracking numbers end with at most two letters.
        let length = token.end - token.start
        if length >= 4,
          utf8[token.end - 1] &- 0x30 < 10 || utf8[token.end - 2] &- 0x30 < 10 || utf8[token.end - 3] &- 0x30 < 10
        {
          gate.formUnion(.number)
          digits += length
        }
        if token.end + 1 < utf8.count, utf8[token.end] == 0x2E, utf8[token.end + 1] > 0x39 { gate.formUnion(.innerDot) }
      case .number:
        gate.formUnion(.number)
        digits += token.end - token.start
        if token.end + 1 < utf8.count, utf8[token.end] == 0x2E, utf8[token.end + 1] > 0x39 { gate.formUnion(.innerDot) }
      case .symbol:
        if utf8[token.start] == 0x40 { gate.formUnion(.atSign) } else { gate.formUnion(.sign) }
      case .ideograph: if SentenceView.isKatakana(utf8, token.start) { gate.formUnion(.katakana) }
      case .placeholder: gate.formUnion(.placeholder)
      }
    }
    if digits >= 4 { gate.formUnion(.longNumber) }
    if !tokens.isEmpty, Self.followsAbbreviation(tokens[0].start, utf8) { gate.formUnion(.name) }
    self = gate
  }

  /// Whether a short word with a full stop stands before a sentence: "Mr." seems to end one.
  private static func followsAbbreviation(_ start: Int, _ utf8: Span<UInt8>) -> Bool {
    guard start > 2, utf8[start - 1] == 0x20, utf8[start - 2] == 0x2E else { return false }
    let longest = 5
    if start - 2 < longest { return true }
    for back in 0..<longest where utf8[start - 3 - back] <= 0x40 { return true }
    return false
  }
}
