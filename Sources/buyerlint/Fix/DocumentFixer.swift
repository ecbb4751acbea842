internal import Advice
internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import SourceText
internal import UnicodeText

/// Mends the drafts of one document in its bytes.
struct DocumentFixer {
  private let mender: DraftMender
  private let path: String
  private let kind: DocumentKind
  private let bytes: [UInt8]
  private(set) var result: FileResult

  /// A text of the document, mended.
  private struct Mended {
    let draft: Int
    let isSubject: Bool
    let edits: [TextEdit]
    let utf8: [UInt8]
  }

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
    self.path = path
    self.bytes = bytes
    kind = mender.settings.kind(of: path)
    result = FileResult()
    let document = try read(bytes)
    var mended: [Mended] = []
    for problem in document.problems { result.notes.append(FixNote(.problem(problem.message))) }
    if !document.undecodable.isEmpty {
      result.notes.append(FixNote(.problem("there are bytes in it that are not \(document.charset)")))
    }
    for (number, found) in document.drafts.enumerated() where found.attributes[.author]?.text != "buyer" {
      mended += mend(found, number)
    }
    try write(mended, document)
  }

  private func read(_ bytes: [UInt8]) throws(ICUError) -> Document {
    try DocumentReader(mender.settings.reading).read(bytes, as: kind, path: path)
  }

  private mutating func mend(_ found: DocumentDraft, _ number: Int) -> [Mended] {
    var mended: [Mended] = []
    for isSubject in [false, true] {
      guard let text = isSubject ? found.subject : found.text, !text.utf8.isEmpty else { continue }
      let draft = mender.draft(found, text.utf8)
      do throws(LintingError) {
        let fixed = try mender.mend(draft, declared: found.suppressions)
        // A subject is never nothing but a courtesy: what is wrong in one has to be written anew.
        if fixed.outcome == .fixed {
          mended.append(
            Mended(draft: number, isSubject: isSubject, edits: fixed.edits, utf8: fixed.utf8))
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
  private mutating func write(_ mended: [Mended], _ document: Document) throws(ICUError) {
    guard !mended.isEmpty else { return }
    for strategy in EditStrategy.order(for: kind, isMarkup: false) {
      if let edits = try attempt(mended, document, { _ in strategy }) {
        result.edits = edits
        result.fixed = Set(mended.map(\.draft)).count
        return
      }
    }
    var kept: [(mended: Mended, strategy: EditStrategy)] = []
    for one in mended {
      var isWritten = false
      for strategy in EditStrategy.order(for: kind, isMarkup: false) where !isWritten {
        let all = kept + [(one, strategy)]
        guard let edits = try attempt(all.map(\.mended), document, { all[$0].strategy }) else { continue }
        result.edits = edits
        kept = all
        isWritten = true
      }
      if !isWritten { result.notes.append(FixNote(.unwritable, label: document.drafts[one.draft].label)) }
    }
    result.fixed = Set(kept.map(\.mended.draft)).count
  }

  /// The edits of the file for some texts; nil where the file would not read as it should.
  private func attempt(
    _ mended: [Mended], _ document: Document, _ strategy: (Int) -> EditStrategy
  ) throws(ICUError) -> [FileEdit]? {
    for isQuotedPrintable in kind == .email ? [true, false] : [false] {
      let encoding = EditEncoding(kind: kind, charset: document.charset, isQuotedPrintable: isQuotedPrintable)
      var edits: [FileEdit] = []
      for (number, one) in mended.enumerated() {
        let draft = document.drafts[one.draft]
        guard let text = one.isSubject ? draft.subject : draft.text,
          let own = SourceEdits(text, in: document.utf8).edits(one.edits, strategy(number), encoding.escaped)
        else { return nil }
        edits += own
      }
      edits = EmptiedMarkup.widened(edits.ordered, in: document.utf8, isHTML: kind != .markdown && kind != .text)
      var inFile: [FileEdit] = []
      for edit in edits {
        guard let encoded = encoding.encoded(edit.bytes) else { return nil }
        inFile.append(FileEdit(document.encoding.source(of: edit.range), encoded))
      }
      guard kind == .text || EmptiedMarkup.isBalanced(edits, in: document.utf8) else { return nil }
      inFile = inFile.ordered
      if try reads(inFile.applied(to: bytes), as: mended, document) { return inFile }
    }
    return nil
  }

  /// Whether bytes read as the document with the mended texts and nothing else changed.
  private func reads(_ bytes: [UInt8], as mended: [Mended], _ document: Document) throws(ICUError) -> Bool {
    let new = try read(bytes)
    guard new.drafts.count == document.drafts.count, new.problems.count <= document.problems.count else { return false }
    for (number, (old, now)) in zip(document.drafts, new.drafts).enumerated() {
      func expected(_ isSubject: Bool, _ text: [UInt8]?) -> [UInt8]? {
        mended.first { $0.draft == number && $0.isSubject == isSubject }?.utf8 ?? text
      }
      guard isSame(expected(false, old.text.utf8), now.text.utf8),
        isSame(expected(true, old.subject?.utf8), now.subject?.utf8),
        old.attributes.mapValues(\.text) == now.attributes.mapValues(\.text)
      else { return false }
    }
    return true
  }

  /// Markup says by itself where white space is.
  private func isSame(_ one: [UInt8]?, _ other: [UInt8]?) -> Bool {
    guard let one, let other, one != other else { return one == other }
    guard kind != .text else { return false }
    return one.filter { $0 > 0x20 } == other.filter { $0 > 0x20 } && words(one) == words(other)
  }

  private func words(_ utf8: [UInt8]) -> [ArraySlice<UInt8>] { utf8.split { $0 <= 0x20 } }
}
