import YAMLReading

/// The files of a lexicon folder, read.
struct LexiconSources {
  let set: RuleSet
  var languages: [LanguageSource] = []
  var rules: [RuleSource] = []
  var marketplaces: [MarketplaceSource] = []
  var documents: [PolicyDocumentSource] = []
  var examples: [ExampleSource] = []

  private static let universal = EngineConcept.universalLanguage

  init(_ files: [LexiconFile], _ set: RuleSet, _ problems: inout LexiconProblems) {
    self.set = set
    // What holds everywhere is also read alone, for texts in languages that have no lexicon.
    var languages = [Self.universal: LanguageSource(code: Self.universal, scripts: [])]
    // Settings come first, since they say how patterns are cut.
    for file in files where file.path.hasSuffix("/language.yml") {
      let code = String(file.path.prefix { $0 != "/" })
      var language = LanguageSource(code: code)
      language.readSettings(file, &problems)
      languages[code] = language
    }
    for file in files where file.path.hasSuffix(".yml") && !file.path.hasSuffix("/language.yml") {
      let parts = file.path.split(separator: "/").map(String.init)
      switch (parts[0], parts.count) {
      case ("sources.yml", 1): documents = PolicyDocumentSource.read(file, &problems)
      // What advice alone is made of is read when it is asked for.
      case ("answers.yml", 1): break
      case ("rules", 3...), ("situations", 2...), ("comments", 2...):
        guard parts[0] == set.folder else { continue }
        var reader = RuleReader(path: file.path, set: set)
        if let rule = reader.read(file) {
          rules.append(rule)
          examples += rule.examples
        }
        problems.add(reader.problems)
      case ("marketplaces", 2):
        if var marketplace = MarketplaceSource.read(file, &problems) {
          if set != .violations { marketplace.severities = [] }
          marketplaces.append(marketplace)
        }
      case (let code, 3) where parts[1] == "examples" && languages[code] != nil:
        if set.reads(languageFile: file.path) { addExamples(file, language: code, &problems) }
      case (let code, 2...) where languages[code] != nil && RuleSet.owner(ofLanguageFile: file.path) != nil:
        if set.reads(languageFile: file.path) { readConcepts(file, of: code, in: &languages, &problems) }
      case (let code, 2) where languages[code] != nil:
        let innocent = languages.mapValues { $0.concepts[EngineConcept.innocent] }
        readConcepts(file, of: code, in: &languages, &problems)
        // What is innocent in the eyes of violations may be the very thing that tells a situation.
        guard set != .violations else { continue }
        for (code, patterns) in innocent { languages[code]?.concepts[EngineConcept.innocent] = patterns }
      // What is asked for only when a draft is mended is compiled then.
      case (_, 3) where parts[1] == "fixing": break
      case ("data", _): break
      default:
        problems.add(
          file.path, YAMLPosition(line: 1, column: 1),
          "no file of a lexicon stands here; a language folder needs its `language.yml`")
      }
    }
    // Those of violations say nothing of the rules of another set.
    if set != .violations { examples.removeAll { example in !rules.contains { $0.id == example.rule } } }
    self.languages = languages.values.sorted { $0.code < $1.code }
  }

  /// Reads a file of concepts; what holds everywhere is read for each language.
  private func readConcepts(
    _ file: LexiconFile, of code: String, in languages: inout [String: LanguageSource],
    _ problems: inout LexiconProblems
  ) {
    for code in code == Self.universal ? languages.keys.sorted() : [code] {
      languages[code]?.readConcepts(file, &problems)
    }
  }

  private mutating func addExamples(_ file: LexiconFile, language: String, _ problems: inout LexiconProblems) {
    guard let root = problems.parse(file) else { return }
    for (rule, node) in root.mapping ?? [] {
      examples += RuleReader.examples(node, rule: rule.string ?? "", language: language, file.path, &problems)
    }
  }
}
