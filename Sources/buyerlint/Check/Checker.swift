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

  private let linter: Linter
  private let options: CheckOptions
  private let review: FindingReview
  private let reporters: [any Reporter]
  private let saysProblems: Bool
  private let documents: DocumentReader
  private var records: RecordReader

  /// A checker that writes for some reporters; `saysProblems` also names each problem on standard error.
  init(
    _ linter: Linter, _ options: CheckOptions, _ review: FindingReview, _ reporters: [any Reporter], saysProblems: Bool
  ) {
    self.linter = linter
    self.options = options
    self.review = review
    self.reporters = reporters
    self.saysProblems = saysProblems
    documents = DocumentReader(options.reading)
    records = RecordReader(options)
  }

  /// Checks all drafts of a batch.
  mutating func check(_ batch: Batch) -> Result {
    var result = Result(reports: Array(repeating: [], count: reporters.count))
    switch batch.content {
    case .lines(let bytes, let start, let end, let firstLine):
      records(bytes, start..<end, path: batch.path, firstLine: firstLine, to: &result)
    case .files(let paths):
      for path in paths { document(path, Self.read(path), to: &result) }
    case .versions(let versions):
      for version in versions { check(version, to: &result) }
    case .standardInput: document(batch.path, Self.readStandardInput(), to: &result)
    case .failure(let message, let line):
      let origin: Origin =
        if let line { .record(Origin.Record(path: batch.path, line: line)) } else {
          .document(path: batch.path, draft: nil)
        }
      add(DraftReport(origin, .failed(Failure(message))), to: &result)
    }
    return result
  }

  /// Gets ready to judge what is found in a file.
  private func file(_ path: String, to result: inout Result) -> FindingReview.File {
    let file = review.file(path)
    for mistake in file.mistakes { add(DraftReport(mistake), to: &result) }
    return file
  }

  private func add(_ report: DraftReport, to result: inout Result) {
    result.totals.count(report)
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

  private mutating func check(_ version: GitVersion, to result: inout Result) {
    switch version.contents {
    case .failure(let error):
      add(DraftReport(.document(path: version.path, draft: nil), .failed(Failure(error.message))), to: &result)
    case .success(let bytes) where !bytes.isEmpty && options.kind(of: version.path) == .ndjson:
      let start = bytes.starts(with: RecordFile.byteOrderMark) ? RecordFile.byteOrderMark.count : 0
      records(bytes, start..<bytes.count, path: version.path, firstLine: 1, version.changes, to: &result)
    case .success(let bytes): document(version.path, .success(bytes), version.changes, to: &result)
    }
  }

  private static func read(_ path: String) -> Reading {
    Reading { () throws(SystemError) -> [UInt8] in try File(path: path).readAll() }
  }

  private static func readStandardInput() -> Reading {
    Reading { () throws(SystemError) -> [UInt8] in try File.standardInput.readAll() }
  }

  private func document(
    _ path: String, _ reading: Reading, _ changes: ChangedLines? = nil, to result: inout Result
  ) {
    let origin = Origin.document(path: path, draft: nil)
    switch reading {
    case .failure(let error): add(DraftReport(origin, .failed(Failure(error.description))), to: &result)
    case .success([]): add(DraftReport(origin, .passedOver(.empty)), to: &result)
    case .success(let bytes):
      do throws(ICUError) {
        let document = try documents.read(bytes, as: options.kind(of: path), path: path)
        result.totals.count(document.passedOver)
        let file = file(path, to: &result)
        var checker = DocumentChecker(linter, options, DraftReview(review, file), path: path, document, changes)
        checker.check { add($0, to: &result) }
        for note in checker.needless {
          result.problems.append(visible: "buyerlint: \(path):\(note)")
          result.problems.append(UInt8(ascii: "\n"))
        }
      } catch {
        add(DraftReport(origin, .failed(Failure(error.description))), to: &result)
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
  /// Checks the lines of a range; of those only the changed ones, where changes are told.
  private mutating func records(
    _ bytes: [UInt8], _ range: ByteRange, path: String, firstLine: Int, _ changes: ChangedLines? = nil,
    to result: inout Result
  ) {
    let file = file(path, to: &result)
    var at = range.lowerBound
    var line = firstLine
    while at < range.upperBound {
      let stop = LineFeeds.first(in: bytes.span, from: at).map { min($0, range.upperBound) } ?? range.upperBound
      if changes?.touches(at..<stop) != false { record(bytes, at..<stop, path: path, line: line, file, to: &result) }
      at = stop + 1
      line += 1
    }
  }

  private mutating func record(
    _ bytes: [UInt8], _ line: ByteRange, path: String, line number: Int, _ file: FindingReview.File,
    to result: inout Result
  ) {
    var origin = Origin.Record(path: path, line: number)
    do throws(RecordReader.Failure) {
      var record = try records.read(bytes.span, line)
      origin.id = record.id
      origin.echoed = record.echoed
      if record.isBuyers { return add(DraftReport(.record(origin), .passedOver(.buyer)), to: &result) }
      result.totals.quotations += QuotedHistory.blank(&record.draft.utf8)
      let checked = try examine(record, DraftReview(review, file), bytes, line, number)
      add(DraftReport(.record(origin), .checked(checked)), to: &result)
    } catch {
      add(DraftReport(.record(origin), .failed(Failure(error.message))), to: &result)
    }
  }

  private func examine(
    _ record: RecordReader.Record, _ draftReview: DraftReview, _ bytes: [UInt8], _ line: ByteRange, _ number: Int
  ) throws(RecordReader.Failure) -> Checked {
    var draftReview = draftReview
    // The place in the line is needed for findings alone.
    func text(_ utf8: [UInt8], _ value: JSONValue, _ examination: Examination) throws(LintingError) -> CheckedText {
      let items = try draftReview.items(examination.findings, in: utf8.span, withFingerprints: false)
      guard !items.isEmpty else { return CheckedText(utf8: utf8, source: nil, items: []) }
      let source = Array(bytes[line])
      let place = JSONValue(
        .string, (value.range.lowerBound - line.lowerBound)..<(value.range.upperBound - line.lowerBound),
        hasEscapes: value.hasEscapes)
      let map = place.sourceMap(in: source.span)
      return CheckedText(
        utf8: utf8, source: DraftSource(utf8: source, map: map, firstLine: number), items: items)
    }
    do throws(LintingError) {
      let examined = try ExaminedDraft(linter, record.draft, subject: record.subject)
      var checked = Checked(
        language: examined.text.language, text: try text(record.draft.utf8, record.textValue, examined.text))
      checked.unchecked = examined.unchecked
      if let found = examined.subject, let subject = record.subject, let value = record.subjectValue {
        checked.subject = try text(subject, value, found)
      }
      checked.accepted = draftReview.accepted
      return checked
    } catch {
      throw RecordReader.Failure(error.description)
    }
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
