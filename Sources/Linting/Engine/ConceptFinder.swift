import Lexicon
import SourceText
import UnicodeText

/// Finds the concepts of one language in sentences, with what detectors find among them.
final class ConceptFinder {
  let matcher: Matcher
  private let slots: DetectorSlots

  /// The concepts that rules name, by their number in the lexicon and as rules number them.
  private let shared: [(concept: Int, number: Int)]

  /// The tokens of the sentence that was read last.
  private var tokens: [Token] = []

  init(_ matcher: Matcher, sharedCount: Int) {
    self.matcher = matcher
    set = [UInt64](repeating: 0, count: (sharedCount + 63) / 64)
    memo = SentenceMemo(wordCount: set.count)
    let image = matcher.image
    slots = DetectorSlots(image)
    shared = image.shared.indices.compactMap { concept in
      image.shared[concept] == .max ? nil : (concept, Int(image.shared[concept]))
    }
  }

  /// The cues of the sentence that was scanned last, and where its tokens end.
  private var lastCues: [Passage.CueHit] = []
  private var lastEnd = -1

  private var memo: SentenceMemo

  /// What the sentence that is scanned holds, as ``RuleGate`` has sets.
  private var set: [UInt64]

  /// Adds what a sentence holds to a set of ``RuleGate``'s.
  ///
  /// - Parameters:
  ///   - all: Tokens of a stretch of the draft, whose sentences are scanned in order, behind those of the sentence before.
  ///   - range: The sentence among them.
  func scan(
    _ all: [Token], _ range: Range<Int>, _ source: [UInt8], _ folded: FoldedText, _ hosts: AllowedHosts,
    _ detectors: DetectorBank, into total: inout [UInt64], at start: Int
  ) {
    let utf8 = folded.utf8.span
    if let joined = joined(all, range, utf8) {
      tokens = joined
      _ = scan(joined, joined.indices, [], source, folded, hosts, detectors, into: &total, at: start)
      lastCues = []
    } else {
      tokens.removeAll(keepingCapacity: true)
      let before = lastEnd == range.lowerBound ? lastCues : cuesBefore(range, all, folded)
      lastCues = scan(all, range, before, source, folded, hosts, detectors, into: &total, at: start)
    }
    lastEnd = range.upperBound
  }

  private func scan(
    _ all: [Token], _ range: Range<Int>, _ before: [Passage.CueHit], _ source: [UInt8], _ folded: FoldedText,
    _ hosts: AllowedHosts, _ detectors: DetectorBank, into total: inout [UInt64], at start: Int
  ) -> [Passage.CueHit] {
    let signature = matcher.read(all.span.extracting(range), in: folded.utf8.span)
    let cues = cues(of: signature, into: &total, at: start)
    let here = cues.isEmpty ? cues : cues.map { $0.moved(by: range.lowerBound) }
    let found = detectors.found(by: slots, all, range, before, here, source, folded, hosts)
    guard !found.isEmpty else { return here }
    let detailed = found.reduce(signature) { WordSignature.joined($0, $1.signature) }
    if let known = memo.entry(for: detailed) {
      memo.add(known, to: &total, at: start)
    } else {
      matcher.match()
      add(found)
      findShared(into: &total, at: start)
      memo.remember(detailed, set, [])
    }
    return here
  }

  /// Adds what the sentence that was read holds, and answers its cues.
  private func cues(of signature: UInt64, into total: inout [UInt64], at start: Int) -> [Passage.CueHit] {
    if let known = memo.entry(for: signature) {
      memo.add(known, to: &total, at: start)
      return memo.cues(of: known)
    }
    matcher.match()
    let cues = slots.cues(in: matcher, from: 0)
    findShared(into: &total, at: start)
    memo.remember(signature, set, cues)
    return cues
  }

  private func findShared(into total: inout [UInt64], at start: Int) {
    for word in set.indices { set[word] = 0 }
    for (concept, number) in shared where matcher.mayHold(concept) && !matcher.hits(of: concept).isEmpty {
      set[number / 64] |= 1 << UInt64(number % 64)
    }
    for word in set.indices { total[start + word] |= set[word] }
  }

  private func add(_ found: [DetectedConcept]) {
    for detected in found { matcher.add(detected.hit, to: detected.concept, isDisguised: detected.isDisguised) }
    matcher.settle()
  }

  /// The tokens of a sentence in which the letters of words were spaced; nil where none were.
  private func joined(_ all: [Token], _ range: Range<Int>, _ utf8: Span<UInt8>) -> [Token]? {
    guard SpacedLetters.mayStand(in: all.span.extracting(range)) else { return nil }
    return SpacedLetters.joined(all.span.extracting(range), in: utf8, matcher.image)
  }

  /// Forgets the sentence that was scanned last: another stretch of text begins.
  func forgetCues() { lastEnd = -1 }

  /// The cues of the sentence that stands before another in a list of tokens: what a number is may be said there.
  private func cuesBefore(_ range: Range<Int>, _ all: [Token], _ folded: FoldedText) -> [Passage.CueHit] {
    let utf8 = folded.utf8.span
    guard range.lowerBound > 0, !Gate(all.span.extracting(range), in: utf8).isEmpty else { return [] }
    _ = matcher.read(all.span.extracting(0..<range.lowerBound), in: utf8)
    matcher.match()
    return slots.cues(in: matcher, from: 0)
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
    let utf8 = folded.utf8.span
    if let joined = joined(all, range, utf8) {
      tokens = joined
      read(joined, joined.indices, [], source, folded, hosts, detectors)
    } else {
      tokens.removeAll(keepingCapacity: true)
      read(all, range, cuesBefore(range, all, folded), source, folded, hosts, detectors)
    }
  }

  private func read(
    _ all: [Token], _ range: Range<Int>, _ before: [Passage.CueHit], _ source: [UInt8], _ folded: FoldedText,
    _ hosts: AllowedHosts, _ detectors: DetectorBank
  ) {
    _ = matcher.read(all.span.extracting(range), in: folded.utf8.span)
    matcher.match()
    let cues = slots.cues(in: matcher, from: range.lowerBound)
    let found = detectors.found(by: slots, all, range, before, cues, source, folded, hosts)
    if !found.isEmpty { add(found) }
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
