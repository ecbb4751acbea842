import YAMLReading

/// Concepts joined over gaps, in order.
struct ComposedPattern: Hashable {
  /// Indices of concepts.
  var parts: [Int]

  /// How many tokens may stand between a part and the next.
  var gaps: [Int]
  var beginsClause = false

  /// Concepts that must not stand before or after the match, with the tokens that may lie between.
  var notAfter: [SideCondition] = []
  var notBefore: [SideCondition] = []

  struct SideCondition: Hashable {
    let concept: Int
    let reach: Int
  }
}

/// The concepts of a language as the compiler sees them: runs of words, and concepts joined over gaps.
struct ConceptGraph {
  struct Concept {
    let name: String
    var literals: Set<[WordPattern]> = []
    var composed: Set<ComposedPattern> = []
  }

  private(set) var concepts: [Concept] = []
  private var indices: [String: Int] = [:]

  /// How many alternatives one pattern may stand for.
  private static let mostVariants = 32_768

  /// How many spellings of a run of words are written out; beyond, its parts become concepts of their own.
  private static let mostWrittenOut = 96

  /// The index of a concept, which is made where it is new.
  mutating func index(of name: String) -> Int {
    if let index = indices[name] { return index }
    indices[name] = concepts.count
    concepts.append(Concept(name: name))
    return concepts.count - 1
  }

  /// Adds a pattern to a concept.
  ///
  /// - Throws: What is wrong with it, in words.
  mutating func add(_ pattern: Pattern, to name: String) throws(PatternProblem) {
    try add(pattern, to: index(of: name))
  }

  struct PatternProblem: Error {
    let message: String
  }

  private mutating func add(_ pattern: Pattern, to target: Int) throws(PatternProblem) {
    let hasConditions = pattern.beginsClause || !pattern.notAfter.isEmpty || !pattern.notBefore.isEmpty
    if pattern.body.isLiteral, !hasConditions, isWordsOnly(target) || pattern.body.spellingCount <= Self.mostWrittenOut
    {
      let spellings = try Self.spellings(of: pattern.body).filter { !$0.isEmpty }
      guard !spellings.isEmpty else { throw PatternProblem(message: "everything in the pattern is optional") }
      concepts[target].literals.formUnion(spellings)
      return
    }
    let notAfter = pattern.notAfter.map {
      ComposedPattern.SideCondition(concept: index(of: $0.concept), reach: $0.reach)
    }
    let notBefore = pattern.notBefore.map {
      ComposedPattern.SideCondition(concept: index(of: $0.concept), reach: $0.reach)
    }
    for variant in try variants(of: pattern.body) {
      var composed = try Self.join(variant)
      composed.beginsClause = pattern.beginsClause
      composed.notAfter = notAfter
      composed.notBefore = notBefore
      concepts[target].composed.insert(composed)
    }
  }

  /// Whether a concept has to be written out, since the engine reads it before any concept is built.
  private func isWordsOnly(_ target: Int) -> Bool {
    [EngineConcept.innocent, EngineConcept.clauseMark].contains(concepts[target].name)
  }

  private enum Part {
    case concept(Int)
    case gap(Int)
  }

  private static func join(_ parts: [Part]) throws(PatternProblem) -> ComposedPattern {
    var joined = ComposedPattern(parts: [], gaps: [])
    var gap: Int?
    for part in parts {
      switch part {
      case .gap(let reach):
        guard !joined.parts.isEmpty else { throw PatternProblem(message: "a gap at the start of an alternative") }
        gap = (gap ?? 0) + reach
      case .concept(let concept):
        if !joined.parts.isEmpty { joined.gaps.append(gap ?? 0) }
        joined.parts.append(concept)
        gap = nil
      }
    }
    guard !joined.parts.isEmpty else { throw PatternProblem(message: "everything in the pattern is optional") }
    return joined
  }

  /// The ways to read a pattern as concepts and gaps; runs of words become nameless concepts.
  private mutating func variants(of node: PatternNode) throws(PatternProblem) -> [[Part]] {
    if node.isLiteral { return try literalVariants(Self.flattened([node])) }
    switch node {
    case .word: return try literalVariants([node])
    case .concept(let name, _): return [[.concept(index(of: name))]]
    case .gap(let reach): return [[.gap(reach)]]
    case .choice(let choices):
      var all: [[Part]] = []
      for choice in choices { all += try variants(of: choice) }
      return all
    case .sequence(let parts):
      var all: [[Part]] = [[]]
      var run: [PatternNode] = []
      for part in Self.flattened(parts) {
        if part.isLiteral {
          run.append(part)
          continue
        }
        if !run.isEmpty { all = try Self.product(all, try literalVariants(run)) }
        run = []
        all = try Self.product(all, try variants(of: part))
      }
      if !run.isEmpty { all = try Self.product(all, try literalVariants(run)) }
      return all
    }
  }

  private static func product(_ left: [[Part]], _ right: [[Part]]) throws(PatternProblem) -> [[Part]] {
    guard left.count * right.count <= mostVariants else {
      throw PatternProblem(message: "too many alternatives in one pattern; split it")
    }
    return left.flatMap { head in right.map { head + $0 } }
  }

  private static func flattened(_ nodes: [PatternNode]) -> [PatternNode] {
    nodes.flatMap { node in
      if case .sequence(let parts) = node { flattened(parts) } else { [node] }
    }
  }

  /// A run of words as one nameless concept, or as several where it has many spellings; with an empty variant where all
  /// of it is optional.
  private mutating func literalVariants(_ run: [PatternNode]) throws(PatternProblem) -> [[Part]] {
    let count = run.reduce(1) { $0.multipliedReportingOverflow(by: $1.spellingCount).partialValue }
    if count > Self.mostWrittenOut || count <= 0 {
      if run.count == 1, case .choice(let choices) = run[0] { return try choiceVariants(choices) }
      var all: [[Part]] = [[]]
      for part in Self.chunks(of: run) { all = try Self.product(all, try literalVariants(part)) }
      return all
    }
    let spellings = try Self.spellings(of: .sequence(run))
    let filled = Set(spellings.filter { !$0.isEmpty })
    var variants: [[Part]] = []
    if !filled.isEmpty {
      let index = index(of: Self.name(ofWords: filled))
      concepts[index].literals = filled
      variants.append([.concept(index)])
    }
    if filled.count < Set(spellings).count { variants.append([]) }
    return variants
  }

  /// A choice of many spellings as one nameless concept to which each alternative is added.
  private mutating func choiceVariants(_ choices: [PatternNode]) throws(PatternProblem) -> [[Part]] {
    let index = index(of: "\"" + choices.map(\.canonical).joined(separator: "|"))
    var isOptional = false
    for choice in choices {
      for variant in try literalVariants(Self.flattened([choice])) {
        if variant.isEmpty { isOptional = true } else { concepts[index].composed.insert(try Self.join(variant)) }
      }
    }
    return isOptional ? [[.concept(index)], []] : [[.concept(index)]]
  }

  /// A run cut into pieces that each have few spellings, as far as that can be.
  private static func chunks(of run: [PatternNode]) -> [[PatternNode]] {
    var chunks: [[PatternNode]] = []
    var count = 1
    for node in run {
      if !chunks.isEmpty, count * node.spellingCount <= mostWrittenOut {
        chunks[chunks.count - 1].append(node)
        count *= node.spellingCount
      } else {
        chunks.append([node])
        count = node.spellingCount
      }
    }
    return chunks
  }

  /// Whether a concept is one that the compiler made up.
  static func isNameless(_ name: String) -> Bool { name.utf8.first == UInt8(ascii: "\"") }

  /// Nameless concepts are known by their words, so that equal ones are one.
  private static func name(ofWords spellings: Set<[WordPattern]>) -> String {
    let texts = spellings.map { words in
      words.map { "\($0.kind.rawValue)" + String(decoding: $0.text, as: UTF8.self) }.joined(separator: " ")
    }
    return "\"" + texts.sorted().joined(separator: "|")
  }

  private static func spellings(of node: PatternNode) throws(PatternProblem) -> [[WordPattern]] {
    switch node {
    case .word(let word): return [[word]]
    case .concept, .gap: return []
    case .choice(let choices):
      var all: [[WordPattern]] = []
      for choice in choices { all += try spellings(of: choice) }
      return all
    case .sequence(let parts):
      var all: [[WordPattern]] = [[]]
      for part in parts {
        let endings = try spellings(of: part)
        guard all.count * endings.count <= mostVariants else {
          throw PatternProblem(message: "too many spellings in one pattern; split it")
        }
        all = all.flatMap { head in endings.map { head + $0 } }
      }
      return all
    }
  }
}

// MARK: Order

extension ConceptGraph {
  /// The concepts that a concept is built from, conditions included.
  func dependencies(of index: Int) -> Set<Int> {
    var all: Set<Int> = []
    for pattern in concepts[index].composed {
      all.formUnion(pattern.parts)
      all.formUnion(pattern.notAfter.map(\.concept))
      all.formUnion(pattern.notBefore.map(\.concept))
    }
    return all
  }

  /// The indices so that each concept follows those it is built from, or the names of a circle.
  func order() -> Result<[Int], Circle> {
    var order: [Int] = []
    var state = [UInt8](repeating: 0, count: concepts.count)
    var path: [Int] = []
    func visit(_ index: Int) -> Circle? {
      if state[index] == 2 { return nil }
      if state[index] == 1 {
        let start = path.firstIndex(of: index) ?? 0
        return Circle(names: (path[start...] + [index]).map { concepts[$0].name })
      }
      state[index] = 1
      path.append(index)
      for dependency in dependencies(of: index).sorted(by: { concepts[$0].name < concepts[$1].name }) {
        if let circle = visit(dependency) { return circle }
      }
      path.removeLast()
      state[index] = 2
      order.append(index)
      return nil
    }
    for index in concepts.indices.sorted(by: { concepts[$0].name < concepts[$1].name }) {
      if let circle = visit(index) { return .failure(circle) }
    }
    return .success(order)
  }

  struct Circle: Error {
    let names: [String]
  }
}
