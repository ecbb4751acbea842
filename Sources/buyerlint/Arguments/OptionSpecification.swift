/// One option of a command: its name, what it takes, what it does, and what help says of it.
///
/// Arguments are read by hand, not by swift-argument-parser: that takes 3.5 ms to read `check -` (it finds the options by
/// reflection), longer than all the rest of a run on a short draft.
struct OptionSpecification<Values>: Sendable {
  /// With its dashes: `--format`.
  let name: String

  /// What the value is called in help; nil for an option that takes none.
  ///
  /// Shells go by it: they offer files for `FILE`, rules for `RULE`, and so on as ``Vocabulary`` says, and several values
  /// for `RULE,...`. For other words they offer what ``apply`` names when it refuses a value.
  let placeholder: String?

  /// The heading in help.
  let group: String

  /// One line for `-h`, without a full stop.
  let summary: String

  /// What `--help` adds.
  let details: String

  /// Takes the value in (the empty string for an option without one).
  let apply: @Sendable (inout Values, String) throws(UsageError) -> Void

  init(
    _ name: String, _ placeholder: String? = nil, group: String, _ summary: String, details: String = "",
    apply: @escaping @Sendable (inout Values, String) throws(UsageError) -> Void
  ) {
    self.name = name
    self.placeholder = placeholder
    self.group = group
    self.summary = summary
    self.details = details
    self.apply = apply
  }
}

/// What the user asked for cannot be understood.
struct UsageError: Error {
  /// A line without a full stop for each mistake.
  let message: String

  /// The values that would have been right, where they are few.
  private(set) var known: [String] = []

  /// Where the help is that tells more.
  private(set) var help = "See `buyerlint --help`."

  init(_ message: String, known: [String] = []) {
    self.message = message
    self.known = known
  }

  init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }
}

extension UsageError {
  /// A value that is none of the known ones.
  static func unknown(_ value: String, for option: String, known: [String]) -> UsageError {
    let nearest = known.nearest(to: value).map { "; did you mean `\($0)`?" } ?? ""
    return UsageError(
      "`\(value)` is no value for `\(option)`\(nearest) It takes \(known.joined(separator: ", "))", known: known)
  }
}
