internal import SourceText

/// Reads a document that is one draft.
enum PlainTextReader {
  static func read(_ document: inout Document) {
    document.drafts.append(DocumentDraft(text: MappedText(document.utf8)))
  }
}
