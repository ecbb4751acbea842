import Lexicon
import SourceText
import UnicodeText

/// Finds the concepts of one language in sentences, with what detectors find among them.
final class ConceptFinder {
  let matcher: Matcher
  private let slots: DetectorSlots

  /// The concepts that rules name, by their number in the lexicon and as rules number them.
  private let shared: [(concept: Int, number: Int)]

  /// For each concept that rules name, its number in the lexicon, or -1.
  private let concepts: [Int]

  /// The tokens of the sentence that was read last.
  private var tokens: [Token] = []

  init(_ matcher: Matcher, sharedCount: Int) {
    self.matcher = matcher
    let image = matcher.image
    slots = DetectorSlots(image)
    shared = image.shared.indices.compactMap { concept in
      image.shared[concept] == .max ? nil : (concept, Int(image.shared[concept]))
    }
    var concepts = [Int](repeating: -1, count: sharedCount)
    for (concept, number) in shared { concepts[number] = concept }
    self.concepts = concepts
  }

  /// The cues of the sentence that was scanned last, and where its tokens end.
  private var lastCues: [Passage.CueHit] = []
  private var lastEnd = -1

  /// Adds what a sentence holds to a set of ``RuleGate``'s.
  ///
  /// - Parameters:
  ///   - all: Tokens of a stretch of the draft, whose sentences are scanned in order, behind those of the sentence before.
  ///   - range: The sentence among them.
  func scan(
    _ all: [Token], _ range: Range<Int>, _ source: [UInt8], _ folded: FoldedText, _ hosts: AllowedHosts,
    _ detectors: DetectorBank, into set: inout [UInt64], at start: Int
  ) {
    let before = lastEnd == range.lowerBound ? lastCues : cuesBefore(range, all, folded)
    lastCues = read(all, range, before, source, folded, hosts, detectors)
    lastEnd = range.upperBound
    for (concept, number) in shared where matcher.mayHold(concept) && !matcher.hits(of: concept).isEmpty {
      set[start + number / 64] |= 1 << UInt64(number % 64)
    }
  }

  /// Reads what a sentence holds.
  ///
  /// - Parameters:
  ///   - all: The tokens of the sentence, behind those of the one before it.
  ///   - range: The sentence among them.
  func read(
    _ all: [Token], _ range: Range<Int>, _ source: [UInt8], _ folded: FoldedText, _ hosts: AllowedHosts,
    _ detectors: DetectorBank
  ) {
    _ = read(all, range, cuesBefore(range, all, folded), source, folded, hosts, detectors)
  }

  /// Forgets the sentence that was scanned last: another stretch of text begins.
  func forgetCues() { lastEnd = -1 }

  /// The cues of the sentence that stands before another in a list of tokens: what a number is may be said there.
  private func cuesBefore(_ range: Range<Int>, _ all: [Token], _ folded: FoldedText) -> [Passage.CueHit] {
    let utf8 = folded.utf8.span
    guard range.lowerBound > 0, !Gate(all.span.extracting(range), in: utf8).isEmpty else { return [] }
    begin(all, 0..<range.lowerBound, utf8)
    return slots.cues(in: matcher, from: 0)
  }

  /// Reads a sentence and answers its cues.
  private func read(
    _ all: [Token], _ range: Range<Int>, _ before: [Passage.CueHit], _ source: [UInt8], _ folded: FoldedText,
    _ hosts: AllowedHosts, _ detectors: DetectorBank
  ) -> [Passage.CueHit] {
    let utf8 = folded.utf8.span
    tokens.removeAll(keepingCapacity: true)
    if SpacedLetters.mayStand(in: all.span.extracting(range)),
      let joined = SpacedLetters.joined(all.span.extracting(range), in: utf8, matcher.image)
    {
      tokens = joined
      begin(joined, joined.indices, utf8)
      _ = detectors.fill(matcher, slots, joined, joined.indices, [], source, folded, hosts)
      return []
    }
    begin(all, range, utf8)
    return detectors.fill(matcher, slots, all, range, before, source, folded, hosts)
  }

  private func begin(_ all: [Token], _ range: Range<Int>, _ utf8: Span<UInt8>) {
    matcher.begin(all.span.extracting(range), in: utf8)
    matcher.settle()
  }

  /// How many sentences away a context of the language can stand.
  var contextReach: Int {
    matcher.image.contexts.map { context in
      switch context.reach {
      case .within(.draft): ReadDraft.draftReach
      case .within(.neighbours): 1
      case .within, .before, .after: 0
      }
    }.max() ?? 0
  }

  /// Whether a concept that rules name stands in the sentence.
  func holds(_ number: Int) -> Bool { concepts[number] >= 0 && !matcher.hits(of: concepts[number]).isEmpty }

  /// Appends the places of the concepts that are wanted in a sentence, with the contexts that they stand in.
  ///
  /// - Parameters:
  ///   - all: The tokens that ``read(_:_:_:_:_:_:)`` was given, with the same range.
  /// - Returns: The contexts that reach beyond the sentence.
  func collect(
    _ all: [Token], _ range: Range<Int>, _ sentence: Int, _ wanted: Wanted, into hits: inout [ConceptHit]
  ) -> WideContexts {
    let tokens = self.tokens.isEmpty ? Array(all[range]) : self.tokens
    var wide = WideContexts()
    var sentenceContexts: UInt16 = 0
    var near: [LanguageImage.Context] = []
    for context in matcher.image.contexts {
      let bit: UInt16 = 1 << UInt16(context.number)
      guard wanted.contexts[sentence] & bit != 0, !matcher.hits(of: context.concept).isEmpty else { continue }
      switch context.reach {
      case .within(.sentence): sentenceContexts |= bit
      case .within(.neighbours): wide.neighbours |= bit
      case .within(.draft): wide.draft |= bit
      case .within(.clause), .before, .after: near.append(context)
      }
    }
    for (concept, number) in shared where wanted.contains(number, at: sentence) && matcher.mayHold(concept) {
      for hit in matcher.hits(of: concept).prefix(DraftReader.mostHitsOfOneConcept) {
        let clauses = matcher.clause(of: Int(hit.start))...matcher.clause(of: Int(hit.end) - 1)
        hits.append(
          ConceptHit(
            concept: UInt16(number),
            contexts: near.reduce(sentenceContexts) { bits, context in
              stands(context, around: hit, clauses) ? bits | 1 << UInt16(context.number) : bits
            },
            clauses: clauses, start: hit.start, end: hit.end,
            bytes: tokens[Int(hit.start)].start..<tokens[Int(hit.end) - 1].end,
            isDisguised: matcher.isDisguised(hit)))
      }
    }
    return wide
  }

  private func stands(_ context: LanguageImage.Context, around hit: Hit, _ clauses: ClosedRange<UInt16>) -> Bool {
    switch context.reach {
    case .before(let reach): matcher.stands(context.concept, before: hit.start, reach: reach)
    case .after(let reach): matcher.stands(context.concept, after: hit.end, reach: reach)
    case .within:
      matcher.hits(of: context.concept).contains { other in
        (matcher.clause(of: Int(other.start))...matcher.clause(of: Int(other.end) - 1)).overlaps(clauses)
      }
    }
  }
}
