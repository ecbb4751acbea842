import YAMLReading

/// A draft that shows a rule, with the words that violate between `⟦` and `⟧` where it is a bad one.
package struct ExampleSource: Hashable, Sendable {
  package let rule: String
  package let language: String
  package let isBad: Bool
  package let text: String
  package let isPublic: Bool
  package let state: DraftState
}

/// A level, or off.
enum LevelSource: UInt8 {
  case info
  case warning
  case error
  case off

  init?(_ name: String) {
    switch name {
    case "info": self = .info
    case "warning": self = .warning
    case "error": self = .error
    case "off": self = .off
    default: return nil
    }
  }
}

/// Levels by channel and target: index `channel * 3 + target` with channels message and public response, targets seller
/// feedback, product review and unknown; nil says nothing.
struct LevelTable {
  static let channels = ["message", "public_response"]
  static let targets = ["seller_feedback", "product_review"]

  var levels = [LevelSource?](repeating: nil, count: 6)

  mutating func set(_ level: LevelSource, channel: Int?, target: Int?) {
    for c in 0..<2 where channel == nil || channel == c {
      for t in 0..<3 where target == nil || target == t || (target == 1 && t == 2) { levels[c * 3 + t] = level }
    }
  }
}

/// One condition of a pattern.
struct ConditionSource {
  enum Placement {
    case within(Scope)
    case before(Int)
    case after(Int)
  }

  var concepts: [(name: String, position: YAMLPosition)]
  var placement: Placement
  var unless: [(name: String, position: YAMLPosition)]?
}

/// One way in which a rule is broken.
struct RulePatternSource {
  var find: [(name: String, position: YAMLPosition)] = []
  var with: [ConditionSource] = []
  var without: [ConditionSource] = []
  var unless: [(name: String, position: YAMLPosition)] = []
  /// An index into ``LevelTable/channels``.
  var channel: Int?
  /// What a draft has to say of itself.
  var state: DraftState = []
  var marksAll = false
  var isDisguisedOnly = false
  /// How much a match tells of a situation, up to ``mostWeight``; nothing to violations.
  var weight = 0

  static let mostWeight = 63
}

/// A rule file as it was read.
struct RuleSource {
  var path: String
  var position: YAMLPosition
  var id = ""
  var texts: [String: String] = [:]
  var sources: [(name: String, position: YAMLPosition)] = []
  var implies: [(name: String, position: YAMLPosition)] = []
  var severity = LevelTable()
  var reactive: LevelSource?
  var patterns: [RulePatternSource] = []
  var examples: [ExampleSource] = []

  static let textKeys = ["summary", "message", "why", "instead"]
  static let keys = ["id", "sources", "severity", "reactive", "implies", "patterns", "examples"] + textKeys
}

// MARK: Reading

/// Reads rule files.
struct RuleReader {
  let path: String
  var set = RuleSet.violations
  var problems = LexiconProblems()

  mutating func read(_ file: LexiconFile) -> RuleSource? {
    guard let root = problems.parse(file) else { return nil }
    guard let pairs = root.mapping else {
      problems.add(path, root.start, "a rule file is a mapping that begins with `id: FAMILY/NAME`")
      return nil
    }
    var rule = RuleSource(path: path, position: root.start)
    let expected = path.split(separator: "/").dropFirst().joined(separator: "/")
    rule.id = String(expected.prefix { $0 != "." })
    for (key, value) in pairs {
      switch key.string ?? "" {
      case "id":
        if value.string != rule.id {
          problems.add(path, value.start, "the id of a rule is its path: `\(rule.id)`")
        }
      case "sources": rule.sources = names(value)
      case "implies": rule.implies = names(value)
      case "severity": readLevels(value, channel: nil, into: &rule.severity)
      case "reactive": rule.reactive = level(value)
      case "patterns": rule.patterns = (value.sequence ?? [value]).map { pattern($0) }
      case "examples": rule.examples = Self.examples(value, rule: rule.id, language: "en", path, &problems)
      case let name where RuleSource.textKeys.contains(name):
        guard let text = value.string else {
          problems.add(path, value.start, "`\(name)` is one text")
          continue
        }
        rule.texts[name] = text
      case let name: problems.add(path, key.start, unknown("key", name, among: RuleSource.keys))
      }
    }
    let needed = set == .violations ? RuleSource.textKeys : ["summary", "message"]
    for key in needed where rule.texts[key] == nil {
      problems.add(path, root.start, "the rule has no `\(key)`")
    }
    if rule.patterns.isEmpty { problems.add(path, root.start, "the rule has no `patterns`") }
    return rule
  }

  private mutating func names(_ node: YAMLNode) -> [(name: String, position: YAMLPosition)] {
    let nodes = node.sequence ?? [node]
    return nodes.compactMap { item in
      guard let name = item.string else {
        problems.add(path, item.start, "a name stands here")
        return nil
      }
      return (name, item.start)
    }
  }

  private mutating func level(_ node: YAMLNode) -> LevelSource? {
    guard let name = node.string, let level = LevelSource(name) else {
      problems.add(path, node.start, "a severity is `error`, `warning`, `info` or `off`")
      return nil
    }
    return level
  }

  /// Reads a level, or levels by channel and then by target.
  mutating func readLevels(_ node: YAMLNode, channel: Int?, into table: inout LevelTable) {
    guard let pairs = node.mapping else {
      if let level = level(node) { table.set(level, channel: channel, target: nil) }
      return
    }
    for (key, value) in pairs {
      let name = key.string ?? ""
      if let target = LevelTable.targets.firstIndex(of: name) {
        if let level = level(value) { table.set(level, channel: channel, target: target) }
      } else if channel == nil, let index = LevelTable.channels.firstIndex(of: name) {
        readLevels(value, channel: index, into: &table)
      } else {
        problems.add(
          path, key.start, unknown("channel or target", name, among: LevelTable.channels + LevelTable.targets))
      }
    }
  }

  private static let patternKeys =
    ["find", "with", "without", "unless", "channel", "mark", "disguised", "weight"] + DraftState.keys.map(\.name)

  private mutating func pattern(_ node: YAMLNode) -> RulePatternSource {
    var pattern = RulePatternSource()
    for (key, value) in node.mapping ?? [] {
      switch key.string ?? "" {
      case "find": pattern.find = names(value)
      case "with": pattern.with = (value.sequence ?? [value]).compactMap { condition($0) }
      case "without": pattern.without = (value.sequence ?? [value]).compactMap { condition($0) }
      case "unless": pattern.unless = names(value)
      case "channel":
        pattern.channel = LevelTable.channels.firstIndex(of: value.string ?? "")
        if pattern.channel == nil { problems.add(path, value.start, "a channel is `message` or `public_response`") }
      case "mark":
        pattern.marksAll = value.string == "all"
        if !["all", "find"].contains(value.string) { problems.add(path, value.start, "`mark` is `find` or `all`") }
      case "disguised": pattern.isDisguisedOnly = value.string == "true"
      case "weight":
        pattern.weight = value.string.flatMap { Int($0) } ?? -1
        if !(0...RulePatternSource.mostWeight).contains(pattern.weight) {
          problems.add(path, value.start, "a weight is a number from 0 to \(RulePatternSource.mostWeight)")
          pattern.weight = 0
        }
      case let name where DraftState.keys.contains { $0.name == name }: break
      case let name: problems.add(path, key.start, unknown("key", name, among: Self.patternKeys))
      }
    }
    if pattern.find.isEmpty { problems.add(path, node.start, "a pattern has to `find` a concept") }
    pattern.state = DraftState(node)
    return pattern
  }

  private mutating func condition(_ node: YAMLNode) -> ConditionSource? {
    guard let any = node["any"] else {
      problems.add(
        path, node.start, "a condition is `{any: [CONCEPT], within: SCOPE}`, or with `before: N` or `after: N`")
      return nil
    }
    var condition = ConditionSource(concepts: names(any), placement: .within(.sentence), unless: nil)
    for (key, value) in node.mapping ?? [] {
      switch key.string ?? "" {
      case "any": break
      case "unless": condition.unless = names(value)
      case "within":
        guard let scope = value.string.flatMap(Scope.init) else {
          problems.add(path, value.start, "`within` is `clause`, `sentence`, `neighbours` or `draft`")
          return nil
        }
        condition.placement = .within(scope)
      case "before", "after":
        guard let count = value.string.flatMap({ Int($0) }), (0...200).contains(count) else {
          problems.add(path, value.start, "a number of tokens stands here")
          return nil
        }
        condition.placement = key.string == "before" ? .before(count) : .after(count)
      case let name:
        problems.add(path, key.start, unknown("key", name, among: ["any", "within", "before", "after", "unless"]))
      }
    }
    return condition
  }

  /// Reads `{bad: [...], good: [...]}`.
  static func examples(
    _ node: YAMLNode, rule: String, language: String, _ path: String, _ problems: inout LexiconProblems
  ) -> [ExampleSource] {
    var examples: [ExampleSource] = []
    for (key, value) in node.mapping ?? [] {
      guard let kind = key.string, ["bad", "good"].contains(kind) else {
        problems.add(path, key.start, "examples are `bad` or `good`")
        continue
      }
      for item in value.sequence ?? [] {
        guard let text = item.string ?? item["text"]?.string else {
          problems.add(path, item.start, "an example is a text, or `{channel: ..., text: ...}`; quote texts with `: `")
          continue
        }
        if kind == "bad", !text.contains("⟦") {
          problems.add(path, item.start, "a bad example has the words that violate between ⟦ and ⟧")
        }
        examples.append(
          ExampleSource(
            rule: rule, language: language, isBad: kind == "bad", text: text,
            isPublic: item["channel"]?.string == "public_response", state: DraftState(item)))
      }
    }
    return examples
  }
}

extension DraftState {
  /// The states that a mapping has as `true`.
  fileprivate init(_ node: YAMLNode) {
    self.init(Self.keys.filter { node[$0.name]?.string == "true" }.map(\.state))
  }
}
