import Lexicon
import LexiconImages
import Linting
import Testing

@Suite struct `built-in lexicons` {
  @Test func `name each kind of detection`() {
    #expect(Set(EngineConcept.detected) == Set(Detection.Kind.allCases.map(\.conceptName)))
    #expect(EngineConcept.detected == Detection.Kind.allCases.map(\.conceptName))
  }

  @Test func `hold examples of rules that there are`() {
    let image = LexiconImage(ImageStorage(LexiconImages.image))
    let ids = Set(image.rules.rules.map(\.id))
    #expect(image.catalogue.examples.filter { !ids.contains($0.rule) }.map(\.rule) == [])
  }

  @Test(arguments: ["en", "de", "fr", "es", "ja"])
  func `keep what comments are read for out of the image of checks`(code: String) throws {
    func has(_ image: StaticString) throws -> Bool {
      let image = LexiconImage(ImageStorage(image))
      let language = try #require(image.languageCodes.firstIndex(of: code))
      return image.language(language).concept(named: "said.late") != nil
    }
    #expect(try has(LexiconImages.comments))
    #expect(try !has(LexiconImages.image))
    #expect(try !has(LexiconImages.situations))
  }

  @Test func `name documents that there are`() {
    for rule in try! Linter().rules { #expect(!rule.sources.isEmpty, "\(rule.id) rests on nothing") }
  }
}

@Suite struct `lexicons of the user's` {
  private static let rule = """
    id: conduct/pineapple
    summary: A pineapple
    message: names a pineapple
    why: We sell pears.
    instead: Say pear.
    sources: [OWN]
    severity: {message: warning, public_response: off}
    patterns:
      - find: own.pineapple
        unless: [negated]

    """

  private func linter(_ files: [String: String]) throws -> Linter {
    try Linter(lexicons: files.mapValues { Array($0.utf8) })
  }

  @Test func `add words, rules and marketplaces`() throws {
    let linter = try linter([
      "en/own.yml": "own.pineapple: [pineapple(s), ananas]\nrevise.verb: [defenestrate]\n",
      "rules/conduct/pineapple.yml": Self.rule,
      "marketplaces/pearmarket.yml":
        "name: pearmarket\ntitle: Pear Market\nhosts: [pears.example]\nseverity: {conduct/pineapple: error}\n",
    ])
    #expect(linter.marketplaces.contains("pearmarket"))
    let draft = Draft("Here are your pineapples.")
    #expect(try linter.check(draft).map(\.rule) == ["conduct/pineapple"])
    #expect(try linter.check(draft).map(\.severity) == [.warning])
    var market = draft
    market.marketplace = "pearmarket"
    #expect(try linter.check(market).map(\.severity) == [.error])
    #expect(try linter.check(Draft("These are not pineapples.")).isEmpty)
    #expect(try linter.check(Draft("Here are your pineapples.", channel: .publicResponse)).isEmpty)
    #expect(try linter.check(Draft("See https://pears.example/box", marketplace: "pearmarket")).isEmpty)
    #expect(try linter.check(Draft("Please delete your review.")).contains { $0.family == "revision-request" })
  }

  @Test func `tell all their mistakes`() throws {
    let error = #expect(throws: LintingError.self) {
      try linter(["en/own.yml": "own.a:\n  - (x\n  - <feedbck>\n"])
    }
    guard case .lexicon(let problems) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problems.map(\.line) == [2, 3])
    #expect(problems.allSatisfy { $0.path == "en/own.yml" })
    #expect(problems.last?.message.contains("did you mean `feedback`?") == true)
  }
}
