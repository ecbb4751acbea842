import Lexicon
import SourceText
import UnicodeText

/// What a draft is, besides its text, that reading it depends on.
struct ReadingScope {
  /// The language it was said to be in, as a BCP 47 tag.
  let language: String?

  /// 0 for messages, 1 for public responses.
  let channel: Int
  let isProactive: Bool
  let hosts: AllowedHosts
}

/// Reads drafts with the lexicons: folds, cuts and finds concepts.
///
/// It keeps buffers, so each task has its own.
///
/// All sentences are read for what they may hold; concepts are found only around those where some rule can hold.
final class DraftReader {
  private let choice: LanguageChoice
  private let gate: RuleGate
  private let detectors: DetectorBank
  private var finders: [ConceptFinder?]
  private var sentenceBreaker = SentenceBreaker()
  private let sharedCount: Int

  /// The number that rules know each kind of detection by.
  private let structureConcepts: [Int?]

  /// The tokens of a stretch of sentences, and where each sentence ends among them.
  private var tokens: [Token] = []
  private var ends: [Int] = []

  /// A sentence: its tokens can be cut again from its bytes.
  private struct Sentence {
    let bytes: ByteRange
    let languages: [Int]
    var other: Int?
  }

  private var sentences: [Sentence] = []

  /// The sets of concepts that ``RuleGate`` asks for.
  private var sets: [UInt64] = []

  /// How much text is cut into tokens at once, in bytes.
  private static let stretch = 16_384

  /// A concept that one sentence says more often tells nothing more, and would make long sentences slow.
  static let mostHitsOfOneConcept = 48

  init(_ choice: LanguageChoice, _ gate: RuleGate, _ detectors: DetectorBank) {
    self.choice = choice
    self.gate = gate
    self.detectors = detectors
    finders = Array(repeating: nil, count: choice.image.languageCodes.count)
    let names = choice.image.rules.conceptNames
    sharedCount = names.count
    structureConcepts = Detection.Kind.allCases.map { kind in names.firstIndex(of: kind.conceptName) }
  }

  func read(_ source: [UInt8], _ folded: FoldedText, _ scope: ReadingScope) throws(ICUError) -> ReadDraft {
    var draft = ReadDraft()
    sentences.removeAll(keepingCapacity: true)
    sets.removeAll(keepingCapacity: true)
    try scan(source, folded, scope, &draft)
    addStructure(detectors.structure(of: source, folded), to: &draft)
    let wanted = wanted(scope)
    for number in sentences.indices where !wanted.isEmpty(at: number) {
      collect(number, wanted, source, folded, scope, &draft)
    }
    draft.spreadContexts()
    return draft
  }

  /// Adds what concerns the form of the whole draft; it has no words and no clauses.
  private func addStructure(_ detections: [Detection], to draft: inout ReadDraft) {
    for detection in detections {
      guard let concept = structureConcepts[Int(detection.kind.rawValue)] else { continue }
      let first = draft.hits.count
      draft.hits.append(
        ConceptHit(
          concept: UInt16(concept), contexts: 0, clauses: 0...0, start: 0, end: 1, bytes: detection.range,
          isDisguised: false))
      draft.sentences.append(
        ReadSentence(number: -1, hits: first..<draft.hits.count, neighbourContexts: 0, draftContexts: 0))
    }
  }

  // MARK: What sentences may hold

  private func scan(
    _ source: [UInt8], _ folded: FoldedText, _ scope: ReadingScope, _ draft: inout ReadDraft
  ) throws(ICUError) {
    let utf8 = folded.utf8.span
    // The source is cut, not the folded text: after a full stop it is the capital that begins a sentence.
    var ranges = try sentenceBreaker.sentences(of: source.span)
    if !folded.isAligned {
      ranges = ranges.map { folded.foldedOffset(of: $0.lowerBound)..<folded.foldedOffset(of: $0.upperBound) }
    }
    let told = told(scope.language, &draft)
    var next = 0
    while next < ranges.count {
      let first = next
      tokens.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      for finder in finders { finder?.forgetCues() }
      // The sentence before may say what a number is.
      if let last = sentences.last { Tokenizer.append(utf8, last.bytes, to: &tokens) }
      var start = tokens.count
      while next < ranges.count, next == first || ranges[next].upperBound - ranges[first].lowerBound < Self.stretch {
        cut(ranges[next], utf8)
        next += 1
      }
      let languages = told ?? found(utf8, &draft)
      if draft.language == nil, let main = languages.first, !tokens.isEmpty {
        draft.language = choice.image.languageCodes[main]
      }
      for end in ends {
        scan(start..<end, languages, source, folded, scope, &draft)
        start = end
      }
    }
  }

  /// Cuts a sentence into tokens, and a very long one into pieces.
  private func cut(_ sentence: ByteRange, _ utf8: Span<UInt8>) {
    let start = tokens.count
    Tokenizer.append(utf8, sentence, to: &tokens)
    var end = start
    while tokens.count - end > Matcher.mostTokens {
      end += Matcher.mostTokens
      ends.append(end)
    }
    if tokens.count > end { ends.append(tokens.count) }
  }

  private func scan(
    _ range: Range<Int>, _ languages: [Int], _ source: [UInt8], _ folded: FoldedText, _ scope: ReadingScope,
    _ draft: inout ReadDraft
  ) {
    var sentence = Sentence(
      bytes: tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end, languages: languages)
    let start = sets.count
    for _ in 0..<gate.wordCount { sets.append(0) }
    for language in languages {
      finder(language).scan(tokens, range, source, folded, scope.hosts, detectors, into: &sets, at: start)
    }
    let matcher = finder(languages[0]).matcher
    if let other = choice.other(than: languages, matcher, tokens: range.count) {
      if choice.image.hasLexicon(other) {
        sentence.other = other
        finder(other).scan(tokens, range, source, folded, scope.hosts, detectors, into: &sets, at: start)
      } else if draft.unchecked.isEmpty {
        draft.unchecked.insert(choice.image.languageCodes[other])
      }
    }
    sentences.append(sentence)
  }

  private func finder(_ language: Int) -> ConceptFinder {
    if let finder = finders[language] { return finder }
    let finder = ConceptFinder(
      Matcher(choice.image.language(language), functionWords: choice.image.functionWords), sharedCount: sharedCount)
    finders[language] = finder
    return finder
  }

  // MARK: Where rules can hold

  /// What has to be found where.
  private func wanted(_ scope: ReadingScope) -> Wanted {
    var wanted = Wanted(sentences: sentences.count, wordCount: gate.wordCount)
    for number in sentences.indices {
      for pattern in gate.candidates(sets, number, channel: scope.channel, isProactive: scope.isProactive) {
        wanted.add(pattern, at: number, contextReach: contextReach(of: sentences[number]))
      }
    }
    return wanted
  }

  /// How many sentences away a context can stand that concerns a sentence.
  private func contextReach(of sentence: Sentence) -> Int {
    sentence.languages.map { finder($0).contextReach }.max() ?? 0
  }

  private func languages(of number: Int) -> [Int] {
    sentences[number].languages + (sentences[number].other.map { [$0] } ?? [])
  }

  /// Cuts a sentence again, behind the one before it, and answers where its own tokens are.
  private func cutAgain(_ number: Int, _ folded: FoldedText) -> Range<Int> {
    tokens.removeAll(keepingCapacity: true)
    if number > 0 { Tokenizer.append(folded.utf8.span, sentences[number - 1].bytes, to: &tokens) }
    let start = tokens.count
    Tokenizer.append(folded.utf8.span, sentences[number].bytes, to: &tokens)
    return start..<tokens.count
  }

  // MARK: What they hold

  private func collect(
    _ number: Int, _ wanted: Wanted, _ source: [UInt8], _ folded: FoldedText, _ scope: ReadingScope,
    _ draft: inout ReadDraft
  ) {
    let firstHit = draft.hits.count
    var contexts = WideContexts()
    let range = cutAgain(number, folded)
    for language in languages(of: number) {
      let finder = finder(language)
      finder.read(tokens, range, source, folded, scope.hosts, detectors)
      contexts.add(finder.collect(tokens, range, number, wanted, into: &draft.hits))
    }
    guard draft.hits.count > firstHit || !contexts.isEmpty else { return }
    draft.sentences.append(
      ReadSentence(
        number: number, hits: firstHit..<draft.hits.count, neighbourContexts: contexts.neighbours,
        draftContexts: contexts.draft))
  }
}

// MARK: Languages

extension DraftReader {
  /// The language that the caller names; nil where none is named.
  private func told(_ tag: String?, _ draft: inout ReadDraft) -> [Int]? {
    guard let tag, !tag.isEmpty else { return nil }
    let code = LanguageChoice.code(ofTag: tag)
    draft.language = code
    if let number = choice.number(ofTag: tag), choice.image.hasLexicon(number) { return [number] }
    draft.unchecked.insert(code)
    return [choice.universal]
  }

  /// The languages that a stretch shows; what has no lexicon is noted.
  private func found(_ utf8: Span<UInt8>, _ draft: inout ReadDraft) -> [Int] {
    var signs = LanguageChoice.Signs(languages: choice.image.languageCodes.count)
    choice.addSigns(of: tokens.span.extracting(first: 400), in: utf8, to: &signs)
    guard signs.tokens > 0 else { return [choice.universal] }
    let languages = choice.languages(for: signs)
    let checked = languages.filter { choice.image.hasLexicon($0) }
    guard checked.isEmpty else { return checked }
    draft.unchecked.insert(languages.first.map { choice.image.languageCodes[$0] } ?? EngineConcept.universalLanguage)
    if draft.language == nil { draft.language = languages.first.map { choice.image.languageCodes[$0] } }
    return [choice.universal]
  }
}

/// The contexts of a sentence that reach beyond it, a bit each.
struct WideContexts {
  var neighbours: UInt16 = 0
  var draft: UInt16 = 0

  var isEmpty: Bool { neighbours | draft == 0 }

  mutating func add(_ other: WideContexts) {
    neighbours |= other.neighbours
    draft |= other.draft
  }
}
