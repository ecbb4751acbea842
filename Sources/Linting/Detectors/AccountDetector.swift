internal import Lexicon
internal import SourceText
internal import UnicodeText

/// Finds names of accounts after the name of an app ("Telegram: bluebird_77"); names with `@` are found with e-mail.
struct AccountDetector {
  let view: SentenceView
  let shared: SharedDetectorData

  func detect(into found: inout DetectionList) {
    for hit in view.cues where hit.cue == .handle && view.sentence.contains(hit.tokens.lowerBound) {
      guard let name = account(after: hit.tokens.upperBound) else { continue }
      found.add(.handle, name, in: view)
    }
  }

  private func account(after first: Int) -> ByteRange? {
    var isNamed = false
    var index = first
    while index < view.sentence.upperBound, index < first + 5 {
      let token = view.tokens[index]
      if let name = account(at: token, isNamed: isNamed) { return name }
      guard token.isSymbol || shared.data.connectors.contains(token.hash) || view.cue(.handle, at: index) != nil else {
        return nil
      }
      if shared.data.accountNameWords.contains(token.hash) { isNamed = true }
      index += 1
    }
    return nil
  }

  private func account(at token: Token, isNamed: Bool) -> ByteRange? {
    guard token.isWord, view.bytes[token.start] < 0x80, !shared.data.connectors.contains(token.hash) else { return nil }
    var end = token.start
    var letters = 0
    var digits = 0
    var hasUnderscore = false
    while view.isAlphanumeric(end) || "._-".utf8.contains(view.byte(end)) {
      if view.bytes[end] > 0x60 { letters += 1 } else if view.isDigit(end) { digits += 1 }
      if view.bytes[end] == UInt8(ascii: "_"), view.isAlphanumeric(end + 1) { hasUnderscore = true }
      end += 1
    }
    while end > token.start, "._-".utf8.contains(view.bytes[end - 1]) { end -= 1 }
    guard (4...32).contains(end - token.start), letters >= 3, view.byte(end) < 0x80 || hasUnderscore else { return nil }
    // A name made up for an account shows itself; any other word must be announced as one and end the clause.
    let isMadeUp = hasUnderscore || (digits > 0 && end - token.start >= 6)
    guard isMadeUp || (isNamed && endsClause(end) && !shared.data.notAccounts.contains(token.hash)) else { return nil }
    return token.start..<end
  }

  private func endsClause(_ end: Int) -> Bool {
    let at = view.afterBlanks(end)
    return at >= view.end || ".,;:!?)\n\"".utf8.contains(view.bytes[at])
  }
}
