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
  var country: Country?
  var language: String?
  var orders: [String] = []

  /// What holds where neither the input nor the orders tell it.
  var fulfillment: FeedbackEntry.Fulfillment?
  var isShippedOnTime: Bool?
  var hasBuyShipping: Bool?
  var asOf: CalendarDate?
  var lexicons: [String] = []
  var handled: String?
  var showsAll = false
  var isComplete = false
  var format = Format.text

  static let syntax = CommandSyntax<FeedbackOptions>(
    name: "buyerlint feedback", arguments: "triage | metrics FILE ...",
    summary: "Tell what to do about buyers' feedback, and its figures",
    discussion: """
      FILE is the feedback report of the marketplace, packed or not; - is standard input. triage
      tells for each negative or neutral entry what caused it, whether the marketplace takes it
      out of the rating, and what to write. metrics counts 30, 90 and 365 days and all.
      Exit status: 0 all was read, 1 rows of a report are malformed and were kept aside, 2 usage
      error, or a file or a record that cannot be read.
      What triage says is neither the marketplace's decision nor legal advice.
      """,
    options: input + orderOptions + triage + metrics + output,
    takeArgument: { options, argument throws(UsageError) in
      guard options.action == nil else { return options.paths.append(argument) }
      guard let action = Action(rawValue: argument) else {
        throw .unknown(argument, for: "feedback", known: Action.allCases.map(\.rawValue))
      }
      options.action = action
    })

  private static let input: [OptionSpecification<FeedbackOptions>] = [
    OptionSpecification(
      "--input-format", "FORMAT", group: "Input", "report, csv or ndjson; default: by the file's name, else report",
      details: """
        report is the marketplace's flat file. csv has columns by name: comment, and maybe id,
        lang, rating, response, date, order_date, fulfillment (amazon or merchant),
        shipped_on_time and buy_shipping (yes or no). ndjson is one JSON object a line with
        members of the same names.
        """
    ) { options, name throws(UsageError) in
      options.inputFormat = try .named(name, for: "--input-format")
    },
    OptionSpecification(
      "--country", "CODE", group: "Input", "whose marketplace the files are from; default: told by buyers' addresses",
      details: "It tells how days are written, and the encoding of files that are not in UTF-8."
    ) { options, code throws(UsageError) in
      guard let country = Country(code: code) else {
        throw .unknown(code, for: "--country", known: Country.allCases.map(\.rawValue))
      }
      options.country = country
    },
    OptionSpecification(
      "--as-of", "DATE", group: "Input", "the day that is counted from, such as 2026-05-31; default: today"
    ) { options, text throws(UsageError) in
      guard let date = CalendarDate(iso: text) else {
        throw UsageError("`--as-of` takes a date such as 2026-05-31, not `\(text)`")
      }
      options.asOf = date
    },
    OptionSpecification("--lang", "TAG", group: "Input", "the comments' language; default: told from their words") {
      $0.language = $1
    },
    OptionSpecification("--lexicon", "FOLDER", group: "Input", "a folder of lexicons and templates of your own") {
      $0.lexicons.append($1)
    },
  ]

  private static let orderOptions: [OptionSpecification<FeedbackOptions>] = [
    OptionSpecification(
      "--orders", "FILE", group: "Orders", "the marketplace's orders report, or a table; may be given again",
      details: """
        It tells what feedback reports lack: amazon-order-id, purchase-date and
        fulfillment-channel, and where there are such columns shipped-on-time (or ship-date and
        latest-ship-date) and buy-shipping.
        """
    ) { $0.orders.append($1) },
    OptionSpecification(
      "--fulfillment", "WHO", group: "Orders", "who sends orders of which nothing is known: amazon or merchant"
    ) { options, name throws(UsageError) in
      guard let value = FeedbackEntry.Fulfillment(rawValue: name) else {
        throw .unknown(name, for: "--fulfillment", known: FeedbackEntry.Fulfillment.allCases.map(\.rawValue))
      }
      options.fulfillment = value
    },
    OptionSpecification("--shipped-on-time", "ANSWER", group: "Orders", "whether they were sent in time: yes or no") {
      options, answer throws(UsageError) in
      options.isShippedOnTime = try Answer.named(answer, for: "--shipped-on-time") == .yes
    },
    OptionSpecification(
      "--buy-shipping", "ANSWER", group: "Orders", "whether their labels were bought of the marketplace: yes or no"
    ) { options, answer throws(UsageError) in
      options.hasBuyShipping = try Answer.named(answer, for: "--buy-shipping") == .yes
    },
  ]

  private static let triage: [OptionSpecification<FeedbackOptions>] = [
    OptionSpecification(
      "--handled", "FILE", group: "Triage", "what was done before; what is suggested is added to it",
      details: """
        A table with the columns order_id, action and date, made where it is not there. What a
        line of it names is not suggested a second time.
        """
    ) { $0.handled = $1 },
    OptionSpecification("--all", group: "Triage", "tell of entries with 4 or 5 stars too") { options, _ in
      options.showsAll = true
    },
  ]

  private static let metrics: [OptionSpecification<FeedbackOptions>] = [
    OptionSpecification(
      "--complete", group: "Metrics", "the files hold all feedback, even where none is positive",
      details: "Otherwise percentages are left out then: the marketplace's reports hold 1 to 3 stars alone."
    ) { options, _ in options.isComplete = true }
  ]

  private static let output: [OptionSpecification<FeedbackOptions>] = [
    OptionSpecification(
      "--format", "FORMAT", group: "Output", "text, json, ndjson, csv or html; default: text",
      details: "ndjson is for triage alone."
    ) { options, name throws(UsageError) in options.format = try .named(name, for: "--format") }
  ]

  private enum Answer: String, CaseIterable {
    case yes
    case no
  }

  /// - Throws: Options that the action does nothing with.
  func check(for action: Action) throws(UsageError) {
    switch action {
    case .triage: if isComplete { throw UsageError("`--complete` belongs to `feedback metrics`") }
    case .metrics:
      if handled != nil { throw UsageError("`--handled` belongs to `feedback triage`") }
      if showsAll { throw UsageError("`--all` belongs to `feedback triage`; metrics counts all entries") }
      if format == .ndjson { throw UsageError("`--format ndjson` belongs to `feedback triage`; metrics has `json`") }
    }
  }
}
