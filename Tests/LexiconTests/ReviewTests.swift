import Lexicon
import Testing

@Suite struct `a review of a lexicon` {
  /// The remarks on the small lexicon with some of its files replaced, or others added: `kind path:line: message`.
  private static func remarks(_ changes: [String: String]) throws -> [String] {
    let files = MiniLexicon.files.merging(changes) { $1 }.map { LexiconFile(path: $0.key, bytes: Array($0.value.utf8)) }
    return try LexiconReview(files, cues: ["cue.phone"]).remarks(on: "en").map {
      "\($0.kind) \($0.path):\($0.line): \($0.message)"
    }
  }

  private static let cues = "en/cues.yml"
  private static let filled = [
    "en/words.yml": "negation: [not, never]\ntested: [xyzzy]\n", cues: "cue.phone: [call]\n",
  ]

  @Test func `has nothing to say where all is used and filled`() throws {
    #expect(try Self.remarks(Self.filled) == [])
  }

  private static let faults: [(text: String, remark: String)] = [
    (
      "tested:\n  - plugh  plover\n  - (plugh) plover\n  - plugh plover\n",
      "duplicate en/more.yml:4: `tested` has this pattern already, at en/more.yml:2; take one out"
    ),
    (
      "tested:\n  - plugh <nothing>\nnothing: []\n",
      "neverMatches en/more.yml:2: this can never match: nothing fills `nothing` in English"
    ),
    (
      "tested:\n  - <half>\nhalf:\n  - door <none>\nnone: []\n",
      "neverMatches en/more.yml:4: this can never match: nothing fills `none` in English"
    ),
    (
      "tested: [star key]\ninnocent: [star key]\n",
      "neverMatches en/more.yml:1: this can never match: `innocent` has the same words"
    ),
    (
      "idle: [door]\n",
      "unused en/more.yml:1: nothing asks for `idle`: no rule, no context, no detector and no pattern"
    ),
  ]

  @Test(arguments: faults)
  func `tells what its writer cannot have meant`(text: String, remark: String) throws {
    #expect(try Self.remarks(Self.filled.merging(["en/more.yml": text]) { $1 }).contains(remark))
  }

  @Test func `leaves alone what one alternative can fill`() throws {
    let text = "tested:\n  - (plugh|<nothing>) door\nnothing: []\n"
    #expect(try Self.remarks(Self.filled.merging(["en/more.yml": text]) { $1 }) == [])
  }

  @Test func `tells what a language lacks`() throws {
    let remarks = try Self.remarks(["en/words.yml": "negation: [not]\ntested: []\n"])
    #expect(
      remarks == [
        "lacking en/language.yml:1: conduct/tested never fires: nothing fills `tested`",
        "lacking en/language.yml:1: detectors lack their cues: nothing fills `cue.phone`",
      ])
  }

  @Test func `counts what a language holds`() throws {
    let files = MiniLexicon.files.map { LexiconFile(path: $0.key, bytes: Array($0.value.utf8)) }
    let figures = try #require(try LexiconReview(files, cues: []).statistics(of: "en"))
    #expect(figures.name == "English")
    #expect([figures.files, figures.concepts, figures.patterns, figures.words] == [1, 3, 5, 6])
    #expect([figures.firing, figures.rules, figures.examples] == [1, 1, 0])
  }

  @Test func `fails where the files have mistakes`() {
    #expect(throws: LexiconProblems.self) { try Self.remarks(["en/more.yml": "tested: [\"re*\"]\n"]) }
  }
}
