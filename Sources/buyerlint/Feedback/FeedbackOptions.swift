internal import Feedback

/// What `buyerlint feedback` is asked to do.
struct FeedbackOptions: Sendable {
  enum Action: String, CaseIterable {
    case triage
    case metrics
  }

  enum InputFormat: String, CaseIterable {
    case report
    case csv
    case ndjson
  }

  enum Format: String, CaseIterable {
    case text
    case json
    case ndjson
    case csv
    case html
  }

  var action: Action?
  var paths: [String] = []
  var inputFormat: InputFormat?
  var format = Format.text
  var lexicons: [String] = []

  static let syntax = CommandSyntax<FeedbackOptions>(
    name: "buyerlint feedback", arguments: "triage | metrics FILE ...",
    summary: "Tell what to do about buyers' feedback, and its figures",
    discussion: """
      """,
    options: input + output,
    takeArgument: { options, argument throws(UsageError) in
      guard options.action == nil else { return options.paths.append(argument) }
      guard let action = Action(rawValue: argument) else {
        throw .unknown(argument, for: "feedback", known: Action.allCases.map(\.rawValue))
      }
      options.action = action
    })

  private static let input: [OptionSpecification<FeedbackOptions>] = [
    OptionSpecification(
      "--input-format", "FORMAT", group: "Input", "report, csv or ndjson; default: by the file's name"
    ) {
      options, name throws(UsageError) in
      guard let format = InputFormat(rawValue: name) else {
        throw .unknown(name, for: "--input-format", known: InputFormat.allCases.map(\.rawValue))
      }
      options.inputFormat = format
    },
    OptionSpecification("--lexicon", "FOLDER", group: "Input", "a folder of lexicons and templates of your own") {
      $0.lexicons.append($1)
    },
  ]

  private static let output: [OptionSpecification<FeedbackOptions>] = [
    OptionSpecification("--format", "FORMAT", group: "Output", "text, json, ndjson, csv or html; default: text") {
      options, name throws(UsageError) in
      guard let format = Format(rawValue: name) else {
        throw .unknown(name, for: "--format", known: Format.allCases.map(\.rawValue))
      }
      options.format = format
    }
  ]
}
