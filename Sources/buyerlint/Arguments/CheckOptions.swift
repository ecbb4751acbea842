internal import Documents
internal import Linting
internal import Project
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

  /// Whether the index is checked, not the work tree.
  var isStaged = false

  /// The revision since which changes are told.
  var diffBase: String?

  /// Whether the path is the configuration's folder, since none was named.
  var isFolderImplied = false

  /// What holds above all configurations; of drafts, where they do not say it themselves.
  var own = SettingsLayer()
  var lexicons: [String] = []
  var configuration = ProjectSettings.Source.discovered
  var showsConfiguration = false

  /// Whether what is excluded is passed over even where it is named.
  var forcesExclusion = false

  var stdinFilename: String?

  /// What standard input is called.
  var standardInputName: String { stdinFilename ?? "<stdin>" }

  var fields = RecordFields()

  var outputs: [Output] = []
  var coloring = Coloring.auto
  var isQuiet = false
  var givesAdvice = true

  var gate = Gate()

  /// What of the findings is accepted.
  var review = FindingReview.Options()
  var addsSuppressions = false
  var jobs: Int?
}

extension CheckOptions {
  /// Takes standard input for what is meant where it has a name and there is no path.
  ///
  /// - Throws: Where the name would go to nothing, since something else is checked.
  mutating func nameStandardInput() throws(UsageError) {
    guard let stdinFilename else { return }
    guard !stdinFilename.isEmpty else { throw UsageError("`--stdin-filename` needs a name") }
    if paths.isEmpty, !asksGit { paths = ["-"] }
    guard paths.contains("-") else {
      throw UsageError("`--stdin-filename` names standard input, which is not read here: write `-` as the PATH")
    }
  }
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
