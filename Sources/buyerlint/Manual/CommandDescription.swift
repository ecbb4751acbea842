/// What there is to tell of a command, whatever its options are read into.
struct CommandDescription {
  struct Option {
    /// With its dashes.
    let name: String
    let placeholder: String?
    let group: String
    let summary: String
    let details: String

    /// The words that the option takes, or for `RULE=LEVEL` those behind the `=`; empty where they are not few.
    let words: [String]
  }

  /// The command's own name: `check`.
  let name: String
  let arguments: String
  let summary: String
  let discussion: String
  let options: [Option]
}

extension CommandSyntax {
  /// The command as a description.
  func description(for initial: Values) -> CommandDescription {
    CommandDescription(
      name: String(name.drop { $0 != " " }.dropFirst()), arguments: arguments, summary: summary,
      discussion: discussion,
      options: options.map { option in
        CommandDescription.Option(
          name: option.name, placeholder: option.placeholder, group: option.group, summary: option.summary,
          details: option.details, words: option.words(for: initial))
      })
  }
}

extension OptionSpecification {
  /// The words that the option takes.
  ///
  /// It is asked for them: given a value that none takes it refuses it, and says what it knows. So no second list can
  /// differ from what is accepted.
  fileprivate func words(for initial: Values) -> [String] {
    guard let placeholder else { return [] }
    var values = initial
    do throws(UsageError) {
      try apply(&values, placeholder.contains("=") && !placeholder.contains("[") ? "\0=\0" : "\0")
      return []
    } catch {
      return error.known
    }
  }
}
