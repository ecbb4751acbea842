internal import Documents
internal import Feedback
internal import Linting
internal import Reporting

/// `buyerlint feedback`.
enum FeedbackCommand {
  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    switch try FeedbackOptions.syntax.read(arguments, into: FeedbackOptions()) {
    case .help(let isLong):
      OutputFile.standardOutput.send(FeedbackOptions.syntax.help(isLong: isLong))
      return ExitStatus.clean
    case .values(let options):
      guard let action = options.action else { throw UsageError("`feedback` needs to know: triage or metrics") }
      try options.check(for: action)
      guard !options.paths.isEmpty else {
        throw UsageError("`feedback \(action.rawValue)` needs a FILE, or - for standard input")
      }
      guard options.paths.count(where: { $0 == "-" }) <= 1 else {
        throw UsageError("standard input can be read only once")
      }
      return try run(action, options)
    }
  }

  private static func run(_ action: FeedbackOptions.Action, _ options: FeedbackOptions) throws(UsageError) -> Int32 {
    let files = try OwnLexicons.files(in: options.lexicons)
    let triage: Triage
    let linter: Linter
    do throws(LintingError) {
      triage = try Triage(lexicons: files)
      linter = try files.isEmpty ? Linter() : Linter(lexicons: files)
    } catch {
      throw UsageError(error.description)
    }
    let facts = try FeedbackFacts(options)
    switch action {
    case .triage:
      var handled = try HandledRecord(options.handled)
      let status: Int32
      if options.format == .ndjson, options.paths.allSatisfy({ FeedbackInput.isStreamed($0, options) }) {
        var records = RecordTriage(triage, facts)
        status = try records.run(options.paths, &handled)
      } else {
        let input = try FeedbackInput(options, needsFigures: false)
        status = try TriageRun(triage, linter, facts, input).run(options, &handled)
      }
      try handled.write()
      return status
    case .metrics:
      let input = try FeedbackInput(options, needsFigures: true)
      return try MetricsRun(triage, facts, input).run(options)
    }
  }
}
