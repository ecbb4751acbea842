import Lexicon
import SourceText
import UnicodeText

/// Finds the concepts of one language in sentences, with what detectors find among them.
final class ConceptFinder {
  let matcher: Matcher
  private let slots: DetectorSlots

  init(_ matcher: Matcher) {
    self.matcher = matcher
    slots = DetectorSlots(matcher.image)
  }

  /// Appends the hits of a sentence that rules can ask for.
  ///
  /// - Parameters:
  ///   - all: Tokens of a stretch of the draft.
  ///   - range: The sentence among them.
  /// - Returns: The contexts that reach beyond the sentence.
  func find(
    _ all: [Token], _ range: Range<Int>, _ source: [UInt8], _ folded: FoldedText, _ hosts: AllowedHosts,
    _ detectors: DetectorBank, into hits: inout [ConceptHit]
  ) -> WideContexts {
    let utf8 = folded.utf8.span
    if let joined = SpacedLetters.joined(all.span.extracting(range), in: utf8, matcher.image) {
      matcher.begin(joined.span, in: utf8)
      detectors.fill(matcher, slots, joined, joined.indices, source, folded, hosts)
      matcher.finish()
      return collect(joined.span, into: &hits)
    }
    matcher.begin(all.span.extracting(range), in: utf8)
    detectors.fill(matcher, slots, all, range, source, folded, hosts)
    matcher.finish()
    return collect(all.span.extracting(range), into: &hits)
  }

  private func collect(_ tokens: Span<Token>, into hits: inout [ConceptHit]) -> WideContexts {
    let image = matcher.image
    var wide = WideContexts()
    var sentenceContexts: UInt16 = 0
    var hasNearContexts = false
    for context in image.contexts where !matcher.hits(of: context.concept).isEmpty {
      let bit: UInt16 = 1 << UInt16(context.number)
      switch context.reach {
      case .within(.sentence): sentenceContexts |= bit
      case .within(.neighbours): wide.neighbours |= bit
      case .within(.draft): wide.draft |= bit
      case .within(.clause), .before, .after: hasNearContexts = true
      }
    }
    for concept in matcher.foundConcepts {
      let shared = image.shared[Int(concept)]
      guard shared != .max else { continue }
      for hit in matcher.hits(of: Int(concept)).prefix(DraftReader.mostHitsOfOneConcept) {
        let first = matcher.clauses[Int(hit.start)]
        let last = matcher.clauses[Int(hit.end) - 1]
        hits.append(
          ConceptHit(
            concept: shared, contexts: sentenceContexts | (hasNearContexts ? nearContexts(of: hit, first, last) : 0),
            firstClause: first, lastClause: last, start: hit.start, end: hit.end,
            bytes: tokens[Int(hit.start)].start..<tokens[Int(hit.end) - 1].end,
            isDisguised: (hit.start..<hit.end).contains { matcher.disguised[Int($0)] }))
      }
    }
    return wide
  }

  private func nearContexts(of hit: Hit, _ first: UInt16, _ last: UInt16) -> UInt16 {
    var bits: UInt16 = 0
    for context in matcher.image.contexts {
      let stands =
        switch context.reach {
        case .before(let reach): matcher.stands(context.concept, before: hit.start, reach: reach)
        case .after(let reach): matcher.stands(context.concept, after: hit.end, reach: reach)
        case .within(.clause):
          matcher.hits(of: context.concept).contains { other in
            let range = matcher.clauses[Int(other.start)]...matcher.clauses[Int(other.end) - 1]
            return range.overlaps(first...last)
          }
        case .within: false
        }
      if stands { bits |= 1 << UInt16(context.number) }
    }
    return bits
  }
}
