internal import Documents
internal import Linting
internal import Reporting

/// `buyerlint completions`.
enum CompletionsCommand {
  private struct Options: Sendable {
    var shell: Shell?
  }

  private enum Shell: String, CaseIterable {
    case bash
    case zsh
    case fish
  }

  private static let syntax = CommandSyntax<Options>(
    name: "buyerlint completions", arguments: "bash | zsh | fish",
    summary: "Print what a shell completes buyerlint with",
    discussion: """
      bash reads it from ~/.local/share/bash-completion/completions/buyerlint, zsh from a file _buyerlint in a folder
      of $fpath, and fish from ~/.config/fish/completions/buyerlint.fish.
      """,
    options: [],
    takeArgument: { options, argument throws(UsageError) in
      guard options.shell == nil else { throw UsageError("`completions` takes one shell") }
      guard let shell = Shell(rawValue: argument) else {
        throw .unknown(argument, for: "completions", known: Shell.allCases.map(\.rawValue))
      }
      options.shell = shell
    })

  static var description: CommandDescription { syntax.description(for: Options()) }

  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    switch try syntax.read(arguments, into: Options()) {
    case .help(let isLong): OutputFile.standardOutput.send(syntax.help(isLong: isLong))
    case .values(let options):
      guard let shell = options.shell else { throw UsageError("`completions` needs a shell: bash, zsh or fish") }
      let vocabulary = Vocabulary(try Linters.make(lexicons: []))
      let commands = Command.all.map { CompletedCommand($0.description(), vocabulary) }
      let script =
        switch shell {
        case .bash: BashCompletion.script(commands)
        case .zsh: ZshCompletion.script(commands)
        case .fish: FishCompletion.script(commands)
        }
      OutputFile.standardOutput.send(script)
    }
    return ExitStatus.clean
  }
}
