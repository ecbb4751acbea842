package import Advice
package import Documents
internal import SourceText
package import UnicodeText

/// A text of a document that is to read otherwise.
package struct ChangedText {
  /// The number of the draft in the document.
  package let draft: Int

  /// Whether its subject is meant.
  package let isSubject: Bool

  /// In the order of the text, none over another.
  package let edits: [TextEdit]

  /// The text with the edits made.
  package let utf8: [UInt8]

  package init(draft: Int, isSubject: Bool, edits: [TextEdit], utf8: [UInt8]) {
    self.draft = draft
    self.isSubject = isSubject
    self.edits = edits
    self.utf8 = utf8
  }
}

/// Finds edits of a document's bytes after which some of its texts read otherwise, and nothing else does.
package struct DocumentEditor {
  private let bytes: [UInt8]
  private let kind: DocumentKind
  private let path: String
  private let reader: DocumentReader

  /// The document as it is.
  package let document: Document

  /// Reads a document.
  ///
  /// - Throws: As ``DocumentReader/read(_:as:path:)``.
  package init(
    _ bytes: [UInt8], as kind: DocumentKind, path: String, _ reading: ReadingOptions
  ) throws(ICUError) {
    self.bytes = bytes
    self.kind = kind
    self.path = path
    reader = DocumentReader(reading)
    document = try reader.read(bytes, as: kind, path: path)
  }

  /// The edits for some texts, all written in the first way that serves; nil where none does.
  package func edits(for changed: [ChangedText]) throws(ICUError) -> [FileEdit]? {
    for strategy in EditStrategy.order(for: kind, isMarkup: false) {
      if let edits = try edits(for: changed, { _ in strategy }) { return edits }
    }
    return nil
  }

  /// The edits for some texts, each written in its way; nil where the document would not read as it should.
  ///
  /// - Parameter lineBreak: How a line ends where the drafts stand; nil for as the format always ends it.
  package func edits(
    for changed: [ChangedText], lineBreak: [UInt8]? = nil, _ strategy: (Int) -> EditStrategy
  ) throws(ICUError) -> [FileEdit]? {
    for isQuotedPrintable in kind == .email ? [true, false] : [false] {
      var encoding = EditEncoding(kind: kind, charset: document.charset, isQuotedPrintable: isQuotedPrintable)
      encoding.lineBreak = lineBreak
      var edits: [FileEdit] = []
      for (number, one) in changed.enumerated() {
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
      if try reads(inFile.applied(to: bytes), as: changed) { return inFile }
    }
    return nil
  }

  /// Whether bytes read as the document with the changed texts and nothing else changed.
  private func reads(_ bytes: [UInt8], as changed: [ChangedText]) throws(ICUError) -> Bool {
    let new = try reader.read(bytes, as: kind, path: path)
    guard new.drafts.count == document.drafts.count, new.problems.count <= document.problems.count else { return false }
    for (number, (old, now)) in zip(document.drafts, new.drafts).enumerated() {
      func expected(_ isSubject: Bool, _ text: [UInt8]?) -> [UInt8]? {
        changed.first { $0.draft == number && $0.isSubject == isSubject }?.utf8 ?? text
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
