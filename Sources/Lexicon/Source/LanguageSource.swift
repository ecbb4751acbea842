import UnicodeText
import YAMLReading

/// A way in which a match does not count, as a language finds it.
struct ContextSource {
  enum Reach: Equatable {
    /// The concept stands up to so many tokens before the match, in its clause.
    case before(Int)
    case after(Int)
    case within(Scope)
  }

  let name: String
  let concept: String
  let reach: Reach
  let position: YAMLPosition
}

/// How far apart matches may stand.
package enum Scope: UInt8, CaseIterable, Sendable {
  case clause
  case sentence
  case neighbours
  case draft

  init?(_ name: String) {
    guard let scope = Scope.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = scope
  }
}

/// A line of a concept, with its place.
struct ConceptPattern {
  let pattern: Pattern
  let path: String
  let position: YAMLPosition
}

/// What the files of one language say, before it is compiled.
struct LanguageSource {
  /// The folder's name, a BCP 47 language (`en`).
  let code: String
  var name = ""
  var isByCharacter = false
  var functionWords: [String] = []

  /// Other words that sellers write often, the most frequent first; patterns are tried from words that are rarer.
  var frequentWords: [String] = []

  /// ISO 15924 codes of the scripts that it is written in.
  var scripts = ["Latn"]
  var clauseMarks: [ConceptPattern] = []
  var contexts: [ContextSource] = []

  /// Patterns by concept.
  var concepts: [String: [ConceptPattern]] = [:]

  /// Where `language.yml` stands, for mistakes that concern the whole.
  var path: String { "\(code)/language.yml" }

  /// Whether there is anything to match; without it the language can be told but not checked.
  var hasLexicon: Bool { hasOwnConcepts || code == EngineConcept.universalLanguage }

  /// Whether a file of its own folder, not of the universal one, names concepts.
  private var hasOwnConcepts = false

  init(code: String) { self.code = code }
}

extension LanguageSource {
  init(code: String, scripts: [String]) {
    self.init(code: code)
    self.scripts = scripts
  }

  static let settingsKeys = [
    "name", "segmentation", "scripts", "function-words", "frequent-words", "clause-marks", "contexts",
  ]

  mutating func readSettings(_ file: LexiconFile, _ problems: inout LexiconProblems) {
    guard let root = problems.parse(file) else { return }
    guard let pairs = root.mapping else {
      problems.add(file.path, root.start, "a language file is a mapping such as `name: English`")
      return
    }
    for (key, value) in pairs {
      switch key.string {
      case "name": name = value.string ?? ""
      case "segmentation":
        guard let text = value.string, text == "words" || text == "characters" else {
          problems.add(file.path, value.start, "`segmentation` is `words` or `characters`")
          continue
        }
        isByCharacter = text == "characters"
      case "function-words": functionWords = words(of: value, "function-words", file.path, &problems)
      case "frequent-words": frequentWords = words(of: value, "frequent-words", file.path, &problems)
      case "scripts":
        scripts = value.strings ?? []
        let known = Script.allCases.map(\.code)
        for script in scripts where !known.contains(script) {
          problems.add(file.path, value.start, unknown("script", script, among: known))
        }
      case "clause-marks":
        clauseMarks += patterns(of: value, path: file.path, &problems)
      case "contexts": readContexts(value, file.path, &problems)
      default:
        problems.add(
          file.path, key.start, unknown("key", key.string ?? "", among: Self.settingsKeys))
      }
    }
  }

  private func words(
    of node: YAMLNode, _ key: String, _ path: String, _ problems: inout LexiconProblems
  ) -> [String] {
    if let words = node.strings { return words }
    problems.add(path, node.start, "`\(key)` is a list of words; quote those that YAML reads as yes or no")
    return []
  }

  private mutating func readContexts(_ node: YAMLNode, _ path: String, _ problems: inout LexiconProblems) {
    for (key, value) in node.mapping ?? [] {
      for item in value.sequence ?? [value] {
        guard let concept = item["concept"]?.string, let reach = Self.reach(of: item) else {
          problems.add(
            path, item.start, "a context is `{concept: NAME, before: N}`, or with `after: N` or `within: SCOPE`")
          continue
        }
        contexts.append(
          ContextSource(name: key.string ?? "", concept: concept, reach: reach, position: item.start))
      }
    }
  }

  private static func reach(of node: YAMLNode) -> ContextSource.Reach? {
    if let text = node["before"]?.string { return Int(text).map { .before($0) } }
    if let text = node["after"]?.string { return Int(text).map { .after($0) } }
    return node["within"]?.string.flatMap(Scope.init).map { .within($0) }
  }

  /// Reads a file of concepts.
  mutating func readConcepts(_ file: LexiconFile, _ problems: inout LexiconProblems) {
    guard let root = problems.parse(file) else { return }
    guard let pairs = root.mapping else {
      problems.add(file.path, root.start, "a concept file is a mapping from names to lists of patterns")
      return
    }
    hasOwnConcepts = hasOwnConcepts || file.path.hasPrefix(code + "/")
    for (key, value) in pairs {
      guard let name = key.string else { continue }
      concepts[name, default: []] += patterns(of: value, path: file.path, &problems)
    }
  }

  private func patterns(of node: YAMLNode, path: String, _ problems: inout LexiconProblems) -> [ConceptPattern] {
    guard let items = node.sequence else {
      if node.string != "" { problems.add(path, node.start, "a list of patterns stands here, a line each with `- `") }
      return []
    }
    var patterns: [ConceptPattern] = []
    for item in items {
      guard case .scalar(let text, let isQuoted) = item.value else {
        problems.add(path, item.start, "a pattern is one text; quote it, since YAML reads it as a list or mapping")
        continue
      }
      let start = YAMLPosition(line: item.start.line, column: item.start.column + (isQuoted ? 1 : 0))
      do {
        let pattern = try PatternParser.parse(text, at: start, isByCharacter: isByCharacter)
        patterns.append(ConceptPattern(pattern: pattern, path: path, position: start))
      } catch {
        let position = YAMLPosition(line: start.line, column: start.column + error.offset)
        problems.add(path, position, error.message)
      }
    }
    return patterns
  }
}

/// The message for a name that is none, with the nearest that is.
func unknown(_ what: String, _ name: String, among names: some Sequence<String>) -> String {
  let nearest = SpellingDistance.nearest(to: name, among: names)
  return "no \(what) is called `\(name)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
}
