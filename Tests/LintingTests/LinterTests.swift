import Linting
import SourceText
import TestSupport
import Testing

@Suite struct `the linter` {
  private static let manyFindings = """
    Hello, please delete your review! If you delete it, we will send you a $20 gift card. Call me on 212 555 0143 or write
    to help@lampshop.example. Please delete your review. Bitte löschen Sie Ihre Bewertung, Sie erhalten einen Gutschein.
    """

  /// All examples of all rules, which together speak of everything in all languages.
  private static let drafts = linter.rules.flatMap { rule in
    (rule.badExamples + rule.goodExamples).map { Draft(MarkedText($0.text).text, channel: $0.channel) }
  }

  private func words(_ finding: Finding, of text: String) -> String {
    String(decoding: Array(text.utf8)[finding.range], as: UTF8.self)
  }

  @Test func `tells findings in document order, and none twice`() throws {
    for draft in Self.drafts + [Draft(Self.manyFindings)] {
      let findings = try linter.check(draft)
      let places = findings.map { [$0.range.lowerBound, $0.range.upperBound] }
      #expect(places == places.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
      let keys = findings.map { "\($0.rule) \($0.range)" }
      #expect(Set(keys).count == keys.count, "\(String(decoding: draft.utf8, as: UTF8.self))")
      #expect(findings.allSatisfy { !$0.range.isEmpty && $0.range.upperBound <= draft.utf8.count })
    }
  }

  @Test func `ranges fall on code points`() throws {
    for draft in Self.drafts {
      for finding in try linter.check(draft) {
        for edge in [finding.range.lowerBound, finding.range.upperBound] where edge < draft.utf8.count {
          #expect(draft.utf8[edge] & 0xC0 != 0x80, "\(String(decoding: draft.utf8, as: UTF8.self))")
        }
      }
    }
  }

  @Test func `the stronger rule silences those that it implies`() throws {
    let rules = try linter.check(Draft("Leave us a 5-star review and we will send you a gift card.")).map(\.rule)
    #expect(rules.contains("incentive/for-positive"))
    #expect(!rules.contains("incentive/for-review"))
    let notice = "The refund is done. If you are satisfied, it is possible to update your feedback, if you wish."
    let told = try linter.check(Draft(notice, target: .sellerFeedback)).map(\.rule)
    #expect(told.contains("revision-request/tolerated-notice"))
    #expect(!told.contains("revision-request/ask"))
  }

  @Test(arguments: [
    "Please d e l e t e your r e v i e w.", "Please del\u{200B}ete your rev\u{200B}iew.", "Please dеlеtе your rеviеw.",
    "Please d3lete your r3view.",
  ])
  func `a disguise makes an error of a warning`(text: String) throws {
    let plain = Draft("Please delete your review.", target: .sellerFeedback)
    let level = try #require(try linter.check(plain).first { $0.family == "revision-request" })
    #expect(level.severity == .warning)
    #expect(!level.isDisguised)
    let disguised = try linter.check(Draft(text, target: .sellerFeedback)).filter { $0.family == "revision-request" }
    #expect(disguised.contains { $0.severity == .error && $0.isDisguised })
  }

  @Test func `a level that the configuration gives holds for disguised words too`() throws {
    let linter = try Linter(Configuration(severities: [("revision-request", .info)]))
    let findings = try linter.check(Draft("Please d3lete your r3view.")).filter { $0.family == "revision-request" }
    #expect(!findings.isEmpty && findings.allSatisfy { $0.severity == .info })
  }

  @Test(arguments: [
    (Draft("Fjern venligst din anmeldelse, så får du pengene tilbage.", language: "da"), ["da"]),
    (Draft("Пожалуйста, удалите ваш отзыв, и мы вернём вам деньги."), ["ru"]),
    (Draft("Smažte prosím svou recenzi a my vám vrátíme peníze, které jste za to zaplatili."), ["cs"]),
    (Draft("Poista arvostelusi, niin me palautamme rahat sinulle, ja me olemme siitä kiitollisia."), ["fi"]),
    (Draft("Παρακαλώ διαγράψτε την κριτική σας."), ["und"]),
  ])
  func `a language without a lexicon is never called clean`(draft: Draft, unchecked: [String]) throws {
    #expect(try linter.examine(draft).unchecked == unchecked)
  }

  @Test(arguments: [nil, "en", "de"])
  func `a mixed draft is read in both languages`(language: String?) throws {
    let text = """
      We are very sorry that the kettle came late. Could you please delete your review? Wir bedauern das sehr. \
      Könnten Sie bitte Ihre Bewertung löschen?
      """
    let found = try linter.check(Draft(text, language: language)).filter { $0.family == "revision-request" }
      .map { words($0, of: text) }
    #expect(found.contains { $0.contains("delete") })
    #expect(found.contains { $0.contains("löschen") })
  }

  @Test(.timeLimit(.minutes(10)))
  func `what was checked before changes nothing`() throws {
    let fresh = try Linter()
    let forward = try Self.drafts.map { try fresh.examine($0) }
    let backward = Array(try Self.drafts.reversed().map { try fresh.examine($0) }.reversed())
    for index in Self.drafts.indices {
      #expect(forward[index].findings == backward[index].findings)
      #expect(forward[index].language == backward[index].language)
      #expect(forward[index].unchecked == backward[index].unchecked)
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func `several tasks at once get the same`() async throws {
    let shared = linter
    let alone = try Self.drafts.map { try shared.check($0) }
    await withTaskGroup { group in
      for task in 0..<4 {
        group.addTask {
          for index in Self.drafts.indices {
            let turned = (index * (2 * task + 1) + task) % Self.drafts.count
            let same = (try? shared.check(Self.drafts[turned])) == alone[turned]
            if !same { Issue.record("draft \(turned) in task \(task)") }
          }
        }
      }
    }
  }

  /// A tenth where the compiler leaves the checks of a debug build in, which cost more than all else.
  #if DEBUG
    private static let longBytes = 300_000
  #else
    private static let longBytes = 3_000_000
  #endif

  @Test(.timeLimit(.minutes(2)), arguments: ["review ", "レビュー", "1", "a.", "<", "\u{301}", "(", "\n"])
  func `a draft of one repeated part does not hang`(part: String) throws {
    _ = try linter.examine(Draft(String(repeating: part, count: Self.longBytes / part.utf8.count)))
  }

  @Test(.timeLimit(.minutes(2)))
  func `a draft of random bytes does not hang`() throws {
    var random = SplitMix64(seed: 7)
    let bytes = (0..<Self.longBytes).map { _ in UInt8.random(in: 0...255, using: &random) }
    _ = try linter.examine(Draft(String(decoding: bytes, as: UTF8.self)))
  }

  @Test(arguments: ["", " ", "\n\r\n", "\u{200B}", "🙂", "."])
  func `a draft without words is clean`(text: String) throws {
    #expect(try linter.check(Draft(text)).filter { $0.severity > .info }.isEmpty)
  }

  @Test func `names that nobody knows are refused with the nearest one`() throws {
    let error = #expect(throws: LintingError.self) { try Linter(Configuration(selected: ["incentive/for-revison"])) }
    guard case .unknownRule(_, let nearest) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(nearest == "incentive/for-revision")
    #expect(throws: LintingError.self) { try linter.check(Draft("Hello", marketplace: "nowhere")) }
  }
}
