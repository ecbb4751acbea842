internal import Reporting

/// The manual page, as troff with the macros of man(7).
struct ManualPage {
  let text: String

  init(version: String, commands: [CommandDescription]) {
    var page = Troff()
    page.macro(".TH BUYERLINT 1 \"\" \"buyerlint \(version)\" \"User Commands\"")
    // No lines that are stretched, and no words cut, in what is to be copied.
    page.macro(".nh")
    page.macro(".ad l")

    page.section("NAME")
    page.line("buyerlint - a linter for what marketplace sellers write to buyers")

    page.section("SYNOPSIS")
    for (index, command) in commands.enumerated() {
      if index > 0 { page.macro(".br") }
      page.bold("buyerlint \(command.name)")
      let options = command.options.isEmpty ? [] : ["[OPTION ...]"]
      let operands = command.arguments.isEmpty ? [] : [command.arguments]
      if case let rest = (options + operands).joined(separator: " "), !rest.isEmpty { page.line(rest) }
    }

    page.section("DESCRIPTION")
    page.line(
      """
      buyerlint reads drafts of messages to buyers and of public responses under feedback, and tells what in them breaks \
      the marketplaces' rules: which words, why, who says so, and what to write instead.
      """)
    page.paragraph(notice)

    page.section("COMMANDS")
    for command in commands { page.describe(command) }

    page.section("EXIT STATUS")
    page.item("0", "Nothing was found at or above --fail-on.")
    page.item("1", "There are findings.")
    page.item("2", "The usage was wrong, or something could not be checked; it wins over 1.")

    page.section("EXAMPLES")
    for (purpose, command) in Self.examples {
      page.paragraph(purpose)
      page.example(command)
    }

    page.section("SEE ALSO")
    page.line("`buyerlint explain RULE` tells why a rule is there, with examples.")
    text = page.text
  }

  private static let examples = [
    ("What is wrong with the drafts of a folder, as an editor reads it:", "buyerlint check --format concise replies"),
    ("Public responses on standard input:", "buyerlint check --channel public_response -"),
    (
      "A report for machines beside the one for people:",
      "buyerlint check --format text --format json=report.json replies"
    ),
  ]
}

/// Text in the making that troff reads.
private struct Troff {
  private(set) var text = ""

  mutating func macro(_ line: String) { text += line + "\n" }

  /// Text that is shown as it stands; its lines flow.
  mutating func line(_ content: String) {
    for line in content.split(separator: "\n") {
      // What begins a line with these would be taken for a macro.
      if let first = line.first, ".'".contains(first) { text += "\\&" }
      text += Self.escaped(line) + "\n"
    }
  }

  mutating func bold(_ content: String) { text += ".B \(Self.escaped(content))\n" }

  mutating func section(_ title: String) { macro(".SH \(title)") }

  mutating func paragraph(_ content: String) {
    macro(".PP")
    line(content)
  }

  /// Something and what it means.
  mutating func item(_ head: String, _ meaning: String) {
    macro(".TP")
    bold(head)
    line(meaning)
  }

  mutating func example(_ command: String) {
    for macro in [".PP", ".RS 4", ".nf"] { self.macro(macro) }
    line(command)
    for macro in [".fi", ".RE"] { self.macro(macro) }
  }

  mutating func describe(_ command: CommandDescription) {
    macro(".SS \"\(Self.escaped("buyerlint \(command.name)"))\"")
    line(command.summary + (command.name == Command.defaultName ? ". This is the default." : "."))
    for sentence in command.discussion.split(separator: "\n") where !command.discussion.isEmpty {
      line(String(sentence))
    }
    var group = ""
    for option in command.options {
      if option.group != group {
        paragraph("\(option.group):")
        group = option.group
      }
      macro(".TP")
      macro(".BR \(Self.escaped(option.name))" + (option.placeholder.map { " \" \(Self.escaped($0))\"" } ?? ""))
      line(option.summary + ".")
      line(option.details)
    }
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      // A bare one is a hyphen, which cannot be copied to a command line.
      case "-": escaped += "\\-"
      // In the arguments of macros a bare one is a quotation mark of troff's.
      case "\"": escaped += "\\(dq"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
