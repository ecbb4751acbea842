import SourceText

/// What one sentence of a draft holds, for those who want to know why a rule holds there or not.
struct TracedSentence {
  /// Where a concept stands, whether or not rules name it.
  struct Place {
    let concept: String

    /// In UTF-8 bytes of the folded text.
    let bytes: ByteRange
    let isDisguised: Bool

    /// In the order of the words.
    static func comesBefore(_ left: Place, _ right: Place) -> Bool {
      (left.bytes.lowerBound, left.bytes.upperBound, left.concept)
        < (right.bytes.lowerBound, right.bytes.upperBound, right.concept)
    }
  }

  /// Its place among the sentences of the draft, from 0.
  let number: Int

  /// In UTF-8 bytes of the folded text.
  let bytes: ByteRange

  /// The codes of the languages that it was read in.
  var languages: [String] = []
  var places: [Place] = []
}
