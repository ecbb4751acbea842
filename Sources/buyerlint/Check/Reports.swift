internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import Synchronization

/// The reports of a run: what writes them, where they go, and what was counted.
final class Reports: Sendable {
  let reporters: [any Reporter]

  /// Whether problems are named on standard error: not where the report on standard output tells them.
  let saysProblems: Bool

  private let files: [OutputFile]

  /// The files that take their places at the end.
  private let replaced: [(file: ReplacedFile, path: String)]

  /// Which of the files are the terminal that progress is shown on.
  private let shown: [Bool]
  private let state: Mutex<State>

  private struct State {
    var hasWritten: [Bool]
    var totals: Totals
    var progress: Progress
  }

  /// Opens the reports that were asked for.
  ///
  /// - Throws: The system's failure and the file that it is about.
  init(
    _ outputs: [CheckOptions.Output], _ options: CheckOptions, totals: Totals,
    describe: @escaping @Sendable (String) -> RuleDescription?
  ) throws(UsageError) {
    var reporters: [any Reporter] = []
    var files: [OutputFile] = []
    var replaced: [(file: ReplacedFile, path: String)] = []
    var saysProblems = true
    for output in outputs {
      let file: OutputFile
      if let path = output.file {
        do throws(SystemError) {
          let new = try ReplacedFile(path: path)
          replaced.append((new, path))
          file = new.file
        } catch {
          for new in replaced { new.file.discard() }
          throw UsageError("\(path): \(error)")
        }
      } else {
        file = .standardOutput
      }
      let palette = Palette(isColored: output.file == nil && options.coloring.holds(for: file))
      let reporter = options.reporter(output, palette, describe: describe)
      if output.file == nil, reporter.tellsProblems { saysProblems = false }
      reporters.append(reporter)
      files.append(file)
    }
    self.reporters = reporters
    self.files = files
    self.replaced = replaced
    self.saysProblems = saysProblems
    shown = files.map(\.isTerminal)
    let progress = Progress(isShown: !options.isQuiet && OutputFile.standardError.isTerminal)
    state = Mutex(State(hasWritten: outputs.map { _ in false }, totals: totals, progress: progress))
    for index in reporters.indices { send(reporters[index].head, to: files[index]) }
  }

  /// Writes what a checker says of a batch; callers take turns.
  func write(_ result: BatchResult) {
    state.withLock { state in
      if !result.problems.isEmpty || reporters.indices.contains(where: { shown[$0] && !result.reports[$0].isEmpty }) {
        state.progress.clear()
      }
      for index in reporters.indices where !result.reports[index].isEmpty {
        let bytes = reporters[index].absorb(result.reports[index])
        if bytes.isEmpty { continue }
        if state.hasWritten[index] { send(reporters[index].separator, to: files[index]) }
        send(bytes, to: files[index])
        state.hasWritten[index] = true
      }
      send(result.problems, to: .standardError)
      state.totals.add(result.totals)
      state.progress.show(state.totals)
    }
  }

  /// Ends the reports and answers what was counted; `absent` is what a baseline holds and is gone.
  func finish(absent: [AbsentFinding]) -> Totals {
    state.withLock { state in
      state.totals.absent = absent.map { gone in
        AbsentResult(
          path: gone.path, rule: gone.rule, fingerprint: gone.fingerprint, occurrence: gone.occurrence)
      }
      state.progress.clear()
      for index in reporters.indices {
        var tail: [UInt8] = []
        reporters[index].appendTail(state.totals, to: &tail)
        send(tail, to: files[index])
      }
      for (number, (file, path)) in replaced.enumerated() {
        do throws(SystemError) {
          try file.commit()
        } catch {
          for (other, _) in replaced[number...] { other.discard() }
          OutputFile.standardError.say("\(path): cannot be written: \(error)")
          Environment.exit(ExitStatus.failed)
        }
      }
      return state.totals
    }
  }

  private func send(_ bytes: [UInt8], to file: OutputFile) {
    if bytes.isEmpty { return }
    do throws(SystemError) {
      try file.write(bytes)
    } catch {
      // What was not finished takes no place.
      for (file, _) in replaced { file.discard() }
      OutputFile.end(after: error)
    }
  }
}

extension OutputFile {
  /// The status that a shell shows for a process that a broken pipe has ended.
  private static let brokenPipe: Int32 = 141

  /// Writes bytes, or ends the process: quietly where nobody reads any more, else with status 2.
  func send(_ bytes: [UInt8]) {
    do throws(SystemError) {
      try write(bytes)
    } catch {
      Self.end(after: error)
    }
  }

  fileprivate static func end(after error: SystemError) -> Never {
    if error.isBrokenPipe { Environment.exit(Self.brokenPipe) }
    try? OutputFile.standardError.write(Array("buyerlint: the output cannot be written: \(error)\n".utf8))
    Environment.exit(ExitStatus.failed)
  }

  func send(_ text: String) { send(Array(text.utf8)) }

  /// Writes a line that says who speaks.
  func say(_ message: String) {
    var bytes: [UInt8] = []
    bytes.append(visible: "buyerlint: \(message)")
    bytes.append(UInt8(ascii: "\n"))
    send(bytes)
  }
}

extension CheckOptions {
  fileprivate func reporter(
    _ output: Output, _ palette: Palette, describe: @escaping @Sendable (String) -> RuleDescription?
  ) -> any Reporter {
    let format = output.format
    var reporter: any Reporter =
      switch format {
      case .text: TextReporter(palette, hasSummary: !isQuiet, describe: describe)
      case .concise: ConciseReporter(columnUnit)
      case .grouped: GroupedReporter(palette, columnUnit, hasSummary: !isQuiet)
      case .json: JSONReporter()
      case .ndjson: NDJSONReporter()
      case .sarif:
        SARIFReporter(
          version: Program.version, hasBaseline: hasBaseline, describe: describe)
      case .github: GitHubReporter()
      case .gitlab: GitLabReporter()
      case .junit: JUnitReporter()
      case .checkstyle: CheckstyleReporter()
      case .rdjson: RDJSONReporter(describe: describe)
      case .html: HTMLReporter(version: Program.version, describe: describe)
      }
    if let groupKey, output.file == nil {
      let style: GroupReporter.Style = format == .json ? .json : format == .ndjson ? .ndjson : .text
      reporter = GroupReporter(groupKey == "sentence" ? .sentence : .echoed, style)
    }
    return isMasked(in: format) ? MaskingReporter(reporter) : reporter
  }
}

extension CheckOptions.Coloring {
  fileprivate func holds(for file: OutputFile) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      file.isTerminal && Environment.variable("NO_COLOR").map(\.isEmpty) != false
        && Environment.variable("TERM") != "dumb"
    }
  }
}
