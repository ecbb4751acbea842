import UnicodeText

/// What a rule's pattern asks for, as far as words alone can tell.
struct RuleOutline {
  /// Numbers of shared concepts.
  var finds: [Int]

  /// Each condition's concepts, and how many sentences away they may stand.
  var with: [(concepts: [Int], reach: Int)]

  /// How far its other conditions look, in sentences.
  var reach: Int
  var channel: Int?
}

/// Works out which words a sentence needs for any rule to hold there, as bits that are quick to gather.
///
/// Each concept that rules find is a few groups. A group asks for a word of its first set and one of its second: the
/// rarest and the next rarest word of a run, or of the parts of a pattern. A sentence without such a pair in any group is
/// never looked at again. What is put into one group only makes the test weaker, never wrong.
struct SignatureCompiler {
  /// Bits for groups, twice, and for the conditions of rules: words of 64.
  static let groupWords = 4
  static let conditionWords = 2
  static let wordCount = 2 * groupWords + conditionWords

  private static let mostGroupsOfConcept = 4

  /// What one group asks for, as symbols; detected kinds are symbols behind those of words.
  private struct Pair {
    var first: Set<UInt32> = []
    var second: Set<UInt32> = []
  }

  private let concepts: [ConceptGraph.Concept]
  private let rank: [Int]
  private let rarity: Rarity
  private let symbols: (WordPattern) -> UInt32
  private let symbolCount: Int
  private var keySets: [Set<UInt32>] = []

  /// - Parameters:
  ///   - ranked: The concepts in order.
  ///   - rank: From the numbers that patterns hold to places in that order.
  init(
    _ ranked: [ConceptGraph.Concept], rank: [Int], rarity: Rarity, symbolCount: Int,
    symbols: @escaping (WordPattern) -> UInt32
  ) {
    concepts = ranked
    self.rank = rank
    self.rarity = rarity
    self.symbols = symbols
    self.symbolCount = symbolCount
    for index in ranked.indices { keySets.append(keys(of: index)) }
  }

  /// Words of which a sentence has at least one wherever the concept stands.
  private func keys(of concept: Int) -> Set<UInt32> {
    if let kind = EngineConcept.detected.firstIndex(of: concepts[concept].name) { return [detectedSymbol(kind)] }
    var keys: Set<UInt32> = []
    for literal in concepts[concept].literals { keys.insert(rarest(of: literal).first) }
    for pattern in concepts[concept].composed { keys.formUnion(keySets[byRarity(pattern)[0]]) }
    return keys
  }

  private func detectedSymbol(_ kind: Int) -> UInt32 { UInt32(symbolCount + kind) }

  private func rarest(of literal: [WordPattern]) -> (first: UInt32, second: UInt32) {
    let sorted = literal.sorted { rarity.value(of: $0) < rarity.value(of: $1) }.map(symbols)
    return (sorted[0], sorted.count > 1 ? sorted[1] : sorted[0])
  }

  private func byRarity(_ pattern: ComposedPattern) -> [Int] {
    pattern.parts.map { rank[$0] }.sorted { (rarity.values[$0], $0) < (rarity.values[$1], $1) }
  }

  /// The groups of a concept: what each of its patterns asks for, put together by the rarest part.
  private func groups(of concept: Int) -> [Pair] {
    var groups = [Pair](repeating: Pair(), count: Self.mostGroupsOfConcept)
    add(concept, to: &groups, depth: 0)
    return groups.filter { !$0.first.isEmpty }
  }

  private func add(_ concept: Int, to groups: inout [Pair], depth: Int) {
    if EngineConcept.detected.contains(concepts[concept].name) {
      groups[0].first.formUnion(keySets[concept])
      groups[0].second.formUnion(keySets[concept])
      return
    }
    for literal in concepts[concept].literals {
      let pair = rarest(of: literal)
      let group = Int(pair.second) % groups.count
      groups[group].first.insert(pair.first)
      groups[group].second.insert(pair.second)
    }
    for pattern in concepts[concept].composed {
      let parts = byRarity(pattern)
      if parts.count == 1 {
        // A concept with another name: its own pairs tell more than its words.
        if depth < 8 { add(parts[0], to: &groups, depth: depth + 1) } else { addAlone(parts[0], to: &groups) }
        continue
      }
      let group = parts[0] % groups.count
      groups[group].first.formUnion(keySets[parts[0]])
      groups[group].second.formUnion(keySets[parts[1]])
    }
  }

  private func addAlone(_ concept: Int, to groups: inout [Pair]) {
    groups[0].first.formUnion(keySets[concept])
    groups[0].second.formUnion(keySets[concept])
  }

  // MARK: Writing

  /// Writes the signature of each symbol and detected kind, and the tests of the rules.
  ///
  /// - Parameters:
  ///   - shared: The place of each shared concept in the order, or nil.
  ///   - cues: For each detected kind, the places of the concepts whose words it may follow from.
  func write(_ outlines: [RuleOutline], shared: [Int?], cues: [[Int]], to writer: inout ImageWriter) {
    var signatures = [[UInt64]](
      repeating: [UInt64](repeating: 0, count: Self.wordCount), count: symbolCount + EngineConcept.detected.count)
    func set(_ bit: Int, from word: Int, for symbols: Set<UInt32>) {
      for symbol in symbols { signatures[Int(symbol)][word + bit / 64] |= 1 << UInt64(bit % 64) }
    }
    var groupCount = 0
    var groupsOfConcept: [Int: [Int]] = [:]
    for concept in Set(outlines.flatMap(\.finds)).sorted() {
      guard let place = shared[concept] else { continue }
      for pair in groups(of: place) {
        // Past the last bit groups share it, which only makes it weaker.
        let bit = min(groupCount, Self.groupWords * 64 - 1)
        groupsOfConcept[concept, default: []].append(bit)
        set(bit, from: 0, for: pair.first)
        set(bit, from: Self.groupWords, for: pair.second)
        groupCount += 1
      }
    }
    var conditions: [[Int]: Int] = [:]
    var tests: [UInt16] = []
    for outline in outlines {
      let bits = Set(outline.finds.flatMap { groupsOfConcept[$0] ?? [] }).sorted()
      guard !bits.isEmpty else { continue }
      var asked: [(bit: Int, reach: Int)] = []
      for condition in outline.with {
        if conditions[condition.concepts] == nil, conditions.count < Self.conditionWords * 64 {
          let bit = conditions.count
          conditions[condition.concepts] = bit
          for place in condition.concepts.compactMap({ shared[$0] }) {
            set(bit, from: 2 * Self.groupWords, for: keySets[place])
          }
        }
        if let bit = conditions[condition.concepts] { asked.append((bit, condition.reach)) }
      }
      tests += [outline.channel.map { UInt16($0) } ?? .max, UInt16(outline.reach), UInt16(bits.count)]
      tests += bits.map { UInt16($0) }
      tests.append(UInt16(asked.count))
      tests += asked.flatMap { [UInt16($0.bit), UInt16($0.reach)] }
    }
    for (kind, places) in cues.enumerated() {
      for symbol in places.reduce(into: Set<UInt32>(), { $0.formUnion(keySets[$1]) }) where Int(symbol) < symbolCount {
        for word in 0..<Self.wordCount { signatures[Int(symbol)][word] |= signatures[symbolCount + kind][word] }
      }
    }
    write(signatures, to: &writer)
    writer.write(tests)
  }

  /// Few symbols have a signature of their own: the table has each one once.
  private func write(_ signatures: [[UInt64]], to writer: inout ImageWriter) {
    var numbers: [[UInt64]: UInt32] = [[UInt64](repeating: 0, count: Self.wordCount): 0]
    var table = [[UInt64](repeating: 0, count: Self.wordCount)]
    writer.write(
      signatures.map { signature in
        if let number = numbers[signature] { return number }
        numbers[signature] = UInt32(table.count)
        table.append(signature)
        return UInt32(table.count - 1)
      })
    writer.write(table.flatMap { $0 })
  }
}
