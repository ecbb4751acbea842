internal import Documents
internal import Linting
internal import Reporting

/// `buyerlint rules`.
enum RulesCommand {
  private struct Options: Sendable {
    var isJSON = false
    var lexicons: [String] = []
  }

  private static let syntax = CommandSyntax<Options>(
    name: "buyerlint rules", arguments: "", summary: "List the rules", discussion: "",
    options: [
      OptionSpecification("--format", "FORMAT", group: "Output", "text or json; default: text") {
        options, value throws(UsageError) in
        guard ["text", "json"].contains(value) else { throw .unknown(value, for: "--format", known: ["text", "json"]) }
        options.isJSON = value == "json"
      },
      OptionSpecification("--lexicon", "FOLDER", group: "Rules", "a folder of lexicons and rules of your own") {
        $0.lexicons.append($1)
      },
    ],
    takeArgument: { _, argument throws(UsageError) in throw UsageError("`rules` takes no argument; `\(argument)`?") })

  static var description: CommandDescription { syntax.description(for: Options()) }

  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    switch try syntax.read(arguments, into: Options()) {
    case .help(let isLong): OutputFile.standardOutput.send(syntax.help(isLong: isLong))
    case .values(let options):
      let rules = try Linters.make(lexicons: options.lexicons).rules.sorted { $0.id < $1.id }
      OutputFile.standardOutput.send(options.isJSON ? RuleJSON.list(rules) : table(rules))
    }
    return ExitStatus.clean
  }

  /// The rules as a table: id, level, summary.
  private static func table(_ rules: [RuleDescription]) -> [UInt8] {
    let rows = rules.map { ($0.id, $0.level, $0.summary) }
    let idWidth = rows.map { $0.0.utf8.count }.max() ?? 0
    let levelWidth = rows.map { $0.1.utf8.count }.max() ?? 0
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: width - text.utf8.count)
    }
    return Array(
      rows.map { "\(padded($0.0, idWidth))  \(padded($0.1, levelWidth))  \($0.2)\n" }.joined().utf8)
  }
}

extension RuleDescription {
  /// The level in one word, or by channel where they differ.
  fileprivate var level: String {
    let levels = Channel.allCases.map { (channel: $0, name: severities[$0]?[.unknown]?.name ?? "off") }
    if let first = levels.first, levels.allSatisfy({ $0.name == first.name }) { return first.name }
    return levels.filter { $0.name != "off" }.map { "\($0.name) (\($0.channel.name))" }.joined(separator: ", ")
  }
}
