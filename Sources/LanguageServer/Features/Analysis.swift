internal import Checking
internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import SourceText
internal import UnicodeText

/// A draft of a document with what was found in it.
struct JudgedDraft: Sendable {
  /// As it was judged.
  let draft: Draft
  let checked: Checked

  /// The draft that a record is; nil for one of a document.
  let record: Origin.Record?
}

/// Something to say of a place in a document.
struct Remark: Sendable {
  /// The finding, and where it is among the drafts.
  struct Source: Sendable {
    let draft: Int
    let isSubject: Bool
    let item: ReportItem
  }

  var start: Place
  var end: Place

  /// 1 is an error, 2 a warning, 3 information, 4 a hint, as LSP numbers them.
  let level: Int

  /// What tells the kind: a rule's id.
  let code: String
  let message: String

  /// Whether it stands at something that has no use.
  var isUnnecessary = false
  var source: Source?
}

/// What is to be said of one state of a document.
struct Analysis: Sendable {
  var remarks: [Remark] = []

  /// What is wrong with other files, by path.
  var elsewhere: [String: [Remark]] = [:]
  var drafts: [JudgedDraft] = []

  /// What holds for the document; nil where that cannot be told or where it holds no drafts.
  var settings: FileSettings?
  var kind = DocumentKind.text
}

extension DocumentKind {
  /// How a text is read that the client has decoded.
  static func reading(_ settings: FileSettings) -> ReadingOptions {
    var reading = settings.reading
    reading.charset = .utf8
    return reading
  }
}

extension Severity {
  /// As LSP numbers levels.
  var level: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }
}
