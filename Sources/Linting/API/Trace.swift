import Lexicon
package import SourceText
import UnicodeText

/// Why a place in a draft has the findings that it has, and no others.
package struct Trace: Sendable {
  /// Words that fill a concept.
  package struct Place: Sendable {
    package let concept: String

    /// In UTF-8 bytes of the draft.
    package let range: ByteRange
    package let isDisguised: Bool
  }

  /// What became of a rule that words at the place could break.
  package struct Verdict: Sendable {
    package let rule: String

    /// The words, in UTF-8 bytes of the draft.
    package let range: ByteRange

    /// What keeps the rule from holding, one reason a pattern; none where it holds.
    package let reasons: [String]
  }

  /// The sentence, in UTF-8 bytes of the draft.
  package let sentence: ByteRange

  /// The sentence as lexicons see it.
  package let folded: String

  /// The codes of the languages that it was read in.
  package let languages: [String]

  /// The concepts at the place, in the order of the words.
  package let places: [Place]

  /// By rule and words; those that hold come first.
  package let verdicts: [Verdict]
}

extension Linter {
  /// Why a place in a draft has the findings that it has.
  ///
  /// - Parameters:
  ///   - offset: In UTF-8 bytes of the draft.
  ///   - concepts: The names of the concepts of each language.
  /// - Returns: Nil where no sentence stands there.
  /// - Throws: As ``examine(_:)``.
  package func trace(_ draft: Draft, at offset: Int, concepts: [String: [String]]) throws(LintingError) -> Trace? {
    let scope = try scope(of: draft)
    do throws(ICUError) {
      let folded = try FoldedText(draft.utf8.span)
      let place = folded.foldedOffset(of: offset)
      let (read, traced) = try engine.trace(draft.utf8, folded, scope, at: place, concepts)
      guard let traced, !traced.bytes.isEmpty else { return nil }
      let near = traced.places.filter { $0.bytes.lowerBound <= place && place < $0.bytes.upperBound }
      var evaluator = RuleEvaluator(
        engine.image.rules, read, folded, channel: Int(draft.channel.rawValue), state: draft.state)
      return Trace(
        sentence: folded.sourceRange(of: traced.bytes),
        folded: String(decoding: folded.utf8[traced.bytes], as: UTF8.self), languages: traced.languages,
        places: near.sorted(by: TracedSentence.Place.comesBefore).map { place in
          Trace.Place(
            concept: place.concept, range: folded.sourceRange(of: place.bytes), isDisguised: place.isDisguised)
        },
        verdicts: evaluator.verdicts(at: place).map { verdict in
          Trace.Verdict(
            rule: engine.image.rules.rules[verdict.rule].id, range: folded.sourceRange(of: verdict.bytes),
            reasons: verdict.reasons)
        })
    } catch {
      throw .icu("\(error)")
    }
  }
}

// MARK: Verdicts

extension RuleEvaluator {
  /// What becomes of the rules that words at a place could break; those that hold come first.
  fileprivate mutating func verdicts(at place: Int) -> [(rule: Int, bytes: ByteRange, reasons: [String])] {
    var verdicts: [(rule: Int, bytes: ByteRange, reasons: [String])] = []
    for sentence in read.sentences.indices {
      for index in read.sentences[sentence].hits where read.hits[index].bytes.contains(place) {
        var reasons: [Int: [String]] = [:]
        for number in book.finders[Int(read.hits[index].sentenceHit.concept)] {
          let pattern = book.patterns[Int(number)]
          switch verdict(pattern, hit: index, sentence: sentence) {
          case .success: reasons[pattern.rule] = []
          case .failure(let miss):
            guard reasons[pattern.rule]?.isEmpty != true else { continue }
            let reason = reason(miss, pattern, read.hits[index])
            if reasons[pattern.rule]?.contains(reason) != true { reasons[pattern.rule, default: []].append(reason) }
          }
        }
        for (rule, reasons) in reasons { verdicts.append((rule, read.hits[index].bytes, reasons)) }
      }
    }
    return verdicts.sorted { left, right in
      (left.reasons.isEmpty ? 0 : 1, book.rules[left.rule].id, left.bytes.lowerBound, left.bytes.upperBound)
        < (right.reasons.isEmpty ? 0 : 1, book.rules[right.rule].id, right.bytes.lowerBound, right.bytes.upperBound)
    }
  }

  private func reason(_ miss: Miss, _ pattern: RuleBook.Pattern, _ hit: ConceptHit) -> String {
    let name = "`\(book.conceptNames[Int(hit.sentenceHit.concept)])`"
    switch miss {
    case .otherChannel: return "\(name) counts in the other channel alone"
    case .otherState: return "\(name) counts only in drafts that say more of themselves: proactive, final"
    case .notDisguised: return "\(name) counts only where it is disguised"
    case .inContext:
      let bits = hit.sentenceHit.contexts & pattern.unless
      let contexts = book.contextNames.enumerated().filter { bits >> UInt16($0.offset) & 1 != 0 }.map(\.element)
      return "\(name) stands in the context \(contexts.isEmpty ? "quoted" : contexts.joined(separator: ", "))"
    case .lacks(let number): return "\(name) needs \(description(of: pattern.with[number]))"
    case .meets(let number): return "\(name) must not have \(description(of: pattern.without[number]))"
    }
  }

  private func description(of condition: RuleBook.Condition) -> String {
    let names = condition.concepts.map { "`\(book.conceptNames[Int($0)])`" }.joined(separator: " or ")
    switch condition.placement {
    case .within(let scope): return "\(names) within the \(scope)"
    case .before(let reach): return "\(names) in the \(reach) tokens before"
    case .after(let reach): return "\(names) in the \(reach) tokens after"
    }
  }
}
