/// How a command is called: its options, what it takes besides, and its help.
struct CommandSyntax<Values>: Sendable {
  /// `buyerlint check`.
  let name: String

  /// What stands behind the options: `PATH ...`.
  let arguments: String

  /// What the command does, in one line.
  let summary: String

  /// What `--help` says besides, in paragraphs.
  let discussion: String

  let options: [OptionSpecification<Values>]

  /// Takes an argument that is no option.
  let takeArgument: @Sendable (inout Values, String) throws(UsageError) -> Void

  enum Reading {
    case values(Values)
    case help(isLong: Bool)
  }

  /// Reads arguments.
  ///
  /// Options may stand before and behind the others; `--` ends them.
  ///
  /// - Throws: What cannot be understood.
  func read(_ arguments: [String], into initial: Values) throws(UsageError) -> Reading {
    var values = initial
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "-h": return .help(isLong: false)
      case "--help": return .help(isLong: true)
      case "--":
        for argument in rest { try takeArgument(&values, argument) }
        return .values(values)
      case _ where argument.utf8.first == UInt8(ascii: "-") && argument != "-":
        try readOption(argument, &rest, &values)
      default: try takeArgument(&values, argument)
      }
    }
    return .values(values)
  }

  private func readOption(
    _ argument: String, _ rest: inout ArraySlice<String>, _ values: inout Values
  ) throws(UsageError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = options.first(where: { $0.name == name }) else {
      let nearest = options.map(\.name).nearest(to: name).map { "; did you mean `\($0)`?" } ?? ""
      throw UsageError("unknown option `\(name)`\(nearest)")
    }
    guard option.placeholder != nil else {
      guard parts.count == 1 else { throw UsageError("`\(name)` takes no value") }
      return try option.apply(&values, "")
    }
    if parts.count == 2 { return try option.apply(&values, String(parts[1])) }
    guard let value = rest.popFirst() else { throw UsageError("`\(name)` needs a value") }
    try option.apply(&values, value)
  }
}

// MARK: Help

extension CommandSyntax {
  /// The help: short (a line for each option) or long.
  func help(isLong: Bool) -> String {
    var text = "\(summary)\n\nusage: \(name) [OPTION ...]\(arguments.isEmpty ? "" : " \(arguments)")\n"
    if isLong, !discussion.isEmpty { text += "\n\(discussion)\n" }
    var groups: [String] = []
    for option in options where !groups.contains(option.group) { groups.append(option.group) }
    for group in groups {
      text += "\n\(group):\n"
      for option in options where option.group == group { text += describe(option, isLong: isLong) }
    }
    text += "\nHelp:\n" + HelpText.line("-h", "this help in short") + HelpText.line("--help", "this help in full")
    return text
  }

  private func describe(_ option: OptionSpecification<Values>, isLong: Bool) -> String {
    let head = option.name + (option.placeholder.map { " \($0)" } ?? "")
    var text = HelpText.line(head, option.summary)
    if isLong, !option.details.isEmpty {
      for detail in option.details.split(separator: "\n") { text += "\(String(repeating: " ", count: 30))\(detail)\n" }
    }
    return text
  }
}

/// How help is laid out.
enum HelpText {
  /// A line of help: what is written, and behind it, or below where it is long, what that means.
  static func line(_ head: String, _ summary: String) -> String {
    let column = 30
    let indented = "  \(head)"
    if indented.utf8.count + 2 > column { return "\(indented)\n\(String(repeating: " ", count: column))\(summary)\n" }
    return indented + String(repeating: " ", count: column - indented.utf8.count) + summary + "\n"
  }
}
