internal import Documents
internal import Feedback
internal import Linting
internal import Reporting

/// An entry of a file, and all that is said of it.
struct TriagedEntry {
  let row: FeedbackRow
  let result: TriageResult

  /// What was done about it before.
  let deed: HandledFile.Deed?

  /// What is wrong with what the seller has answered in public.
  let findings: [Finding]
}

/// What triage says of the entries of some files.
struct TriageReport {
  let entries: [TriagedEntry]

  /// How many entries with 4 or 5 stars were passed over.
  let passedOver: Int
  let asOf: CalendarDate
  let collection: FeedbackCollection
  let malformed: [MalformedRow]
}

/// Judges the entries of files and reports on them.
struct TriageRun {
  private let triage: Triage
  private let linter: Linter
  private let facts: FeedbackFacts
  private let input: FeedbackInput

  init(_ triage: Triage, _ linter: Linter, _ facts: FeedbackFacts, _ input: FeedbackInput) {
    self.triage = triage
    self.linter = linter
    self.facts = facts
    self.input = input
  }

  /// Answers the exit status.
  func run(_ options: FeedbackOptions, _ handled: inout HandledRecord) throws(UsageError) -> Int32 {
    let report: TriageReport
    do throws(LintingError) {
      report = try self.report(showsAll: options.showsAll, &handled)
    } catch {
      throw UsageError(error.description)
    }
    let bytes =
      switch options.format {
      case .text: TriageText.text(report)
      case .json: TriageJSON.object(report)
      case .ndjson: TriageJSON.lines(report)
      case .csv: TriageTable.table(report)
      case .html: TriagePage.page(report)
      }
    OutputFile.standardOutput.send(bytes)
    ReadingNotes.say(input.collection, malformed: report.malformed)
    return report.malformed.isEmpty ? ExitStatus.clean : ExitStatus.findings
  }

  private func report(showsAll: Bool, _ handled: inout HandledRecord) throws(LintingError) -> TriageReport {
    var entries: [TriagedEntry] = []
    var passedOver = 0
    for row in input.collection.rows {
      var row = row
      facts.complete(&row.entry)
      let findings = try self.findings(in: row.entry)
      // What is wrong with an answer has to be known, whatever it answers.
      if !showsAll, (row.entry.rating ?? 1) >= 4, !findings.contains(where: { $0.severity >= .warning }) {
        passedOver += 1
        continue
      }
      var result = try facts.judge(row, triage)
      let deed = handled.follow(&result, row.entry, facts.asOf)
      entries.append(TriagedEntry(row: row, result: result, deed: deed, findings: findings))
    }
    return TriageReport(
      entries: entries, passedOver: passedOver, asOf: facts.asOf, collection: input.collection,
      malformed: input.collection.malformed + (facts.orders?.malformed ?? []))
  }

  private func findings(in entry: FeedbackEntry) throws(LintingError) -> [Finding] {
    guard let response = entry.response else { return [] }
    return try linter.check(Draft(response, channel: .publicResponse, target: .sellerFeedback))
  }
}
