internal import Lexicon
internal import SourceText
internal import UnicodeText

/// Finds e-mail addresses, also with words for their signs, and names with `@` in front.
struct EmailDetector {
  let view: SentenceView
  let shared: SharedDetectorData
  let hosts: AllowedHosts

  func detect(into found: inout DetectionList) {
    for index in view.sentence {
      let token = view.tokens[index]
      if token.isSymbol, view.bytes[token.start] == UInt8(ascii: "@") {
        addAddress(sign: token, index, into: &found)
      } else if let end = spokenAt(index) {
        addSpoken(at: index, end, isBracketed: token.isPlaceholder, into: &found)
      }
    }
  }

  // MARK: With the sign

  private func addAddress(sign: Token, _ index: Int, into found: inout DetectionList) {
    let start = localStart(before: sign.start)
    if start < sign.start {
      if let host = view.hostName(at: sign.end, shared, ideographs: view.byte(sign.end) >= 0x80), isAddress(host) {
        let kind: Detection.Kind =
          hosts.allowsAddress(at: ByteRangeOfHost(bytes: view.bytes, range: host.range)) ? .allowedLink : .email
        return found.add(kind, start..<host.range.upperBound, in: view)
      }
      // moc.liamg@eoj
      if shared.data.reversedMailDomains.contains(view.bytes, start..<sign.start), view.isAlphanumeric(sign.end) {
        let end = view.hostName(at: sign.end, shared)?.range.upperBound ?? sign.end + 1
        return found.add(.email, start..<end, in: view, isDisguised: true)
      }
    }
    if addSpoken(at: index, index + 1, isBracketed: true, into: &found) { return }
    if start == sign.start || isBehindApp(sign.start) { addHandle(sign, into: &found) }
  }

  /// Behind a real `@` any ending of letters will do; a provider needs none.
  private func isAddress(_ host: HostName) -> Bool {
    if host.labels.count == 1 { return shared.data.mailProviders.contains(view.bytes, host.range) }
    return host.topLevel.count > 1 && !view.bytes[host.topLevel].contains { $0 < 0x3A }
      && view.bytes[host.range].contains { $0 > 0x39 }
  }

  /// Where the part before an `@` begins.
  private func localStart(before sign: Int) -> Int {
    var at = sign
    // Letters of other scripts belong to the address only where the host is of such a script too.
    let isForeign = view.byte(sign + 1) >= 0x80
    while at > 0, sign - at < 64 {
      let byte = view.bytes[at - 1]
      if byte < 0x80 {
        guard view.isAlphanumeric(at - 1) || "._%+-'".utf8.contains(byte) else { break }
        at -= 1
        continue
      }
      guard let scalar = view.scalar(before: at), scalar < 0x250 || isForeign else { break }
      switch ScalarClass(scalar) {
      case .letter, .mark, .ideograph: at -= Unicode.UTF8.width(Unicode.Scalar(scalar) ?? "?")
      default: return afterSigns(at, sign)
      }
    }
    return afterSigns(at, sign)
  }

  /// Skips signs at the front of a local part: they are the sentence's.
  private func afterSigns(_ start: Int, _ sign: Int) -> Int {
    var at = start
    while at < sign, "._%+-'".utf8.contains(view.bytes[at]) { at += 1 }
    return at
  }

  /// `@name`: three characters and more, with a letter, and no word such as "buyer".
  private func addHandle(_ sign: Token, into found: inout DetectionList) {
    if let end = quotedNameEnd(sign) { return found.add(.handle, sign.start..<end, in: view) }
    guard sign.start == 0 || !view.isAlphanumeric(sign.start - 1) || isBehindApp(sign.start) else { return }
    var end = sign.end
    while view.isAlphanumeric(end) || "._-".utf8.contains(view.byte(end)) { end += 1 }
    while end > sign.end, "._-".utf8.contains(view.bytes[end - 1]) { end -= 1 }
    guard end - sign.end >= 3, view.bytes[sign.end..<end].contains(where: { $0 > 0x60 }),
      !shared.data.notNames.contains(view.bytes, sign.end..<end)
    else { return }
    found.add(.handle, sign.start..<end, in: view)
  }
}

// MARK: Names behind the name of an app

extension EmailDetector {
  /// Whether the name of an app stands right before an offset: "LINE@example".
  private func isBehindApp(_ offset: Int) -> Bool {
    view.cues.contains { $0.cue == .handle && view.tokens[$0.tokens.upperBound - 1].end == offset }
  }

  /// Where a name between corner brackets ends that the name of an app leads to, as in "LINE「@名前」".
  ///
  /// It may be short and of any letters.
  private func quotedNameEnd(_ sign: Token) -> Int? {
    let bracket = sign.start - 3
    guard bracket >= 0, let close = Self.closingBracket(view.scalar(at: bracket).value),
      view.hasCue(.handle, before: bracket, reach: 40)
    else { return nil }
    var at = sign.end
    while at < view.bytes.count, at - sign.end <= 60 {
      let (scalar, length) = view.scalar(at: at)
      if scalar == close { return at > sign.end ? at : nil }
      guard scalar > 0x20 else { return nil }
      at += length
    }
    return nil
  }

  private static func closingBracket(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x300C: 0x300D
    case 0x300E: 0x300F
    case 0x3010: 0x3011
    default: nil
    }
  }
}

// MARK: With words

extension EmailDetector {
  /// The token after a word for `@`.
  private func spokenAt(_ index: Int) -> Int? {
    if view.tokens[index].isPlaceholder { return isBracketed(index, shared.data.bracketedAt) ? index + 1 : nil }
    return view.cue(.at, at: index)
  }

  private func spokenDot(_ index: Int) -> Int? {
    guard index < view.sentence.upperBound else { return nil }
    if view.tokens[index].isPlaceholder { return isBracketed(index, shared.data.bracketedDot) ? index + 1 : nil }
    return view.cue(.dot, at: index)
  }

  /// Whether a placeholder is really `[at]` or `{dot}`.
  private func isBracketed(_ index: Int, _ words: WordSet) -> Bool {
    var range = view.tokens[index].range
    while range.count > 2, "[{ ".utf8.contains(view.bytes[range.lowerBound]) {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    while range.count > 1, "]} ".utf8.contains(view.bytes[range.upperBound - 1]) {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    return words.contains(view.bytes, range)
  }

  @discardableResult
  private func addSpoken(
    at index: Int, _ next: Int, isBracketed: Bool, into found: inout DetectionList
  ) -> Bool {
    let view = view
    guard index > view.sentence.lowerBound, next < view.sentence.upperBound else { return false }
    let before = view.byte(view.tokens[index].start - 1)
    let isBracketed = isBracketed || before == UInt8(ascii: "(") || before == UInt8(ascii: "<")
    guard let domain = spokenDomain(next) else { return false }
    let local = index - 1
    guard isMailbox(local), isNear(local, index) else { return false }
    // "at" and a full stop is how one says where a page is; a provider, a bracket or a "dot" makes it an address.
    guard isBracketed || domain.isProvider || domain.isSpoken else { return false }
    if shared.data.notMailboxes.contains(view.tokens[local].hash), !isBracketed { return false }
    let start = localStart(token: local)
    found.add(.email, start..<domain.end, in: view, isDisguised: true)
    return true
  }

  private func isMailbox(_ index: Int) -> Bool {
    switch view.tokens[index].kind {
    case .word: true
    case .number, .symbol, .ideograph, .placeholder: false
    }
  }

  /// Whether only blanks and brackets stand between two tokens.
  private func isNear(_ left: Int, _ right: Int) -> Bool {
    let gap = view.tokens[left].end..<view.tokens[right].start
    return gap.count <= 4 && gap.allSatisfy { " (<-".utf8.contains(view.bytes[$0]) }
  }

  /// Where the local part that ends with a token begins: tokens joined by signs or words for the full stop.
  private func localStart(token index: Int) -> Int {
    var first = index
    while first > view.sentence.lowerBound {
      let gap = view.tokens[first - 1].end..<view.tokens[first].start
      if gap.count <= 1, gap.allSatisfy({ "._-+".utf8.contains(view.bytes[$0]) }) {
        first -= 1
      } else if first - 2 >= view.sentence.lowerBound, spokenDot(first - 1) == first,
        view.tokens[first - 2].isWord
      {
        first -= 2
      } else {
        break
      }
    }
    return view.tokens[first].start
  }

  private struct SpokenDomain {
    let end: Int
    let isProvider: Bool
    /// Whether a full stop was written as a word.
    let isSpoken: Bool
  }

  private func spokenDomain(_ start: Int) -> SpokenDomain? {
    let tokens = view.tokens
    guard tokens[start].isWord || tokens[start].isNumber else { return nil }
    let isProvider = shared.data.mailProviders.contains(tokens[start].hash)
    var isSpoken = false
    var last = start
    var ending = TokenHash.seed
    while last + 1 < view.sentence.upperBound {
      if let next = spokenDot(last + 1), next < view.sentence.upperBound,
        tokens[next].isWord || tokens[next].isNumber
      {
        isSpoken = true
        last = next
      } else if isDot(between: last, last + 1) {
        last += 1
      } else if tokens[last].end + 1 == tokens[last + 1].start, view.byte(tokens[last].end) == UInt8(ascii: "-") {
        last += 1
        continue
      } else {
        break
      }
      ending = tokens[last].hash
    }
    let isKnown =
      shared.data.certainTLDs.contains(ending) || shared.data.tlds.contains(ending)
      || shared.data.wordTLDs.contains(ending)
    if isKnown {
      let whole = tokens[start].start..<tokens[last].end
      return SpokenDomain(
        end: tokens[last].end, isProvider: isProvider || shared.data.mailDomains.contains(view.bytes, whole),
        isSpoken: isSpoken)
    }
    return isProvider ? SpokenDomain(end: tokens[start].end, isProvider: true, isSpoken: false) : nil
  }

  /// A full stop, with blanks or brackets around it, between two words.
  private func isDot(between left: Int, _ right: Int) -> Bool {
    let gap = view.tokens[left].end..<view.tokens[right].start
    guard gap.count <= 5, gap.allSatisfy({ " .()".utf8.contains(view.bytes[$0]) }) else { return false }
    let dots = gap.count(where: { view.bytes[$0] == UInt8(ascii: ".") })
    // "at gmail. Then": a blank after the full stop alone ends a sentence, or a clause.
    return dots == 1
      && (view.bytes[gap.upperBound - 1] == UInt8(ascii: ".") || view.bytes[gap.lowerBound] == 0x20
        || view.bytes[gap.lowerBound] == UInt8(ascii: "("))
  }
}
