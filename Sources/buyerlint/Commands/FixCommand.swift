internal import Advice
internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import UnicodeText

/// `buyerlint fix`.
enum FixCommand {
  /// Runs the command and answers the exit status.
  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    var options: FixOptions
    switch try FixOptions.syntax.read(arguments, into: FixOptions()) {
    case .help(let isLong):
      OutputFile.standardOutput.send(FixOptions.syntax.help(isLong: isLong))
      return ExitStatus.clean
    case .values(let values): options = values
    }
    try options.input.nameStandardInput()
    let settings: ProjectSettings
    do throws(ProjectSettings.Failure) {
      settings = try ProjectSettings(options.input.own, lexicons: options.input.lexicons, options.input.configuration)
      if options.input.paths.isEmpty, let folder = try settings.configuredFolder() {
        options.input.paths = [folder]
        options.input.isFolderImplied = true
      }
    } catch {
      throw UsageError(error)
    }
    guard !options.input.paths.isEmpty else {
      throw UsageError("nothing to fix: name a PATH, or - for standard input")
    }
    if options.input.showsConfiguration { return try ShownConfiguration.show(options.input, settings) }
    let tools = try AdviceTools(lexicons: options.input.lexicons)
    let review: FindingReview
    do throws(ProjectMistake) {
      review = try FindingReview(options.input.review)
    } catch {
      throw UsageError("\(error.path):\(error.line):\(error.column): \(error.message)")
    }
    var totals = Totals()
    let sources = try InputSources(options.input, settings, &totals).list
    var run = FixRun(options, settings, review, tools)
    for source in sources { run.fix(source) }
    return run.finish(missing: totals.missing)
  }
}
