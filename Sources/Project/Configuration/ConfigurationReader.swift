internal import Documents
internal import Lexicon
internal import Linting
internal import UnicodeText
internal import YAMLReading

/// What one configuration file says, with all mistakes that can be told from it alone.
struct ConfigurationContent {
  /// A value that is yet to be looked up: a path, a rule, a marketplace.
  struct Named {
    let text: String
    let node: YAMLNode
    let origin: SettingOrigin
  }

  /// What holds for some files.
  struct Entry {
    var globs: [Glob] = []
    var layer = SettingsLayer()
    var origin = SettingOrigin.builtIn
  }

  var layer = SettingsLayer()
  var extended: [Named] = []
  var excluded: [(glob: Glob, origin: SettingOrigin)] = []
  var entries: [Entry] = []
  var lexicons: [Named] = []
  var allowedHosts: [Setting<String>] = []
  var allowedPhrases: [Setting<String>] = []
  var suppressions: [(glob: Glob, entry: SuppressionEntry)] = []
  var baseline: Named?

  /// Rules and families, and marketplaces: whether they exist is known once the lexicons are.
  var rules: [Named] = []
  var marketplaces: [Named] = []
}

/// Reads a configuration file.
struct ConfigurationReader {
  let text: ConfigurationText
  private(set) var content = ConfigurationContent()
  private(set) var problems: [ConfigurationProblem] = []

  init(_ text: ConfigurationText) {
    self.text = text
    do {
      // An empty file is a configuration too: it ends the search for one.
      guard let root = try YAMLNode.parse(text.utf8) else { return }
      if case .scalar(let text, let isQuoted) = root.value, case .null = YAMLScalarType(text, isQuoted: isQuoted) {
        return
      }
      read(root)
    } catch {
      problems.append(ConfigurationProblem(text, at: error.position, error.message))
    }
  }

  /// More mistakes than anybody mends at once.
  private static let mostProblems = 200

  mutating func add(_ node: YAMLNode, _ message: String) {
    guard problems.count < Self.mostProblems else { return }
    let isLast = problems.count == Self.mostProblems - 1
    problems.append(ConfigurationProblem(text, at: node, isLast ? "\(message); and more mistakes follow" : message))
  }

  private func origin(_ node: YAMLNode) -> SettingOrigin { .file(path: text.path, line: node.start.line) }

  private mutating func read(_ root: YAMLNode) {
    guard let pairs = root.mapping else {
      return add(root, "a configuration is a mapping, such as `channel: message`")
    }
    let known = ConfigurationKey.allCases.map(\.rawValue)
    for (key, value) in pairs {
      let name = key.string ?? ""
      if let known = ConfigurationKey(rawValue: name) {
        read(known, value)
      } else {
        addUnknown(key, among: known)
      }
    }
  }

  private mutating func addUnknown(_ key: YAMLNode, among known: [String]) {
    let name = key.string ?? ""
    add(key, "no key is called `\(name)`" + hint(name, among: known))
  }

  private mutating func read(_ key: ConfigurationKey, _ node: YAMLNode) {
    switch key {
    case .failOn:
      if let level = level(node, key.rawValue, else: "never") { content.layer.failOn = Setting(level, origin(node)) }
    case .extends: content.extended = names(node, key.rawValue)
    case .lexicons: content.lexicons = names(node, key.rawValue)
    case .exclude:
      for (glob, node) in globs(node, key.rawValue) { content.excluded.append((glob, origin(node))) }
    case .files: readFiles(node)
    case .allowedHosts:
      for name in names(node, key.rawValue) {
        if let host = host(name) { content.allowedHosts.append(Setting(host, name.origin)) }
      }
    case .allowedPhrases:
      for name in names(node, key.rawValue) {
        if holdsWord(name) { content.allowedPhrases.append(Setting(name.text, name.origin)) }
      }
    case .suppressions:
      guard let list = node.sequence else { return add(node, "`suppressions` is a list of entries `- path: ...`") }
      for item in list { readSuppression(item) }
    case .baseline:
      guard let name = string(node, key.rawValue) else { return }
      content.baseline = ConfigurationContent.Named(text: name, node: node, origin: origin(node))
    default: read(key, node, into: \.layer)
    }
  }

  private mutating func readSuppression(_ node: YAMLNode) {
    do throws(SuppressionEntry.Mistake) {
      let entry = try SuppressionEntry(node, file: text.path)
      do throws(Glob.Failure) {
        content.suppressions.append((try Glob(entry.path), entry))
        content.rules.append(
          ConfigurationContent.Named(text: entry.suppression.rule, node: node["rule"] ?? node, origin: origin(node)))
      } catch {
        add(node["path"] ?? node, error.message)
      }
    } catch {
      add(error.node, error.message)
    }
  }

  private mutating func readFiles(_ node: YAMLNode) {
    guard let items = node.sequence else {
      return add(node, "`files` is a list, a line each such as `- {glob: \"public/**\", channel: public_response}`")
    }
    let known = [ConfigurationKey.glob] + ConfigurationKey.allCases.filter(\.isOfFiles).map(\.rawValue)
    for item in items {
      guard let pairs = item.mapping else {
        add(item, "an entry of `files` is a mapping, such as `{glob: \"public/**\", channel: public_response}`")
        continue
      }
      content.entries.append(ConfigurationContent.Entry(origin: origin(item)))
      let last = content.entries.count - 1
      for (key, value) in pairs {
        let name = key.string ?? ""
        if name == ConfigurationKey.glob {
          content.entries[last].globs = globs(value, name).map(\.glob)
        } else if let known = ConfigurationKey(rawValue: name), known.isOfFiles {
          read(known, value, into: \.entries[last].layer)
        } else if let other = ConfigurationKey(rawValue: name) {
          add(key, "`\(other.rawValue)` holds for all files; it does not stand in `files`")
        } else {
          addUnknown(key, among: known)
        }
      }
      if item[ConfigurationKey.glob] == nil { add(item, "an entry of `files` needs a `glob`") }
    }
  }

  /// Reads what may be said of some files as well as of all.
  private mutating func read(
    _ key: ConfigurationKey, _ node: YAMLNode, into layer: WritableKeyPath<ConfigurationContent, SettingsLayer>
  ) {
    let origin = origin(node)
    switch key {
    case .channel:
      if let value = choice(node, key, Channel.allCases.map(\.name), Channel.init) {
        content[keyPath: layer].channel = Setting(value, origin)
      }
    case .target:
      if let value = choice(node, key, Target.allCases.map(\.name), Target.init) {
        content[keyPath: layer].target = Setting(value, origin)
      }
    case .marketplace:
      guard let name = string(node, key.rawValue) else { return }
      content[keyPath: layer].marketplace = Setting(name, origin)
      content.marketplaces.append(ConfigurationContent.Named(text: name, node: node, origin: origin))
    case .language:
      guard let tag = string(node, key.rawValue) else { return }
      guard LanguageTag.isWellFormed(tag) else {
        return add(node, "`\(tag)` is no BCP 47 language tag, such as `de` or `pt-BR`")
      }
      content[keyPath: layer].language = Setting(tag, origin)
    case .isFinal:
      if let value = boolean(node, key.rawValue) { content[keyPath: layer].isFinal = Setting(value, origin) }
    case .unsentComments:
      if let value = boolean(node, key.rawValue) { content[keyPath: layer].unsentComments = Setting(value, origin) }
    case .isProactive:
      if let value = boolean(node, key.rawValue) { content[keyPath: layer].isProactive = Setting(value, origin) }
    case .inputFormat:
      if let kind = choice(node, key, DocumentKind.allCases.map(\.rawValue), { DocumentKind(rawValue: $0) }) {
        content[keyPath: layer].kind = Setting(kind, origin)
      }
    case .fields:
      let fields = names(node, key.rawValue, takesIntegers: true).map(\.text)
      if !fields.isEmpty { content[keyPath: layer].fields = Setting(fields, origin) }
    case .charset:
      guard let name = string(node, key.rawValue) else { return }
      guard let charset = Charset(named: name) else { return add(node, "the charset `\(name)` is not known") }
      content[keyPath: layer].charset = Setting(charset, origin)
    case .select: content[keyPath: layer].selected = rules(node, key.rawValue)
    case .ignore: content[keyPath: layer].ignored = rules(node, key.rawValue)
    case .severity: content[keyPath: layer].severities = severities(node)
    case .failOn, .extends, .exclude, .files, .lexicons, .allowedHosts, .allowedPhrases, .suppressions, .baseline: break
    }
  }
}

// MARK: Values

extension ConfigurationReader {
  /// A text; a null, a truth value or a number is none.
  private mutating func string(_ node: YAMLNode, _ key: String, takesIntegers: Bool = false) -> String? {
    guard case .scalar(let text, let isQuoted) = node.value else {
      add(node, "`\(key)` takes a text here, not a list or a mapping")
      return nil
    }
    switch YAMLScalarType(text, isQuoted: isQuoted) {
    case .text where text.isEmpty, .null: add(node, "`\(key)` has no value")
    case .text: return text
    case .integer where takesIntegers: return text
    case .boolean, .integer, .number: add(node, "`\(key)` takes a text; quote what YAML reads as something else")
    }
    return nil
  }

  private mutating func boolean(_ node: YAMLNode, _ key: String) -> Bool? {
    if case .scalar(let text, let isQuoted) = node.value,
      case .boolean(let value) = YAMLScalarType(text, isQuoted: isQuoted)
    {
      return value
    }
    add(node, "`\(key)` is true or false, without quotation marks")
    return nil
  }

  /// One text, or a list of them.
  private mutating func names(
    _ node: YAMLNode, _ key: String, takesIntegers: Bool = false
  ) -> [ConfigurationContent.Named] {
    var names: [ConfigurationContent.Named] = []
    for item in node.sequence ?? [node] {
      if let text = string(item, key, takesIntegers: takesIntegers) {
        names.append(ConfigurationContent.Named(text: text, node: item, origin: origin(item)))
      }
    }
    if node.sequence?.isEmpty == true { add(node, "`\(key)` has no value") }
    return names
  }

  private mutating func choice<Value>(
    _ node: YAMLNode, _ key: ConfigurationKey, _ known: [String], _ make: (String) -> Value?
  ) -> Value? {
    guard let text = string(node, key.rawValue) else { return nil }
    if let value = make(text) { return value }
    add(node, "`\(text)` is no value of `\(key.rawValue)`" + hint(text, among: known))
    return nil
  }

  /// A level; the inner nil is the word for none.
  private mutating func level(_ node: YAMLNode, _ key: String, else none: String) -> Severity?? {
    guard let text = string(node, key) else { return nil }
    if text == none { return .some(nil) }
    if let level = Severity(text) { return level }
    add(node, "`\(text)` is no level" + hint(text, among: ["error", "warning", "info", none]))
    return nil
  }

  private mutating func globs(_ node: YAMLNode, _ key: String) -> [(glob: Glob, node: YAMLNode)] {
    var globs: [(glob: Glob, node: YAMLNode)] = []
    for name in names(node, key) {
      do throws(Glob.Failure) {
        globs.append((try Glob(name.text), name.node))
      } catch {
        add(name.node, error.message)
      }
    }
    return globs
  }

  private mutating func rules(_ node: YAMLNode, _ key: String) -> [Setting<String>] {
    let names = names(node, key)
    content.rules += names
    return names.map { Setting($0.text, $0.origin) }
  }

  private mutating func severities(_ node: YAMLNode) -> [Setting<RuleSeverity>] {
    guard let pairs = node.mapping else {
      add(node, "`severity` is a mapping from rules or families to levels, such as `promotion: info`")
      return []
    }
    var severities: [Setting<RuleSeverity>] = []
    for (key, value) in pairs {
      let rule = key.string ?? ""
      content.rules.append(ConfigurationContent.Named(text: rule, node: key, origin: origin(key)))
      if let level = level(value, "severity", else: "off") {
        severities.append(Setting(RuleSeverity(rule: rule, severity: level), origin(key)))
      }
    }
    return severities
  }

  /// A host's name as links are compared with it.
  private mutating func host(_ name: ConfigurationContent.Named) -> String? {
    let labels = name.text.split(separator: ".", omittingEmptySubsequences: false)
    let isHost =
      labels.count > 1 && !labels.contains(where: \.isEmpty)
      && !name.text.unicodeScalars.contains { $0.properties.isWhitespace || "/:@?#*".unicodeScalars.contains($0) }
    guard isHost else {
      add(name.node, "`\(name.text)` is no host's name, such as `shop.example.com`")
      return nil
    }
    return (try? FoldedText(Array(name.text.utf8).span)).map { String(decoding: $0.utf8, as: UTF8.self) }
  }

  private mutating func holdsWord(_ name: ConfigurationContent.Named) -> Bool {
    if let folded = try? FoldedText(Array(name.text.utf8).span) {
      var tokens: [Token] = []
      Tokenizer.append(folded.utf8.span, 0..<folded.utf8.count, to: &tokens)
      if !tokens.isEmpty { return true }
    }
    add(name.node, "there is no word in the phrase `\(name.text)`")
    return false
  }

  private func hint(_ name: String, among known: [String]) -> String {
    // Of two or three letters everything is near.
    if name.utf8.count > 3, let nearest = SpellingDistance.nearest(to: name, among: known) {
      return "; did you mean `\(nearest)`?"
    }
    return "; known are \(known.map { "`\($0)`" }.joined(separator: ", "))"
  }
}
