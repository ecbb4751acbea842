import UnicodeText
import YAMLReading

/// Compiles the concepts of one language to an image section, which ``LanguageImage`` reads.
struct LanguageCompiler {
  /// The concepts that rules and contexts name, by their number.
  let sharedConcepts: [String: Int]
  let contextNames: [String]

  /// Names that some language or the engine fills; others are misspelled.
  let knownConcepts: Set<String>

  /// Whether concepts that neither rules, contexts nor detectors lead to are left out.
  let keepsOnlyReached: Bool

  private static let mostConcepts = 30_000

  /// - Returns: The section, or nothing where the sources hold mistakes, which are noted.
  func compile(_ source: LanguageSource, _ problems: inout LexiconProblems) -> [UInt8] {
    var graph = ConceptGraph()
    addPatterns(of: source, to: &graph, &problems)
    for name in [EngineConcept.innocent, EngineConcept.clauseMark] + sharedConcepts.keys.sorted() {
      _ = graph.index(of: name)
    }
    var contexts: [(number: Int, concept: Int, kind: UInt8, reach: Int)] = []
    for context in source.contexts {
      guard let number = contextNames.firstIndex(of: context.name) else {
        problems.add(
          source.path, context.position, unknown("context that a rule names", context.name, among: contextNames))
        continue
      }
      check(context.concept, source.path, context.position, &problems)
      let concept = graph.index(of: context.concept)
      switch context.reach {
      case .before(let reach): contexts.append((number, concept, 0, reach))
      case .after(let reach): contexts.append((number, concept, 1, reach))
      case .within(let scope): contexts.append((number, concept, 2 + scope.rawValue, 0))
      }
    }
    switch graph.order() {
    case .failure(let circle):
      problems.add(
        source.path, YAMLPosition(line: 1, column: 1),
        "these concepts are built from each other in a circle: \(circle.names.joined(separator: " -> "))")
      return []
    case .success(let order):
      guard order.count < Self.mostConcepts else {
        problems.add(source.path, YAMLPosition(line: 1, column: 1), "more than \(Self.mostConcepts) concepts")
        return []
      }
      return write(source, graph, order: order, contexts)
    }
  }

  private func check(
    _ name: String, _ path: String, _ position: YAMLPosition, _ problems: inout LexiconProblems
  ) {
    if !knownConcepts.contains(name) {
      problems.add(path, position, unknown("concept", name, among: knownConcepts))
    }
  }

  private func addPatterns(of source: LanguageSource, to graph: inout ConceptGraph, _ problems: inout LexiconProblems) {
    let marks = [EngineConcept.clauseMark: source.clauseMarks]
    let concepts = source.concepts.merging(marks, uniquingKeysWith: +)
    let reached = keepsOnlyReached ? reached(from: source, concepts) : nil
    for (name, patterns) in concepts.sorted(by: { $0.key < $1.key }) where reached?.contains(name) != false {
      for item in patterns {
        checkReferences(in: item, &problems)
        if name == EngineConcept.innocent || name == EngineConcept.clauseMark, !item.pattern.body.isLiteral {
          problems.add(item.path, item.position, "`\(name)` holds words alone, no `<...>` and no gap")
          continue
        }
        do {
          try graph.add(item.pattern, to: name)
        } catch {
          problems.add(item.path, item.position, error.message)
        }
      }
    }
  }

  /// The concepts that something asks for, and those that they are built from.
  private func reached(from source: LanguageSource, _ concepts: [String: [ConceptPattern]]) -> Set<String> {
    let read = concepts.keys.filter { $0.hasPrefix("cue.") || $0.hasPrefix("number.") }
    var open = Array(sharedConcepts.keys) + source.contexts.map(\.concept) + read
    open += [EngineConcept.innocent, EngineConcept.clauseMark]
    var reached: Set<String> = []
    while let name = open.popLast() {
      guard reached.insert(name).inserted else { continue }
      for item in concepts[name] ?? [] { open += item.pattern.conceptNames }
    }
    return reached
  }

  private func checkReferences(in item: ConceptPattern, _ problems: inout LexiconProblems) {
    func visit(_ node: PatternNode) {
      switch node {
      case .concept(let name, let position): check(name, item.path, position, &problems)
      case .sequence(let parts), .choice(let parts): parts.forEach(visit)
      case .word, .gap: break
      }
    }
    visit(item.pattern.body)
    for side in item.pattern.notAfter + item.pattern.notBefore {
      check(side.concept, item.path, side.position, &problems)
    }
  }

  // MARK: Writing

  private func write(
    _ source: LanguageSource, _ graph: ConceptGraph, order: [Int],
    _ contexts: [(number: Int, concept: Int, kind: UInt8, reach: Int)]
  ) -> [UInt8] {
    var rank = [Int](repeating: 0, count: order.count)
    for (position, index) in order.enumerated() { rank[index] = position }
    let ranked = order.map { graph.concepts[$0] }

    var writer = ImageWriter()
    writer.write(source.isByCharacter)
    writer.write(UInt32(order.count))
    let rarity = Rarity(source: source, concepts: graph.concepts, order: order)
    var words = WordTable()
    var trie = Trie()
    for (concept, content) in ranked.enumerated() {
      for literal in content.literals { trie.add(literal.map { words.symbol(of: $0) }, concept: UInt16(concept)) }
    }
    var shared = [UInt16](repeating: .max, count: order.count)
    for (name, number) in sharedConcepts {
      if let index = graph.concepts.firstIndex(where: { $0.name == name }) { shared[rank[index]] = UInt16(number) }
    }
    let known = [EngineConcept.innocent, EngineConcept.clauseMark]
    let units = ranked.enumerated().flatMap { concept, content in
      content.composed.map { $0.renumbered(rank) }.sorted(by: ComposedPattern.comesBefore).map { (concept, $0) }
    }
    let gating = Gating(
      ranked, units: units.map(\.1.parts), rarity,
      wanted: ranked.indices.map { shared[$0] != .max || known.contains(ranked[$0].name) })
    words.write(to: &writer)
    trie.write(symbolCount: words.count, isEager: gating.isEager, to: &writer)
    writer.writeLists(trie.nodes(of: gating.isEager.map { !$0 }))
    writer.write(ranked.indices.filter { rarity.isCommon[$0] }.map { UInt16($0) })
    writer.write(gating.isEager.map { UInt8($0 ? 1 : 0) })
    writeUnits(units, conceptCount: ranked.count, gating, to: &writer)
    writer.write(shared)
    HashTable.write(
      ranked.enumerated().filter { !ConceptGraph.isNameless($0.element.name) }.map {
        (key: TokenHash.of($0.element.name), value: UInt32($0.offset))
      }, to: &writer)
    writer.write(contexts.flatMap { [UInt16($0.number), UInt16(rank[$0.concept]), UInt16($0.kind), UInt16($0.reach)] })
    return writer.bytes
  }

  /// The composed patterns as units in the order of their concepts, each a run of numbers: concept, parts, gaps,
  /// conditions; then what wakes them.
  private func writeUnits(
    _ units: [(concept: Int, pattern: ComposedPattern)], conceptCount: Int, _ gating: Gating,
    to writer: inout ImageWriter
  ) {
    var unitStarts: [UInt32] = []
    var firstUnits: [UInt32] = []
    var code: [UInt16] = []
    for (unit, (concept, pattern)) in units.enumerated() {
      while firstUnits.count <= concept { firstUnits.append(UInt32(unit)) }
      unitStarts.append(UInt32(code.count))
      code += [UInt16(concept), gating.keys[unit], UInt16(pattern.parts.count)]
      code += pattern.parts.map { UInt16($0) }
      code += pattern.gaps.map { UInt16($0) }
      code.append(pattern.beginsClause ? 1 : 0)
      for conditions in [pattern.notAfter, pattern.notBefore] {
        code.append(UInt16(conditions.count))
        code += conditions.flatMap { [UInt16($0.concept), UInt16($0.reach)] }
      }
    }
    while firstUnits.count <= conceptCount { firstUnits.append(UInt32(units.count)) }
    writer.write(firstUnits)
    writer.write(unitStarts)
    writer.write(code)
    writer.write(gating.alwaysPossible)
    writer.writeLists(gating.woken.map { $0.flatMap { [UInt32($0.other), $0.unit] } })
  }
}

extension ComposedPattern {
  fileprivate func renumbered(_ rank: [Int]) -> ComposedPattern {
    var pattern = self
    pattern.parts = parts.map { rank[$0] }
    pattern.notAfter = notAfter.map { SideCondition(concept: rank[$0.concept], reach: $0.reach) }
    pattern.notBefore = notBefore.map { SideCondition(concept: rank[$0.concept], reach: $0.reach) }
    return pattern
  }

  /// An order that is the same in every build.
  fileprivate static func comesBefore(_ left: ComposedPattern, _ right: ComposedPattern) -> Bool {
    left.sortKey.lexicographicallyPrecedes(right.sortKey)
  }

  private var sortKey: [Int] {
    parts + [-1] + gaps + [beginsClause ? 1 : 0] + (notAfter + notBefore).flatMap { [$0.concept, $0.reach] }
  }
}

extension ImageWriter {
  /// Lists of numbers, one after the other, with where each begins.
  mutating func writeLists(_ lists: [[some SevenBitNumber]]) {
    var starts: [UInt32] = [0]
    for list in lists { starts.append(starts[starts.count - 1] + UInt32(list.count)) }
    write(starts)
    write(lists.flatMap { $0 })
  }
}
