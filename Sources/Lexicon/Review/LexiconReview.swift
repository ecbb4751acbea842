import YAMLReading

/// Looks for what a compiler lets pass: patterns that are there twice or can never match, concepts that nothing asks for,
/// and rules that a language leaves without words.
package struct LexiconReview {
  let sources: [LexiconSources]

  /// What rules ask for, by language-independent name.
  private let asked: Set<String>

  /// What the engine reads besides: the cues of detectors.
  private let cues: [String]

  /// - Parameters:
  ///   - files: All files of the lexicon folder.
  ///   - cues: The concepts that detectors read.
  /// - Throws: All mistakes in the files, as the compiler tells them.
  package init(_ files: [LexiconFile], cues: [String]) throws(LexiconProblems) {
    var problems = LexiconProblems()
    let ordered = files.sorted { $0.path < $1.path }
    sources = RuleSet.allCases.map { LexiconSources(ordered, $0, &problems) }
    guard problems.list.isEmpty else { throw problems }
    asked = Set(
      sources.flatMap { RuleCompiler.concepts(of: $0.rules) } + files.filter(Self.isRead(at:)).flatMap(Self.names(in:)))
    self.cues = cues
  }

  /// Files of a language that are compiled only when they are asked for.
  private static func isRead(at file: LexiconFile) -> Bool {
    file.path.split(separator: "/").dropFirst().first == "fixing"
  }

  /// The names in `<...>` of a file.
  private static func names(in file: LexiconFile) -> [String] {
    file.bytes.split(separator: UInt8(ascii: "<")).dropFirst().compactMap { part in
      part.firstIndex(of: UInt8(ascii: ">")).map { String(decoding: part[..<$0], as: UTF8.self) }
    }
  }

  /// The codes of the languages with a lexicon, `und` left out.
  package var languages: [String] {
    sources[0].languages.filter { $0.hasLexicon && $0.code != EngineConcept.universalLanguage }.map(\.code)
  }

  /// The names of all concepts of violations, by language.
  package var conceptNames: [String: [String]] {
    Dictionary(uniqueKeysWithValues: sources[0].languages.map { ($0.code, $0.concepts.keys.sorted()) })
  }

  /// What is odd in one language, in the order of its files; what it lacks comes last.
  package func remarks(on code: String) -> [LexiconRemark] {
    let readings = sources.compactMap { source in source.languages.first { $0.code == code } }
    guard let language = readings.first else { return [] }
    var concepts: [String: [ConceptPattern]] = [:]
    for reading in readings { concepts.merge(reading.concepts) { $0.count > $1.count ? $0 : $1 } }
    let filled = FilledConcepts(concepts)
    let reached = reached(in: concepts, language)
    let innocent = Self.runs(of: concepts[EngineConcept.innocent] ?? [])
    var faults: [LexiconRemark] = []
    for (name, patterns) in concepts {
      var seen: [String: ConceptPattern] = [:]
      for pattern in patterns {
        let isOwn = pattern.path.hasPrefix(code + "/")
        if let first = seen[pattern.pattern.canonical] {
          if isOwn { faults.append(Self.duplicate(pattern, of: first, in: name)) }
        } else {
          seen[pattern.pattern.canonical] = pattern
          guard isOwn else { continue }
          if let empty = filled.firstGap(in: pattern.pattern) {
            let message = "this can never match: nothing fills `\(empty)` in \(language.name)"
            faults.append(LexiconRemark(.neverMatches, pattern, message))
          } else if name != EngineConcept.innocent, Self.isHidden(pattern, by: innocent) {
            faults.append(LexiconRemark(.neverMatches, pattern, "this can never match: `innocent` has the same words"))
          }
        }
      }
      if !reached.contains(name), let first = patterns.first, first.path.hasPrefix(code + "/") {
        faults.append(
          LexiconRemark(.unused, first, "nothing asks for `\(name)`: no rule, no context, no detector and no pattern"))
      }
    }
    faults.sort { ($0.path, $0.line, $0.column, $0.message) < ($1.path, $1.line, $1.column, $1.message) }
    return faults + lacks(of: language, filled)
  }

  private static func duplicate(
    _ pattern: ConceptPattern, of first: ConceptPattern, in name: String
  ) -> LexiconRemark {
    LexiconRemark(
      .duplicate, pattern, "`\(name)` has this pattern already, at \(first.path):\(first.position.line); take one out")
  }

  /// The runs of words that patterns stand for.
  private static func runs(of patterns: [ConceptPattern]) -> Set<[WordPattern]> {
    var graph = ConceptGraph()
    let runs = graph.index(of: "runs")
    for pattern in patterns { try? graph.add(pattern.pattern, to: "runs") }
    return graph.concepts[runs].literals
  }

  /// Whether every run of words that a pattern stands for is an innocent one.
  private static func isHidden(_ pattern: ConceptPattern, by innocent: Set<[WordPattern]>) -> Bool {
    let isPlain = pattern.pattern.body.isLiteral && pattern.pattern.body.spellingCount <= mostCompared
    guard isPlain else { return false }
    let runs = runs(of: [pattern])
    return !runs.isEmpty && runs.isSubset(of: innocent)
  }

  /// A pattern of more spellings is not compared with innocent words.
  private static let mostCompared = 64

  /// The concepts that something leads to.
  private func reached(in concepts: [String: [ConceptPattern]], _ language: LanguageSource) -> Set<String> {
    var open = Array(asked) + language.contexts.map(\.concept) + cues
    open += [EngineConcept.innocent, EngineConcept.clauseMark]
    open += language.clauseMarks.flatMap(\.pattern.conceptNames)
    var reached: Set<String> = []
    while let name = open.popLast() {
      guard reached.insert(name).inserted else { continue }
      for item in concepts[name] ?? [] { open += item.pattern.conceptNames }
    }
    return reached
  }

  /// The rules of violations that have not all their words in a language.
  private func lacks(of language: LanguageSource, _ filled: FilledConcepts) -> [LexiconRemark] {
    guard let rules = sources.first(where: { $0.set == .violations })?.rules else { return [] }
    let place = YAMLPosition(line: 1, column: 1)
    var remarks: [LexiconRemark] = []
    for rule in rules {
      let empty = rule.patterns.flatMap { $0.asked }.filter { !filled.contains($0) }
      guard !empty.isEmpty else { continue }
      let canFire = rule.patterns.contains { filled.canHold($0) }
      let names = Set(empty).sorted().map { "`\($0)`" }.joined(separator: ", ")
      remarks.append(
        LexiconRemark(
          kind: .lacking, path: language.path, line: place.line, column: place.column,
          message: "\(rule.id) \(canFire ? "fires in fewer ways" : "never fires"): nothing fills \(names)"))
    }
    let silent = cues.filter { !filled.contains($0) }.sorted()
    if !silent.isEmpty {
      remarks.append(
        LexiconRemark(
          kind: .lacking, path: language.path, line: place.line, column: place.column,
          message: "detectors lack their cues: nothing fills \(silent.map { "`\($0)`" }.joined(separator: ", "))"))
    }
    return remarks
  }
}

extension LexiconRemark {
  fileprivate init(_ kind: Kind, _ pattern: ConceptPattern, _ message: String) {
    self.init(
      kind: kind, path: pattern.path, line: pattern.position.line, column: pattern.position.column, message: message)
  }
}
