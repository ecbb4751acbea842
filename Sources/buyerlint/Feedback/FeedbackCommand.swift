internal import Documents
internal import Feedback
internal import Linting
internal import Reporting

/// `buyerlint feedback`.
enum FeedbackCommand {
  static var description: CommandDescription { FeedbackOptions.syntax.description(for: FeedbackOptions()) }

  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    switch try FeedbackOptions.syntax.read(arguments, into: FeedbackOptions()) {
    case .help(let isLong):
      OutputFile.standardOutput.send(FeedbackOptions.syntax.help(isLong: isLong))
      return ExitStatus.clean
    case .values(let options): return try run(options)
    }
  }

  private static func run(_ options: FeedbackOptions) throws(UsageError) -> Int32 {
    guard let action = options.action else { throw UsageError("`feedback` needs to know: triage or metrics") }
    guard !options.paths.isEmpty else {
      throw UsageError("`feedback \(action.rawValue)` needs a FILE, or - for standard input")
    }
    let triage = try OwnLexicons.make(options.lexicons) { files throws(LintingError) in try Triage(lexicons: files) }
    var records = RecordTriage(triage)
    return try records.run(options.paths)
  }
}
