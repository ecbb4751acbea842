internal import Checking
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
    try options.nameStandardInput()
    let settings: ProjectSettings
    do throws(ProjectSettings.Failure) {
      settings = try ProjectSettings(options.own, lexicons: options.lexicons, options.configuration)
      if options.paths.isEmpty, !options.asksGit, let folder = try settings.configuredFolder() {
        options.paths = [folder]
        options.isFolderImplied = true
      }
    } catch {
      throw UsageError(error)
    }
    guard !options.paths.isEmpty || options.asksGit else {
      throw UsageError(
        "nothing to check: name a PATH, or - for standard input; or write a configuration with `buyerlint init`")
    }
    if options.showsConfiguration { return try ShownConfiguration.show(options, settings) }
    if options.outputs.isEmpty { options.outputs = [CheckOptions.Output(format: .text, file: nil)] }
    let outputs = options.outputs
    try options.prepareGroups()
    guard outputs.count(where: { $0.file == nil }) <= 1 else {
      throw UsageError("only one report can go to standard output; write the others as `--format FORMAT=FILE`")
    }
    let names = outputs.compactMap(\.file)
    guard Set(names).count == names.count else { throw UsageError("two reports cannot go to one file") }
    guard options.paths.count(where: { $0 == "-" }) <= 1 else {
      throw UsageError("standard input can be read only once")
    }

    // The process ends with the command, and taking the lexicons apart takes as long as a draft.
    _ = unsafe Unmanaged.passRetained(settings)
    var totals = Totals()
    let sources =
      options.asksGit
      ? try GitSources.sources(of: options, settings, &totals) : try InputSources(options, settings, &totals).list
    let catalogue = Catalogue { settings.engines }
    let review = try review(options, settings)
    options.hasBaseline = review.hasBaseline
    let reports = try Reports(outputs, options, totals: totals) { catalogue[$0] }
    // Of several findings that a baseline accepts fewer times, the last ones are new.
    let hasRecords = sources.contains { if case .records = $0 { true } else { false } }
    let jobs = review.dependsOnOrder && hasRecords ? 1 : options.jobs ?? Environment.coreCount
    let queue = InputQueue(sources, stdinName: options.standardInputName, jobs: jobs)
    let wantsAdvice = options.givesAdvice && reports.reporters.contains { $0.tellsAdvice }
    let tellsFixes = outputs.contains { [.json, .ndjson].contains($0.format) }
    let tools = wantsAdvice ? try AdviceTools(lexicons: options.lexicons) : nil
    let counsel = tools.map { Counsel($0, tellsFixes: tellsFixes) { catalogue[$0] } }
    CheckRun(queue, settings, options, review, counsel, reports, jobs: jobs).run()

    totals = reports.finish(absent: review.absent)
    try finish(review, isQuiet: options.isQuiet)
    if options.showsStatistics { OutputFile.standardError.send(totals.statistics) }
    if options.isQuiet {
      OutputFile.standardError.send(options.gate.complaint(of: totals))
    } else {
      let hasNotice =
        options.groupKey == nil && outputs.contains { $0.file == nil && [.text, .grouped].contains($0.format) }
      OutputFile.standardError.send(options.gate.footer(of: totals, withNotice: !hasNotice))
      if options.asksGit { GitSources.sayIfNothing(totals, options) }
    }
    return options.gate.status(of: totals)
  }

  private static func review(_ options: CheckOptions, _ settings: ProjectSettings) throws(UsageError) -> FindingReview {
    var accepted = options.review
    guard options.addsSuppressions == (accepted.reasonToSuppress != nil) else {
      throw UsageError("`--add-suppressions` and `--reason TEXT` need each other")
    }
    if options.diffBase != nil {
      guard accepted.reasonToSuppress == nil, accepted.newBaseline == nil, !accepted.prunesBaseline else {
        throw UsageError("`--diff-base` sees parts of files only; leave it out to accept findings")
      }
      accepted.seesPartsOnly = true
    }
    if accepted.baseline == nil, accepted.newBaseline == nil {
      do throws(ProjectSettings.Failure) {
        accepted.baseline = try settings.settings(for: "").configuration?.baseline?.value
      } catch {
        throw UsageError(error)
      }
    }
    if accepted.prunesBaseline, accepted.baseline == nil {
      throw UsageError("`--prune-baseline` needs `--baseline FILE`")
    }
    do throws(ProjectMistake) {
      return try FindingReview(accepted)
    } catch {
      throw UsageError("\(error.path):\(error.line):\(error.column): \(error.message)")
    }
  }

  /// Writes what the review was asked to write, and says what was accepted for nothing.
  private static func finish(_ review: FindingReview, isQuiet: Bool) throws(UsageError) {
    do throws(ProjectMistake) {
      let summary = try review.finish()
      if isQuiet { return }
      for line in summary.needless + summary.written { OutputFile.standardError.say(line) }
    } catch {
      throw UsageError("\(error.path): \(error.message)")
    }
  }
}
