internal import Lexicon
internal import Linting

/// The linters of a run: one for all files that are judged alike, all on one engine a set of lexicons.
struct LinterStore: ~Copyable {
  private struct RuleKey: Hashable {
    let folders: [String]
    let marketplace: String?
    let selected: [String]
    let ignored: [String]
    let severities: [RuleSeverity]
    let hosts: [String]
    let phrases: [String]
  }

  /// By lexicon folders.
  private var engines: [[String]: Linter] = [:]
  private var linters: [RuleKey: Linter] = [:]

  /// One for each set of lexicons.
  var all: [Linter] { Array(engines.values) }

  /// The linter for what holds.
  ///
  /// - Parameters:
  ///   - own: The lexicons of the command line, and their folders.
  mutating func linter(
    _ layer: SettingsLayer, _ configuration: ProjectConfiguration?, _ own: LexiconFolders, folders: [String]
  ) throws(LintingError) -> Linter {
    let key = RuleKey(
      folders: folders + (configuration?.lexiconFolders.map(\.value) ?? []), marketplace: layer.marketplace?.value,
      selected: layer.selected.map(\.value), ignored: layer.ignored.map(\.value),
      severities: layer.severities.map(\.value), hosts: configuration?.allowedHosts.map(\.value) ?? [],
      phrases: configuration?.allowedPhrases.map(\.value) ?? [])
    if let known = linters[key] { return known }
    let engine = try engine(configuration, own, folders: folders)
    var rules = Configuration()
    if let marketplace = key.marketplace { rules.marketplace = marketplace }
    rules.selected = key.selected
    rules.ignored = key.ignored
    rules.severities = key.severities.map { ($0.rule, $0.severity) }
    rules.allowedHosts = key.hosts
    rules.allowedPhrases = key.phrases
    let linter = try engine.configured(rules)
    linters[key] = linter
    return linter
  }

  private mutating func engine(
    _ configuration: ProjectConfiguration?, _ own: LexiconFolders, folders: [String]
  ) throws(LintingError) -> Linter {
    let key = folders + (configuration?.lexiconFolders.map(\.value) ?? [])
    if let known = engines[key] { return known }
    var files = own.files
    if let configuration { files.merge(configuration.lexicons.files) { own, _ in own } }
    let engine = try Linter(lexicons: files)
    engines[key] = engine
    return engine
  }

  /// What is wrong with a configuration that its lexicons tell: mistakes in them, rules and marketplaces that there are not.
  mutating func problems(
    of configuration: ProjectConfiguration, _ loader: ConfigurationLoader, _ own: LexiconFolders, folders: [String]
  ) -> [ConfigurationProblem] {
    guard loader.hasLexicons else { return [] }
    let linter: Linter
    do throws(LintingError) {
      linter = try engine(configuration, own, folders: folders)
    } catch {
      guard case .lexicon(let problems) = error else { return [] }
      return problems.map { configuration.lexicons.problem($0) ?? own.problem($0) ?? ConfigurationProblem($0) }
    }
    let ids = linter.ruleIDs
    let families = Set(ids.map { String($0.prefix { $0 != "/" }) })
    let known = ids + families.sorted()
    var problems: [ConfigurationProblem] = []
    for (name, text) in loader.rules where !ids.contains(name.text) && !families.contains(name.text) {
      let nearest = SpellingDistance.nearest(to: name.text, among: known)
      let hint = nearest.map { "did you mean `\($0)`?" } ?? "`buyerlint rules` lists them"
      problems.append(
        ConfigurationProblem(text, at: name.node, "no rule or family is called `\(name.text)`; \(hint)"))
    }
    let marketplaces = linter.marketplaces
    for (name, text) in loader.marketplaces where !marketplaces.contains(name.text) {
      let nearest = SpellingDistance.nearest(to: name.text, among: marketplaces)
      let hint = nearest.map { "did you mean `\($0)`?" } ?? "known are \(marketplaces.joined(separator: ", "))"
      problems.append(
        ConfigurationProblem(text, at: name.node, "no marketplace is called `\(name.text)`; \(hint)"))
    }
    return problems
  }
}

extension ConfigurationProblem {
  /// A mistake in a lexicon of which no more than its place is known.
  fileprivate init(_ problem: LexiconProblem) {
    self.init(ConfigurationText(path: problem.path, utf8: []), problem)
  }
}
