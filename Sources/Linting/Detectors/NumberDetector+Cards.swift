internal import Lexicon
internal import SourceText
internal import UnicodeText

// Payment cards.
extension NumberDetector {
  /// Where the card number that begins at a group ends.
  ///
  /// A brand's first digits, its length and Luhn's check must hold, and then either the digits stand in the usual groups, or
  /// the brand is common and no word says that the number is something else. After a card word the check may fail.
  func cardEnd(_ run: NumberRun, _ index: Int, _ cue: SentenceView.NearCue?) -> Int? {
    let hasCard = cue?.cue == .card && cue?.isAcross == false
    let isOther =
      switch cue?.cue {
      case .orderID, .tracking, .returnID, .notPhone, .nationalID, .bank: true
      default: false
      }
    var digits: [UInt8] = []
    for end in index..<run.groups.count {
      let group = run.groups[end]
      guard group.isPure || (hasCard && group.isReadable), end == index || group.separator != .slash else { return nil }
      digits += run.digits(end..<(end + 1), in: view)
      guard digits.count >= 12 else { continue }
      guard digits.count <= 19 else { return nil }
      guard let isCommon = brand(digits) else { continue }
      let groups = index..<(end + 1)
      if hasCard, digits.count >= 15 || CheckDigits.luhn(digits) { return group.range.upperBound }
      guard CheckDigits.luhn(digits), !isOther, !isInnocent(run, groups) else { continue }
      if isCardGrouping(run, groups)
        || (isCommon && digits.count < 17 && (groups.count == 1 || groups.count == digits.count))
      {
        return group.range.upperBound
      }
    }
    return nil
  }

  /// Whether a number of these digits can be a card's, and whether the brand is common.
  private func brand(_ digits: [UInt8]) -> Bool? {
    var isKnown = false
    var row = 0
    while row < shared.data.cardRanges.count {
      let prefix = digits.prefix(Int(shared.data.cardRanges[row + 2])).reduce(UInt32(0)) {
        $0 * 10 + UInt32($1 &- 0x30)
      }
      let lengths = shared.data.cardRanges[row + 3]
      if prefix >= shared.data.cardRanges[row], prefix <= shared.data.cardRanges[row + 1],
        lengths & (1 << UInt32(digits.count)) != 0
      {
        if lengths >> 31 == 1 { return true }
        isKnown = true
      }
      row += 4
    }
    return isKnown ? false : nil
  }

  private func isCardGrouping(_ run: NumberRun, _ groups: Range<Int>) -> Bool {
    let lengths = run.groups[groups].map(\.count)
    return lengths == [4, 4, 4, 4] || lengths == [4, 6, 5] || lengths == [4, 6, 4] || lengths == [4, 4, 4, 4, 3]
  }

  /// "Visa ending 4417" and "**** 4417": four digits that a card word and a word for the end, or a mask, lead to.
  func detectPartialCards(into found: inout DetectionList) {
    for index in view.sentence where view.tokens[index].isNumber {
      let token = view.tokens[index]
      guard token.end - token.start == 4 || token.end - token.start == 3, !view.isAlphanumeric(token.end) else {
        continue
      }
      let mask = maskStart(token.start)
      let isLong = token.start - mask >= 10
      guard let card = cardCue(near: index, token) else {
        if isLong, mask < token.start { found.add(.card, mask..<token.end, in: view) }
        continue
      }
      let between = card.upperBound < index ? card.upperBound..<index : index..<index
      let after = card.upperBound <= index ? 0..<0 : max(view.sentence.lowerBound, index - 3)..<index
      let saysEnd = (Array(between) + Array(after)).contains { shared.data.cardEndings.contains(view.tokens[$0].hash) }
      guard saysEnd || token.start - mask >= 3 else { continue }
      let start = min(view.tokens[card.lowerBound].start, mask)
      let end = max(token.end, view.tokens[card.upperBound - 1].end)
      found.add(.card, start..<end, in: view)
    }
  }

  private func cardCue(near index: Int, _ token: Token) -> Range<Int>? {
    view.cues.last { $0.cue == .card && $0.tokens.upperBound <= index && index - $0.tokens.upperBound <= 8 }?.tokens
      ?? view.cues.first { $0.cue == .card && $0.tokens.lowerBound > index && $0.tokens.lowerBound - index <= 4 }?
      .tokens
  }

  /// Where the stars, bullets or letters x before the last digits begin.
  private func maskStart(_ end: Int) -> Int {
    var at = end
    scan: while at > 0 {
      switch view.bytes[at - 1] {
      case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "x"), UInt8(ascii: "-"), 0x20, UInt8(ascii: "."): at -= 1
      case 0xA2 where at > 2 && view.bytes[at - 2] == 0x80 && view.bytes[at - 3] == 0xE2: at -= 3
      default: break scan
      }
    }
    while at < end, view.bytes[at] == 0x20 || view.bytes[at] == UInt8(ascii: "-") || view.bytes[at] == UInt8(ascii: ".")
    { at += 1 }
    // Blanks alone are no mask.
    let isMask = (at..<end).contains { "*#x.".utf8.contains(view.bytes[$0]) || view.bytes[$0] == 0xE2 }
    return isMask ? at : end
  }
}
