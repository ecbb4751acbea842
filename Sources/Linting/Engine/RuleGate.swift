import Lexicon

/// Tells from the concepts that sentences may hold whether any rule can find anything there.
///
/// A set of shared concepts takes ``wordCount`` words of 64 bits; the sets of all sentences lie one after the other.
struct RuleGate: Sendable {
  private struct Pattern {
    /// 0 for messages, 1 for public responses, nil for both.
    let channel: Int?
    let isProactiveOnly: Bool

    /// For each condition, the set of its concepts and how many sentences away they may stand.
    let conditions: [(concepts: [UInt64], reach: Int)]
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
    patterns = book.finders.map { numbers in
      numbers.map { number in
        let pattern = book.patterns[Int(number)]
        return Pattern(
          channel: pattern.channel, isProactiveOnly: pattern.isProactiveOnly,
          conditions: pattern.with.map { (set($0.concepts), $0.placement.sentenceReach) },
          reach: (pattern.with + pattern.without).map(\.placement.sentenceReach).max() ?? 0)
      }
    }
    finders = set(book.finders.indices.filter { !book.finders[$0].isEmpty }.map { UInt16($0) })
  }

  /// Which concepts of a sentence are worth finding, and how many sentences around it their rules look at.
  ///
  /// - Parameters:
  ///   - sets: What each sentence of the draft may hold.
  ///   - sentence: Its number.
  func candidates(
    _ sets: [UInt64], _ sentence: Int, channel: Int, isProactive: Bool
  ) -> (concepts: [Int], reach: Int) {
    var concepts: [Int] = []
    var reach = 0
    for word in 0..<wordCount {
      var bits = sets[sentence * wordCount + word] & finders[word]
      while bits != 0 {
        let concept = word * 64 + bits.trailingZeroBitCount
        bits &= bits - 1
        var isCandidate = false
        for pattern in patterns[concept]
        where mayHold(pattern, sets, sentence, channel: channel, isProactive: isProactive) {
          isCandidate = true
          reach = max(reach, pattern.reach)
        }
        if isCandidate { concepts.append(concept) }
      }
    }
    return (concepts, reach)
  }

  private func mayHold(
    _ pattern: Pattern, _ sets: [UInt64], _ sentence: Int, channel: Int, isProactive: Bool
  ) -> Bool {
    if let only = pattern.channel, only != channel { return false }
    if pattern.isProactiveOnly, !isProactive { return false }
    return pattern.conditions.allSatisfy { condition in
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
