internal import Lexicon
internal import SourceText
internal import UnicodeText

/// Finds amounts of money and percentages.
struct MoneyDetector {
  let view: SentenceView
  let shared: SharedDetectorData

  func detect(into found: inout DetectionList) {
    for index in view.sentence where view.tokens[index].isNumber {
      let token = view.tokens[index]
      let amount = amount(index)
      if view.byte(view.afterBlanks(amount.upperBound)) == UInt8(ascii: "%") {
        found.add(.percent, amount.lowerBound..<(view.afterBlanks(amount.upperBound) + 1), in: view)
      } else if let start = moneyStart(before: index) {
        found.add(.money, start..<amount.upperBound, in: view)
      } else if let end = moneyEnd(after: view.token(at: amount.upperBound - 1)), token.start == amount.lowerBound {
        found.add(.money, amount.lowerBound..<end, in: view)
      }
    }
  }

  /// The number at a token with the groups of three digits that go on with it: `20 000`.
  private func amount(_ index: Int) -> ByteRange {
    let tokens = view.tokens
    var last = index
    while last + 1 < view.sentence.upperBound, tokens[last + 1].isNumber,
      tokens[last + 1].start == tokens[last].end + 1, view.byte(tokens[last].end) == 0x20,
      tokens[last + 1].end - tokens[last + 1].start >= 3, tokens[index].end - tokens[index].start <= 3,
      view.bytes[tokens[last + 1].range].prefix(3).allSatisfy({ $0 &- 0x30 < 10 })
    {
      last += 1
    }
    return tokens[index].start..<tokens[last].end
  }

  /// Where the currency directly before a number begins.
  private func moneyStart(before index: Int) -> Int? {
    guard index > view.sentence.lowerBound else { return nil }
    let token = view.tokens[index - 1]
    guard view.beforeBlanks(view.tokens[index].start) == token.end, isCurrency(token, isBefore: true) else {
      return nil
    }
    return token.start
  }

  /// Where the currency directly after a number ends.
  private func moneyEnd(after index: Int) -> Int? {
    guard index + 1 < view.sentence.upperBound else { return nil }
    let token = view.tokens[index + 1]
    // "5,-€" and "5,00 €" both count.
    var end = view.tokens[index].end
    while [UInt8(ascii: ","), UInt8(ascii: "-")].contains(view.byte(end)) { end += 1 }
    guard view.afterBlanks(end) == token.start, isCurrency(token, isBefore: false) else { return nil }
    return token.end
  }

  private func isCurrency(_ token: Token, isBefore: Bool) -> Bool {
    if token.isSymbol || token.isIdeograph { return shared.data.moneySigns.contains(view.bytes, token.range) }
    guard token.isWord else { return false }
    if shared.data.moneyCodes.contains(token.hash) { return true }
    return shared.data.capitalMoneyCodes.contains(token.hash) && view.isAllCapitals(token.range)
  }
}
