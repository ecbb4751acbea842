import Linting
import Testing

@Suite(.timeLimit(.minutes(10))) struct `examples of what comments are about` {
  private static let finder: ClueFinder = {
    do {
      return try ClueFinder.ofComments()
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// Below it words are hints, which tell nothing by themselves.
  private static let leastStrong = 10

  @Test(arguments: finder.rules.map(\.id))
  func `hold, however they are written`(id: String) throws {
    let rule = try #require(Self.finder.rules.first { $0.id == id })
    for mutation in Mutation.allCases {
      for (example, isBad) in rule.badExamples.map({ ($0, true) }) + rule.goodExamples.map({ ($0, false) })
      where Self.fits(mutation, id, example) {
        let marked = MarkedText(mutation.apply(to: example.text))
        let draft = Draft(marked.text, channel: .publicResponse, language: example.language)
        let clues = try Self.finder.clues(in: draft, merging: false).clues.filter {
          $0.id == id && ($0.weight >= Self.leastStrong || id == "break")
        }
        if isBad {
          let range = try #require(marked.range, "no ⟦...⟧ in \(example.text)")
          if !clues.contains(where: { $0.range.overlaps(range) }) {
            Issue.record("missed [\(example.language), \(mutation)] \(example.text)")
          }
        } else if let clue = clues.first {
          let words = String(decoding: Array(marked.text.utf8)[clue.range], as: UTF8.self)
          Issue.record("wrong [\(example.language), \(mutation)] \(example.text)\n  at “\(words)”")
        }
      }
    }
  }

  @Test(arguments: finder.rules.map(\.id))
  func `are enough to show each rule`(id: String) throws {
    let rule = try #require(Self.finder.rules.first { $0.id == id })
    for (examples, kind) in [(rule.badExamples, "bad"), (rule.goodExamples, "good")] {
      let counts = Dictionary(grouping: examples, by: \.language).mapValues(\.count)
      #expect(counts["en", default: 0] >= 2, "\(kind) examples in English")
    }
    #expect(
      Set(rule.badExamples.map(\.language)) == Set(rule.goodExamples.map(\.language)), "a language has both or none")
  }

  /// Whether an example says the same after a mutation.
  private static func fits(_ mutation: Mutation, _ rule: String, _ example: RuleDescription.Example) -> Bool {
    let isLatin = !example.text.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value >= 0x250 }
    switch mutation {
    case .none, .windowsLineEnds, .emojiInFront: return true
    case .softHyphens, .fullWidthLetters: return isLatin
    // Capitals tell names of people and streets from other words, and there is no other sign of them.
    case .upperCase: return isLatin && !rule.hasPrefix("personal-data")
    }
  }
}
