/// Remembers what sentences hold, since sellers write the same sentences again and again.
///
/// Sentences are known by the signature of what their words mean, so a name, a number or a product may differ. A table
/// that grows with the text up to a fixed size; beyond, a new sentence pushes out an old one.
struct SentenceMemo {
  /// What is known of a sentence.
  struct Entry {
    fileprivate let slot: Int
  }

  /// A sentence may lie in any slot of its row.
  private static let row = 4
  private static let mostSlots = 32_768

  /// 64-bit words in a set of concepts.
  private let wordCount: Int
  private var slotCount = 1_024
  private var count = 0
  private var signatures: [UInt64]
  private var sets: [UInt64]
  private var cues: [[Passage.CueHit]]

  init(wordCount: Int) {
    self.wordCount = wordCount
    signatures = [UInt64](repeating: 0, count: slotCount)
    sets = [UInt64](repeating: 0, count: slotCount * wordCount)
    cues = [[Passage.CueHit]](repeating: [], count: slotCount)
  }

  func entry(for signature: UInt64) -> Entry? {
    let first = firstSlot(of: signature)
    for slot in first..<(first + Self.row) where signatures[slot] == signature { return Entry(slot: slot) }
    return nil
  }

  /// The cues of a sentence, counted from its first token.
  func cues(of entry: Entry) -> [Passage.CueHit] { cues[entry.slot] }

  /// Adds what a sentence holds to the set that begins at an index.
  func add(_ entry: Entry, to sets: inout [UInt64], at start: Int) {
    for word in 0..<wordCount { sets[start + word] |= self.sets[entry.slot * wordCount + word] }
  }

  mutating func remember(_ signature: UInt64, _ set: [UInt64], _ found: [Passage.CueHit]) {
    if count > slotCount / 2, slotCount < Self.mostSlots { grow() }
    put(signature, set[...], found)
  }

  private mutating func put(_ signature: UInt64, _ set: ArraySlice<UInt64>, _ found: [Passage.CueHit]) {
    let first = firstSlot(of: signature)
    // Where the row is full, whatever the signature points at goes.
    var slot = first + Int(truncatingIfNeeded: signature >> 60) % Self.row
    for free in first..<(first + Self.row) where signatures[free] == 0 {
      slot = free
      count += 1
      break
    }
    signatures[slot] = signature
    sets.replaceSubrange((slot * wordCount)..<((slot + 1) * wordCount), with: set)
    cues[slot] = found
  }

  private func firstSlot(of signature: UInt64) -> Int {
    Int(truncatingIfNeeded: signature >> 17) & (slotCount - 1) & ~(Self.row - 1)
  }

  private mutating func grow() {
    let old = self
    slotCount *= 4
    count = 0
    signatures = [UInt64](repeating: 0, count: slotCount)
    sets = [UInt64](repeating: 0, count: slotCount * wordCount)
    cues = [[Passage.CueHit]](repeating: [], count: slotCount)
    for slot in old.signatures.indices where old.signatures[slot] != 0 {
      put(old.signatures[slot], old.sets[(slot * wordCount)..<((slot + 1) * wordCount)], old.cues[slot])
    }
  }
}
