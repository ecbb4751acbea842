import SourceText
import UnicodeText

/// A place in a draft where a concept that rules name stands.
struct ConceptHit {
  var sentenceHit: SentenceHit

  /// In UTF-8 bytes of the folded text.
  let bytes: ByteRange
}

/// A sentence that holds something of interest.
struct ReadSentence {
  /// Its place among the sentences of the draft, from 0.
  let number: Int

  /// Indices into ``ReadDraft/hits``.
  let hits: Range<Int>

  /// Bits of the contexts that reach beyond the sentence: to those beside it, and through the draft.
  let neighbourContexts: UInt16
  let draftContexts: UInt16
}

/// What the lexicons find in a draft, before any rule is asked.
struct ReadDraft {
  var hits: [ConceptHit] = []
  var sentences: [ReadSentence] = []

  /// The code of the main language.
  var language: String?
  var unchecked: Set<String> = []

  /// How far `draft` reaches, in sentences.
  static let draftReach = 12

  /// Spreads the contexts that reach beyond their sentence.
  mutating func spreadContexts() {
    for index in sentences.indices where sentences[index].neighbourContexts | sentences[index].draftContexts != 0 {
      spread(sentences[index].neighbourContexts, from: index, reach: 1)
      spread(sentences[index].draftContexts, from: index, reach: Self.draftReach)
    }
  }

  private mutating func spread(_ contexts: UInt16, from index: Int, reach: Int) {
    guard contexts != 0 else { return }
    for near in sentencesNear(index, reach: reach) {
      for hit in sentences[near].hits { hits[hit].sentenceHit.contexts |= contexts }
    }
  }

  /// The indices of the sentences within a reach of one, itself among them.
  func sentencesNear(_ index: Int, reach: Int) -> Range<Int> {
    var first = index
    while first > 0, sentences[index].number - sentences[first - 1].number <= reach { first -= 1 }
    var end = index + 1
    while end < sentences.count, sentences[end].number - sentences[index].number <= reach { end += 1 }
    return first..<end
  }
}
