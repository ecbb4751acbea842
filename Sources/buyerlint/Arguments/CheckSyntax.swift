internal import Linting
internal import Project
internal import Reporting

extension CheckOptions {
  static let syntax = CommandSyntax<CheckOptions>(
    name: "buyerlint check",
    arguments: "PATH ... | -",
    summary: "Find policy violations in drafts to buyers",
    discussion: """
      PATH is a file, or a directory whose files of all kinds named at --input-format are checked;
      - is standard input.
      Exit status: 0 nothing found, 1 findings at or above --fail-on, 2 usage error or something not checked.
      buyerlint's findings are neither the marketplace's decision nor legal advice.
      """,
    options: drafts + rules + configuration + acceptance + input + git + output + outcome,
    takeArgument: { options, argument in options.paths.append(argument) })

  static let drafts: [OptionSpecification<CheckOptions>] = [
    OptionSpecification(
      "--channel", "NAME", group: "Drafts", "who reads them: message or public_response",
      details: "message, the default, is private; public_response stands under feedback."
    ) { options, name throws(UsageError) in
      guard let channel = Channel(name) else {
        throw .unknown(name, for: "--channel", known: Channel.allCases.map(\.name))
      }
      options.own.channel = Setting(channel, .commandLine("--channel"))
    },
    OptionSpecification(
      "--target", "NAME", group: "Drafts", "what they talk about: seller_feedback, product_review or unknown",
      details: "unknown, the default, is judged as product_review, the stricter."
    ) { options, name throws(UsageError) in
      guard let target = Target(name) else {
        throw .unknown(name, for: "--target", known: Target.allCases.map(\.name))
      }
      options.own.target = Setting(target, .commandLine("--target"))
    },
    OptionSpecification("--marketplace", "MARKETPLACE", group: "Drafts", "whose policy holds; default: amazon") {
      $0.own.marketplace = Setting($1, .commandLine("--marketplace"))
    },
    OptionSpecification(
      "--lang", "TAG", group: "Drafts", "their language as a BCP 47 tag",
      details: "Without it the language of each sentence is told by its script and words."
    ) { $0.own.language = Setting($1, .commandLine("--lang")) },
    OptionSpecification("--proactive", group: "Drafts", "the seller writes first, without a question of the buyer's") {
      options, _ in options.own.isProactive = Setting(true, .commandLine("--proactive"))
    },
    OptionSpecification(
      "--final", group: "Drafts", "they go out as they are: a placeholder such as {{name}} is a finding"
    ) { options, _ in options.own.isFinal = Setting(true, .commandLine("--final")) },
  ]

  static let rules: [OptionSpecification<CheckOptions>] = [
    OptionSpecification("--select", "RULE,...", group: "Rules", "report only these rules or families") {
      $0.own.selected += $1.list.map { Setting($0, .commandLine("--select")) }
    },
    OptionSpecification("--ignore", "RULE,...", group: "Rules", "do not report these rules or families") {
      $0.own.ignored += $1.list.map { Setting($0, .commandLine("--ignore")) }
    },
    OptionSpecification(
      "--severity", "RULE=LEVEL", group: "Rules", "another level for a rule or family",
      details: "LEVEL is error, warning, info or off. Of several the last that fits holds."
    ) { options, value throws(UsageError) in
      let parts = value.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { throw UsageError("`--severity` takes RULE=LEVEL, not `\(value)`") }
      let level = Severity(String(parts[1]))
      guard level != nil || parts[1] == "off" else {
        throw .unknown(String(parts[1]), for: "--severity", known: ["error", "warning", "info", "off"])
      }
      let severity = RuleSeverity(rule: String(parts[0]), severity: level)
      options.own.severities.append(Setting(severity, .commandLine("--severity")))
    },
    OptionSpecification(
      "--lexicon", "FOLDER", group: "Rules", "a folder of lexicons and rules of your own; may be given again"
    ) { $0.lexicons.append($1) },
  ]

  static let outcome: [OptionSpecification<CheckOptions>] = [
    OptionSpecification(
      "--fail-on", "LEVEL", group: "Exit status", "the mildest severity that gives status 1; default: warning",
      details: "error, warning, info, or never."
    ) { options, value throws(UsageError) in
      let level = Severity(value)
      guard level != nil || value == "never" else {
        throw .unknown(value, for: "--fail-on", known: ["error", "warning", "info", "never"])
      }
      options.own.failOn = Setting(level, .commandLine("--fail-on"))
    },
    OptionSpecification(
      "--exit-zero", group: "Exit status", "status 0 in spite of findings", details: "Status 2 stays what it is."
    ) { options, _ in options.gate.exitsZero = true },
    OptionSpecification("--allow-empty", group: "Exit status", "no status 2 where nothing was there to check") {
      options, _ in options.gate.allowsEmpty = true
    },
    OptionSpecification(
      "--allow-unchecked", group: "Exit status", "no status 2 where something could not be checked",
      details: "That is text in a language without a lexicon, or bytes that cannot be decoded."
    ) { options, _ in options.gate.allowsUnchecked = true },
    OptionSpecification("--jobs", "N", group: "Running", "how many drafts to check at once; default: one a core") {
      options, value throws(UsageError) in
      guard let count = Int(value), (1...64).contains(count) else {
        throw UsageError("`--jobs` takes a number from 1 to 64, not `\(value)`")
      }
      options.jobs = count
    },
  ]
}

extension String {
  /// The parts between commas, without empty ones.
  var list: [String] { split(separator: ",").map(String.init) }
}
