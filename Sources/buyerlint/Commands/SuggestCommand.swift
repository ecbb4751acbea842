internal import Advice
internal import Documents
internal import Linting
internal import Project
internal import Reporting

/// `buyerlint suggest`: what to write, for a situation or in place of a draft.
enum SuggestCommand {
  private struct Options: Sendable {
    var paths: [String] = []
    var situation: String?
    var language: String?
    var channel: Channel?
    var target = Target.unknown
    var marketplace = Configuration().marketplace
    var values: [String: String] = [:]
    var isJSON = false
    var lexicons: [String] = []
  }

  private static let syntax = CommandSyntax<Options>(
    name: "buyerlint suggest", arguments: "FILE | - | --situation NAME",
    summary: "Suggest a draft that complies",
    discussion: """
      For a draft, - being standard input, its situation is told from its words and the templates
      that fit are listed, the best first, with what the draft tells filled in. What is not known
      stays as {{name}}. --situation names the situation instead; `templates list` shows them all.
      Exit status: 0 something is suggested, 1 nothing fits, 2 usage error or unreadable input.
      """,
    options: [
      OptionSpecification("--situation", "NAME", group: "Draft", "what it is about: late, damaged, thanks ...") {
        $0.situation = $1
      },
      OptionSpecification("--lang", "TAG", group: "Draft", "its language; default: told from the draft, else en") {
        $0.language = String($1.prefix { $0 != "-" && $0 != "_" })
      },
      OptionSpecification(
        "--channel", "NAME", group: "Draft", "who reads it: message or public_response; default: message"
      ) { options, name throws(UsageError) in
        guard let channel = Channel(name) else {
          throw .unknown(name, for: "--channel", known: Channel.allCases.map(\.name))
        }
        options.channel = channel
      },
      OptionSpecification(
        "--target", "NAME", group: "Draft", "what it talks about: seller_feedback, product_review or unknown"
      ) { options, name throws(UsageError) in
        guard let target = Target(name) else {
          throw .unknown(name, for: "--target", known: Target.allCases.map(\.name))
        }
        options.target = target
      },
      OptionSpecification("--marketplace", "MARKETPLACE", group: "Draft", "whose policy holds; default: amazon") {
        $0.marketplace = $1
      },
      OptionSpecification("--set", "NAME=VALUE", group: "Draft", "the value of a place; may be given again") {
        options, value throws(UsageError) in
        let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw UsageError("`--set` takes NAME=VALUE, not `\(value)`") }
        options.values[String(parts[0])] = String(parts[1])
      },
      OptionSpecification("--format", "FORMAT", group: "Output", "text or json; default: text") {
        options, value throws(UsageError) in
        guard ["text", "json"].contains(value) else { throw .unknown(value, for: "--format", known: ["text", "json"]) }
        options.isJSON = value == "json"
      },
      OptionSpecification("--lexicon", "FOLDER", group: "Draft", "a folder of lexicons and templates of your own") {
        $0.lexicons.append($1)
      },
    ],
    takeArgument: { options, word in options.paths.append(word) })

  static var description: CommandDescription { syntax.description(for: Options()) }

  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    switch try syntax.read(arguments, into: Options()) {
    case .help(let isLong):
      OutputFile.standardOutput.send(syntax.help(isLong: isLong))
      return ExitStatus.clean
    case .values(let options): return try run(options)
    }
  }

  private static func run(_ options: Options) throws(UsageError) -> Int32 {
    guard options.paths.count + (options.situation == nil ? 0 : 1) == 1 else {
      throw UsageError("`suggest` takes one FILE, - for standard input, or --situation NAME")
    }
    let files = try OwnLexicons.files(in: options.lexicons)
    let advisor = try OwnLexicons.make(options.lexicons) { files throws(LintingError) in try Advisor(lexicons: files) }
    let found: Advisor.Suggestions
    if let situation = options.situation {
      found = try suggestions(for: situation, advisor.library, options)
    } else {
      let draft = Draft(
        utf8: try text(of: options.paths[0]), channel: options.channel ?? .message, target: options.target,
        marketplace: options.marketplace, language: options.language)
      do throws(LintingError) {
        let findings = try Linter(lexicons: files).check(draft)
        found = try advisor.suggestions(
          for: draft, findings, marketplace: options.marketplace, setting: options.values)
      } catch {
        throw UsageError(error.description)
      }
      try advisor.library.checkLanguage(found.language)
    }
    if options.isJSON {
      OutputFile.standardOutput.send(SuggestionText.json(found))
    } else if !found.list.isEmpty {
      OutputFile.standardOutput.send(SuggestionText.text(found.list))
    }
    guard found.list.isEmpty else { return ExitStatus.clean }
    OutputFile.standardError.say("no situation is told by the draft; name one with --situation")
    return ExitStatus.findings
  }

  private static func suggestions(
    for situation: String, _ library: TemplateLibrary, _ options: Options
  ) throws(UsageError) -> Advisor.Suggestions {
    let language = options.language ?? "en"
    try library.checkLanguage(language)
    guard library.situations.contains(situation) else {
      throw .unknown(situation, for: "--situation", known: library.situations)
    }
    let found = Channel.allCases.filter { options.channel == nil || options.channel == $0 }.flatMap { channel in
      library.templates(
        for: situation, channel, language: language, marketplace: options.marketplace, target: options.target)
    }
    guard !found.isEmpty else {
      throw UsageError(
        "no template for `\(situation)` is offered there; see --channel, --target, --marketplace, and `templates list`")
    }
    let ranked = RankedSituation(name: situation)
    return Advisor.Suggestions(
      language: language, list: found.map { Suggestion($0, for: ranked, options.values) })
  }

  /// The text of a draft, from a file or standard input.
  private static func text(of path: String) throws(UsageError) -> [UInt8] {
    var bytes: [UInt8]
    do throws(SystemError) {
      bytes = path == "-" ? try File.standardInput.readAll() : try File(path: path).readAll()
    } catch {
      throw UsageError("\(path): \(error)")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError("\(path): the draft is not UTF-8; save it as UTF-8")
    }
    guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else { throw UsageError("\(path): the draft is empty") }
    return bytes
  }
}

extension TemplateLibrary {
  /// - Throws: That a language has no templates, and which have some.
  fileprivate func checkLanguage(_ language: String?) throws(UsageError) {
    guard let language, !templates.contains(where: { $0.language == language }) else { return }
    let languages = Set(templates.map(\.language)).sorted().joined(separator: ", ")
    throw UsageError("there are no templates in `\(language)`; there are some in \(languages); choose one with --lang")
  }
}
