internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import Synchronization

/// `buyerlint check`.
enum CheckCommand {
  /// Runs the command and answers the exit status.
  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    let options: CheckOptions
    switch try CheckOptions.syntax.read(arguments, into: CheckOptions()) {
    case .help(let isLong):
      OutputFile.standardOutput.send(CheckOptions.syntax.help(isLong: isLong))
      return ExitStatus.clean
    case .values(let values): options = values
    }
    guard !options.paths.isEmpty || options.asksGit else {
      throw UsageError("nothing to check: name a PATH, or - for standard input")
    }
    var outputs = options.outputs
    if outputs.isEmpty { outputs = [CheckOptions.Output(format: .text, file: nil)] }
    guard outputs.count(where: { $0.file == nil }) <= 1 else {
      throw UsageError("only one report can go to standard output; write the others as `--format FORMAT=FILE`")
    }
    guard options.paths.count(where: { $0 == "-" }) <= 1 else {
      throw UsageError("standard input can be read only once")
    }

    let linter = try Linters.make(options.configuration, lexicons: options.lexicons)
    let catalogue = Catalogue(linter)
    // The process ends with the command, and taking the lexicons apart takes as long as a draft.
    _ = unsafe Unmanaged.passRetained(catalogue)
    var totals = Totals()
    let sources = options.asksGit ? try GitSources.sources(of: options, &totals) : sources(of: options, &totals)
    let reports = try Reports(outputs, options, totals: totals) { catalogue[$0] }
    let review = try review(options, linter)
    // Of several findings that a baseline accepts fewer times, the last ones are new.
    let hasRecords = sources.contains { if case .records = $0 { true } else { false } }
    let jobs = review.dependsOnOrder && hasRecords ? 1 : options.jobs ?? Environment.coreCount
    let queue = InputQueue(sources, stdinName: options.stdinFilename ?? "<stdin>", jobs: jobs)
    CheckRun(queue, linter, options, review, reports, jobs: jobs).run()

    totals = reports.finish()
    try finish(review, isQuiet: options.isQuiet)
    if !options.isQuiet {
      let hasNotice = outputs.contains { $0.file == nil && $0.format == .text }
      OutputFile.standardError.send(options.gate.footer(of: totals, withNotice: !hasNotice))
      if options.asksGit { GitSources.sayIfNothing(totals, options) }
    }
    return options.gate.status(of: totals)
  }

  private static func review(_ options: CheckOptions, _ linter: Linter) throws(UsageError) -> FindingReview {
    var accepted = options.review
    guard options.addsSuppressions == (accepted.reasonToSuppress != nil) else {
      throw UsageError("`--add-suppressions` and `--reason TEXT` need each other")
    }
    if accepted.prunesBaseline, accepted.baseline == nil {
      throw UsageError("`--prune-baseline` needs `--baseline FILE`")
    }
    if options.diffBase != nil {
      guard accepted.reasonToSuppress == nil, accepted.newBaseline == nil, !accepted.prunesBaseline else {
        throw UsageError("`--diff-base` sees parts of files only; leave it out to accept findings")
      }
      accepted.seesPartsOnly = true
    }
    accepted.suppressFrom = options.gate.failOn ?? .error
    do throws(ProjectMistake) {
      return try FindingReview(accepted) { name in
        do throws(LintingError) {
          return try linter.looks(for: name) ? .asked : .notAsked
        } catch {
          return .unknown(error.description)
        }
      }
    } catch {
      throw UsageError("\(error.path):\(error.line):\(error.column): \(error.message)")
    }
  }

  /// Writes what the review was asked to write, and says what was accepted for nothing.
  private static func finish(_ review: FindingReview, isQuiet: Bool) throws(UsageError) {
    do throws(ProjectMistake) {
      let summary = try review.finish()
      if isQuiet { return }
      for line in summary.needless + summary.written { say(line) }
    } catch {
      throw UsageError("\(error.path): \(error.message)")
    }
  }

  /// What the paths name, in their order.
  private static func sources(of options: CheckOptions, _ totals: inout Totals) -> [InputQueue.Source] {
    var sources: [InputQueue.Source] = []
    for path in options.paths {
      if path == "-" {
        let isRecords = options.kind(of: options.stdinFilename ?? "") == .ndjson
        sources.append(isRecords ? .records(path: nil) : .standardInput)
        continue
      }
      var tree = DocumentTree()
      tree.add(path)
      totals.hidden += tree.hidden
      totals.otherFiles += tree.others
      for (path, error) in tree.failures {
        if error.isMissing, options.gate.allowsEmpty {
          totals.missing += 1
          say("\(path): \(error)")
        } else {
          sources.append(.failure(path: path, message: error.description))
        }
      }
      for directory in tree.barren {
        totals.missing += 1
        say("\(directory): no file of a kind that holds drafts in it")
      }
      var documents: [String] = []
      for file in tree.files {
        guard options.kind(of: file) == .ndjson else {
          documents.append(file)
          continue
        }
        if !documents.isEmpty { sources.append(.documents(documents)) }
        documents = []
        sources.append(.records(path: file))
      }
      if !documents.isEmpty { sources.append(.documents(documents)) }
    }
    return sources
  }

  /// Says something on standard error, in a line.
  static func say(_ message: String) {
    var bytes: [UInt8] = []
    bytes.append(visible: "buyerlint: \(message)")
    bytes.append(UInt8(ascii: "\n"))
    OutputFile.standardError.send(bytes)
  }
}

extension CheckOptions {
  /// What a file of this name is read as.
  func kind(of path: String) -> DocumentKind { inputFormat ?? DocumentKind(path: path) ?? .text }
}
