internal import Documents
internal import Project
internal import Reporting

/// `buyerlint hook`.
enum HookCommand {
  private enum Action: String, CaseIterable {
    case install
    case uninstall
    case status
  }

  private struct Options: Sendable {
    var action: Action?
    var chains = false
    var forces = false
  }

  private static let syntax = CommandSyntax<Options>(
    name: "buyerlint hook", arguments: "install | uninstall | status",
    summary: "Check what is staged before each commit",
    discussion: """
      The hook runs `buyerlint check --staged`, and refuses the commit unless its status is 0.
      uninstall puts back what was there before. The status of `hook status` is 0 where the hook is installed, else 1.
      """,
    options: [
      OptionSpecification("--chain", group: "Hook", "keep a hook that is there already, and run it first") {
        options, _ in options.chains = true
      },
      OptionSpecification(
        "--force", group: "Hook", "write to hooks that other repositories share, or over a changed hook",
        details: "core.hooksPath may lead to a folder outside this repository."
      ) { options, _ in options.forces = true },
    ],
    takeArgument: { options, argument throws(UsageError) in
      guard let action = Action(rawValue: argument) else {
        throw .unknown(argument, for: "hook", known: Action.allCases.map(\.rawValue))
      }
      guard options.action == nil else { throw UsageError("`hook` does one thing at a time") }
      options.action = action
    })

  static var description: CommandDescription { syntax.description(for: Options()) }

  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    switch try syntax.read(arguments, into: Options()) {
    case .help(let isLong):
      OutputFile.standardOutput.send(syntax.help(isLong: isLong))
      return ExitStatus.clean
    case .values(let options):
      guard let action = options.action else { throw UsageError("`hook` needs to know: install, uninstall or status") }
      do throws(GitError) {
        return try run(action, options, HookFolder())
      } catch {
        throw UsageError(error.message)
      }
    }
  }

  private static func run(_ action: Action, _ options: Options, _ folder: HookFolder) throws(GitError) -> Int32 {
    let hook = HookFile(folder: folder.path)
    switch action {
    case .install:
      try check(folder, options)
      guard let program = Environment.program else { throw GitError("the system does not tell where buyerlint is") }
      let before = try hook.install(program: program, chains: options.chains, replaces: options.forces)
      say("installed \(hook.path)")
      if before == .other { say("the hook that was there runs first; it is \(hook.kept) now") }
    case .uninstall:
      try check(folder, options)
      let before = try hook.uninstall(replaces: options.forces)
      say(
        before == .absent ? "no hook is installed" : "took \(hook.path) away; what was there before is there again")
    case .status: return tell(try hook.state(), hook)
    }
    return ExitStatus.clean
  }

  /// Refuses to touch the hooks of other repositories unless that is wanted.
  private static func check(_ folder: HookFolder, _ options: Options) throws(GitError) {
    if folder.isOwn || options.forces { return }
    throw GitError(
      "`core.hooksPath` leads to \(folder.path), which other repositories may share; `--force` writes there")
  }

  private static func tell(_ state: HookFile.State, _ hook: HookFile) -> Int32 {
    switch state {
    case .ours(let runsFirst, isExecutable: true):
      say("installed: \(hook.path)\(runsFirst.map { ", after \($0)" } ?? "")")
      return ExitStatus.clean
    case .ours:
      say(
        "git does not run \(hook.path), for it is not executable; `buyerlint hook install` mends that")
    case .changed: say("\(hook.path) was changed since it was installed")
    case .other: say("not installed; another hook is \(hook.path)")
    case .absent: say("not installed")
    }
    return ExitStatus.findings
  }

  /// Answers in a line, on standard output.
  private static func say(_ message: String) {
    var bytes: [UInt8] = []
    bytes.append(visible: message)
    bytes.append(UInt8(ascii: "\n"))
    OutputFile.standardOutput.send(bytes)
  }
}
