/// How much a language's lexicon holds.
package struct LexiconStatistics: Sendable {
  package let language: String
  package let name: String
  package let files: Int
  package let concepts: Int
  package let patterns: Int
  /// Different words in the patterns.
  package let words: Int
  package let examples: Int
  /// Rules that can fire, out of ``rules``.
  package let firing: Int
  package let rules: Int
}

extension LexiconReview {
  /// The figures of one language; what holds in every language is not counted.
  package func statistics(of code: String) -> LexiconStatistics? {
    guard let source = sources.first(where: { $0.set == .violations }),
      let language = source.languages.first(where: { $0.code == code })
    else { return nil }
    let own = language.concepts.mapValues { $0.filter { $0.path.hasPrefix(code + "/") } }.filter { !$0.value.isEmpty }
    let patterns = own.values.flatMap { $0 }
    let filled = FilledConcepts(language.concepts)
    return LexiconStatistics(
      language: code, name: language.name, files: Set(patterns.map(\.path)).count, concepts: own.count,
      patterns: patterns.count, words: Set(patterns.flatMap(\.pattern.words)).count,
      examples: source.examples.filter { $0.language == code }.count,
      firing: source.rules.filter { $0.patterns.contains { filled.canHold($0) } }.count, rules: source.rules.count)
  }
}
