internal import Documents
internal import Reporting
internal import UnicodeText

/// The program: which command is meant, and what its outcome is to the process.
enum Program {
  private static let version = "0.1.0"

  static func main() -> Never {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let command = arguments.first ?? ""
    do throws(UsageError) {
      switch command {
      case "check", "rules", "explain", "templates", "init", "hook": arguments.removeFirst()
      default: break
      }
      switch command {
      case "": throw UsageError("no command and no PATH")
      case "-h", "--help":
        OutputFile.standardOutput.send(help)
        Environment.exit(ExitStatus.clean)
      case "--version":
        OutputFile.standardOutput.send(
          "buyerlint \(version) (ICU \(ICUVersion.library), Unicode \(ICUVersion.unicode))\n")
        Environment.exit(ExitStatus.clean)
      case "rules": Environment.exit(try RulesCommand.run(arguments))
      case "explain": Environment.exit(try ExplainCommand.run(arguments))
      case "templates": Environment.exit(try TemplatesCommand.run(arguments))
      case "hook": Environment.exit(try HookCommand.run(arguments))
      case "init": Environment.exit(try InitCommand.run(arguments))
      default: Environment.exit(try CheckCommand.run(arguments))
      }
    } catch {
      var message: [UInt8] = []
      for line in error.message.split(separator: "\n") {
        // What is indented shows the line before.
        message.append(visible: line.first == " " ? String(line) : "buyerlint: \(line)")
        message.append(UInt8(ascii: "\n"))
      }
      OutputFile.standardError.send(message + Array("\(error.help)\n".utf8))
      Environment.exit(ExitStatus.failed)
    }
  }

  private static let help = """
    A linter for what marketplace sellers write to buyers.

    usage: buyerlint [COMMAND] [OPTION ...] [ARGUMENT ...]

    Commands:
      check PATH ... | -          find policy violations in drafts; the default
      rules                       list the rules
      explain RULE                a rule's reasons, sources and examples
      templates list              drafts that comply, by situation; also show NAME, render NAME
      hook install                check before each commit; also hook status, hook uninstall
      init [DIR]                  write a configuration for a folder

    Options:
      --version                   the version, ICU's and Unicode's
      -h, --help                  this help; `buyerlint COMMAND --help` for a command

    \(notice)

    """
}
