/// How often concepts are to be expected in ordinary text, so that a pattern is tried from its rarest part.
///
/// The figures are rough. A function word is one word in fifty; the frequent words of a language follow Zipf's law; of the
/// others those are taken for more frequent that many patterns name, since patterns speak of what sellers write about.
struct Rarity {
  /// By rank.
  private(set) var values: [Double]

  /// By rank, whether a concept is all function words, so that nearly every sentence may hold it.
  private(set) var isCommon: [Bool]

  private static let functionWord = 0.02
  private static let otherWord = 0.0001

  private let functionWords: Set<[UInt8]>
  private let frequentWords: [[UInt8]: Double]
  private let uses: [WordPattern: Int]

  /// How often a word is to be expected.
  func value(of word: WordPattern) -> Double {
    if isFunctionWord(word) { return Self.functionWord }
    if let value = frequentWords[word.text] { return value }
    // Where the frequent words are known, what is left is rare however many patterns name it.
    let most = frequentWords.isEmpty ? Self.functionWord : Self.otherWord * 8
    return min(most, Self.otherWord * Double(1 + (uses[word] ?? 0)))
  }

  /// How often a concept is to be expected by its rank; common ones come last, since nothing wakes them.
  func expectation(of concept: Int) -> Double {
    isCommon[concept] ? .greatestFiniteMagnitude : values[concept]
  }

  /// Numbers are everywhere too.
  private func isFunctionWord(_ word: WordPattern) -> Bool {
    word.kind == .number || (word.kind == .exact && functionWords.contains(word.text))
  }

  init(source: LanguageSource, concepts: [ConceptGraph.Concept], order: [Int]) {
    functionWords = Set(source.functionWords.map { Array($0.utf8) })
    frequentWords = Dictionary(
      source.frequentWords.enumerated().map { (Array($0.element.utf8), 1 / Double(80 + 4 * $0.offset)) },
      uniquingKeysWith: max)
    var uses: [WordPattern: Int] = [:]
    for concept in concepts {
      for literal in concept.literals { for word in literal { uses[word, default: 0] += 1 } }
    }
    self.uses = uses
    values = []
    isCommon = []
    var rarity = [Double](repeating: 0, count: concepts.count)
    var common = [Bool](repeating: false, count: concepts.count)
    for index in order {
      for literal in concepts[index].literals { rarity[index] += literal.reduce(1) { min($0, value(of: $1)) } }
      for pattern in concepts[index].composed { rarity[index] += pattern.parts.map { rarity[$0] }.min() ?? 0 }
      // Nothing wakes a pattern of common parts, so one of them makes its concept common.
      let hasOnlyFunctionWords = concepts[index].literals.allSatisfy { $0.allSatisfy { isFunctionWord($0) } }
      common[index] =
        concepts[index].composed.contains { $0.parts.allSatisfy { common[$0] } }
        || (hasOnlyFunctionWords && !concepts[index].literals.isEmpty && concepts[index].composed.isEmpty)
    }
    values = order.map { rarity[$0] }
    isCommon = order.map { common[$0] }
  }
}
