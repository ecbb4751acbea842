package import SourceText
internal import UnicodeText

/// What a document holds: drafts, and what is to be said of the rest.
///
/// All offsets but those of ``encoding`` count in ``utf8``.
package struct Document: Sendable {
  /// The document as text: without its byte order mark, what cannot be decoded replaced.
  ///
  /// Of an e-mail, in which charsets differ by part, the bytes.
  package var utf8: [UInt8]

  /// From the text to the bytes of the file.
  package var encoding: SourceMap

  /// The drafts in their order.
  package var drafts: [DocumentDraft] = []

  /// What is wrong with the document.
  package var problems: [DocumentProblem] = []

  /// What was not read as a draft.
  package var passedOver = PassedOverCounts()

  /// Bytes of the file that are no text, in the charset that it is in.
  package var undecodable: [ByteRange] = []

  /// The charset, in lower case.
  package var charset: String

  init(_ decoded: DecodedText, charset: Charset) {
    utf8 = decoded.text.utf8
    encoding = decoded.text.map
    undecodable = decoded.undecodable
    self.charset = charset.name
  }

  /// A document whose bytes are not decoded, or not as a whole.
  init(bytes: [UInt8]) {
    utf8 = bytes
    encoding = SourceMap()
    charset = Charset.utf8.name
  }
}

/// A draft in a document.
package struct DocumentDraft: Sendable {
  /// Which of the document's drafts it is (`$.macros[3].body`, `row 4`); nil for one that is the document.
  package var label: String?

  package var text: MappedText

  /// The subject or title that goes with the text, where it is sent too.
  package var subject: MappedText?

  package var attributes: DraftAttributes

  /// What is accepted in the draft by the document itself.
  package var suppressions: [DeclaredSuppression] = []

  /// Whether the text is HTML still, by the name of the place where it stood.
  var isHTML = false

  package init(label: String? = nil, text: MappedText, subject: MappedText? = nil, attributes: DraftAttributes = [:]) {
    self.label = label
    self.text = text
    self.subject = subject
    self.attributes = attributes
  }
}

/// What a document says of its drafts.
package typealias DraftAttributes = [DraftAttribute: AttributeValue]

/// Something that a document may say of a draft.
package enum DraftAttribute: String, Sendable, CaseIterable {
  case channel
  case language
  case target
  case marketplace
  case title
  case author
  case proactive
  case final

  /// The attribute that a key, a column or a header is the name of.
  package init?(key: String) {
    switch key.lowercased() {
    case "channel": self = .channel
    case "lang", "language", "locale": self = .language
    case "target": self = .target
    case "marketplace": self = .marketplace
    case "title": self = .title
    case "author": self = .author
    case "proactive": self = .proactive
    case "final": self = .final
    default: return nil
    }
  }
}

/// The value of an attribute as it is written, and where.
package struct AttributeValue: Hashable, Sendable {
  package var text: String
  package var range: ByteRange

  package init(_ text: String, _ range: ByteRange) {
    self.text = text
    self.range = range
  }
}

/// What is wrong with a document.
package struct DocumentProblem: Hashable, Sendable {
  /// Where, in the text of the document.
  package var offset: Int

  /// What, in one line without a full stop.
  package var message: String

  package init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}

/// How much of documents was not read as drafts, and why.
package struct PassedOverCounts: Hashable, Sendable {
  /// Blocks in a programming language.
  package var code = 0

  /// Stretches that quote what somebody else has written.
  package var quotations = 0

  /// Values, cells and entries that are no prose, are empty, or are out of use.
  package var values = 0

  /// Parts of e-mails that are no text of the sender's.
  package var attachments = 0

  package init() {}

  package static func += (left: inout PassedOverCounts, right: PassedOverCounts) {
    left.code += right.code
    left.quotations += right.quotations
    left.values += right.values
    left.attachments += right.attachments
  }
}
