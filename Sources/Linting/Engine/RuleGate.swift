import Lexicon

/// Tells from the concepts that sentences may hold whether any rule can find anything there.
///
/// A set of shared concepts takes ``wordCount`` words of 64 bits; the sets of all sentences lie one after the other.
struct RuleGate: Sendable {
  /// What a pattern asks for, as sets; a reference, since it holds many.
  final class Pattern: Sendable {
    /// The concept that it finds, as rules number it.
    let concept: Int

    /// 0 for messages, 1 for public responses, nil for both.
    let channel: Int?
    let state: DraftState

    /// For each condition that has to hold, the set of its concepts and how many sentences away they may stand.
    let with: [Condition]
    let without: [Condition]

    /// Bits of the contexts that it asks about.
    let contexts: UInt16

    init(_ pattern: RuleBook.Pattern, of concept: Int, _ condition: (RuleBook.Condition) -> Condition) {
      self.concept = concept
      channel = pattern.channel
      state = pattern.state
      with = pattern.with.map(condition)
      without = pattern.without.map(condition)
      contexts = (pattern.with + pattern.without).reduce(pattern.unless) { $0 | $1.unless }
    }
  }

  struct Condition: Sendable {
    let concepts: [UInt64]
    let reach: Int
  }

  let wordCount: Int

  /// The concepts that some rule finds.
  let finders: [UInt64]

  /// By concept.
  private let patterns: [[Pattern]]

  init(_ book: RuleBook) {
    let wordCount = (book.conceptNames.count + 63) / 64
    func set(_ concepts: [UInt16]) -> [UInt64] {
      var words = [UInt64](repeating: 0, count: wordCount)
      for concept in concepts { words[Int(concept) / 64] |= 1 << UInt64(concept % 64) }
      return words
    }
    self.wordCount = wordCount
    func condition(_ condition: RuleBook.Condition) -> Condition {
      Condition(concepts: set(condition.concepts), reach: condition.placement.sentenceReach)
    }
    patterns = book.finders.enumerated().map { concept, numbers in
      numbers.map { Pattern(book.patterns[Int($0)], of: concept, condition) }
    }
    finders = set(book.finders.indices.filter { !book.finders[$0].isEmpty }.map { UInt16($0) })
  }

  /// Whether a sentence holds anything that some rule finds.
  func mayFind(_ sets: [UInt64], _ sentence: Int) -> Bool {
    for word in 0..<wordCount where sets[sentence * wordCount + word] & finders[word] != 0 { return true }
    return false
  }

  /// The patterns that may hold at a sentence.
  ///
  /// - Parameters:
  ///   - sets: What each sentence of the draft may hold.
  ///   - sentence: Its number.
  func candidates(_ sets: [UInt64], _ sentence: Int, channel: Int, state: DraftState) -> [Pattern] {
    var candidates: [Pattern] = []
    for word in 0..<wordCount {
      var bits = sets[sentence * wordCount + word] & finders[word]
      while bits != 0 {
        let concept = word * 64 + bits.trailingZeroBitCount
        bits &= bits - 1
        for pattern in patterns[concept]
        where mayHold(pattern, sets, sentence, channel: channel, state: state) {
          candidates.append(pattern)
        }
      }
    }
    return candidates
  }

  private func mayHold(
    _ pattern: Pattern, _ sets: [UInt64], _ sentence: Int, channel: Int, state: DraftState
  ) -> Bool {
    if let only = pattern.channel, only != channel { return false }
    if !pattern.state.isSubset(of: state) { return false }
    return pattern.with.allSatisfy { condition in
      let first = max(0, sentence - condition.reach)
      let last = min(sets.count / wordCount - 1, sentence + condition.reach)
      for near in first...last {
        for word in 0..<wordCount where sets[near * wordCount + word] & condition.concepts[word] != 0 { return true }
      }
      return false
    }
  }
}

extension RuleBook.Condition.Placement {
  /// How many sentences away the other match may stand.
  var sentenceReach: Int {
    switch self {
    case .within(.neighbours): 1
    case .within(.draft): ReadDraft.draftReach
    case .within, .before, .after: 0
    }
  }
}
