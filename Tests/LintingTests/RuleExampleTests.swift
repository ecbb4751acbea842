import Linting
import Testing

/// The built-in linter of the strictest profile, which judges all examples.
let linter: Linter = {
  do {
    return try Linter()
  } catch {
    preconditionFailure("\(error)")
  }
}()

@Suite(.timeLimit(.minutes(10))) struct `examples of rules` {
  private static let rules = linter.rules

  /// Rules of which every bad example is as long as the longest message.
  private static let longExamples: Set = ["format/too-long"]

  @Test(arguments: rules.map(\.id))
  func `hold, however they are written`(id: String) throws {
    let rule = try #require(Self.rules.first { $0.id == id })
    for mutation in Mutation.allCases {
      for (example, isBad) in rule.badExamples.map({ ($0, true) }) + rule.goodExamples.map({ ($0, false) })
      where Self.fits(mutation, id, example) {
        let marked = MarkedText(mutation.apply(to: example.text))
        let findings = try linter.check(
          Draft(
            marked.text, channel: example.channel, language: example.language,
            isProactive: example.isProactive ? true : nil, isFinal: example.isFinal ? true : nil)
        ).filter { $0.rule == id }
        if isBad {
          let range = try #require(marked.range, "no ⟦...⟧ in \(example.text)")
          if !findings.contains(where: { $0.range.overlaps(range) }) {
            Issue.record("missed [\(example.language), \(mutation)] \(example.text)")
          }
        } else if let finding = findings.first {
          let words = String(decoding: Array(marked.text.utf8)[finding.range], as: UTF8.self)
          Issue.record("wrong [\(example.language), \(mutation)] \(example.text)\n  at “\(words)”")
        }
      }
    }
  }

  @Test(arguments: rules.map(\.id))
  func `are enough to show each rule`(id: String) throws {
    let rule = try #require(Self.rules.first { $0.id == id })
    for (examples, kind) in [(rule.badExamples, "bad"), (rule.goodExamples, "good")] {
      let counts = Dictionary(grouping: examples, by: \.language).mapValues(\.count)
      let least = kind == "bad" && Self.longExamples.contains(id) ? 1 : 5
      #expect(counts["en", default: 0] >= least, "\(kind) examples in English")
      for (language, count) in counts where language != "en" {
        #expect(count >= 2, "\(kind) examples in \(language)")
      }
    }
    let bad = Set(rule.badExamples.map(\.language))
    #expect(bad == Set(rule.goodExamples.map(\.language)), "a language has both or none")
  }

  /// Whether an example says the same after a mutation.
  private static func fits(_ mutation: Mutation, _ rule: String, _ example: RuleDescription.Example) -> Bool {
    switch mutation {
    case .none, .windowsLineEnds: true
    // The emoji is itself what `format/emoji` looks for.
    case .emojiInFront: rule != "format/emoji"
    case .softHyphens: isLatin(example)
    // Full-width letters beside others are a disguise, which is what rules about disguise look for.
    case .fullWidthLetters: isLatin(example)
    // Capitals tell names of people and streets from other words, and there is no other sign of them.
    case .upperCase: isLatin(example) && !["personal-data/full-name", "personal-data/address"].contains(rule)
    }
  }

  private static func isLatin(_ example: RuleDescription.Example) -> Bool {
    !example.text.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value >= 0x250 }
  }
}
