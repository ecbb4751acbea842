import Lexicon
import SourceText
import UnicodeText

/// Finds the concepts of one language in sentences, with what detectors find among them.
final class ConceptFinder {
  let matcher: Matcher
  private let slots: DetectorSlots

  /// The concepts that rules name, by their number in the lexicon and as rules number them.
  private let shared: [(concept: Int, number: Int)]

  /// How many sentences away a context of the language can stand.
  let contextReach: Int

  private(set) var readings: SentenceReadings

  /// The cues of the sentence that was read last, and where its tokens end.
  private var lastCues: [Passage.CueHit] = []
  private var lastEnd = -1

  init(_ matcher: Matcher, sharedCount: Int) {
    self.matcher = matcher
    let image = matcher.image
    slots = DetectorSlots(image)
    shared = image.shared.indices.compactMap { concept in
      image.shared[concept] == .max ? nil : (concept, Int(image.shared[concept]))
    }
    contextReach =
      image.contexts.map { context in
        switch context.reach {
        case .within(.draft): ReadDraft.draftReach
        case .within(.neighbours): 1
        case .within, .before, .after: 0
        }
      }.max() ?? 0
    readings = SentenceReadings(wordCount: (sharedCount + 63) / 64)
  }

  /// Begins another draft: numbers of readings that were given for the last one are void.
  func beginDraft() { readings.makeRoom() }

  /// Forgets the sentence that was read last: another stretch of text begins.
  func forgetCues() { lastEnd = -1 }

  /// Reads what a sentence holds.
  ///
  /// - Parameters:
  ///   - all: Tokens of a stretch of the draft, whose sentences are read in order, behind those of the sentence before.
  ///   - range: The sentence among them.
  /// - Returns: Its number among the ``readings``.
  func read(
    _ all: [Token], _ range: Range<Int>, _ source: [UInt8], _ folded: FoldedText, _ allowed: Allowances,
    _ detectors: DetectorBank
  ) -> Int {
    let utf8 = folded.utf8.span
    defer { lastEnd = range.upperBound }
    if let joined = joined(all, range, utf8) {
      lastCues = []
      return read(joined, joined.indices, [], source, folded, allowed, detectors).number
    }
    let before = lastEnd == range.lowerBound ? lastCues : cuesBefore(range, all, folded)
    let (number, cues) = read(all, range, before, source, folded, allowed, detectors)
    lastCues = cues
    return number
  }

  private func read(
    _ all: [Token], _ range: Range<Int>, _ before: [Passage.CueHit], _ source: [UInt8], _ folded: FoldedText,
    _ allowed: Allowances, _ detectors: DetectorBank
  ) -> (number: Int, cues: [Passage.CueHit]) {
    var signature = matcher.read(all.span.extracting(range), in: folded.utf8.span)
    let covers = allowed.phrases.places(in: all, range)
    if !covers.isEmpty { signature = WordSignature.joined(signature, matcher.cover(covers)) }
    let number = readings.number(of: signature) ?? matched(signature)
    let cues = readings.cues(of: number).map { $0.moved(by: range.lowerBound) }
    var found = detectors.found(by: slots, all, range, before, cues, source, folded, allowed.hosts)
    if !covers.isEmpty { found.removeAll { $0.hit.isCovered(by: covers) } }
    guard !found.isEmpty else { return (number, cues) }
    let detailed = found.reduce(signature) { WordSignature.joined($0, $1.signature) }
    return (readings.number(of: detailed) ?? matched(detailed, with: found), cues)
  }

  /// Keeps what the sentence holds whose words were read.
  private func matched(_ signature: UInt64) -> Int {
    matcher.match()
    let cues = slots.cues(in: matcher, from: 0)
    let (hits, wide) = hits()
    return readings.add(signature, hits, cues, wide)
  }

  /// Keeps what it holds with what detectors found in it.
  private func matched(_ signature: UInt64, with found: [DetectedConcept]) -> Int {
    matcher.match()
    for detected in found { matcher.add(detected.hit, to: detected.concept, isDisguised: detected.isDisguised) }
    matcher.settle()
    let (hits, wide) = hits()
    return readings.add(signature, hits, [], wide)
  }

  /// The tokens of a sentence as its reading counts them.
  func tokens(_ all: [Token], _ range: Range<Int>, in utf8: Span<UInt8>) -> [Token] {
    joined(all, range, utf8) ?? Array(all[range])
  }

  /// The tokens of a sentence in which the letters of words were spaced; nil where none were.
  private func joined(_ all: [Token], _ range: Range<Int>, _ utf8: Span<UInt8>) -> [Token]? {
    guard SpacedLetters.mayStand(in: all.span.extracting(range)) else { return nil }
    return SpacedLetters.joined(all.span.extracting(range), in: utf8, matcher.image)
  }

  /// The cues of the sentence that stands before another in a list of tokens: what a number is may be said there.
  private func cuesBefore(_ range: Range<Int>, _ all: [Token], _ folded: FoldedText) -> [Passage.CueHit] {
    let utf8 = folded.utf8.span
    guard range.lowerBound > 0, !Gate(all.span.extracting(range), in: utf8).isEmpty else { return [] }
    // Other sentences may lie between the one that this finder read last and this one.
    let first = max(0, range.lowerBound - Matcher.mostTokens)
    let signature = matcher.read(all.span.extracting(first..<range.lowerBound), in: utf8)
    let number = readings.number(of: signature) ?? matched(signature)
    return readings.cues(of: number).map { $0.moved(by: first) }
  }

  /// The places of concepts by name in a sentence that is all of some tokens.
  func places(
    of names: [String], _ all: [Token], _ source: [UInt8], _ folded: FoldedText, _ allowed: Allowances,
    _ detectors: DetectorBank
  ) -> [TracedSentence.Place] {
    let tokens = tokens(all, all.indices, in: folded.utf8.span)
    _ = matcher.read(tokens.span, in: folded.utf8.span)
    _ = matcher.cover(allowed.phrases.places(in: tokens, tokens.indices))
    matcher.match()
    let cues = slots.cues(in: matcher, from: 0)
    for found in detectors.found(by: slots, tokens, tokens.indices, [], cues, source, folded, allowed.hosts) {
      matcher.add(found.hit, to: found.concept, isDisguised: found.isDisguised)
    }
    matcher.settle()
    forgetCues()
    return names.flatMap { name -> [TracedSentence.Place] in
      guard let concept = matcher.image.concept(named: name) else { return [] }
      return matcher.hits(of: concept).map { hit in
        let bytes = tokens[Int(hit.start)].start..<tokens[Int(hit.end) - 1].end
        return TracedSentence.Place(concept: name, bytes: bytes, isDisguised: matcher.isDisguised(hit))
      }
    }
  }

  /// The places of the concepts that rules name, with the contexts that they stand in, and the contexts that reach
  /// beyond the sentence.
  private func hits() -> ([SentenceHit], WideContexts) {
    var hits: [SentenceHit] = []
    var wide = WideContexts()
    for (concept, number) in shared where matcher.mayHold(concept) {
      for hit in matcher.hits(of: concept).prefix(DraftReader.mostHitsOfOneConcept) {
        let clauses = matcher.clause(of: Int(hit.start))...matcher.clause(of: Int(hit.end) - 1)
        hits.append(
          SentenceHit(
            concept: UInt16(number), contexts: contexts(around: hit, clauses), clauses: clauses, start: hit.start,
            end: hit.end, isDisguised: matcher.isDisguised(hit)))
      }
    }
    for context in matcher.image.contexts where !matcher.hits(of: context.concept).isEmpty {
      switch context.reach {
      case .within(.neighbours): wide.neighbours |= 1 << UInt16(context.number)
      case .within(.draft): wide.draft |= 1 << UInt16(context.number)
      case .within, .before, .after: break
      }
    }
    return (hits, wide)
  }

  private func contexts(around hit: Hit, _ clauses: ClosedRange<UInt16>) -> UInt16 {
    matcher.image.contexts.reduce(0) { bits, context in
      stands(context, around: hit, clauses) ? bits | 1 << UInt16(context.number) : bits
    }
  }

  private func stands(_ context: LanguageImage.Context, around hit: Hit, _ clauses: ClosedRange<UInt16>) -> Bool {
    switch context.reach {
    case .before(let reach): matcher.stands(context.concept, before: hit.start, reach: reach)
    case .after(let reach): matcher.stands(context.concept, after: hit.end, reach: reach)
    case .within(.sentence): !matcher.hits(of: context.concept).isEmpty
    case .within(.clause):
      matcher.hits(of: context.concept).contains { other in
        (matcher.clause(of: Int(other.start))...matcher.clause(of: Int(other.end) - 1)).overlaps(clauses)
      }
    case .within: false
    }
  }
}
