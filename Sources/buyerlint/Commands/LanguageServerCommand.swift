internal import Checking
internal import Documents
internal import LanguageServer
internal import Project
internal import Reporting

/// `buyerlint lsp`.
enum LanguageServerCommand {
  fileprivate struct Options: Sendable {
    /// What drafts are held to.
    var input = CheckOptions()

    /// Why findings are accepted that the editor is told to suppress; nil for the server's own words.
    var reason: String?
  }

  private static let syntax = CommandSyntax<Options>(
    name: "buyerlint lsp", arguments: "", summary: "Serve editors that speak the Language Server Protocol",
    discussion: """
      The server reads standard input and writes standard output; editors start it themselves, as docs/editors.md
      shows. It checks drafts while they are written, by the configurations that `check` finds for them.
      An editor may send the options below as settings, by their names without dashes.
      """,
    options: shared.map(\.lifted) + [reason],
    takeArgument: { _, argument throws(UsageError) in
      // Editors add these by themselves.
      guard argument == "--stdio" else { throw UsageError("`lsp` takes no PATH, as it does `\(argument)`") }
    })

  /// The options of `check` that say how drafts are judged.
  private static let shared: [OptionSpecification<CheckOptions>] =
    CheckOptions.drafts + CheckOptions.rules
    + CheckOptions.configuration.filter { ["--config", "--no-config"].contains($0.name) }
    + CheckOptions.acceptance.filter { ["--suppressions", "--no-suppressions", "--baseline"].contains($0.name) }
    + CheckOptions.input.filter { ["--input-format", "--fields"].contains($0.name) || $0.name.hasSuffix("-field") }

  private static let reason = OptionSpecification<Options>(
    "--reason", "TEXT", group: "Acceptance", "why findings are accepted that the editor is told to suppress"
  ) { options, text throws(UsageError) in
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
      throw UsageError("`--reason` says in words why findings are accepted")
    }
    options.reason = text
  }

  static var description: CommandDescription { syntax.description(for: Options()) }

  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    let options: Options
    switch try syntax.read(arguments.filter { $0 != "--stdio" }, into: Options()) {
    case .help(let isLong):
      OutputFile.standardOutput.send(syntax.help(isLong: isLong))
      return ExitStatus.clean
    case .values(let values): options = values
    }
    return LanguageServer.run(version: Program.version, serverOptions(options)) { settings throws(SettingsMistake) in
      try serverOptions(adding(settings, to: options))
    }
  }

  private static func serverOptions(_ options: Options) -> ServerOptions {
    var server = ServerOptions()
    server.own = options.input.own
    server.lexicons = options.input.lexicons
    server.source = options.input.configuration
    server.review = options.input.review
    server.fields = options.input.fields
    if let reason = options.reason { server.reason = reason }
    return server
  }

  /// Lays the settings of an editor over options.
  private static func adding(
    _ settings: [(name: String, values: [String])], to options: Options
  ) throws(SettingsMistake) -> Options {
    var options = options
    do throws(UsageError) {
      for (name, values) in settings {
        guard let option = syntax.options.first(where: { $0.name == "--\(name)" }) else {
          let nearest = syntax.options.map { String($0.name.dropFirst(2)) }.nearest(to: name)
          throw UsageError("unknown setting `\(name)`\(nearest.map { "; did you mean `\($0)`?" } ?? "")")
        }
        if option.placeholder == nil {
          guard values == ["true"] || values == ["false"] else {
            throw UsageError("`\(name)` is true or false")
          }
          if values == ["true"] { try option.apply(&options, "") }
        } else {
          for value in values { try option.apply(&options, value) }
        }
      }
    } catch {
      throw SettingsMistake(error.message)
    }
    return options
  }
}

extension OptionSpecification<CheckOptions> {
  /// The option as one of `lsp`.
  fileprivate var lifted: OptionSpecification<LanguageServerCommand.Options> {
    OptionSpecification<LanguageServerCommand.Options>(name, placeholder, group: group, summary, details: details) {
      options, value throws(UsageError) in try apply(&options.input, value)
    }
  }
}
