internal import Advice
internal import Linting
internal import Project

/// What `buyerlint fix` was asked to do.
struct FixOptions: Sendable {
  /// What is to be read, and how it is judged.
  var input = CheckOptions()
  var safety = Fix.Safety.safe

  /// Whether a patch is printed and nothing written.
  var printsPatch = false

  /// Whether it is only told that something would change.
  var onlyChecks = false
}

extension FixOptions {
  static let syntax = CommandSyntax<FixOptions>(
    name: "buyerlint fix",
    arguments: "PATH ... | -",
    summary: "Mend drafts: take out what violates, and add nothing",
    discussion: """
      Files are rewritten in place; of standard input, -, the mended text is printed. Of ndjson on
      standard input an object is printed for each line: id, text, fixed, left (rules that are still
      broken) and template (what to write instead where too little would be left), or error.
      Safe fixes put words in the place of order IDs in public and take invisible characters out.
      --unsafe takes out sentences, and clauses where what is left is a whole sentence. Findings of
      severity info and accepted ones are left alone. Read what is left before you send it.
      Exit status: 0 done, 1 with --check where something would change, 2 usage error or something
      that could not be read or written.
      """,
    options: own + (CheckOptions.drafts + CheckOptions.rules + CheckOptions.configuration + shared).map(\.lifted),
    takeArgument: { options, argument in options.input.paths.append(argument) })

  private static let own: [OptionSpecification<FixOptions>] = [
    OptionSpecification("--unsafe", group: "Fixes", "take out sentences and clauses too") { options, _ in
      options.safety = .unsafe
    },
    OptionSpecification("--diff", group: "Fixes", "print a patch that `git apply` takes, and write nothing") {
      options, _ in options.printsPatch = true
    },
    OptionSpecification("--check", group: "Fixes", "write nothing; status 1 where something would change") {
      options, _ in options.onlyChecks = true
    },
  ]

  /// The options of `check` that say what is read and what is accepted.
  private static let shared: [OptionSpecification<CheckOptions>] =
    CheckOptions.input.filter { $0.name != "--echo" }
    + CheckOptions.acceptance.filter { ["--suppressions", "--no-suppressions"].contains($0.name) }
    + CheckOptions.output.filter { $0.name == "--quiet" }
    + CheckOptions.outcome.filter { $0.name == "--allow-empty" }
}

extension OptionSpecification<CheckOptions> {
  /// The option as one of `fix`.
  fileprivate var lifted: OptionSpecification<FixOptions> {
    OptionSpecification<FixOptions>(name, placeholder, group: group, summary, details: details) {
      options, value throws(UsageError) in try apply(&options.input, value)
    }
  }
}
