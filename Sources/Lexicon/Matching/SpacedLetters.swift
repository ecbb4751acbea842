package import UnicodeText

/// Reads `r e v i e w` and `r.e.v.i.e.w` as words, and words with signs for letters.
package enum SpacedLetters {
  private static let shortestRun = 4

  /// How many letters of a run may belong to no word of the lexicon, of ten.
  private static let mostUnknown = 3

  /// Whether a sentence has enough single letters for a run of them, or signs between letters.
  package static func mayStand(in tokens: Span<Token>) -> Bool {
    var run = 0
    for index in tokens.indices {
      let token = tokens[index]
      let isShort = token.end - token.start <= 2 && (token.kind == .word || token.kind == .number)
      run = isShort ? run + 1 : 0
      if run == shortestRun { return true }
      if index > 0, SignedWords.mayJoin(tokens[index - 1], token) { return true }
    }
    return false
  }

  /// The tokens of a sentence with runs of single letters and parts of words put together, or nil where there are none.
  package static func joined(
    _ tokens: Span<Token>, in utf8: Span<UInt8>, _ image: LanguageImage
  ) -> [Token]? {
    guard let words = SignedWords.joined(tokens, in: utf8, image) else { return joinedLetters(tokens, in: utf8, image) }
    return joinedLetters(words.span, in: utf8, image) ?? words
  }

  private static func joinedLetters(
    _ tokens: Span<Token>, in utf8: Span<UInt8>, _ image: LanguageImage
  ) -> [Token]? {
    var replacements: [TokenReplacement] = []
    var at = 0
    while at < tokens.count {
      let end = runEnd(tokens, in: utf8, from: at)
      guard end - at >= shortestRun, let words = words(tokens, at..<end, in: utf8, image) else {
        at = max(end, at + 1)
        continue
      }
      replacements.append(TokenReplacement(range: at..<end, words: words))
      at = end
    }
    return tokens.replacing(replacements)
  }

  private static func isLetter(_ token: Token, _ utf8: Span<UInt8>) -> Bool {
    guard token.kind == .word || token.kind == .number, token.end - token.start <= 2 else { return false }
    return utf8.scalar(at: token.start).length == token.end - token.start
  }

  private static func runEnd(_ tokens: Span<Token>, in utf8: Span<UInt8>, from start: Int) -> Int {
    guard tokens[start].end - tokens[start].start <= 2, isLetter(tokens[start], utf8) else { return start + 1 }
    var end = start + 1
    while end < tokens.count, isLetter(tokens[end], utf8) {
      let gap = tokens[end - 1].end..<tokens[end].start
      guard (1...4).contains(gap.count), gap.allSatisfy({ isSeparator(utf8[$0]) }) else { break }
      end += 1
    }
    return end
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2E || byte == 0x2D || byte == 0x2A || byte == 0x5F
  }

  /// The words of a run: the cut into words of the lexicon that leaves the fewest letters over.
  private static func words(
    _ tokens: Span<Token>, _ run: Range<Int>, in utf8: Span<UInt8>, _ image: LanguageImage
  ) -> [Token]? {
    let count = run.count
    var costs = [Int](repeating: Int.max, count: count + 1)
    var lengths = [Int](repeating: 1, count: count + 1)
    var isKnown = [Bool](repeating: false, count: count + 1)
    costs[0] = 0
    for start in 0..<count {
      let letterCost = costs[start] + 20
      if letterCost < costs[start + 1] {
        costs[start + 1] = letterCost
        lengths[start + 1] = 1
        isKnown[start + 1] = false
      }
      var hash = TokenHash.seed
      for end in start..<min(count, start + 24) {
        let token = tokens[run.lowerBound + end]
        if end > start, isWide(tokens[run.lowerBound + end - 1].end..<token.start, besides: tokens, run, in: utf8) {
          break
        }
        for byte in token.range { hash = TokenHash.adding(utf8[byte], to: hash) }
        let length = end - start + 1
        guard image.knowsWord(hash) else { continue }
        let cost = costs[start] + (length > 2 ? 4 : 14)
        if cost < costs[end + 1] {
          costs[end + 1] = cost
          lengths[end + 1] = length
          isKnown[end + 1] = true
        }
      }
    }
    var cuts: [(range: Range<Int>, isKnown: Bool)] = []
    var end = count
    var known = 0
    while end > 0 {
      cuts.append((end - lengths[end]..<end, isKnown[end]))
      if isKnown[end], lengths[end] > 1 { known += lengths[end] }
      end -= lengths[end]
    }
    guard (count - known) * 10 <= count * mostUnknown else { return nil }
    return cuts.reversed().map { cut in
      let first = tokens[run.lowerBound + cut.range.lowerBound]
      guard cut.isKnown, cut.range.count > 1 else { return first }
      var hash = TokenHash.seed
      for index in cut.range {
        for byte in tokens[run.lowerBound + index].range { hash = TokenHash.adding(utf8[byte], to: hash) }
      }
      var word = Token(
        start: first.start, end: tokens[run.lowerBound + cut.range.upperBound - 1].end, hash: hash, kind: .word,
        beginsClause: first.beginsClause)
      word.isDisguised = true
      return word
    }
  }

  /// Whether a gap is wider than the first of its run, so that it parts words.
  private static func isWide(
    _ gap: Range<Int>, besides tokens: Span<Token>, _ run: Range<Int>, in utf8: Span<UInt8>
  ) -> Bool {
    gap.count > tokens[run.lowerBound + 1].start - tokens[run.lowerBound].end
  }
}

extension LanguageImage {
  /// Whether a word is one that some pattern names as it is.
  func knowsWord(_ hash: UInt64) -> Bool { words(hash) != nil }
}
