internal import Documents
internal import Reporting
internal import UnicodeText

/// The program: which command is meant, and what its outcome is to the process.
enum Program {
  static let version = "0.1.0"

  static func main() -> Never {
    var arguments = Array(CommandLine.arguments.dropFirst())
    do throws(UsageError) {
      switch arguments.first {
      case nil: throw UsageError("no command and no PATH")
      case "-h", "--help":
        OutputFile.standardOutput.send(help)
        Environment.exit(ExitStatus.clean)
      case "--version":
        OutputFile.standardOutput.send(
          "buyerlint \(version) (ICU \(ICUVersion.library), Unicode \(ICUVersion.unicode))\n")
        Environment.exit(ExitStatus.clean)
      case let name?:
        guard let command = Command.all.first(where: { $0.name == name }) else {
          Environment.exit(try CheckCommand.run(arguments))
        }
        arguments.removeFirst()
        Environment.exit(try command.run(arguments))
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

  private static var help: String {
    let lines = Command.all.map { command in
      let page = command.description()
      let head = page.arguments.isEmpty ? page.name : "\(page.name) \(page.arguments)"
      let isDefault = page.name == Command.defaultName ? " (the default)" : ""
      return HelpText.line(head, page.summary + isDefault)
    }
    return """
      A linter for what marketplace sellers write to buyers.

      usage: buyerlint [COMMAND] [OPTION ...] [ARGUMENT ...]

      Commands:
      \(lines.joined())
      Options:
      \(HelpText.line("--version", "the version, ICU's and Unicode's"))\
      \(HelpText.line("-h, --help", "this help; `buyerlint COMMAND --help` for a command"))
      \(notice)

      """
  }
}
