import UnicodeText

/// Tokens of a sentence that others stand for.
struct TokenReplacement {
  let range: Range<Int>
  let words: [Token]
}

extension Span<Token> {
  /// The tokens with some replaced, or nil where none are.
  ///
  /// - Parameter replacements: In order, none over another.
  func replacing(_ replacements: [TokenReplacement]) -> [Token]? {
    guard !replacements.isEmpty else { return nil }
    var tokens: [Token] = []
    var copied = 0
    for replacement in replacements {
      for index in copied..<replacement.range.lowerBound { tokens.append(self[index]) }
      tokens += replacement.words
      copied = replacement.range.upperBound
    }
    for index in copied..<count { tokens.append(self[index]) }
    return tokens
  }
}
