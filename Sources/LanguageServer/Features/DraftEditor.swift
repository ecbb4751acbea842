internal import Advice
internal import Checking
internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import SourceText
internal import UnicodeText

/// Writes edits of drafts into the text of their document, with the escapes that its format needs.
struct DraftEditor {
  private let document: OpenDocument
  private let analysis: Analysis

  /// nil for records, each of which is a document of its own.
  private let editor: DocumentEditor?

  init(_ document: OpenDocument, _ analysis: Analysis, _ file: FileSettings) throws(ICUError) {
    self.document = document
    self.analysis = analysis
    editor =
      analysis.kind == .ndjson
      ? nil
      : try DocumentEditor(
        document.text.utf8, as: analysis.kind, path: document.path, DocumentKind.reading(file))
  }

  /// The document as it was read; nil for records.
  var read: Document? { editor?.document }

  /// The edits of the document for edits of one of its texts; nil where they cannot be written.
  func edits(of draft: Int, isSubject: Bool, _ edits: [TextEdit]) -> [FileEdit]? {
    let judged = analysis.drafts[draft]
    guard let editor else { return recordEdits(judged, edits) }
    guard let changed = changed(judged, isSubject: isSubject, edits) else { return nil }
    return (try? editor.edits(for: [changed])) ?? nil
  }

  /// The edits of the document for edits of several texts; nil where they cannot be written.
  func edits(of drafts: [(draft: Int, edits: [TextEdit])]) -> [FileEdit]? {
    guard let editor else {
      let edits = drafts.compactMap { recordEdits(analysis.drafts[$0.draft], $0.edits) }
      return edits.count == drafts.count ? Array(edits.joined()) : nil
    }
    let changed = drafts.compactMap { self.changed(analysis.drafts[$0.draft], isSubject: false, $0.edits) }
    return (try? editor.edits(for: changed)) ?? nil
  }

  /// The edits after which a draft is another text; nil where that cannot be written.
  ///
  /// White space around the draft stays, and so does the way in which the document ends its lines.
  func replacement(of draft: Int, by text: String) -> [FileEdit]? {
    let judged = analysis.drafts[draft]
    let utf8 = judged.draft.utf8
    guard let first = utf8.firstIndex(where: { $0 > 0x20 }), let last = utf8.lastIndex(where: { $0 > 0x20 }) else {
      return nil
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    let edit = TextEdit(first..<(last + 1), lines.joined(separator: isPlain && endsLinesWithCR ? "\r\n" : "\n"))
    guard let editor else { return recordEdits(judged, [edit]) }
    guard let changed = changed(judged, isSubject: false, [edit]) else { return nil }
    for lineBreak in lineBreaks(before: judged) {
      for strategy in [EditStrategy.through, .piecewise, .throughToNext] {
        if let edits = try? editor.edits(for: [changed], lineBreak: lineBreak, { _ in strategy }) { return edits }
      }
    }
    return nil
  }

  private func changed(_ judged: JudgedDraft, isSubject: Bool, _ edits: [TextEdit]) -> ChangedText? {
    guard let found = editor?.document.drafts[judged.checked.number] else { return nil }
    guard let text = isSubject ? found.subject?.utf8 : found.text.utf8 else { return nil }
    let utf8 = edits.map { FileEdit($0.range, Array($0.text.utf8)) }.applied(to: text)
    return ChangedText(draft: judged.checked.number, isSubject: isSubject, edits: edits, utf8: utf8)
  }

  private func recordEdits(_ judged: JudgedDraft, _ edits: [TextEdit]) -> [FileEdit]? {
    guard let source = judged.checked.text.source, let line = judged.record?.line else { return nil }
    let text = MappedText(judged.draft.utf8, source.map)
    let encoding = EditEncoding(kind: .ndjson, charset: "utf-8")
    let start = self.start(ofRecord: line)
    return SourceEdits(text, in: source.utf8).edits(edits, .through, encoding.escaped)?.map { edit in
      FileEdit((edit.range.lowerBound + start)..<(edit.range.upperBound + start), edit.bytes)
    }
  }

  private func start(ofRecord line: Int) -> Int {
    var at = 0
    for _ in 1..<max(1, line) {
      guard let end = LineFeeds.first(in: document.text.utf8.span, from: at) else { break }
      at = end + 1
    }
    return at
  }

  // MARK: Line ends

  private var isPlain: Bool { [.text, .markdown, .html, .email].contains(analysis.kind) }

  private var endsLinesWithCR: Bool {
    guard let end = document.text.utf8.firstIndex(of: 0x0A), end > 0 else { return false }
    return document.text.utf8[end - 1] == 0x0D
  }

  /// How a line of a draft may be ended where it stands; nil for as its format always does.
  private func lineBreaks(before judged: JudgedDraft) -> [[UInt8]?] {
    guard analysis.kind == .yaml, let found = editor?.document.drafts[judged.checked.number] else { return [nil] }
    // In quotation marks as an escape, else as a line that is indented like the first one.
    let start = found.text.map.source(of: 0..<0).lowerBound
    let bytes = document.text.utf8
    let lineStart = bytes[..<min(start, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let indentation = bytes[lineStart...].prefix { $0 == 0x20 }
    return [Array("\\n".utf8), Array("\n".utf8) + indentation]
  }
}
