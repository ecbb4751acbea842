import Lexicon
import SourceText
import UnicodeText

/// What detectors have to know of the draft.
struct DetectionScope {
}

/// Where a lexicon keeps the concepts that detectors read and fill.
struct DetectorSlots {
  /// The cue that each concept of the lexicon is, plus 1; 0 for none.
  let cueOfConcept: [UInt8]

  /// The concept that each kind of detection fills, or nil where no pattern names it.
  let conceptOfKind: [Int?]

  init(_ image: LanguageImage) {
    var cues = [UInt8](repeating: 0, count: image.conceptCount)
    for cue in Cue.allCases {
      if let concept = image.concept(named: cue.conceptName) { cues[concept] = cue.rawValue + 1 }
    }
    cueOfConcept = cues
    conceptOfKind = Detection.Kind.allCases.map { image.concept(named: $0.conceptName) }
  }
}

/// Asks the detectors about sentences.
struct DetectorBank: Sendable {
  /// Adds what detectors find in a sentence to what the lexicon found.
  func fill(
    _ matcher: Matcher, _ slots: DetectorSlots, _ tokens: [Token], _ range: Range<Int>, _ source: [UInt8],
    _ folded: FoldedText, _ scope: DetectionScope
  ) {
  }
}
