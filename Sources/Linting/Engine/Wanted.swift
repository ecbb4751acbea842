/// What has to be found in each sentence of a draft so that the rules can be asked.
struct Wanted {
  private let wordCount: Int

  /// For each sentence a set of concepts, as ``RuleGate`` has them.
  private var concepts: [UInt64]

  /// For each sentence bits of contexts.
  private(set) var contexts: [UInt16]

  init(sentences: Int, wordCount: Int) {
    self.wordCount = wordCount
    concepts = [UInt64](repeating: 0, count: sentences * wordCount)
    contexts = [UInt16](repeating: 0, count: sentences)
  }

  /// Everything in all sentences, to tell what keeps a rule from holding.
  static func everything(sentences: Int, wordCount: Int) -> Wanted {
    var wanted = Wanted(sentences: sentences, wordCount: wordCount)
    for word in wanted.concepts.indices { wanted.concepts[word] = .max }
    for sentence in wanted.contexts.indices { wanted.contexts[sentence] = .max }
    return wanted
  }

  /// Adds what a pattern asks for that may hold at a sentence.
  ///
  /// - Parameter contextReach: How many sentences away the language's contexts may stand.
  mutating func add(_ pattern: RuleGate.Pattern, at sentence: Int, contextReach: Int) {
    concepts[sentence * wordCount + pattern.concept / 64] |= 1 << UInt64(pattern.concept % 64)
    var reach = 0
    for condition in pattern.with + pattern.without {
      reach = max(reach, condition.reach)
      for near in sentences(around: sentence, condition.reach) {
        for word in 0..<wordCount { concepts[near * wordCount + word] |= condition.concepts[word] }
      }
    }
    for near in sentences(around: sentence, reach + contextReach) { contexts[near] |= pattern.contexts }
  }

  private func sentences(around sentence: Int, _ reach: Int) -> ClosedRange<Int> {
    max(0, sentence - reach)...min(contexts.count - 1, sentence + reach)
  }

  func contains(_ concept: Int, at sentence: Int) -> Bool {
    concepts[sentence * wordCount + concept / 64] >> UInt64(concept % 64) & 1 != 0
  }

  /// Whether a sentence holds anything that is wanted there.
  ///
  /// - Parameter sets: What each sentence holds.
  func wants(_ sets: [UInt64], at sentence: Int) -> Bool {
    for word in (sentence * wordCount)..<((sentence + 1) * wordCount) where concepts[word] & sets[word] != 0 {
      return true
    }
    return false
  }
}
