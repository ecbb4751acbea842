/// What makes composed patterns worth a look, and which concepts a matcher notes at once for that.
///
/// A word stands in very many concepts. Only those are noted when the word is met that wake something, that rules ask
/// for, or that hold so many runs that a later search would cost more.
struct Gating {
  /// A pattern that is woken by its rarest part, if that other part may stand in the sentence too.
  struct Woken {
    let unit: UInt32

    /// A concept of words alone; the key itself where no other part is one.
    let other: UInt16
  }

  /// By concept.
  private(set) var isEager: [Bool]

  /// By concept, the units that it wakes.
  private(set) var woken: [[Woken]]

  /// By unit, its rarest part.
  private(set) var keys: [UInt16] = []

  /// Units whose parts may stand in any sentence; nothing wakes them.
  private(set) var alwaysPossible: [UInt32] = []

  /// A concept of more runs is noted at once.
  private static let mostLateRuns = 20

  /// - Parameters:
  ///   - concepts: By rank.
  ///   - units: The parts of each composed pattern.
  ///   - wanted: Concepts that are asked for in every sentence.
  init(_ concepts: [ConceptGraph.Concept], units: [[Int]], _ rarity: Rarity, wanted: [Bool]) {
    isEager = concepts.indices.map { rank in wanted[rank] || concepts[rank].literals.count > Self.mostLateRuns }
    woken = [[Woken]](repeating: [], count: concepts.count)
    for (unit, parts) in units.enumerated() {
      let rising = parts.sorted { (rarity.expectation(of: $0), $0) < (rarity.expectation(of: $1), $1) }
      let key = rising.first ?? 0
      keys.append(UInt16(key))
      guard !rarity.isCommon[key] else {
        alwaysPossible.append(UInt32(unit))
        continue
      }
      isEager[key] = true
      let other = rising.dropFirst().first { concepts[$0].isOfWordsAlone && !rarity.isCommon[$0] }
      woken[key].append(Woken(unit: UInt32(unit), other: UInt16(other ?? key)))
    }
    for key in woken.indices { woken[key].sort { ($0.other, $0.unit) < ($1.other, $1.unit) } }
  }
}

extension ConceptGraph.Concept {
  /// Whether runs of words are all that it holds, so that they tell at once whether it may stand in a sentence.
  var isOfWordsAlone: Bool { !literals.isEmpty && composed.isEmpty && !EngineConcept.detected.contains(name) }
}
