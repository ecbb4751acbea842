import Testing

@Suite struct `mistakes in lexicons` {
  @Test func `are not seen where there are none`() { #expect(MiniLexicon.problems([:]) == []) }

  private static let patterns: [(pattern: String, column: Int, words: String)] = [
    ("<othr> door", 5, "no concept is called `othr`; did you mean `other`?"),
    ("door ..77 <other>", 0, "a gap of more than 40 tokens"),
    (".. door", 5, "a gap at the start matches nothing"),
    ("(open|shut", 5, "`(` without its `)`"),
    ("door [open", 10, "`[` without its `]`"),
    ("open) door", 9, "`)` without its opening bracket"),
    ("door <other", 10, "`<` without its `>`"),
    ("door <>", 10, "`<>` names no concept"),
    ("re*", 5, "at least 3 letters beside `*`"),
    ("*ope*", 5, "at least 4 letters between `*` and `*`"),
    ("open~", 5, "`~` is for words of 5 letters and more"),
    ("door !<othr>", 0, "no concept is called `othr`; did you mean `other`?"),
  ]

  @Test(arguments: patterns)
  func `in a pattern are told with their place`(pattern: String, column: Int, words: String) throws {
    let problems = MiniLexicon.problems(["en/more.yml": "tested:\n  - \"\(pattern)\"\n"])
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    // A pattern in quotation marks begins at column 5, or 6 behind the mark.
    #expect(problem.hasPrefix("en/more.yml:2:"), "\(problem)")
    #expect(problem.contains(words), "\(problem)")
    if column > 0 {
      let told = problem.split(separator: ":")[2]
      #expect([column, column + 1].map(String.init).contains(String(told)), "\(problem)")
    }
  }

  private static let files: [(path: String, text: String, problem: String)] = [
    ("data/quotations.yml", "from: Von\n", "data/quotations.yml:1:1: `attributions` is missing or no list"),
    ("en/more.yml", "- door\n", "en/more.yml:1:1: a concept file is a mapping from names to lists of patterns"),
    ("en/more.yml", "tested: door\n", "en/more.yml:1:9: a list of patterns stands here"),
    ("en/more.yml", "tested:\n  - [door]\n", "en/more.yml:2:5: a pattern is one text; quote it"),
    ("en/more.yml", "tested: {\n", "en/more.yml:"),
    ("en/more.yml", "innocent:\n  - \"<other>\"\n", "en/more.yml:2:6: `innocent` holds words alone"),
    (
      "en/language.yml", "name: English\nsegmentaton: words\n",
      "en/language.yml:2:1: no key is called `segmentaton`; did you mean `segmentation`?"
    ),
    (
      "en/language.yml", "name: English\nsegmentation: letters\n",
      "en/language.yml:2:15: `segmentation` is `words` or `characters`"
    ),
    (
      "en/language.yml", "name: English\ncontexts: {negated: {concept: negation}}\n",
      "en/language.yml:2:21: a context is"
    ),
    ("fr/words.yml", "tested: [porte]\n", "fr/words.yml:1:1: no file of a lexicon stands here"),
    (
      "marketplaces/own.yml", "name: own\nseverity: {conduct/testd: info}\n",
      "marketplaces/own.yml:2:12: no rule or family is called `conduct/testd`; did you mean `conduct/tested`?"
    ),
    ("marketplaces/own.yml", "name: own\nseverity: {conduct: bad}\n", "marketplaces/own.yml:2:21: a severity is"),
    ("sources.yml", "OWN: {document: Ours, standing: good}\n", "sources.yml:1:6: `standing` is one of"),
  ]

  @Test(arguments: files)
  func `in a file are told with their place and the mend`(path: String, text: String, problem: String) {
    let problems = MiniLexicon.problems([path: text])
    #expect(problems.contains { $0.hasPrefix(problem) }, "\(problems)")
  }

  private static let rules: [(line: String, with: String, problem: String)] = [
    ("severity: error", "severty: error", ":7:1: no key is called `severty`; did you mean `severity`?"),
    ("severity: error", "severity: awful", ":7:11: a severity is `error`, `warning`, `info` or `off`"),
    ("sources: [OWN]", "sources: [OWNN]", ":6:11: no source is called `OWNN`; did you mean `OWN`?"),
    ("find: tested", "find: testd", ":9:11: no concept is called `testd`; did you mean `tested`?"),
    ("unless: [negated]", "unless: [negate]", ":10:14: no context is called `negate`; did you mean `negated`?"),
    ("unless: [negated]", "with: [{any: other, inside: clause}]", ":10:25: no key is called `inside`"),
    ("unless: [negated]", "with: [{any: other, within: page}]", ":10:33: `within` is"),
    ("unless: [negated]", "mark: some", ":10:11: `mark` is `find` or `all`"),
    ("id: conduct/tested", "id: conduct/other", ":1:5: the id of a rule is its path: `conduct/tested`"),
    ("message: tests\n", "", ":1:1: the rule has no `message`"),
  ]

  @Test(arguments: rules)
  func `in a rule are told with their place and the mend`(line: String, with: String, problem: String) throws {
    let path = "rules/conduct/tested.yml"
    let text = try #require(MiniLexicon.files[path]).replacing(line, with: with)
    let problems = MiniLexicon.problems([path: text])
    #expect(problems.contains { $0.hasPrefix(path + problem) }, "\(problems)")
  }

  @Test func `circles are told with the way round`() {
    let problems = MiniLexicon.problems(["en/more.yml": "door.a:\n  - <door.b> x\ndoor.b:\n  - y <door.a>\n"])
    #expect(problems.count == 1)
    #expect(
      problems.allSatisfy {
        $0.contains("in a circle: ") && $0.contains("door.a -> door.b") || $0.contains("door.b -> door.a")
      })
  }

  @Test func `are all told at once`() {
    let problems = MiniLexicon.problems(["en/a.yml": "tested:\n  - (a\n", "en/b.yml": "tested:\n  - <nothing>\n"])
    #expect(problems.count == 2)
  }
}
