internal import Linting
internal import SourceText

/// Why a situation is thought of: the words, and what they say.
package struct Reason: Hashable, Sendable {
  /// In one line without a full stop.
  package let message: String

  /// The words as they stand in the draft; empty where they show who somebody is.
  package let words: String
}

/// A situation that a draft may be about.
package struct RankedSituation: Hashable, Sendable {
  package let name: String

  /// What the words that tell most tell.
  package let weight: Int

  /// What speaks for it in all; higher is likelier.
  package let score: Int

  /// What tells most first.
  package let reasons: [Reason]

  /// Below it words are hints that suit other situations too.
  private static let leastCertain = 7

  /// Whether the draft says so, and does not only hint at it.
  package var isTold: Bool { weight >= Self.leastCertain }

  package init(name: String, weight: Int = 0, score: Int = 0, reasons: [Reason] = []) {
    self.name = name
    self.weight = weight
    self.score = score
    self.reasons = reasons
  }
}

/// Weighs clues.
///
/// What is specific beats what often stands beside it: who has sent the wrong thing speaks of a refund too, and a wrong
/// item is what the answer is about. Said twice counts a little, and so does what is said first.
enum SituationRanking {
  /// What each further clue adds, and how many count.
  private static let mostRepeats = 3

  /// What a clue in the first part of the draft adds.
  private static let earlyBonus = 2

  /// The situations that clues speak for, the likeliest first; ties by name.
  static func rank(_ clues: [Clue], in utf8: [UInt8]) -> [RankedSituation] {
    let own = Dictionary(grouping: clues.filter { !$0.id.contains("/") }, by: \.id)
    return own.map { name, clues in
      let sorted = clues.sorted { ($1.weight, $0.range.lowerBound) < ($0.weight, $1.range.lowerBound) }
      let best = sorted[0]
      let repeats = min(sorted.count { $0.weight == best.weight } - 1, mostRepeats)
      let isEarly = best.range.lowerBound < utf8.count / 3
      return RankedSituation(
        name: name, weight: best.weight, score: best.weight + repeats + (isEarly ? earlyBonus : 0),
        reasons: reasons(sorted, utf8))
    }.sorted { ($1.score, $0.name) < ($0.score, $1.name) }
  }

  private static let mostReasons = 3

  private static func reasons(_ clues: [Clue], _ utf8: [UInt8]) -> [Reason] {
    var reasons: [Reason] = []
    for clue in clues {
      let reason = Reason(message: clue.message, words: String(decoding: utf8[clue.range], as: UTF8.self))
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    return Array(reasons.prefix(mostReasons))
  }
}
