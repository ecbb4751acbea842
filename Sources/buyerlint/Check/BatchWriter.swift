internal import Checking
internal import Documents
internal import Linting
internal import Reporting
internal import SourceText

/// What came of a batch.
struct BatchResult {
  /// The bytes for each report, in the order of the reporters.
  var reports: [[UInt8]]

  /// What is said on standard error.
  var problems: [UInt8] = []
  var totals = Totals()

  /// Nothing yet, for a number of reports.
  init(reports count: Int) { reports = Array(repeating: [], count: count) }
}

/// Writes what a batch comes to: in each report, on standard error and in figures.
struct BatchWriter {
  let reporters: [any Reporter]

  /// Whether problems are named on standard error too.
  let saysProblems: Bool

  func add(_ report: DraftReport, failOn: Severity?, to result: inout BatchResult) {
    result.totals.count(report, failOn: failOn)
    if saysProblems, let problem = report.problem { say(problem, to: &result) }
    for index in reporters.indices {
      let before = result.reports[index].count
      if before > 0 { result.reports[index].append(contentsOf: reporters[index].separator) }
      let start = result.reports[index].count
      reporters[index].append(report, to: &result.reports[index])
      // What says nothing of a draft needs nothing between.
      if result.reports[index].count == start { result.reports[index].removeLast(start - before) }
    }
  }

  func add(_ notes: FileNotes, to result: inout BatchResult) {
    result.totals.count(notes.passedOver)
    for needless in notes.needless {
      let place = "\(needless.path):\(needless.position.line):\(needless.position.column)"
      say("\(place): \(needless.message)", to: &result)
    }
  }

  private func say(_ message: String, to result: inout BatchResult) {
    result.problems.append(visible: "buyerlint: \(message)")
    result.problems.append(UInt8(ascii: "\n"))
  }
}

extension Totals {
  fileprivate mutating func count(_ parts: PassedOverCounts) {
    codeBlocks += parts.code
    quotations += parts.quotations
    otherValues += parts.values
    attachments += parts.attachments
  }
}

extension DraftReport {
  /// What is to be said of the draft on standard error, if anything.
  fileprivate var problem: String? {
    let place =
      switch origin {
      case .document(let path, let draft): draft.map { "\(path) (\($0))" } ?? path
      case .record(let record): "\(record.path):\(record.line)"
      }
    switch outcome {
    case .passedOver: return nil
    case .failed(let failure):
      let position = failure.position.map { ":\($0.line):\($0.column)" } ?? ""
      return "\(place)\(position): \(failure.message)"
    case .checked(let checked):
      var notes: [String] = []
      if let bad = checked.undecodable { notes.append(bad.description) }
      if !checked.unchecked.isEmpty {
        notes.append("there is no lexicon for \(checked.unchecked.joined(separator: ", "))")
      }
      return notes.isEmpty ? nil : "\(place): not checked in full: \(notes.joined(separator: "; "))"
    }
  }
}
