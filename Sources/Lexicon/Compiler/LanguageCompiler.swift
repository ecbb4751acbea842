import UnicodeText
import YAMLReading

/// Compiles the concepts of one language to an image section, which ``LanguageImage`` reads.
struct LanguageCompiler {
  /// The concepts that rules and contexts name, by their number.
  let sharedConcepts: [String: Int]
  let contextNames: [String]

  /// Names that some language or the engine fills; others are misspelled.
  let knownConcepts: Set<String>

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
    for (name, patterns) in source.concepts.merging(marks, uniquingKeysWith: +).sorted(by: { $0.key < $1.key }) {
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

  private func checkReferences(in item: ConceptPattern, _ problems: inout LexiconProblems) {
    func visit(_ node: PatternNode) {
      switch node {
      case .concept(let name, let position): check(name, item.path, position, &problems)
      case .sequence(let parts), .choice(let parts): parts.forEach(visit)
      case .word, .gap: break
      }
    }
    visit(item.pattern.body)
    for side in item.pattern.notAfter + item.pattern.notBefore { check(side.concept, item.path, side.position, &problems) }
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
    var words = WordTable()
    var trie = Trie()
    for (concept, content) in ranked.enumerated() {
      for literal in content.literals {
        trie.add(literal.map { words.symbol(of: $0) }, concept: UInt16(concept))
      }
    }
    words.write(to: &writer)
    trie.write(symbolCount: words.count, to: &writer)
    let rarity = Rarity(source: source, concepts: graph.concepts, order: order)
    writeComposed(ranked, rank: rank, rarity: rarity.values, to: &writer)

    var shared = [UInt16](repeating: .max, count: order.count)
    for (name, number) in sharedConcepts {
      if let index = graph.concepts.firstIndex(where: { $0.name == name }) { shared[rank[index]] = UInt16(number) }
    }
    writer.write(shared)
    HashTable.write(
      ranked.enumerated().map { (key: TokenHash.of($0.element.name), value: UInt32($0.offset)) }, to: &writer)
    writer.write(contexts.flatMap { [UInt16($0.number), UInt16(rank[$0.concept]), UInt16($0.kind), UInt16($0.reach)] })
    writer.write(ranked.map(\.name))
    return writer.bytes
  }

  /// Each concept's composed patterns as a run of numbers: parts, gaps, conditions; and which concepts make it worth a look.
  private func writeComposed(
    _ concepts: [ConceptGraph.Concept], rank: [Int], rarity: [Double], to writer: inout ImageWriter
  ) {
    var starts: [UInt32] = []
    var code: [UInt16] = []
    var triggered = [Set<UInt16>](repeating: [], count: concepts.count)
    for (concept, content) in concepts.enumerated() {
      starts.append(UInt32(code.count))
      let patterns = content.composed.map { pattern in
        var pattern = pattern
        pattern.parts = pattern.parts.map { rank[$0] }
        pattern.notAfter = pattern.notAfter.map { .init(concept: rank[$0.concept], reach: $0.reach) }
        pattern.notBefore = pattern.notBefore.map { .init(concept: rank[$0.concept], reach: $0.reach) }
        return pattern
      }.sorted { ($0.parts.count, $0.parts.description) < ($1.parts.count, $1.parts.description) }
      for pattern in patterns {
        let key = pattern.parts.min { (rarity[$0], $0) < (rarity[$1], $1) } ?? 0
        triggered[key].insert(UInt16(concept))
        code.append(UInt16(pattern.parts.count))
        code.append(UInt16(key))
        code += pattern.parts.map { UInt16($0) }
        code += pattern.gaps.map { UInt16($0) }
        code.append(pattern.beginsClause ? 1 : 0)
        for conditions in [pattern.notAfter, pattern.notBefore] {
          code.append(UInt16(conditions.count))
          code += conditions.flatMap { [UInt16($0.concept), UInt16($0.reach)] }
        }
      }
    }
    starts.append(UInt32(code.count))
    writer.write(starts)
    writer.write(code)
    var triggerStarts: [UInt32] = [0]
    var triggers: [UInt16] = []
    for targets in triggered {
      triggers += targets.sorted()
      triggerStarts.append(UInt32(triggers.count))
    }
    writer.write(triggerStarts)
    writer.write(triggers)
  }
}
