import Lexicon
import SourceText
import UnicodeText

/// Asks the rules about a draft that was read.
struct RuleEvaluator {
  /// A rule that holds, and the words that show it.
  struct Match {
    let rule: Int

    /// In UTF-8 bytes of the folded text.
    let bytes: ByteRange
    let isDisguised: Bool

    /// How much it tells of a situation.
    var weight: UInt8 = 0
  }

  let book: RuleBook

  /// 0 for messages, 1 for public responses.
  let channel: Int
  let state: DraftState
  let read: ReadDraft
  private let folded: FoldedText
  private let quotedBit: UInt16
  private var quotations: QuotedRanges?

  init(_ book: RuleBook, _ read: ReadDraft, _ folded: FoldedText, channel: Int, state: DraftState) {
    self.book = book
    self.read = read
    self.folded = folded
    self.channel = channel
    self.state = state
    quotedBit = book.contextNames.firstIndex(of: EngineConcept.quotedContext).map { 1 << UInt16($0) } ?? 0
  }

  /// The matches of all rules, one for words that overlap within a rule, in no order.
  mutating func matches() -> [Match] {
    let matches = allMatches()
    return matches.count > 1 ? silenced(merged(matches)) : matches
  }

  /// The matches of all rules, each with all of its words, in no order.
  mutating func allMatches() -> [Match] {
    var matches: [Match] = []
    for sentence in read.sentences.indices {
      for index in read.sentences[sentence].hits {
        for number in book.finders[Int(read.hits[index].sentenceHit.concept)] {
          let pattern = book.patterns[Int(number)]
          if let match = match(pattern, hit: index, sentence: sentence) { matches.append(match) }
        }
      }
    }
    return matches
  }

  /// Why a pattern does not hold at a place.
  enum Miss: Error, Hashable {
    case otherChannel
    case otherState
    case notDisguised
    /// The words stand in a context that the pattern leaves alone.
    case inContext
    /// The condition of this index, among those that have to hold, does not.
    case lacks(Int)
    /// The condition of this index, among those that must not hold, does.
    case meets(Int)
  }

  private mutating func match(_ pattern: RuleBook.Pattern, hit index: Int, sentence: Int) -> Match? {
    if case .success(let match) = verdict(pattern, hit: index, sentence: sentence) { return match }
    return nil
  }

  /// Whether a pattern holds at a hit of what it finds, and if not, what keeps it.
  mutating func verdict(_ pattern: RuleBook.Pattern, hit index: Int, sentence: Int) -> Result<Match, Miss> {
    let hit = read.hits[index]
    if let only = pattern.channel, only != channel { return .failure(.otherChannel) }
    if !pattern.state.isSubset(of: state) { return .failure(.otherState) }
    if pattern.isDisguisedOnly, !hit.sentenceHit.isDisguised { return .failure(.notDisguised) }
    guard counts(hit, unless: pattern.unless) else { return .failure(.inContext) }
    var bytes = hit.bytes
    var isDisguised = hit.sentenceHit.isDisguised
    for (number, condition) in pattern.with.enumerated() {
      guard let other = nearest(condition, to: index, in: sentence) else { return .failure(.lacks(number)) }
      isDisguised = isDisguised || read.hits[other].sentenceHit.isDisguised
      if pattern.marksAll {
        let words = read.hits[other].bytes
        bytes = min(bytes.lowerBound, words.lowerBound)..<max(bytes.upperBound, words.upperBound)
      }
    }
    for (number, condition) in pattern.without.enumerated()
    where nearest(condition, to: index, in: sentence, inAnyContext: true) != nil {
      return .failure(.meets(number))
    }
    return .success(Match(rule: pattern.rule, bytes: bytes, isDisguised: isDisguised, weight: pattern.weight))
  }

  private mutating func counts(_ hit: ConceptHit, unless contexts: UInt16) -> Bool {
    if hit.sentenceHit.contexts & contexts != 0 { return false }
    guard contexts & quotedBit != 0 else { return true }
    if quotations == nil { quotations = QuotedRanges(folded.utf8.span) }
    return quotations?.contains(hit.bytes) != true
  }

  // MARK: Conditions

  /// The hit nearest to another that meets a condition.
  private mutating func nearest(
    _ condition: RuleBook.Condition, to index: Int, in sentence: Int, inAnyContext: Bool = false
  ) -> Int? {
    var best: Int?
    var bestDistance = Int.max
    for near in read.sentencesNear(sentence, reach: condition.placement.sentenceReach) {
      for other in read.sentences[near].hits where other != index {
        guard condition.concepts.contains(read.hits[other].sentenceHit.concept) else { continue }
        guard
          near != sentence
            || stands(read.hits[other].sentenceHit, condition.placement, to: read.hits[index].sentenceHit)
        else { continue }
        guard inAnyContext || counts(read.hits[other], unless: condition.unless) else { continue }
        let distance = abs(read.hits[other].bytes.lowerBound - read.hits[index].bytes.lowerBound)
        if distance < bestDistance {
          best = other
          bestDistance = distance
        }
      }
    }
    return best
  }

  /// Whether a hit of the same sentence stands where a condition wants it.
  private func stands(_ other: SentenceHit, _ placement: RuleBook.Condition.Placement, to hit: SentenceHit) -> Bool {
    switch placement {
    case .within(.clause): other.clauses.overlaps(hit.clauses)
    case .within: true
    case .before(let reach): other.start < hit.start && Int(hit.start) - Int(other.end) <= reach
    case .after(let reach): other.end > hit.end && Int(other.start) - Int(hit.end) <= reach
    }
  }

  // MARK: One finding for one fault

  /// The shortest of the matches of a rule whose words overlap.
  private func merged(_ matches: [Match]) -> [Match] {
    let sorted = matches.sorted { left, right in
      (left.rule, left.bytes.lowerBound, left.bytes.count) < (right.rule, right.bytes.lowerBound, right.bytes.count)
    }
    var merged: [Match] = []
    for match in sorted {
      guard let last = merged.last, last.rule == match.rule, last.bytes.overlaps(match.bytes) else {
        merged.append(match)
        continue
      }
      let better = match.bytes.count < last.bytes.count ? match : last
      merged[merged.count - 1] = Match(
        rule: better.rule, bytes: better.bytes, isDisguised: last.isDisguised || match.isDisguised,
        weight: max(last.weight, match.weight))
    }
    return merged
  }

  /// The matches, in document order, without those of weaker rules on words that a stronger one has.
  private func silenced(_ matches: [Match]) -> [Match] {
    let sorted = matches.sorted { ($0.bytes.lowerBound, $0.rule) < ($1.bytes.lowerBound, $1.rule) }
    var isSilent = [Bool](repeating: false, count: sorted.count)
    // Those before that reach over the one that is looked at.
    var open: [Int] = []
    for index in sorted.indices {
      open.removeAll { sorted[$0].bytes.upperBound <= sorted[index].bytes.lowerBound }
      for other in open {
        if isSilenced(sorted[index], by: sorted[other]) { isSilent[index] = true }
        if isSilenced(sorted[other], by: sorted[index]) { isSilent[other] = true }
      }
      open.append(index)
    }
    return sorted.indices.filter { !isSilent[$0] }.map { sorted[$0] }
  }

  private func isSilenced(_ match: Match, by stronger: Match) -> Bool {
    stronger.rule != match.rule && stronger.bytes.overlaps(match.bytes)
      && book.rules[stronger.rule].implies.contains(UInt16(match.rule))
  }
}
