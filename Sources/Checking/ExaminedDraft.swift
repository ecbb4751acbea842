internal import Linting

/// What the linter says of a draft and of its subject.
struct ExaminedDraft {
  let text: Examination
  let subject: Examination?

  /// Examines both; a subject of no bytes is none.
  init(_ linter: Linter, _ draft: Draft, subject: [UInt8]?) throws(LintingError) {
    text = try linter.examine(draft)
    guard let subject, !subject.isEmpty else {
      self.subject = nil
      return
    }
    var line = draft
    line.utf8 = subject
    // A subject is too short to tell its language by.
    line.language = draft.language ?? text.language
    self.subject = try linter.examine(line)
  }

  /// The languages of both that no lexicon covers.
  var unchecked: [String] {
    text.unchecked + (subject?.unchecked ?? []).filter { !text.unchecked.contains($0) }
  }
}
