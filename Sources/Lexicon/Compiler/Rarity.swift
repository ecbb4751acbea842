/// How often concepts are to be expected in ordinary text, so that a pattern is tried from its rarest part.
///
/// The figures are rough: a function word is one word in fifty, any other word of the lexicon one in two thousand.
struct Rarity {
  /// By rank.
  private(set) var values: [Double]

  private static let functionWord = 0.02
  private static let otherWord = 0.0005

  private let common: Set<[UInt8]>

  /// How often a word is to be expected.
  func value(of word: WordPattern) -> Double { common.contains(word.text) ? Self.functionWord : Self.otherWord }

  init(source: LanguageSource, concepts: [ConceptGraph.Concept], order: [Int]) {
    common = Set(source.functionWords.map { Array($0.utf8) }).union([[]])
    values = []
    var byIndex = [Double](repeating: 0, count: concepts.count)
    for index in order {
      var sum = 0.0
      for literal in concepts[index].literals {
        sum += literal.reduce(1) { $0 * value(of: $1) }
      }
      for pattern in concepts[index].composed { sum += pattern.parts.map { byIndex[$0] }.min() ?? 0 }
      byIndex[index] = sum
    }
    values = order.map { byIndex[$0] }
  }
}
