import Lexicon
import SourceText
import Synchronization
import UnicodeText

/// Where a lexicon keeps the concepts that detectors read and fill.
struct DetectorSlots {
  let cues: [(cue: Cue, concept: Int)]

  /// The concept that each kind of detection fills, or nil where no pattern names it.
  let conceptOfKind: [Int?]

  init(_ image: LanguageImage) {
    cues = Cue.allCases.compactMap { cue in image.concept(named: cue.conceptName).map { (cue, $0) } }
    conceptOfKind = Detection.Kind.allCases.map { image.concept(named: $0.conceptName) }
  }

  /// The cues of the sentence that a matcher has read.
  ///
  /// - Parameter start: The index of its first token.
  func cues(in matcher: Matcher, from start: Int) -> [Passage.CueHit] {
    var found: [Passage.CueHit] = []
    for (cue, concept) in cues where matcher.mayHold(concept) {
      for hit in matcher.hits(of: concept) {
        found.append(Passage.CueHit(cue: cue, tokens: (start + Int(hit.start))..<(start + Int(hit.end))))
      }
    }
    if found.count > 1 { found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
    return found
  }
}

/// A place in a sentence where a detector found what fills a concept.
struct DetectedConcept {
  let concept: Int
  let hit: Hit
  let isDisguised: Bool

  /// What tells it from others in one sentence.
  var signature: UInt64 {
    UInt64(concept) << 33 | UInt64(hit.start) << 17 | UInt64(hit.end) << 1 | (isDisguised ? 1 : 0)
  }
}

/// Asks the detectors about sentences.
final class DetectorBank: Sendable {
  private let image: LexiconImage

  /// Read with the first sentence that needs them: many drafts have none.
  private let detectors = Mutex<Detectors?>(nil)

  init(_ image: LexiconImage) { self.image = image }

  private var known: Detectors {
    detectors.withLock { detectors in
      let known = detectors ?? Detectors(image.detectorData)
      detectors = known
      return known
    }
  }

  /// What does not end a sentence.
  var abbreviations: Abbreviations { known.data.abbreviations }

  /// What is wrong with the form of a whole draft.
  func structure(of source: [UInt8], _ folded: FoldedText) -> [Detection] {
    guard StructureDetector.mayDetect(in: folded) else { return [] }
    return StructureDetector(image.detectorData).detections(in: folded, source: source)
  }

  /// The concepts that detectors find in a sentence.
  ///
  /// - Parameters:
  ///   - tokens: The tokens of the sentence, perhaps behind those of the one before it.
  ///   - range: The sentence among them.
  ///   - before: The cues of the sentence before.
  ///   - cues: Those of the sentence.
  func found(
    by slots: DetectorSlots, _ tokens: [Token], _ range: Range<Int>, _ before: [Passage.CueHit],
    _ cues: [Passage.CueHit], _ source: [UInt8], _ folded: FoldedText, _ hosts: AllowedHosts
  ) -> [DetectedConcept] {
    let gate = Gate(tokens.span.extracting(range), in: folded.utf8.span, before, cues, from: range.lowerBound)
    guard !gate.isEmpty else { return [] }
    let passage = Passage(source: source, text: folded, tokens: tokens, sentence: range, cues: before + cues)
    return known.detections(in: passage, gate, hosts: hosts).compactMap { detection in
      guard let concept = slots.conceptOfKind[Int(detection.kind.rawValue)],
        let hit = Self.hit(of: detection.range, tokens, range)
      else { return nil }
      return DetectedConcept(concept: concept, hit: hit, isDisguised: detection.isDisguised)
    }
  }

  /// The tokens of the sentence that a stretch of folded text touches.
  private static func hit(of bytes: ByteRange, _ tokens: [Token], _ range: Range<Int>) -> Hit? {
    guard let first = range.first(where: { tokens[$0].end > bytes.lowerBound }),
      let last = range.last(where: { tokens[$0].start < bytes.upperBound }), first <= last
    else { return nil }
    return Hit(start: UInt16(first - range.lowerBound), end: UInt16(last + 1 - range.lowerBound))
  }
}
