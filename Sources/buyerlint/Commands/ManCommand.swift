internal import Documents
internal import Reporting

/// `buyerlint man`.
enum ManCommand {
  private struct Options: Sendable {}

  private static let syntax = CommandSyntax<Options>(
    name: "buyerlint man", arguments: "", summary: "Print the manual page",
    discussion: "`buyerlint man | man -l -` shows it.",
    options: [],
    takeArgument: { _, argument throws(UsageError) in throw UsageError("`man` takes no argument; `\(argument)`?") })

  static var description: CommandDescription { syntax.description(for: Options()) }

  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    switch try syntax.read(arguments, into: Options()) {
    case .help(let isLong): OutputFile.standardOutput.send(syntax.help(isLong: isLong))
    case .values:
      let page = ManualPage(version: Program.version, commands: Command.all.map { $0.description() })
      OutputFile.standardOutput.send(page.text)
    }
    return ExitStatus.clean
  }
}
