import Advice
import FoundationEssentials
import JSONReading
import Linting
import Testing

/// What somebody who had not seen the fixer said of drafts: whether something innocent with substance remains of them.
private struct InnocentRemains {
  private(set) var remains: Set<String> = []
  private(set) var nothing: Set<String> = []

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Corpus/innocent-remains.json")
    let bytes = Array(try Data(contentsOf: file))
    var members: [JSONMember] = []
    try JSONReader.appendMembers(bytes.span, in: 0..<bytes.count, to: &members)
    for member in members {
      var elements: [JSONValue] = []
      try JSONReader.appendElements(bytes.span, in: member.value.range, to: &elements)
      let ids = Set(elements.compactMap { $0.string(in: bytes.span) })
      switch member.name.string(in: bytes.span) {
      case "remains": remains = ids
      case "nothing": nothing = ids
      default: break
      }
    }
  }
}

/// A draft of the corpus and what became of it.
private struct MendedDraft {
  let draft: LabelledDraft
  let isViolating: Bool
  let fixed: FixedDraft
  let template: Template?
}

@Suite(.timeLimit(.minutes(10))) struct `the corpus, mended` {
  private static let languages = ["de", "en", "ja"]

  private static let tools = Result { () throws -> (linter: Linter, fixer: Fixer, advisor: Advisor) in
    let linter = try Linter()
    return (linter, try Fixer(linter), try Advisor())
  }

  private static let mended = Result { () throws -> [MendedDraft] in
    let (linter, fixer, advisor) = try tools.get()
    return try languages.flatMap { language in
      try LabelledDraft.read(language, files: "open-").map { labelled in
        let draft = Draft(labelled.text, channel: labelled.channel, language: labelled.language)
        let findings = try linter.check(draft)
        let fixed = try fixer.fixes(of: draft, findings, .unsafe)
        let isLeft = fixed.outcome == .tooLittleLeft
        return MendedDraft(
          draft: labelled, isViolating: findings.contains(where: Fixer.concerns), fixed: fixed,
          template: isLeft
            ? try advisor.suggestions(for: draft, findings, marketplace: "amazon").list.first?.template : nil
        )
      }
    }
  }

  @Test func `clean drafts are untouched`() throws {
    for mended in try Self.mended.get() where !mended.isViolating {
      #expect(mended.fixed.outcome == .clean && mended.fixed.text == mended.draft.text, "\(mended.draft.id)")
    }
  }

  @Test func `of those in which something remains three in a hundred have a finding left at most`() throws {
    for language in Self.languages {
      let fixed = try Self.mended.get().filter { $0.draft.language == language && $0.fixed.outcome == .fixed }
      #expect(fixed.count > 10)
      let left = fixed.filter { !$0.fixed.left.isEmpty }
      #expect(left.count * 100 <= fixed.count * 3, "\(left.map(\.draft.id))")
    }
  }

  @Test func `the others stay byte for byte, and a template of their channel and language is named`() throws {
    for mended in try Self.mended.get() where mended.fixed.outcome == .tooLittleLeft {
      #expect(mended.fixed.text == mended.draft.text && mended.fixed.fixes.isEmpty, "\(mended.draft.id)")
      #expect(mended.template?.channel == mended.draft.channel, "\(mended.draft.id)")
      #expect(mended.template?.language == mended.draft.language, "\(mended.draft.id)")
    }
  }

  @Test func `none is empty or a fragment`() throws {
    for mended in try Self.mended.get() where mended.fixed.outcome == .fixed {
      let text = mended.fixed.text
      #expect(text.utf8.count > 9, "\(mended.draft.id): \(text)")
      let sentence = text.unicodeScalars.filter { !$0.properties.isWhitespace }
      #expect(sentence.first.map { !",;:、。.?!".unicodeScalars.contains($0) } == true, "\(mended.draft.id): \(text)")
      #expect(sentence.last.map { !",;:、（(".unicodeScalars.contains($0) } == true, "\(mended.draft.id): \(text)")
    }
  }

  @Test func `fixed twice is fixed once`() throws {
    let (linter, fixer, _) = try Self.tools.get()
    for mended in try Self.mended.get() where mended.fixed.outcome == .fixed {
      let draft = Draft(mended.fixed.text, channel: mended.draft.channel, language: mended.draft.language)
      let again = try fixer.fixes(of: draft, linter.check(draft), .unsafe)
      #expect(again.text == mended.fixed.text, "\(mended.draft.id)")
    }
  }

  /// Runs of digits, and how often each stands there.
  private func numbers(_ text: String) -> [Substring: Int] {
    text.split { !$0.isNumber }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  @Test func `no amount and no other number is new`() throws {
    for mended in try Self.mended.get() where mended.fixed.outcome == .fixed {
      let before = numbers(mended.draft.text)
      for (number, count) in numbers(mended.fixed.text) {
        #expect(count <= before[number] ?? 0, "\(mended.draft.id): \(number)")
      }
    }
  }

  @Test func `what is innocent in the eyes of a reader is so for the fixer`() throws {
    let truth = try InnocentRemains()
    let mended = try Self.mended.get().filter(\.isViolating)
    let remains = mended.filter { truth.remains.contains($0.draft.id) }
    let nothing = mended.filter { truth.nothing.contains($0.draft.id) }
    #expect(remains.count > 20 && nothing.count > 70)
    let lost = remains.filter { $0.fixed.outcome != .fixed }.map(\.draft.id)
    let kept = nothing.filter { $0.fixed.outcome == .fixed }.map(\.draft.id)
    #expect(lost.count * 10 <= remains.count, "left as they are: \(lost)")
    #expect(kept.count * 10 <= nothing.count, "mended: \(kept)")
  }
}
