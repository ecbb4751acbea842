internal import Advice
internal import Checking
internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import SourceText
internal import UnicodeText

/// Mends the drafts of one document in its bytes.
struct DocumentFixer {
  private let mender: DraftMender
  private let kind: DocumentKind
  private let editor: DocumentEditor
  private(set) var result: FileResult

  /// What came of a file.
  struct FileResult {
    /// In order; empty where nothing changes.
    var edits: [FileEdit] = []

    /// Drafts that are mended.
    var fixed = 0
    var notes: [FixNote] = []
  }

  init(_ mender: DraftMender, path: String, _ bytes: [UInt8]) throws(ICUError) {
    self.mender = mender
    kind = mender.settings.kind(of: path)
    editor = try DocumentEditor(bytes, as: kind, path: path, mender.settings.reading)
    result = FileResult()
    let document = editor.document
    var mended: [ChangedText] = []
    for problem in document.problems { result.notes.append(FixNote(.problem(problem.message))) }
    if !document.undecodable.isEmpty {
      result.notes.append(FixNote(.problem("there are bytes in it that are not \(document.charset)")))
    }
    for (number, found) in document.drafts.enumerated() where found.attributes[.author]?.text != "buyer" {
      mended += mend(found, number)
    }
    try write(mended)
  }

  private mutating func mend(_ found: DocumentDraft, _ number: Int) -> [ChangedText] {
    var mended: [ChangedText] = []
    for isSubject in [false, true] {
      guard let text = isSubject ? found.subject : found.text, !text.utf8.isEmpty else { continue }
      let draft = mender.draft(found, text.utf8)
      do throws(LintingError) {
        let fixed = try mender.mend(draft, declared: found.suppressions)
        // A subject is never nothing but a courtesy: what is wrong in one has to be written anew.
        if fixed.outcome == .fixed {
          mended.append(
            ChangedText(draft: number, isSubject: isSubject, edits: fixed.edits, utf8: fixed.utf8))
        }
        if let note = try FixNote(fixed, draft, label: found.label, mender) {
          result.notes.append(note)
        }
      } catch {
        result.notes.append(FixNote(.problem(error.description), label: found.label))
      }
    }
    return mended
  }

  // MARK: Writing

  /// Finds edits of the file after which each draft reads as it should, all at once where that is possible.
  private mutating func write(_ mended: [ChangedText]) throws(ICUError) {
    guard !mended.isEmpty else { return }
    if let edits = try editor.edits(for: mended) {
      result.edits = edits
      result.fixed = Set(mended.map(\.draft)).count
      return
    }
    var kept: [(mended: ChangedText, strategy: EditStrategy)] = []
    for one in mended {
      var isWritten = false
      for strategy in EditStrategy.order(for: kind, isMarkup: false) where !isWritten {
        let all = kept + [(one, strategy)]
        guard let edits = try editor.edits(for: all.map(\.mended), { all[$0].strategy }) else { continue }
        result.edits = edits
        kept = all
        isWritten = true
      }
      if !isWritten { result.notes.append(FixNote(.unwritable, label: editor.document.drafts[one.draft].label)) }
    }
    result.fixed = Set(kept.map(\.mended.draft)).count
  }
}
