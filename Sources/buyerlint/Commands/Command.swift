internal import Documents

/// A command of the program: how it is called, and what runs it.
///
/// Help, the manual page and shells' completions know the commands from ``all`` and nowhere else.
struct Command: Sendable {
  let name: String

  /// The command as help and shells know it; made when it is asked for, since most runs need none of it.
  let description: @Sendable () -> CommandDescription

  /// Takes the arguments behind the name and answers the exit status.
  let run: @Sendable ([String]) throws(UsageError) -> Int32

  init(
    _ name: String, _ description: @escaping @Sendable () -> CommandDescription,
    run: @escaping @Sendable ([String]) throws(UsageError) -> Int32
  ) {
    self.name = name
    self.description = description
    self.run = run
  }

  /// The command that arguments mean which name none.
  static let defaultName = "check"

  static let all: [Command] = [
    Command(defaultName, { CheckOptions.syntax.description(for: CheckOptions()) }, run: CheckCommand.run),
    Command("fix", { FixOptions.syntax.description(for: FixOptions()) }, run: FixCommand.run),
    Command("rules", { RulesCommand.description }, run: RulesCommand.run),
    Command("explain", { ExplainCommand.description }, run: ExplainCommand.run),
    Command("templates", { TemplatesCommand.description }, run: TemplatesCommand.run),
    Command("suggest", { SuggestCommand.description }, run: SuggestCommand.run),
    Command("feedback", { FeedbackOptions.syntax.description(for: FeedbackOptions()) }, run: FeedbackCommand.run),
    Command("lexicon", { LexiconCommand.description }, run: LexiconCommand.run),
    Command("init", { InitCommand.description }, run: InitCommand.run),
    Command("lsp", { LanguageServerCommand.description }, run: LanguageServerCommand.run),
    Command("hook", { HookCommand.description }, run: HookCommand.run),
    Command("completions", { CompletionsCommand.description }, run: CompletionsCommand.run),
    Command("man", { ManCommand.description }, run: ManCommand.run),
  ]
}
