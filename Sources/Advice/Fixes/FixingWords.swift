internal import Lexicon
internal import YAMLReading

/// What a language says in the place of an ID, and how it builds sentences.
struct FixingWords: Sendable {
  /// Words that stand for the thing that an ID names, by the concept before the ID.
  private var nouns: [FixingLexicon.Concept: [(after: [String], say: String)]] = [:]

  /// Whether a clause can stand alone whose condition stood before it.
  private(set) var leadingConditions = false

  /// Reads a file; what is wrong with it is noted.
  init(_ file: LexiconFile, _ problems: inout LexiconProblems) {
    let root: YAMLNode?
    do {
      root = try YAMLNode.parse(file.bytes)
    } catch {
      problems.add(file.path, error.position, "\(error.message)")
      return
    }
    for (key, value) in root?.mapping ?? [] {
      switch key.string ?? "" {
      case "order": nouns[.order] = Self.forms(value, file, &problems)
      case "tracking": nouns[.tracking] = Self.forms(value, file, &problems)
      case "return": nouns[.returned] = Self.forms(value, file, &problems)
      case "leading-conditions": leadingConditions = value.string == "true"
      case let name:
        problems.add(
          file.path, key.start,
          "`\(name)` is not known; known are `order`, `tracking`, `return` and `leading-conditions`")
      }
    }
  }

  private static func forms(
    _ node: YAMLNode, _ file: LexiconFile, _ problems: inout LexiconProblems
  ) -> [(after: [String], say: String)] {
    (node.sequence ?? [node]).compactMap { item in
      if let text = item.string { return ([], text) }
      var after: [String] = []
      var say: String?
      for (key, value) in item.mapping ?? [] {
        switch key.string {
        case "after": after = (value.sequence ?? [value]).compactMap(\.string)
        case "say": say = value.string
        default: problems.add(file.path, key.start, "only `after` and `say` stand here")
        }
      }
      if say == nil { problems.add(file.path, item.start, "`say` is missing") }
      return say.map { (after, $0) }
    }
  }

  /// The words for what an ID names, behind a word in lower case.
  func noun(for concept: FixingLexicon.Concept, behind word: String) -> String? {
    let forms = nouns[concept] ?? nouns[.order] ?? []
    return forms.first { $0.after.contains(word) }?.say ?? forms.first { $0.after.isEmpty }?.say
  }
}
