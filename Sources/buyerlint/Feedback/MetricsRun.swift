internal import Documents
internal import Feedback
internal import Linting
internal import Reporting

/// Figures, and what is to be said of the files that they are of.
struct MetricsReport {
  let metrics: Metrics
  let collection: FeedbackCollection
  let malformed: [MalformedRow]
}

/// Counts the entries of files and reports on them.
struct MetricsRun {
  private let triage: Triage
  private let facts: FeedbackFacts
  private let input: FeedbackInput

  init(_ triage: Triage, _ facts: FeedbackFacts, _ input: FeedbackInput) {
    self.triage = triage
    self.facts = facts
    self.input = input
  }

  /// Answers the exit status.
  func run(_ options: FeedbackOptions) throws(UsageError) -> Int32 {
    let collection = input.collection
    var results: [TriageResult?] = []
    do throws(LintingError) {
      for row in collection.rows {
        // Praise has no cause and nothing to ask for.
        guard (row.entry.rating ?? 1) <= 3 else {
          results.append(nil)
          continue
        }
        var row = row
        facts.complete(&row.entry)
        results.append(try facts.judge(row, triage))
      }
    } catch {
      throw UsageError(error.description)
    }
    let report = MetricsReport(
      metrics: Metrics(
        collection.rows, results, asOf: facts.asOf, isComplete: options.isComplete, orders: facts.orders),
      collection: collection, malformed: collection.malformed + (facts.orders?.malformed ?? []))
    let bytes =
      switch options.format {
      case .json, .ndjson: MetricsJSON.object(report)
      case .text: MetricsText.text(report)
      case .csv: MetricsTable.table(report.metrics)
      case .html: MetricsPage.page(report)
      }
    OutputFile.standardOutput.send(bytes)
    ReadingNotes.say(collection, malformed: report.malformed)
    return report.malformed.isEmpty ? ExitStatus.clean : ExitStatus.findings
  }
}

extension Metrics {
  /// The parts of all entries, the best first.
  static var parts: [(name: String, path: KeyPath<Counts, Int>)] {
    [("positive", \.positive), ("neutral", \.neutral), ("negative", \.negative)]
  }

  /// By how many percentage points a part has grown since the window before; nil where either has no share.
  func trend(_ part: KeyPath<Counts, Int>, _ figures: Figures) -> Int? {
    guard let now = percent(part, of: figures.counts), let before = percent(part, of: figures.before) else {
      return nil
    }
    return now - before
  }
}

/// Numbers of hundredths, as decimal fractions.
enum Hundredths {
  /// `4.05` for 405.
  static func text(_ number: Int) -> String {
    "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
  }
}
