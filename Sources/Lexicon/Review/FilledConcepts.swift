/// The concepts of a language that some text can fill.
struct FilledConcepts {
  private var names: Set<String>

  init(_ concepts: [String: [ConceptPattern]]) {
    names = Set(EngineConcept.detected)
    names.insert(EngineConcept.clauseMark)
    var open = concepts.filter { !$0.value.isEmpty }
    var grows = true
    // A concept is filled once one of its patterns asks for nothing that is empty.
    while grows {
      grows = false
      for (name, patterns) in open where patterns.contains(where: { firstGap(in: $0.pattern) == nil }) {
        names.insert(name)
        open[name] = nil
        grows = true
      }
    }
  }

  func contains(_ name: String) -> Bool { names.contains(name) }

  /// The first empty concept that keeps a pattern from ever matching; nil where it can match.
  func firstGap(in pattern: Pattern) -> String? { firstGap(in: pattern.body) }

  private func firstGap(in node: PatternNode) -> String? {
    switch node {
    case .word, .gap: return nil
    case .concept(let name, _): return contains(name) ? nil : name
    case .sequence(let parts):
      for part in parts { if let gap = firstGap(in: part) { return gap } }
      return nil
    case .choice(let choices):
      let gaps = choices.map { firstGap(in: $0) }
      return gaps.contains { $0 == nil } ? nil : gaps.first ?? nil
    }
  }

  /// Whether a way in which a rule is broken has all its words.
  func canHold(_ pattern: RulePatternSource) -> Bool {
    pattern.find.contains { contains($0.name) }
      && pattern.with.allSatisfy { $0.concepts.contains { contains($0.name) } }
  }
}

extension RulePatternSource {
  /// The concepts whose words it looks for.
  var asked: [String] { find.map(\.name) + with.flatMap { $0.concepts.map(\.name) } }
}
