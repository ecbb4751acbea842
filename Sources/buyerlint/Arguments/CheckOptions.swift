internal import Documents
internal import Linting
internal import Reporting

/// What `buyerlint check` was asked to do.
struct CheckOptions: Sendable {
  enum OutputFormat: String, CaseIterable {
    case text
    case concise
    case json
    case ndjson
  }

  enum Coloring: String, CaseIterable {
    case auto
    case always
    case never
  }

  /// A report to write: to standard output, or to a file.
  struct Output {
    let format: OutputFormat
    let file: String?
  }

  var paths: [String] = []

  // What drafts are taken for that do not say it themselves.
  var channel = Channel.message
  var target = Target.unknown
  var language: String?
  var isProactive: Bool?
  var isFinal: Bool?

  var configuration = Configuration()
  var lexicons: [String] = []

  var inputFormat: DocumentKind?
  var stdinFilename: String?
  var fields = RecordFields()
  var reading = ReadingOptions()

  var outputs: [Output] = []
  var coloring = Coloring.auto
  var isQuiet = false

  var gate = Gate()
  var jobs: Int?
}

/// What the members of NDJSON records are called.
struct RecordFields: Sendable {
  var text = "text"
  var id = "id"
  var channel = "channel"
  var language = "lang"
  var target = "target"
  var marketplace = "marketplace"
  var subject = "subject"
  var author = "author"
  var proactive = "proactive"
  var final = "final"

  /// Members to copy to the output.
  var echoed: [String] = []
}
