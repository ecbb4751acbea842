extension Pattern {
  /// The same text for patterns that ask for the same, however they are spaced.
  var canonical: String {
    let before = notAfter.map { "!<\($0.concept)>\($0.reach) " }.joined()
    let after = notBefore.map { " \($0.reach)!<\($0.concept)>" }.joined()
    return (beginsClause ? "^" : "") + before + body.canonical + after
  }

  /// The words that it names, as often as it names them.
  var words: [WordPattern] { body.words }
}

extension PatternNode {
  /// The same text for nodes that ask for the same.
  var canonical: String {
    switch self {
    case .word(let word): "\(word.kind.rawValue)" + String(decoding: word.text, as: UTF8.self)
    case .concept(let name, _): "<\(name)>"
    case .gap(let reach): "..\(reach)"
    case .sequence(let parts): parts.map(\.canonical).joined(separator: " ")
    case .choice(let choices): "(" + choices.map(\.canonical).joined(separator: "|") + ")"
    }
  }

  fileprivate var words: [WordPattern] {
    switch self {
    case .word(let word): [word]
    case .concept, .gap: []
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.words)
    }
  }
}
