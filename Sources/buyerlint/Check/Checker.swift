internal import Documents
internal import JSONReading
internal import Linting
internal import Project
internal import Reporting
internal import SourceText
internal import UnicodeText

/// Checks batches and writes what each report says of them.
///
/// It belongs to one thread, and is not copied because that is slow where it is done for each record.
struct Checker: ~Copyable {
  /// What came of a batch.
  struct Result {
    /// The bytes for each report, in the order of the reporters.
    var reports: [[UInt8]]

    /// What is said on standard error.
    var problems: [UInt8] = []
    var totals = Totals()
  }

  private let settings: ProjectSettings
  private let reporters: [any Reporter]
  private let saysProblems: Bool
  private var records: RecordReader

  /// A checker that writes for some reporters; `saysProblems` also names each problem on standard error.
  init(
    _ settings: ProjectSettings, _ options: CheckOptions, _ reporters: [any Reporter], saysProblems: Bool
  ) {
    self.settings = settings
    self.reporters = reporters
    self.saysProblems = saysProblems
    records = RecordReader(options)
  }

  /// Checks all drafts of a batch.
  mutating func check(_ batch: Batch) -> Result {
    var result = Result(reports: Array(repeating: [], count: reporters.count))
    switch batch.content {
    case .lines(let bytes, let start, let end, let firstLine):
      guard let settings = settings(for: batch.path, to: &result) else { break }
      var at = start
      var line = firstLine
      while at < end {
        let stop = LineFeeds.first(in: bytes.span, from: at).map { min($0, end) } ?? end
        record(bytes, at..<stop, settings, path: batch.path, line: line, to: &result)
        at = stop + 1
        line += 1
      }
    case .files(let paths):
      for path in paths {
        if let settings = settings(for: path, to: &result) { document(path, Self.read(path), settings, to: &result) }
      }
    case .standardInput:
      if let settings = settings(for: batch.path, to: &result) {
        document(batch.path, Self.readStandardInput(), settings, to: &result)
      }
    case .failure(let message, let line):
      let origin: Origin =
        if let line { .record(Origin.Record(path: batch.path, line: line)) } else {
          .document(path: batch.path, draft: nil)
        }
      add(DraftReport(origin, .failed(Failure(message))), failOn: nil, to: &result)
    }
    return result
  }

  /// What holds for a file; nil, which is reported, for one whose configuration has become unreadable since the run began.
  private func settings(for path: String, to result: inout Result) -> FileSettings? {
    do throws(ProjectSettings.Failure) {
      return try settings.settings(for: path)
    } catch {
      let message = UsageError(error).message
      add(DraftReport(.document(path: path, draft: nil), .failed(Failure(message))), failOn: nil, to: &result)
      return nil
    }
  }

  private func add(_ report: DraftReport, failOn: Severity?, to result: inout Result) {
    result.totals.count(report, failOn: failOn)
    if saysProblems, let problem = report.problem {
      result.problems.append(visible: "buyerlint: \(problem)")
      result.problems.append(UInt8(ascii: "\n"))
    }
    for index in reporters.indices {
      let isFirst = result.reports[index].isEmpty
      if !isFirst { result.reports[index].append(contentsOf: reporters[index].separator) }
      reporters[index].append(report, to: &result.reports[index])
    }
  }
}

// MARK: Documents

extension Checker {
  private typealias Reading = Swift.Result<[UInt8], SystemError>

  private static func read(_ path: String) -> Reading {
    Reading { () throws(SystemError) -> [UInt8] in try File(path: path).readAll() }
  }

  private static func readStandardInput() -> Reading {
    Reading { () throws(SystemError) -> [UInt8] in try File.standardInput.readAll() }
  }

  private func document(_ path: String, _ reading: Reading, _ settings: FileSettings, to result: inout Result) {
    let failOn = settings.failOn.value
    let origin = Origin.document(path: path, draft: nil)
    switch reading {
    case .failure(let error):
      add(DraftReport(origin, .failed(Failure(error.description))), failOn: failOn, to: &result)
    case .success([]): add(DraftReport(origin, .passedOver(.empty)), failOn: failOn, to: &result)
    case .success(let bytes):
      do throws(ICUError) {
        let kind = settings.kind(of: path)
        let document = try DocumentReader(settings.reading).read(bytes, as: kind, path: path)
        result.totals.count(document.passedOver)
        var checker = DocumentChecker(settings, path: path, document)
        checker.check { add($0, failOn: failOn, to: &result) }
      } catch {
        add(DraftReport(origin, .failed(Failure(error.description))), failOn: failOn, to: &result)
      }
    }
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

// MARK: Records

extension Checker {
  private mutating func record(
    _ bytes: [UInt8], _ line: ByteRange, _ settings: FileSettings, path: String, line number: Int,
    to result: inout Result
  ) {
    var origin = Origin.Record(path: path, line: number)
    let failOn = settings.failOn.value
    do throws(RecordReader.Failure) {
      var record = try records.read(bytes.span, line, settings)
      origin.id = record.id
      origin.echoed = record.echoed
      if record.isBuyers {
        return add(DraftReport(.record(origin), .passedOver(.buyer)), failOn: failOn, to: &result)
      }
      result.totals.quotations += QuotedHistory.blank(&record.draft.utf8)
      let checked = try examine(record, bytes, line, number, settings.linter)
      add(DraftReport(.record(origin), .checked(checked)), failOn: failOn, to: &result)
    } catch {
      add(DraftReport(.record(origin), .failed(Failure(error.message))), failOn: failOn, to: &result)
    }
  }

  private func examine(
    _ record: RecordReader.Record, _ bytes: [UInt8], _ line: ByteRange, _ number: Int, _ linter: Linter
  ) throws(RecordReader.Failure) -> Checked {
    // The place in the line is needed for findings alone.
    func text(_ utf8: [UInt8], _ value: JSONValue, _ examination: Examination) -> CheckedText {
      guard !examination.findings.isEmpty else { return CheckedText(utf8, nil, examination) }
      let source = Array(bytes[line])
      let place = JSONValue(
        .string, (value.range.lowerBound - line.lowerBound)..<(value.range.upperBound - line.lowerBound),
        hasEscapes: value.hasEscapes)
      let map = place.sourceMap(in: source.span)
      return CheckedText(utf8, DraftSource(utf8: source, map: map, firstLine: number), examination)
    }
    do throws(LintingError) {
      let examined = try ExaminedDraft(linter, record.draft, subject: record.subject)
      var checked = Checked(
        language: examined.text.language, text: text(record.draft.utf8, record.textValue, examined.text))
      checked.unchecked = examined.unchecked
      if let found = examined.subject, let subject = record.subject, let value = record.subjectValue {
        checked.subject = text(subject, value, found)
      }
      return checked
    } catch {
      throw RecordReader.Failure(error.description)
    }
  }
}

extension CheckedText {
  fileprivate init(_ utf8: [UInt8], _ source: DraftSource?, _ examination: Examination) {
    self.init(utf8: utf8, source: source, items: examination.findings.map { ReportItem($0) })
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
