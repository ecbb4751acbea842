internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import Synchronization

/// `buyerlint check`.
enum CheckCommand {
  /// Runs the command and answers the exit status.
  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    var options: CheckOptions
    switch try CheckOptions.syntax.read(arguments, into: CheckOptions()) {
    case .help(let isLong):
      OutputFile.standardOutput.send(CheckOptions.syntax.help(isLong: isLong))
      return ExitStatus.clean
    case .values(let values): options = values
    }
    let settings: ProjectSettings
    do throws(ProjectSettings.Failure) {
      settings = try ProjectSettings(options.own, lexicons: options.lexicons, options.configuration)
      if options.paths.isEmpty, let folder = try settings.configuredFolder() {
        options.paths = [folder]
        options.isFolderImplied = true
      }
    } catch {
      throw UsageError(error)
    }
    guard !options.paths.isEmpty else {
      throw UsageError(
        "nothing to check: name a PATH, or - for standard input; or write a configuration with `buyerlint init`")
    }
    if options.showsConfiguration { return try ShownConfiguration.show(options, settings) }
    var outputs = options.outputs
    if outputs.isEmpty { outputs = [CheckOptions.Output(format: .text, file: nil)] }
    guard outputs.count(where: { $0.file == nil }) <= 1 else {
      throw UsageError("only one report can go to standard output; write the others as `--format FORMAT=FILE`")
    }
    guard options.paths.count(where: { $0 == "-" }) <= 1 else {
      throw UsageError("standard input can be read only once")
    }

    // The process ends with the command, and taking the lexicons apart takes as long as a draft.
    _ = unsafe Unmanaged.passRetained(settings)
    var totals = Totals()
    let sources = try InputSources(options, settings, &totals).list
    let catalogue = Catalogue { settings.engines }
    let reports = try Reports(outputs, options, totals: totals) { catalogue[$0] }
    let jobs = options.jobs ?? Environment.coreCount
    let queue = InputQueue(sources, stdinName: options.standardInputName, jobs: jobs)
    CheckRun(queue, settings, options, reports, jobs: jobs).run()

    totals = reports.finish()
    if !options.isQuiet {
      let hasNotice = outputs.contains { $0.file == nil && $0.format == .text }
      OutputFile.standardError.send(options.gate.footer(of: totals, withNotice: !hasNotice))
    }
    return options.gate.status(of: totals)
  }
}
