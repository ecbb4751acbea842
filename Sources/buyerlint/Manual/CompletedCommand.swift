/// A command as shells complete it.
struct CompletedCommand {
  struct Option {
    let name: String
    let summary: String
    let placeholder: String

    /// What stands for the value; nil where there is none.
    let offer: Offer?
  }

  let name: String
  let summary: String
  let options: [Option]

  /// What stands for the arguments.
  let arguments: Offer

  init(_ command: CommandDescription, _ vocabulary: Vocabulary) {
    name = command.name
    summary = command.summary
    let help = Option(name: "--help", summary: "help in full", placeholder: "", offer: nil)
    options =
      command.options.map { option in
        Option(
          name: option.name, summary: option.summary, placeholder: option.placeholder ?? "",
          offer: vocabulary.offer(for: option))
      } + [help]
    arguments = vocabulary.offer(for: command)
  }
}

extension String {
  /// The text with a backslash before each of some characters.
  func escaping(_ characters: String) -> String {
    var text = ""
    for character in self {
      if characters.contains(character) { text += "\\" }
      text.append(character)
    }
    return text
  }

  /// The text between single quotes, as bash and zsh read it.
  var quotedForShell: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
