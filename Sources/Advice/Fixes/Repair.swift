internal import Linting
internal import SourceText

/// The mending of one draft: safe edits until there are none, then unsafe ones.
struct Repair {
  private let draft: Draft
  private let findings: [Finding]
  private let linter: Linter
  private let lexicon: FixingLexicon
  private var text: EditedText

  /// The most rounds: each takes something out, so that more are never needed in practice.
  private static let mostRounds = 24

  init(_ draft: Draft, _ findings: [Finding], _ linter: Linter, _ lexicon: FixingLexicon) {
    self.draft = draft
    self.findings = findings
    self.linter = linter
    self.lexicon = lexicon
    text = EditedText(draft.utf8)
  }

  mutating func run(_ safety: Fix.Safety, _ review: Fixer.Review) throws(LintingError) -> FixedDraft {
    let language = try linter.examine(draft).language
    var left = findings
    for _ in 0..<Self.mostRounds {
      let view = try view(language)
      guard text.apply(SafeEdits(view, lexicon.words(of: language)).edits(for: left)) else { break }
      left = try self.review(review)
    }
    let safe = text
    if safety == .unsafe {
      for _ in 0..<Self.mostRounds where !left.isEmpty {
        let view = try view(language)
        var cuts = Cuts(view, left, leadingConditions: lexicon.words(of: language)?.leadingConditions ?? false)
        let checked = draft
        let edits = try cuts.edits { [linter] part throws(LintingError) in
          var draft = checked
          draft.utf8 = part
          return try !linter.check(draft).contains(where: Fixer.concerns)
        }
        guard text.apply(edits) else { break }
        left = try self.review(review)
      }
      if text.utf8 != safe.utf8, try !view(language).hasSubstance {
        return FixedDraft(utf8: draft.utf8, outcome: .tooLittleLeft, left: findings)
      }
    }
    guard text.utf8 != draft.utf8 else { return FixedDraft(utf8: draft.utf8, outcome: .clean, left: left) }
    return FixedDraft(utf8: text.utf8, fixes: fixes(safe), outcome: .fixed, left: left)
  }

  private func view(_ language: String?) throws(LintingError) -> TextView {
    var draft = draft
    draft.utf8 = text.utf8
    draft.language = draft.language ?? language
    return TextView(
      draft, try linter.sentences(of: draft.utf8), try lexicon.places(in: draft),
      isKnown: lexicon.words(of: language) != nil)
  }

  private func review(_ review: Fixer.Review) throws(LintingError) -> [Finding] {
    var draft = draft
    draft.utf8 = text.utf8
    return try review(draft).filter(Fixer.concerns)
  }

  /// The edits as fixes, each with the findings that it stands at.
  private func fixes(_ safe: EditedText) -> [Fix] {
    let safeEdits = Set(safe.edits(fromCount: draft.utf8.count))
    return text.edits(fromCount: draft.utf8.count).map { edit in
      Fix(
        safety: safeEdits.contains(edit) ? .safe : .unsafe, edits: [edit],
        findings: findings.filter { $0.range.overlaps(edit.range) })
    }
  }
}
