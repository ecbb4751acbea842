/// A place in a sentence where a concept that rules name stands, wherever the sentence stands.
struct SentenceHit {
  /// As rules number it.
  let concept: UInt16

  /// A bit for each context in which the hit does not count.
  var contexts: UInt16
  let clauses: ClosedRange<UInt16>

  /// In tokens of the sentence.
  let start: UInt16
  let end: UInt16
  let isDisguised: Bool
}

/// What sentences hold, each kept once, since sellers write the same sentences again and again.
///
/// Sentences are known by the signature of what their words mean, so a name, a number or a product may differ.
struct SentenceReadings {
  /// Between drafts everything is forgotten when more is known, so that memory does not grow with their number.
  private static let most = 1 << 16

  private struct Reading {
    let signature: UInt64
    let hits: Range<Int>
    let cues: Range<Int>
    let wide: WideContexts
  }

  /// 64-bit words in a set of concepts.
  private let wordCount: Int

  /// Open addressing by signature; a reading's number plus 1, or 0.
  private var slots: [UInt32]
  private var readings: [Reading] = []
  private var sets: [UInt64] = []
  private var hits: [SentenceHit] = []
  private var cues: [Passage.CueHit] = []

  init(wordCount: Int) {
    self.wordCount = wordCount
    slots = [UInt32](repeating: 0, count: 1_024)
  }

  /// Forgets everything when it knows too much; numbers asked before are then void.
  mutating func makeRoom() {
    if readings.count > Self.most || hits.count > Self.most * 16 { self = SentenceReadings(wordCount: wordCount) }
  }

  /// The number of a sentence's reading; nil where it is not known.
  func number(of signature: UInt64) -> Int? {
    let found = slots[slot(of: signature)]
    return found == 0 ? nil : Int(found) - 1
  }

  /// Keeps what a sentence holds and answers its number.
  ///
  /// - Parameters:
  ///   - cues: Counted from the first token of the sentence.
  ///   - wide: The contexts that reach beyond it.
  mutating func add(
    _ signature: UInt64, _ hits: [SentenceHit], _ cues: [Passage.CueHit], _ wide: WideContexts
  ) -> Int {
    let number = readings.count
    readings.append(
      Reading(
        signature: signature, hits: self.hits.count..<(self.hits.count + hits.count),
        cues: self.cues.count..<(self.cues.count + cues.count), wide: wide))
    self.hits += hits
    self.cues += cues
    let set = sets.count
    for _ in 0..<wordCount { sets.append(0) }
    for hit in hits { sets[set + Int(hit.concept) / 64] |= 1 << UInt64(hit.concept % 64) }
    if readings.count > slots.count / 2 {
      slots = [UInt32](repeating: 0, count: slots.count * 4)
      for (number, reading) in readings.enumerated() { slots[slot(of: reading.signature)] = UInt32(number + 1) }
    } else {
      slots[slot(of: signature)] = UInt32(number + 1)
    }
    return number
  }

  /// The slot of a signature, or the empty one where it would stand.
  private func slot(of signature: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: signature >> 17) & (slots.count - 1)
    while slots[slot] != 0, readings[Int(slots[slot]) - 1].signature != signature {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  func hits(of number: Int) -> ArraySlice<SentenceHit> { hits[readings[number].hits] }

  func cues(of number: Int) -> ArraySlice<Passage.CueHit> { cues[readings[number].cues] }

  func wideContexts(of number: Int) -> WideContexts { readings[number].wide }

  /// Adds what a sentence holds to the set of concepts that begins at an index.
  func add(_ number: Int, to sets: inout [UInt64], at start: Int) {
    for word in 0..<wordCount { sets[start + word] |= self.sets[number * wordCount + word] }
  }
}
