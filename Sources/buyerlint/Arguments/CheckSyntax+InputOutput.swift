internal import Checking
internal import Documents
internal import Project
internal import Reporting
internal import UnicodeText

extension CheckOptions {
  static let input: [OptionSpecification<CheckOptions>] =
    [
      OptionSpecification(
        "--input-format", "FORMAT", group: "Input", "what the input is; default: by the file's name, else text",
        details: """
          text, markdown, html, eml, csv, tsv, json, ndjson, yaml, po, strings, xcstrings or
          properties. ndjson is one JSON object a line with a member `text`, and maybe `id`,
          `channel`, `lang`, `target`, `marketplace`, `subject`, `author`, `proactive` and
          `final`.
          """
      ) { options, value throws(UsageError) in
        options.own.kind = Setting(try .named(value, for: "--input-format"), .commandLine("--input-format"))
      },
      OptionSpecification(
        "--stdin-filename", "FILE", group: "Input", "check standard input as if it were this file",
        details: "Its name tells what it is and which configuration holds; it need not be there."
      ) { $0.stdinFilename = $1 },
      OptionSpecification(
        "--fields", "NAME,...", group: "Input", "which columns or values of a document are drafts",
        details: """
          Columns of csv and tsv by their name or number; values of json and yaml by paths
          such as $.macros[*].body. Default: those called text, body, message and the like,
          and if none is, all that are sentences.
          """
      ) { $0.own.fields = Setting(($0.own.fields?.value ?? []) + $1.list, .commandLine("--fields")) },
      OptionSpecification(
        "--charset", "NAME", group: "Input", "the charset of files that do not tell it; default: utf-8"
      ) { options, name throws(UsageError) in
        guard let charset = Charset(named: name) else { throw UsageError("`--charset \(name)` is not known") }
        options.own.charset = Setting(charset, .commandLine("--charset"))
      },
    ] + fields

  private static let fields: [OptionSpecification<CheckOptions>] = [
    OptionSpecification("--text-field", "NAME", group: "Input", "the member of a record that holds the text") {
      $0.fields.text = $1
    },
    OptionSpecification("--id-field", "NAME", group: "Input", "the member that holds its id") { $0.fields.id = $1 },
    OptionSpecification("--channel-field", "NAME", group: "Input", "the member that holds its channel") {
      $0.fields.channel = $1
    },
    OptionSpecification("--lang-field", "NAME", group: "Input", "the member that holds its language") {
      $0.fields.language = $1
    },
    OptionSpecification("--target-field", "NAME", group: "Input", "the member that holds its target") {
      $0.fields.target = $1
    },
    OptionSpecification("--marketplace-field", "NAME", group: "Input", "the member that holds its marketplace") {
      $0.fields.marketplace = $1
    },
    OptionSpecification("--subject-field", "NAME", group: "Input", "the member that holds its subject") {
      $0.fields.subject = $1
    },
    OptionSpecification("--author-field", "NAME", group: "Input", "the member that holds its author, seller or buyer") {
      $0.fields.author = $1
    },
    OptionSpecification(
      "--proactive-field", "NAME", group: "Input", "the member that says whether the seller writes first"
    ) {
      $0.fields.proactive = $1
    },
    OptionSpecification("--final-field", "NAME", group: "Input", "the member that says whether it goes out as it is") {
      $0.fields.final = $1
    },
    OptionSpecification(
      "--echo", "KEY,...", group: "Input", "members of a record to copy to the output",
      details: "They are copied as they stand, to `json` and `ndjson`."
    ) { options, value throws(UsageError) in
      if let taken = value.list.first(where: reserved.contains) {
        throw UsageError("`--echo \(taken)` would hide a member of that name in the output")
      }
      options.fields.echoed += value.list
    },
  ]

  /// The names of the output's own members.
  private static let reserved = ["id", "lang", "findings", "unchecked", "passed_over", "error"]

  static let output: [OptionSpecification<CheckOptions>] = [
    OptionSpecification(
      "--format", "FORMAT[=FILE]", group: "Output", "how to report; default: text",
      details: """
        text, concise, grouped, json, ndjson, sarif, github, gitlab, junit, checkstyle,
        rdjson or html. May be given again: one run can write several reports, all but one
        to files.
        """
    ) { options, value throws(UsageError) in
      let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
      let format: OutputFormat = try .named(parts.first ?? "", for: "--format")
      options.outputs.append(Output(format: format, file: parts.count == 2 ? parts[1] : nil))
    },
    OptionSpecification(
      "--column-unit", "UNIT", group: "Output", "what columns count in concise and grouped; default: code-points",
      details: "code-points, bytes (Vim), utf-16 (Visual Studio Code) or screen (Emacs)."
    ) { options, value throws(UsageError) in
      options.columnUnit = try .named(value, for: "--column-unit")
    },
    OptionSpecification(
      "--statistics", group: "Output", "count findings by rule and by family, on standard error"
    ) { options, _ in options.showsStatistics = true },
    OptionSpecification(
      "--group-by", "KEY", group: "Output", "a row for each distinct sentence, in place of findings",
      details: """
        KEY is sentence, or the name of a member of records: then there is a row for
        each of its values. Rows tell how often they came, as text, json or ndjson on
        standard output. The first 100,000 are kept; the others are counted together.
        """
    ) { options, value throws(UsageError) in
      guard !value.isEmpty else { throw UsageError("`--group-by` needs `sentence` or the name of a member") }
      options.groupKey = value
    },
    OptionSpecification(
      "--mask", group: "Output", "mask personal data that was found, in all reports",
      details: "sarif, github, gitlab, junit and html do so unless --no-mask is given."
    ) { options, _ in options.isMasked = true },
    OptionSpecification("--no-mask", group: "Output", "show personal data in all reports") { options, _ in
      options.isMasked = false
    },
    OptionSpecification(
      "--color", "WHEN", group: "Output", "auto, always or never; default: auto",
      details: "auto colours on a terminal, unless NO_COLOR is set."
    ) { options, value throws(UsageError) in
      options.coloring = try .named(value, for: "--color")
    },
    OptionSpecification(
      "--no-advice", group: "Output", "findings without what to write in their place",
      details: "An audit of many drafts is faster without; `advice` is null in json and ndjson."
    ) { options, _ in options.givesAdvice = false },
    OptionSpecification(
      "--quiet", group: "Output", "findings alone: no summary, no footer and no progress",
      details: "What went wrong, and why the status is 2, is told on standard error all the same."
    ) { options, _ in options.isQuiet = true },
  ]
}

extension RawRepresentable<String> where Self: CaseIterable {
  /// The case of a name that was given for an option.
  static func named(_ name: String, for option: String) throws(UsageError) -> Self {
    guard let value = Self(rawValue: name) else {
      throw .unknown(name, for: option, known: allCases.map(\.rawValue))
    }
    return value
  }
}
