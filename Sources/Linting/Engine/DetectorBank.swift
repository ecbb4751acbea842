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
}

/// Asks the detectors about sentences.
final class DetectorBank: Sendable {
  private let image: LexiconImage

  /// Read with the first sentence that needs them: many drafts have none.
  private let detectors = Mutex<Detectors?>(nil)

  init(_ image: LexiconImage) { self.image = image }

  /// Adds what detectors find in a sentence to what the lexicon found.
  ///
  /// - Parameters:
  ///   - tokens: Tokens of a stretch of the draft.
  ///   - range: The sentence among them.
  func fill(
    _ matcher: Matcher, _ slots: DetectorSlots, _ tokens: [Token], _ range: Range<Int>, _ source: [UInt8],
    _ folded: FoldedText, _ hosts: AllowedHosts
  ) {
    let passage = Passage(
      source: source, text: folded, tokens: tokens, sentence: range, cues: cues(matcher, slots, from: range.lowerBound))
    guard Detectors.mayDetect(in: passage) else { return }
    let detectors = detectors.withLock { detectors in
      let known = detectors ?? Detectors(image.detectorData)
      detectors = known
      return known
    }
    var hasFound = false
    for detection in detectors.detections(in: passage, hosts: hosts) {
      guard let concept = slots.conceptOfKind[Int(detection.kind.rawValue)],
        let hit = Self.hit(of: detection.range, tokens, range)
      else { continue }
      matcher.add(hit, to: concept, isDisguised: detection.isDisguised)
      hasFound = true
    }
    if hasFound { matcher.settle() }
  }

  private func cues(_ matcher: Matcher, _ slots: DetectorSlots, from start: Int) -> [Passage.CueHit] {
    var cues: [Passage.CueHit] = []
    for (cue, concept) in slots.cues where matcher.mayHold(concept) {
      for hit in matcher.hits(of: concept) {
        cues.append(Passage.CueHit(cue: cue, tokens: (start + Int(hit.start))..<(start + Int(hit.end))))
      }
    }
    if cues.count > 1 { cues.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
    return cues
  }

  /// The tokens of the sentence that a stretch of folded text touches.
  private static func hit(of bytes: ByteRange, _ tokens: [Token], _ range: Range<Int>) -> Hit? {
    guard let first = range.first(where: { tokens[$0].end > bytes.lowerBound }),
      let last = range.last(where: { tokens[$0].start < bytes.upperBound }), first <= last
    else { return nil }
    return Hit(start: UInt16(first - range.lowerBound), end: UInt16(last + 1 - range.lowerBound))
  }
}
