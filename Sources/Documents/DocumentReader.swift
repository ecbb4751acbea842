internal import SourceText
package import UnicodeText

/// How documents are to be read.
package struct ReadingOptions: Sendable {
  /// The columns or values that are drafts: names or numbers of columns, paths such as `$.macros[*].body`; where it is empty,
  /// names that are common, and if there are none of these, all that are sentences.
  package var fields: [String] = []

  /// The charset of files that do not tell it.
  package var charset: Charset?

  /// Whether comments in HTML and Markdown are taken out before a buyer sees them, so that suppressions may stand there.
  package var commentsAreUnsent = false

  package init() {}
}

/// Reads documents of all kinds.
package struct DocumentReader: Sendable {
  let options: ReadingOptions
  package init(_ options: ReadingOptions = ReadingOptions()) { self.options = options }

  /// Reads a document.
  ///
  /// Whatever is wrong with it is told in ``Document/problems``; the rest is read all the same.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: Its path, where kinds keep the language in it (`de.lproj/Macros.strings`).
  /// - Throws: An error of ICU's, in practice only when memory runs out.
  package func read(_ bytes: [UInt8], as kind: DocumentKind, path: String = "") throws(ICUError) -> Document {
    let charset = Self.charset(of: bytes, kind, options)
    // Each part of an e-mail has a charset of its own.
    var document =
      kind == .email ? Document(bytes: bytes) : Document(try Self.decode(bytes, charset), charset: charset)
    switch kind {
    case .markdown: MarkdownReader.read(&document)
    case .html: HTMLReader.read(&document)
    case .json: JSONDocumentReader.read(&document, options)
    case .yaml: YAMLDocumentReader.read(&document, options)
    case .email: try EmailReader.read(&document)
    case .csv: TableReader.read(&document, delimiter: nil, options)
    case .tsv: TableReader.read(&document, delimiter: 0x09, options)
    case .gettext: GettextReader.read(&document, path: path)
    case .strings: StringsReader.read(&document, path: path)
    case .xcstrings: StringCatalogReader.read(&document)
    case .properties: PropertiesReader.read(&document, path: path)
    case .text, .ndjson: document.drafts.append(DocumentDraft(text: MappedText(document.utf8)))
    }
    SuppressionComments.read(&document, kind, options)
    document.drafts = document.drafts.compactMap { draft in
      var draft = draft
      if draft.isHTML { HTMLReader.read(&draft, in: &document) }
      let quotations = QuotedHistory.blank(&draft.text)
      document.passedOver.quotations += quotations
      // Nothing but the words of somebody else.
      return quotations > 0 && draft.subject == nil && draft.text.utf8.isBlank ? nil : draft
    }
    return document
  }
}
