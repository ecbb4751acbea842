internal import Advice
internal import Checking
internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import SourceText
internal import UnicodeText

/// Something that the editor can do about findings.
struct CodeAction {
  /// A file and the edits of its text.
  struct Target {
    let uri: String

    /// The text that the edits are of.
    let text: EditableText

    /// nil for a file that is not open.
    let version: Int?
    var isNew = false
    let edits: [FileEdit]
  }

  let title: String
  let kind: String
  var remarks: [Remark] = []
  var isPreferred = false
  let target: Target
}

/// What can be done about the findings of one state of a document.
struct CodeActions {
  static let quickFix = "quickfix"
  static let fixAll = "source.fixAll.buyerlint"

  struct Request {
    let start: Place
    let end: Place

    /// The kinds that are asked for; nil for all.
    let kinds: [String]?

    func wants(_ kind: String) -> Bool {
      kinds?.contains { kind == $0 || kind.hasPrefix("\($0).") || $0.isEmpty } ?? true
    }
  }

  /// Templates that are offered for one draft at most.
  private static let mostTemplates = 3

  let document: OpenDocument
  let analysis: Analysis
  let settings: Settings
  let documents: DocumentStore

  init(_ document: OpenDocument, _ analysis: Analysis, _ settings: Settings, _ documents: DocumentStore) {
    self.document = document
    self.analysis = analysis
    self.settings = settings
    self.documents = documents
  }

  /// The actions for a range: first those that mend it, then those that accept it.
  func list(_ request: Request) -> [CodeAction] {
    guard let file = analysis.settings else { return [] }
    let remarks = analysis.remarks.filter {
      $0.source != nil && $0.start <= request.end && request.start <= $0.end
    }
    guard !remarks.isEmpty || request.wants(Self.fixAll) else { return [] }
    let editor: DraftEditor
    do throws(ICUError) {
      editor = try DraftEditor(document, analysis, file)
    } catch {
      return []
    }
    var actions: [CodeAction] = []
    if request.wants(Self.quickFix) {
      actions += fixes(remarks, editor, file) + templates(remarks, editor, file)
      let suppressions = SuppressionActions(document, analysis, settings, documents, file, editor)
      actions += suppressions.list(remarks)
    }
    if request.wants(Self.fixAll), let action = fixAll(editor, file) { actions.append(action) }
    return actions
  }

  private func target(_ edits: [FileEdit]) -> CodeAction.Target {
    CodeAction.Target(uri: document.uri, text: document.text, version: document.version, edits: edits)
  }

  // MARK: Fixes

  private func fixes(_ remarks: [Remark], _ editor: DraftEditor, _ file: FileSettings) -> [CodeAction] {
    var actions: [CodeAction] = []
    var known: [Int: [Fix]] = [:]
    for remark in remarks {
      // A subject is too short to cut from.
      guard let source = remark.source, !source.isSubject else { continue }
      let fixes = known[source.draft] ?? self.fixes(of: source.draft, .unsafe, file)
      known[source.draft] = fixes
      for fix in fixes where fix.findings.contains(source.item.finding) {
        guard let edits = editor.edits(of: source.draft, isSubject: false, fix.edits) else { continue }
        let action = CodeAction(
          title: title(of: fix, analysis.drafts[source.draft].draft), kind: Self.quickFix, remarks: [remark],
          isPreferred: fix.safety == .safe, target: target(edits))
        actions.append(action)
      }
    }
    return actions
  }

  private func fixes(of number: Int, _ safety: Fix.Safety, _ file: FileSettings) -> [Fix] {
    let judged = analysis.drafts[number]
    let open = judged.checked.text.items.map(\.finding)
    guard open.contains(where: Fixer.concerns) else { return [] }
    // Where a fix cannot be told there is none to offer.
    guard let fixer = try? settings.remedies.fixer(for: file) else { return [] }
    return (try? fixer.fixes(of: judged.draft, open, safety).fixes) ?? []
  }

  private func title(of fix: Fix, _ draft: Draft) -> String {
    guard let edit = fix.edits.first else { return "Mend it" }
    let old = excerpt(draft.utf8[edit.range])
    if !edit.text.isEmpty { return "Write “\(excerpt(Array(edit.text.utf8)[...]))” in place of “\(old)”" }
    return fix.safety == .safe ? "Take out what nobody sees" : "Take out “\(old)” (unsafe: read what is left)"
  }

  /// A stretch of text in one line, not longer than a menu is wide.
  private func excerpt(_ utf8: ArraySlice<UInt8>) -> String {
    let words = String(decoding: utf8, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
    return words.count > 48 ? "\(words.prefix(47))…" : words
  }

  private func fixAll(_ editor: DraftEditor, _ file: FileSettings) -> CodeAction? {
    var changed: [(draft: Int, edits: [TextEdit])] = []
    for number in analysis.drafts.indices {
      let edits = fixes(of: number, .safe, file).flatMap(\.edits)
      if !edits.isEmpty { changed.append((number, edits)) }
    }
    guard !changed.isEmpty, let edits = editor.edits(of: changed) else { return nil }
    return CodeAction(title: "Make all safe fixes of buyerlint", kind: Self.fixAll, target: target(edits))
  }

  // MARK: Templates

  private func templates(_ remarks: [Remark], _ editor: DraftEditor, _ file: FileSettings) -> [CodeAction] {
    var actions: [CodeAction] = []
    var seen: Set<Int> = []
    for remark in remarks {
      guard let number = remark.source?.draft, seen.insert(number).inserted else { continue }
      for suggestion in suggestions(for: analysis.drafts[number], file).prefix(Self.mostTemplates) {
        guard let edits = editor.replacement(of: number, by: suggestion.text) else { continue }
        let template = suggestion.template
        actions.append(
          CodeAction(
            title: "Replace the draft by the template `\(template.id)`: \(template.summary)", kind: Self.quickFix,
            remarks: remarks.filter { $0.source?.draft == number }, target: target(edits)))
      }
    }
    return actions
  }

  private func suggestions(for judged: JudgedDraft, _ file: FileSettings) -> [Suggestion] {
    guard let advisor = try? settings.remedies.advisor(for: file) else { return [] }
    var draft = judged.draft
    draft.language = draft.language ?? judged.checked.language
    return (try? advisor.suggestions(for: draft, marketplace: file.marketplace.value).list) ?? []
  }
}
