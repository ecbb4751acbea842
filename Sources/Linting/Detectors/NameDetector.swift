internal import Lexicon
internal import SourceText
internal import UnicodeText

/// Finds names of persons where a title or a greeting tells that they are such.
struct NameDetector {
  let view: SentenceView
  let shared: SharedDetectorData

  func detect(into found: inout DetectionList) {
    if let range = nameAfterAbbreviation() { found.add(.fullName, range, in: view) }
    for hit in view.cues where view.sentence.contains(hit.tokens.lowerBound) {
      switch hit.cue {
      case .honorific:
        if let range = titledName(hit.tokens) ?? nameBefore(hit.tokens) { found.add(.fullName, range, in: view) }
      case .greeting:
        let range = greetedName(hit.tokens) ?? formedName(from: hit.tokens.upperBound) ?? calledName(hit.tokens)
        if let range { found.add(.fullName, range, in: view) }
      case .recipient:
        if let range = formedName(from: hit.tokens.upperBound) { found.add(.fullName, range, in: view) }
      default: continue
      }
    }
  }

  /// The name that begins a sentence because the title before it, "Mr.", seemed to end one.
  private func nameAfterAbbreviation() -> ByteRange? {
    guard let first = view.sentence.first, view.tokens[first].start > 2, hasCase(first) else { return nil }
    let dot = view.tokens[first].start - 2
    guard view.byte(dot) == UInt8(ascii: "."), view.byte(dot + 1) == 0x20 else { return nil }
    var start = dot
    while start > 0, dot - start < 8, view.bytes[start - 1] > 0x20, view.bytes[start - 1] != UInt8(ascii: "(") {
      start -= 1
    }
    guard shared.data.abbreviatedTitles.contains(view.bytes, start..<dot) else { return nil }
    let (names, end) = names(from: first)
    guard names >= (dot - start == 1 ? 2 : 1) else { return nil }
    return view.tokens[first].start..<view.tokens[end - 1].end
  }

  // MARK: After a title or a greeting

  /// "Mr Jonathan Whitlock", "Mrs Okonkwo-Hale": one name is enough after a title.
  private func titledName(_ title: Range<Int>) -> ByteRange? {
    let first = title.upperBound
    guard first < view.sentence.upperBound, isNext(first - 1, first) else {
      return nil
    }
    guard hasCase(first) else { return uncasedName(first) }
    let (names, end) = names(from: first)
    // A title of one letter is more often a size or an initial.
    let isInitial = view.tokens[title.lowerBound].end - view.tokens[title.lowerBound].start == 1
    guard names >= (isInitial ? 2 : 1) else { return nil }
    return view.tokens[first].start..<view.tokens[end - 1].end
  }

  /// "Hello Anna Schmidt,": two names and more, and nothing else in the phrase.
  private func greetedName(_ greeting: Range<Int>) -> ByteRange? {
    let first = greeting.upperBound
    guard first < view.sentence.upperBound, isNext(first - 1, first), hasCase(first),
      view.cue(.honorific, at: first) == nil, !view.isAllCapitals(view.tokens[greeting.lowerBound].range)
    else { return nil }
    let (names, end) = names(from: first)
    guard (2...4).contains(names), endsPhrase(end) else { return nil }
    return view.tokens[first].start..<view.tokens[end - 1].end
  }

  func endsPhrase(_ end: Int) -> Bool {
    guard end < view.sentence.upperBound else { return true }
    let gap = view.tokens[end - 1].end..<view.tokens[end].start
    return gap.contains { view.bytes[$0] != 0x20 && view.bytes[$0] != UInt8(ascii: "-") }
      || view.tokens[end].isSymbol
  }

  /// How many names stand from a token on, and the token after them.
  ///
  /// Joined by a hyphen they are one.
  func names(from first: Int) -> (count: Int, end: Int) {
    var count = 0
    var end = first
    var index = first
    while index < view.sentence.upperBound, count < 5, index == first || isNext(index - 1, index) {
      let token = view.tokens[index]
      guard token.isWord else { break }
      if isName(token) {
        let isJoined = index > first && view.byte(view.tokens[index - 1].end) == UInt8(ascii: "-")
        if !isJoined, token.end - token.start > 1 { count += 1 }
        end = index + 1
      } else if count == 0 || !shared.data.nameParticles.contains(token.hash) {
        break
      }
      index += 1
    }
    return (count, end)
  }

  private func isName(_ token: Token) -> Bool {
    guard view.isCapital(token.start), !shared.data.notNames.contains(token.hash) else { return false }
    return !view.bytes[token.range].contains { $0 &- 0x30 < 10 }
  }

  /// Whether two words belong to one name: a blank or hyphen between, or the full stop of an abbreviation.
  func isNext(_ left: Int, _ right: Int) -> Bool {
    let gap = view.tokens[left].end..<view.tokens[right].start
    guard (1...2).contains(gap.count) else { return false }
    if gap.count == 1 { return view.bytes[gap.lowerBound] == 0x20 || view.bytes[gap.lowerBound] == UInt8(ascii: "-") }
    let isAbbreviated = view.tokens[left].end - view.tokens[left].start <= 5
    return isAbbreviated && view.bytes[gap.lowerBound] == UInt8(ascii: ".") && view.bytes[gap.lowerBound + 1] == 0x20
  }

  private func hasCase(_ token: Int) -> Bool {
    let scalar = view.scalar(at: view.tokens[token].start).value
    return scalar < 0x590 || (0x1E00..<0x2000).contains(scalar)
  }

  /// Arabic, Hebrew and Indian names: two to five words up to the next comma or title.
  private func uncasedName(_ first: Int) -> ByteRange? {
    var end = first
    while end < view.sentence.upperBound, view.tokens[end].isWord,
      end == first || !view.tokens[end].beginsClause,
      view.cue(.honorific, at: end) == nil, !shared.data.notNames.contains(view.tokens[end].hash), end - first <= 5
    {
      end += 1
    }
    guard (2...5).contains(end - first) else { return nil }
    return view.tokens[first].start..<view.tokens[end - 1].end
  }
}

// MARK: Before a title

extension NameDetector {
  private func nameBefore(_ title: Range<Int>) -> ByteRange? {
    let first = title.lowerBound
    guard first > view.sentence.lowerBound || view.tokens[first].end - view.tokens[first].start == 12,
      view.sentence.contains(first)
    else { return nil }
    let scalar = view.scalar(at: view.tokens[first].start).value
    if (0xAC00...0xD7A3).contains(scalar) { return koreanName(title) }
    guard view.tokens[first].isIdeograph else { return nil }
    // 様, さま, さん, ちゃん; all others are Chinese.
    let isJapanese = scalar == 0x69D8 || (0x3041...0x3096).contains(scalar)
    return isJapanese ? japaneseName(before: first) : chineseName(before: first)
  }

  private func isKanji(_ index: Int) -> Bool {
    guard view.tokens[index].isIdeograph else { return false }
    let scalar = view.scalar(at: view.tokens[index].start).value
    return scalar == 0x3005 || (0x3400...0x9FFF).contains(scalar)
  }

  private func isKatakana(_ index: Int) -> Bool {
    view.tokens[index].isIdeograph
      && ScalarClass.isKatakana(view.scalar(at: view.tokens[index].start).value)
  }

  /// The first token of the characters of a kind that end before a token, without gaps.
  private func runStart(before end: Int, _ belongs: (Int) -> Bool) -> Int {
    var first = end
    while first > view.sentence.lowerBound, belongs(first - 1),
      first == end || view.tokens[first - 1].end == view.tokens[first].start
    {
      first -= 1
    }
    return first
  }

  private func isBlank(before index: Int) -> Bool {
    index > view.sentence.lowerBound && view.tokens[index].start == view.tokens[index - 1].end + 1
      && view.bytes[view.tokens[index - 1].end] == 0x20
  }

  /// Four kanji and more, or a family name and a given name with a blank between.
  private func japaneseName(before title: Int) -> ByteRange? {
    let end = isBlank(before: title) ? view.tokens[title - 1].end : view.tokens[title].start
    guard view.tokens[title - 1].end == end else { return nil }
    let belongs = isKanji(title - 1) ? isKanji : isKatakana
    let given = runStart(before: title, belongs)
    guard given < title, !endsAsRole(title - 1) else { return nil }
    if isBlank(before: given) {
      let family = runStart(before: given, belongs)
      if family < given, given - family <= 8, title - given <= 8 { return view.tokens[family].start..<end }
    }
    guard isKanji(title - 1), (4...7).contains(title - given) else { return nil }
    return view.tokens[given].start..<end
  }

  private func endsAsRole(_ last: Int) -> Bool {
    let end = view.tokens[last].end
    if shared.data.roleEndings.contains(view.tokens[last].hash) { return true }
    return last > 0 && shared.data.roleEndings.contains(view.bytes, view.tokens[last - 1].start..<end)
  }

  /// A family name that begins the phrase, and one or two characters more.
  private func chineseName(before title: Int) -> ByteRange? {
    for count in [3, 2] where title - count >= view.sentence.lowerBound {
      let first = title - count
      guard (first..<title).allSatisfy(isKanji), shared.data.familyNames.contains(view.tokens[first].hash),
        view.tokens[title - 1].end == view.tokens[title].start, isPhraseStart(first)
      else { continue }
      return view.tokens[first].start..<view.tokens[title - 1].end
    }
    return nil
  }

  private func isPhraseStart(_ first: Int) -> Bool {
    guard first > view.sentence.lowerBound, view.tokens[first - 1].end == view.tokens[first].start else { return true }
    // 的 and 好: "尊敬的", "您好".
    let before = view.scalar(at: view.tokens[first - 1].start).value
    return !isKanji(first - 1) || before == 0x7684 || before == 0x597D
  }

  /// Three syllables, the first a family name, before the title or with it in one word.
  private func koreanName(_ title: Range<Int>) -> ByteRange? {
    let syllables = 3 * 3
    let token = view.tokens[title.lowerBound]
    var name = token.start..<(token.start + min(syllables, token.end - token.start))
    if token.end - token.start != syllables + 3 {
      guard title.lowerBound > view.sentence.lowerBound else { return nil }
      let before = view.tokens[title.lowerBound - 1]
      guard before.isWord, before.end - before.start == syllables, token.start - before.end <= 1 else {
        return nil
      }
      name = before.range
    }
    guard shared.data.familyNames.contains(view.bytes, name.lowerBound..<(name.lowerBound + 3)),
      !shared.data.roles.contains(view.bytes, name)
    else {
      return nil
    }
    return name
  }
}
