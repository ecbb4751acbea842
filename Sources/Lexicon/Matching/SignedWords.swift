import UnicodeText

/// Reads words with signs for letters, such as `b!tch`, `a$$` and `revi€w`, which the tokenizer cuts at the signs.
///
/// Only what then is a word of the lexicon is put together, so that prices, addresses and `Hello!Thanks` stay as they are.
enum SignedWords {
  /// The longest word that is put together, in bytes.
  private static let longest = 32

  /// Whether two tokens may be parts of one word, by their places alone.
  @inline(__always)
  static func mayJoin(_ left: Token, _ right: Token) -> Bool {
    switch right.start - left.end {
    case 0: left.kind == .symbol || right.kind == .symbol
    // A sign that parts clauses and no blank.
    case 1: right.beginsClause && right.kind == .word
    default: false
    }
  }

  /// The tokens of a sentence with such words put together, or nil where there are none.
  static func joined(_ tokens: Span<Token>, in utf8: Span<UInt8>, _ image: LanguageImage) -> [Token]? {
    var replacements: [TokenReplacement] = []
    var at = 0
    while at < tokens.count {
      let end = wordEnd(tokens, in: utf8, from: at)
      guard end > at + 1, let word = word(tokens, at..<end, in: utf8, image) else {
        at += 1
        continue
      }
      replacements.append(TokenReplacement(range: at..<end, words: [word]))
      at = end
    }
    return tokens.replacing(replacements)
  }

  /// The token behind the last part of the word that may begin at one.
  private static func wordEnd(_ tokens: Span<Token>, in utf8: Span<UInt8>, from start: Int) -> Int {
    if start > 0, tokens[start - 1].end == tokens[start].start { return start }
    guard isPart(tokens[start], in: utf8) else { return start }
    var end = start + 1
    while end < tokens.count, isPart(tokens[end], in: utf8), follows(tokens[end], tokens[end - 1], in: utf8) {
      end += 1
    }
    // No word is written with an at sign at its end, and a number beside it makes a sign one of money.
    let isPrice = end < tokens.count ? isNumber(tokens[end], behind: tokens[end - 1]) : false
    var signs = 0
    while end > start + 1, tokens[end - 1].kind == .symbol, signs == 0 {
      let isAt = utf8[tokens[end - 1].start] == UInt8(ascii: "@")
      if isAt || isPrice { end -= 1 } else { signs = 1 }
    }
    guard signs == 1, tokens[end - 2].kind != .symbol, tokens[end - 1].start - tokens[start].start < 4 else {
      return end
    }
    // "US$" and "k€" are money too.
    return end - 1
  }

  /// Whether a token is a number with at most a blank before it.
  private static func isNumber(_ token: Token, behind last: Token) -> Bool {
    token.kind == .number && token.start - last.end <= 1
  }

  /// Whether one token stands right behind another, or behind an exclamation mark.
  private static func follows(_ token: Token, _ last: Token, in utf8: Span<UInt8>) -> Bool {
    switch token.start - last.end {
    case 0: true
    case 1: utf8[last.end] == UInt8(ascii: "!")
    default: false
    }
  }

  /// Whether a token is a word or one of the signs that are drawn like letters.
  private static func isPart(_ token: Token, in utf8: Span<UInt8>) -> Bool {
    switch token.kind {
    case .word: true
    case .symbol: Disguise.digit(drawnBy: utf8.scalar(at: token.start).value) != nil
    case .number, .ideograph, .placeholder: false
    }
  }

  private static func word(
    _ tokens: Span<Token>, _ parts: Range<Int>, in utf8: Span<UInt8>, _ image: LanguageImage
  ) -> Token? {
    let first = tokens[parts.lowerBound]
    let range = first.start..<tokens[parts.upperBound - 1].end
    guard range.count >= 3, range.count <= longest, let plain = Disguise.undone(utf8, range, image) else { return nil }
    var word = Token(
      start: range.lowerBound, end: range.upperBound, hash: TokenHash.of(plain.span, 0..<plain.count), kind: .word,
      beginsClause: first.beginsClause)
    word.isDisguised = true
    return word
  }
}
