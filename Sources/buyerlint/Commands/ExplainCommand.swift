internal import Documents
internal import Linting
internal import Project
internal import Reporting

/// `buyerlint explain`.
enum ExplainCommand {
  private struct Options: Sendable {
    var rule: String?
    var place: String?
    var own = SettingsLayer()
    var isJSON = false
    var lexicons: [String] = []
  }

  private static let syntax = CommandSyntax<Options>(
    name: "buyerlint explain", arguments: "RULE | --at FILE:LINE:COLUMN",
    summary: "Show a rule's reasons, sources and examples, or why a place has its findings",
    discussion: """
      --at shows what stands at a place of a file: its sentence as the lexicons read it, the concepts that
      its words fill, and for each rule that looks for them whether it holds, or what it lacks.
      """,
    options: [
      OptionSpecification("--format", "FORMAT", group: "Output", "text or json; default: text") {
        options, value throws(UsageError) in
        guard ["text", "json"].contains(value) else { throw .unknown(value, for: "--format", known: ["text", "json"]) }
        options.isJSON = value == "json"
      },
      OptionSpecification("--at", "PLACE", group: "Place", "a place as reports write it, FILE:LINE:COLUMN") {
        $0.place = $1
      },
      OptionSpecification("--channel", "NAME", group: "Place", "who reads the draft: message or public_response") {
        options, name throws(UsageError) in
        guard let channel = Channel(name) else {
          throw .unknown(name, for: "--channel", known: Channel.allCases.map(\.name))
        }
        options.own.channel = Setting(channel, .commandLine("--channel"))
      },
      OptionSpecification("--lang", "TAG", group: "Place", "the language of the draft as a BCP 47 tag") {
        $0.own.language = Setting($1, .commandLine("--lang"))
      },
      OptionSpecification("--lexicon", "FOLDER", group: "Rules", "a folder of lexicons and rules of your own") {
        $0.lexicons.append($1)
      },
    ],
    takeArgument: { options, argument throws(UsageError) in
      guard options.rule == nil else { throw UsageError("`explain` takes one RULE") }
      options.rule = argument
    })

  static var description: CommandDescription { syntax.description(for: Options()) }

  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    switch try syntax.read(arguments, into: Options()) {
    case .help(let isLong): OutputFile.standardOutput.send(syntax.help(isLong: isLong))
    case .values(let options):
      if let place = options.place {
        guard options.rule == nil else { throw UsageError("`explain` takes a RULE or `--at`, not both") }
        let terms = PlaceExplanation.Terms(own: options.own, lexicons: options.lexicons)
        OutputFile.standardOutput.send(try PlaceExplanation(place).text(terms))
        return ExitStatus.clean
      }
      guard let name = options.rule else { throw UsageError("`explain` needs a RULE; `buyerlint rules` lists them") }
      let rules = try Linters.make(lexicons: options.lexicons).rules
      guard let rule = rules.first(where: { $0.id == name }) else {
        let nearest = rules.map(\.id).nearest(to: name).map { "; did you mean `\($0)`?" } ?? ""
        throw UsageError("no rule is called `\(name)`\(nearest) `buyerlint rules` lists them")
      }
      OutputFile.standardOutput.send(options.isJSON ? RuleJSON.object(rule) : Array(page(rule).utf8))
    }
    return ExitStatus.clean
  }

  private static func page(_ rule: RuleDescription) -> String {
    var text = "\(rule.id): \(rule.summary)\n\nWhy: \(rule.why)\n\nInstead: \(rule.instead)\n\n"
    text += "Severity in the profile amazon:\n"
    for channel in Channel.allCases { text += "  \(channel.name): \(levels(rule.severities[channel] ?? [:]))\n" }
    if let level = rule.reactiveSeverity {
      text += "  \(level.name) where a draft does not say that the seller writes first\n"
    }
    text += "\nSources:\n"
    for source in rule.sources { text += "  \(source.id): \(source.citation)\n" }
    text += examples("Bad examples, with the words that violate in ⟦ ⟧", rule.badExamples)
    text += examples("Good examples", rule.goodExamples)
    return text
  }

  /// The levels by target, in one word where they are the same.
  private static func levels(_ levels: [Target: Severity]) -> String {
    let names = [Target.productReview, .sellerFeedback].map { (target: $0, level: levels[$0]?.name ?? "off") }
    if names[0].level == names[1].level { return names[0].level }
    return names.map { "\($0.level) about \($0.target.name)" }.joined(separator: ", ")
  }

  private static func examples(_ title: String, _ examples: [RuleDescription.Example]) -> String {
    guard !examples.isEmpty else { return "" }
    let lines = examples.map { example in
      let text = example.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n    ")
      let state = (example.isProactive ? ", proactive" : "") + (example.isFinal ? ", final" : "")
      return "  [\(example.language), \(example.channel.name)\(state)] \(text)\n"
    }
    return "\n\(title):\n\(lines.joined())"
  }
}
