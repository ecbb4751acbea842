import Lexicon
import SourceText
import UnicodeText

/// What a draft is, besides its text, that reading it depends on.
struct ReadingScope {
  /// The language it was said to be in, as a BCP 47 tag.
  let language: String?

  /// 0 for messages, 1 for public responses.
  let channel: Int
  let state: DraftState
  let allowed: Allowances
}

/// Reads drafts with the lexicons: folds, cuts and finds concepts.
///
/// It keeps buffers, so each task has its own.
///
/// What each sentence holds is told once; only where some rule can hold is it placed in the draft.
final class DraftReader {
  private let choice: LanguageChoice
  private let gate: RuleGate
  private let detectors: DetectorBank
  private var finders: [ConceptFinder?]
  private var sentenceBreaker: SentenceBreaker
  private let sharedCount: Int
  private var functionWords: FunctionWords

  /// The number that rules know each kind of detection by.
  private let structureConcepts: [Int?]

  /// The tokens of a stretch of sentences, and where each sentence ends among them.
  private var tokens: [Token] = []
  private var ends: [Int] = []

  /// A sentence: its tokens can be cut again from its bytes.
  private struct Sentence {
    let bytes: ByteRange

    /// Indices into ``readings``.
    let readings: Range<Int>
  }

  /// What a sentence says in one of its languages.
  private struct Reading {
    let language: Int
    let number: Int
  }

  private var sentences: [Sentence] = []
  private var readings: [Reading] = []

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
    sentenceBreaker = SentenceBreaker(abbreviations: detectors.abbreviations)
    finders = Array(repeating: nil, count: choice.image.languageCodes.count)
    functionWords = FunctionWords(choice.image.functionWords)
    let names = choice.image.rules.conceptNames
    sharedCount = names.count
    structureConcepts = Detection.Kind.allCases.map { kind in names.firstIndex(of: kind.conceptName) }
  }

  /// Reads a draft.
  ///
  /// - Parameter wantsAll: Whether all that sentences hold is placed, not only what some rule may need.
  func read(
    _ source: [UInt8], _ folded: FoldedText, _ scope: ReadingScope, wantsAll: Bool = false
  ) throws(ICUError) -> ReadDraft {
    var draft = ReadDraft()
    sentences.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    sets.removeAll(keepingCapacity: true)
    for finder in finders { finder?.beginDraft() }
    try scan(source, folded, scope, &draft)
    addStructure(detectors.structure(of: source, folded), to: &draft)
    let wanted =
      wantsAll ? Wanted.everything(sentences: sentences.count, wordCount: gate.wordCount) : wanted(scope)
    let hasWideContexts = finders.contains { finder in (finder?.contextReach ?? 0) > 0 }
    for number in sentences.indices {
      if wanted.wants(sets, at: number) || (hasWideContexts && bearsContext(number, wanted)) {
        collect(number, wanted, folded, &draft)
      }
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
          sentenceHit: SentenceHit(
            concept: UInt16(concept), contexts: 0, clauses: 0...0, start: 0, end: 1, isDisguised: false),
          bytes: detection.range))
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
      // Where several are possible, nothing tells which it is.
      if draft.language == nil, languages.count == 1, let main = languages.first, !tokens.isEmpty {
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
    let firstReading = readings.count
    let start = sets.count
    for _ in 0..<gate.wordCount { sets.append(0) }
    func read(_ language: Int) {
      let finder = finder(language)
      let number = finder.read(tokens, range, source, folded, scope.allowed, detectors)
      finder.readings.add(number, to: &sets, at: start)
      readings.append(Reading(language: language, number: number))
    }
    for language in languages { read(language) }
    if let other = choice.other(than: languages, finder(languages[0]).matcher, tokens: range.count) {
      if choice.image.hasLexicon(other) {
        read(other)
      } else if draft.unchecked.isEmpty {
        draft.unchecked.insert(choice.image.languageCodes[other])
      }
    }
    sentences.append(
      Sentence(
        bytes: tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end,
        readings: firstReading..<readings.count))
  }

  private func finder(_ language: Int) -> ConceptFinder {
    if let finder = finders[language] { return finder }
    let finder = ConceptFinder(
      Matcher(choice.image.language(language), functionWords: choice.image.functionWords), sharedCount: sharedCount)
    finders[language] = finder
    return finder
  }

  // MARK: Where rules can hold

  /// What has to be placed where.
  private func wanted(_ scope: ReadingScope) -> Wanted {
    var wanted = Wanted(sentences: sentences.count, wordCount: gate.wordCount)
    for number in sentences.indices where gate.mayFind(sets, number) {
      for pattern in gate.candidates(sets, number, channel: scope.channel, state: scope.state) {
        wanted.add(pattern, at: number, contextReach: contextReach(of: sentences[number]))
      }
    }
    return wanted
  }

  /// How many sentences away a context can stand that concerns a sentence.
  private func contextReach(of sentence: Sentence) -> Int {
    readings[sentence.readings].map { finder($0.language).contextReach }.max() ?? 0
  }

  /// Whether a sentence bears a context that is wanted and reaches beyond it.
  private func bearsContext(_ number: Int, _ wanted: Wanted) -> Bool {
    readings[sentences[number].readings].contains { reading in
      !finder(reading.language).readings.wideContexts(of: reading.number).masked(by: wanted.contexts[number]).isEmpty
    }
  }

  // MARK: What they hold

  private func collect(_ number: Int, _ wanted: Wanted, _ folded: FoldedText, _ draft: inout ReadDraft) {
    let firstHit = draft.hits.count
    var contexts = WideContexts()
    let utf8 = folded.utf8.span
    tokens.removeAll(keepingCapacity: true)
    Tokenizer.append(utf8, sentences[number].bytes, to: &tokens)
    for reading in readings[sentences[number].readings] {
      let finder = finder(reading.language)
      contexts.add(finder.readings.wideContexts(of: reading.number).masked(by: wanted.contexts[number]))
      let hits = finder.readings.hits(of: reading.number)
      guard !hits.isEmpty else { continue }
      let tokens = finder.tokens(tokens, tokens.indices, in: utf8)
      for hit in hits where wanted.contains(Int(hit.concept), at: number) {
        let bytes = tokens[Int(hit.start)].start..<tokens[Int(hit.end) - 1].end
        draft.hits.append(ConceptHit(sentenceHit: hit, bytes: bytes))
      }
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
    choice.addSigns(of: tokens.span.extracting(first: 400), in: utf8, &functionWords, to: &signs)
    guard signs.tokens > 0 else { return [choice.universal] }
    let languages = choice.languages(for: signs)
    let checked = languages.filter { choice.image.hasLexicon($0) }
    guard checked.isEmpty else { return checked }
    draft.unchecked.insert(languages.first.map { choice.image.languageCodes[$0] } ?? EngineConcept.universalLanguage)
    if draft.language == nil { draft.language = languages.first.map { choice.image.languageCodes[$0] } }
    return [choice.universal]
  }
}

// MARK: Tracing

extension DraftReader {
  /// What the sentence of a place holds, of the draft that was read last.
  ///
  /// - Parameters:
  ///   - offset: In UTF-8 bytes of the folded text.
  ///   - names: The concepts to look for, by language.
  /// - Returns: Nil where no sentence stands at the place.
  func trace(
    at offset: Int, _ names: [String: [String]], _ source: [UInt8], _ folded: FoldedText, _ allowed: Allowances
  ) -> TracedSentence? {
    guard let number = sentences.firstIndex(where: { $0.bytes.upperBound > offset }) else { return nil }
    let sentence = sentences[number]
    tokens.removeAll(keepingCapacity: true)
    Tokenizer.append(folded.utf8.span, sentence.bytes, to: &tokens)
    var traced = TracedSentence(number: number, bytes: sentence.bytes)
    for reading in readings[sentence.readings] {
      let code = choice.image.languageCodes[reading.language]
      traced.languages.append(code)
      let finder = finder(reading.language)
      traced.places += finder.places(of: names[code] ?? [], tokens, source, folded, allowed, detectors)
    }
    return traced
  }
}

/// The contexts of a sentence that reach beyond it, a bit each.
struct WideContexts {
  var neighbours: UInt16 = 0
  var draft: UInt16 = 0

  var isEmpty: Bool { neighbours | draft == 0 }

  /// Those of them that are wanted.
  func masked(by bits: UInt16) -> WideContexts { WideContexts(neighbours: neighbours & bits, draft: draft & bits) }

  mutating func add(_ other: WideContexts) {
    neighbours |= other.neighbours
    draft |= other.draft
  }
}
