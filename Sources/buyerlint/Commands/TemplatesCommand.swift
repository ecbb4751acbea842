internal import Advice
internal import Documents
internal import Linting
internal import Project
internal import Reporting

/// `buyerlint templates`: lists, shows and fills in compliant drafts.
enum TemplatesCommand {
  private struct Options: Sendable {
    var words: [String] = []
    var language: String?
    var channel: Channel?
    var marketplace: String?
    var values: [String: String] = [:]
    var lexicons: [String] = []
  }

  private static let syntax = CommandSyntax<Options>(
    name: "buyerlint templates", arguments: "list | show NAME | render NAME",
    summary: "Show drafts that comply, and fill them in",
    discussion: """
      list names them by situation; show prints one with its places, {{name}}; render fills the
      places in and fails where a value is missing.
      """,
    options: [
      OptionSpecification("--lang", "TAG", group: "Templates", "the language; default: all for list, else en") {
        $0.language = String($1.prefix { $0 != "-" && $0 != "_" })
      },
      OptionSpecification("--channel", "NAME", group: "Templates", "list only those for message or public_response") {
        options, name throws(UsageError) in
        guard let channel = Channel(name) else {
          throw .unknown(name, for: "--channel", known: Channel.allCases.map(\.name))
        }
        options.channel = channel
      },
      OptionSpecification("--marketplace", "MARKETPLACE", group: "Templates", "list only those that are offered there")
      {
        $0.marketplace = $1
      },
      OptionSpecification("--set", "NAME=VALUE", group: "Templates", "the value of a place; may be given again") {
        options, value throws(UsageError) in
        let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw UsageError("`--set` takes NAME=VALUE, not `\(value)`") }
        options.values[String(parts[0])] = String(parts[1])
      },
      OptionSpecification("--lexicon", "FOLDER", group: "Templates", "a folder of lexicons and templates of your own") {
        $0.lexicons.append($1)
      },
    ],
    takeArgument: { options, word in options.words.append(word) })

  static var description: CommandDescription { syntax.description(for: Options()) }

  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    switch try syntax.read(arguments, into: Options()) {
    case .help(let isLong): OutputFile.standardOutput.send(syntax.help(isLong: isLong))
    case .values(let options):
      let library = try OwnLexicons.make(options.lexicons) { files throws(LintingError) in
        try TemplateLibrary(lexicons: files)
      }
      switch (options.words.first, options.words.count) {
      case ("list", 1): OutputFile.standardOutput.send(try list(library, options))
      case ("show", 2):
        OutputFile.standardOutput.send(try template(library, options).source + "\n")
      case ("render", 2): OutputFile.standardOutput.send(try render(library, options))
      default: throw UsageError("`templates` takes `list`, `show NAME` or `render NAME`")
      }
    }
    return ExitStatus.clean
  }

  private static func list(_ library: TemplateLibrary, _ options: Options) throws(UsageError) -> String {
    let found = library.templates.filter { template in
      (options.language == nil || template.language == options.language)
        && (options.channel == nil || template.channel == options.channel)
        && (options.marketplace.map { template.marketplaces.isEmpty || template.marketplaces.contains($0) } ?? true)
    }
    guard !found.isEmpty else { throw UsageError("there is no such template; `buyerlint templates list` shows all") }
    let width = found.map(\.id.utf8.count).max() ?? 0
    return found.map { template in
      let id = template.id + String(repeating: " ", count: width - template.id.utf8.count)
      return "\(template.language)  \(id)  \(template.summary)\n"
    }.joined()
  }

  private static func template(_ library: TemplateLibrary, _ options: Options) throws(UsageError) -> Template {
    let language = options.language ?? "en"
    let name = options.words[1]
    let known = library.templates.filter { $0.language == language }
    guard !known.isEmpty else {
      let languages = Set(library.templates.map(\.language)).sorted().joined(separator: ", ")
      throw UsageError("there are no templates in `\(language)`; there are some in \(languages)")
    }
    guard let template = known.first(where: { $0.id == name }) else {
      let nearest = known.map(\.id).nearest(to: name).map { "; did you mean `\($0)`?" } ?? ""
      throw UsageError("no template is called `\(name)`\(nearest) `buyerlint templates list` shows all")
    }
    return template
  }

  private static func render(_ library: TemplateLibrary, _ options: Options) throws(UsageError) -> String {
    let template = try template(library, options)
    do throws(TemplateError) {
      return try template.rendered(with: options.values) + "\n"
    } catch {
      throw UsageError(error.faults.map { "template `\(template.id)`: \($0)" }.joined(separator: "\n"))
    }
  }
}
