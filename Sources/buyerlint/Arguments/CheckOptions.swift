internal import Checking
internal import Documents
internal import Linting
internal import Project
internal import Reporting

/// What `buyerlint check` was asked to do.
struct CheckOptions: Sendable {
  enum OutputFormat: String, CaseIterable {
    case text
    case concise
    case grouped
    case json
    case ndjson
    case sarif
    case github
    case gitlab
    case junit
    case checkstyle
    case rdjson
    case html
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
  var columnUnit = ColumnUnit.codePoints
  var showsStatistics = false

  /// What rows on standard output stand for, in place of findings: `sentence` or the name of a record's member.
  var groupKey: String?

  /// Whether personal data is masked; nil where that goes by the format.
  var isMasked: Bool?
  var coloring = Coloring.auto
  var isQuiet = false
  var givesAdvice = true

  var gate = Gate()

  /// What of the findings is accepted.
  var review = FindingReview.Options()
  var addsSuppressions = false

  /// Whether a baseline says what is new.
  var hasBaseline = false
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

extension CheckOptions {
  /// What standard output gets where rows are asked for; records then echo what rows stand for.
  ///
  /// - Throws: Where there is no such form of rows.
  mutating func prepareGroups() throws(UsageError) {
    guard let groupKey else { return }
    guard [.text, .json, .ndjson].contains(outputs.first { $0.file == nil }?.format ?? .text) else {
      throw UsageError("`--group-by` writes text, json or ndjson")
    }
    if groupKey == "sentence" { return }
    guard fields.echoed.isEmpty || fields.echoed == [groupKey] else {
      throw UsageError("`--group-by \(groupKey)` echoes that member alone; leave out `--echo`")
    }
    fields.echoed = [groupKey]
  }

  /// Whether a report needs fingerprints of records too, and what was accepted.
  var keepsDetails: Bool { groupKey != nil || outputs.contains { isMasked(in: $0.format) || $0.format.keepsDetails } }

  func isMasked(in format: OutputFormat) -> Bool { isMasked ?? format.isMasked }
}

extension CheckOptions.OutputFormat {
  /// Whether personal data is masked unless that is refused: where reports are read by many.
  var isMasked: Bool {
    switch self {
    case .sarif, .github, .gitlab, .junit, .html: true
    case .text, .concise, .grouped, .json, .ndjson, .checkstyle, .rdjson: false
    }
  }

  fileprivate var keepsDetails: Bool { self == .sarif || self == .gitlab }
}
