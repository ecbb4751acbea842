internal import Checking
internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import SourceText
internal import UnicodeText

/// Actions that accept findings: in the document where its format has a place that no buyer reads, else in the file of
/// suppressions beside it.
struct SuppressionActions {
  private let document: OpenDocument
  private let analysis: Analysis
  private let settings: Settings
  private let documents: DocumentStore
  private let file: FileSettings
  private let editor: DraftEditor

  init(
    _ document: OpenDocument, _ analysis: Analysis, _ settings: Settings, _ documents: DocumentStore,
    _ file: FileSettings, _ editor: DraftEditor
  ) {
    self.document = document
    self.analysis = analysis
    self.settings = settings
    self.documents = documents
    self.file = file
    self.editor = editor
  }

  /// For each rule and sentence once: to accept it there, and in all of the file.
  func list(_ remarks: [Remark]) -> [CodeAction] {
    var actions: [CodeAction] = []
    var sentences: Set<String> = []
    var rules: Set<String> = []
    for remark in remarks {
      guard let source = remark.source else { continue }
      let rule = source.item.finding.rule
      let fingerprint = source.item.fingerprint.flatMap { Fingerprint($0) }
      if sentences.insert("\(rule) \(source.draft) \(source.item.fingerprint ?? "")").inserted {
        let suppression = Suppression(rule: rule, sentence: fingerprint, reason: settings.options.reason)
        if let target = inDraft(suppression, source.draft) ?? beside(suppression) {
          actions.append(
            CodeAction(
              title: "Suppress `\(rule)` in this sentence, with a reason", kind: CodeActions.quickFix,
              remarks: [remark], target: target))
        }
      }
      if rules.insert(rule).inserted {
        let suppression = Suppression(rule: rule, sentence: Fingerprint?.none, reason: settings.options.reason)
        let own = analysis.kind == .markdown ? inDraft(suppression, source.draft) : nil
        if let target = own ?? beside(suppression) {
          actions.append(
            CodeAction(
              title: "Suppress `\(rule)` for this file, with a reason", kind: CodeActions.quickFix,
              remarks: remarks.filter { $0.code == rule }, target: target))
        }
      }
    }
    return actions
  }

  // MARK: In the document

  private func inDraft(_ suppression: Suppression, _ number: Int) -> CodeAction.Target? {
    guard let read = editor.read else { return nil }
    let draft = analysis.drafts[number].checked.number
    let insertions = SuppressionPlaces(read, draft, analysis.kind).insertions(of: suppression)
    guard let insertion = insertions.first(where: { holds($0, for: draft, in: read) }) else { return nil }
    return CodeAction.Target(uri: document.uri, text: document.text, version: document.version, edits: [insertion])
  }

  /// Whether a document with an insertion reads as before but for what one of its drafts accepts.
  private func holds(_ insertion: FileEdit, for draft: Int, in read: Document) -> Bool {
    let bytes = [insertion].applied(to: document.text.utf8)
    let reader = DocumentReader(DocumentKind.reading(file))
    guard let new = try? reader.read(bytes, as: analysis.kind, path: document.path),
      new.drafts.count == read.drafts.count, new.problems.count <= read.problems.count
    else { return false }
    return zip(read.drafts, new.drafts).enumerated().allSatisfy { number, pair in
      let (old, now) = pair
      guard old.text.utf8 == now.text.utf8, old.subject?.utf8 == now.subject?.utf8 else { return false }
      let added = now.suppressions.count - old.suppressions.count
      // The plural forms of one message share their comments.
      return number == draft ? added == 1 : added == 0 || (added == 1 && analysis.kind == .gettext)
    }
  }

  // MARK: Beside it

  private func beside(_ suppression: Suppression) -> CodeAction.Target? {
    guard document.path.utf8.first == UInt8(ascii: "/"), FileAddress.path(of: document.uri) != nil,
      let review = try? settings.review(file, unsaved: [:])
    else { return nil }
    let path = review.suppressionFile(for: document.path)
    let open = documents.all.first { $0.path == path }
    var isNew = false
    var text = open?.text
    if text == nil {
      do throws(SystemError) {
        text = EditableText(try File(path: path).readAll())
      } catch {
        guard error.isMissing else { return nil }
        isNew = true
      }
    }
    let content = text ?? EditableText([])
    let end = content.utf8.count
    let lineEnd = content.utf8.last.map { $0 == 0x0A } ?? true ? "" : "\n"
    let entry = SuppressionWriter.entry(
      path: Paths.path(document.path, from: Paths.folder(of: path)), suppression)
    return CodeAction.Target(
      uri: open?.uri ?? FileAddress.uri(of: path), text: content, version: open?.version, isNew: isNew,
      edits: [FileEdit(end..<end, Array((lineEnd + entry).utf8))])
  }
}
