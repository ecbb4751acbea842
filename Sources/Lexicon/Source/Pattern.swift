import YAMLReading

/// What one token has to be.
struct WordPattern: Hashable {
  enum Kind: UInt8 {
    case exact
    case prefix
    case suffix
    case infix
    /// The word or one slip of the keyboard away from it.
    case near
    /// Any number in digits; the text is empty.
    case number
  }

  let kind: Kind

  /// Folded UTF-8.
  let text: [UInt8]
}

/// What a pattern asks of a run of tokens.
indirect enum PatternNode {
  case word(WordPattern)
  case concept(String, YAMLPosition)
  /// Up to so many tokens of any kind.
  case gap(Int)
  case sequence([PatternNode])
  /// One of these; an empty sequence makes it optional.
  case choice([PatternNode])

  /// Whether it asks for words alone, without concepts and gaps.
  var isLiteral: Bool {
    switch self {
    case .word: true
    case .concept, .gap: false
    case .sequence(let parts), .choice(let parts): parts.allSatisfy(\.isLiteral)
    }
  }

  /// How many runs of words it stands for, repeated ones counted; at most a million.
  var spellingCount: Int {
    switch self {
    case .word, .concept, .gap: 1
    case .sequence(let parts): parts.reduce(1) { min($0 * $1.spellingCount, 1_000_000) }
    case .choice(let parts): min(parts.reduce(0) { $0 + $1.spellingCount }, 1_000_000)
    }
  }
}

/// A condition on what stands beside a match.
struct PatternGuard {
  let concept: String
  let position: YAMLPosition

  /// How many tokens may stand between.
  let reach: Int
}

/// One line of a concept.
struct Pattern {
  var body: PatternNode
  var beginsClause = false
  var notAfter: [PatternGuard] = []
  var notBefore: [PatternGuard] = []
}

extension Pattern {
  /// The concepts that it names.
  var conceptNames: [String] { body.conceptNames + (notAfter + notBefore).map(\.concept) }
}

extension PatternNode {
  fileprivate var conceptNames: [String] {
    switch self {
    case .word, .gap: []
    case .concept(let name, _): [name]
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.conceptNames)
    }
  }
}
