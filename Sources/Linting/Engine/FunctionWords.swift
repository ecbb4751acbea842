import Lexicon

/// The languages that have a word as a function word, remembered for the words that were asked for last.
struct FunctionWords {
  private static let size = 1_024

  private let table: HashTable
  private var keys = [UInt64](repeating: 0, count: FunctionWords.size)
  private var languages = [UInt32](repeating: 0, count: FunctionWords.size)

  init(_ table: HashTable) { self.table = table }

  /// A bit for each language.
  ///
  /// - Parameter word: Its hash.
  mutating func languages(of word: UInt64) -> UInt32 {
    let slot = Int(truncatingIfNeeded: word ^ (word >> 32)) & (Self.size - 1)
    if keys[slot] != word {
      keys[slot] = word
      languages[slot] = table(word) ?? 0
    }
    return languages[slot]
  }
}
