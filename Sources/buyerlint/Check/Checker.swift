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
  private let review: FindingReview
  private let counsel: Counsel?
  private let reporters: [any Reporter]
  private let saysProblems: Bool

  /// Whether a report needs fingerprints of records too, and what was accepted.
  private let keepsDetails: Bool
  private var records: RecordReader

  /// A checker that writes for some reporters; `saysProblems` also names each problem on standard error.
  init(
    _ settings: ProjectSettings, _ options: CheckOptions, _ review: FindingReview, _ counsel: Counsel?,
    _ reporters: [any Reporter], saysProblems: Bool
  ) {
    self.settings = settings
    self.review = review
    self.counsel = counsel
    self.reporters = reporters
    self.saysProblems = saysProblems
    keepsDetails = options.keepsDetails
    records = RecordReader(options)
  }

  /// Checks all drafts of a batch.
  mutating func check(_ batch: Batch) -> Result {
    var result = Result(reports: Array(repeating: [], count: reporters.count))
    switch batch.content {
    case .lines(let bytes, let start, let end, let firstLine):
      guard let terms = terms(for: batch.path, to: &result) else { break }
      records(bytes, start..<end, terms, path: batch.path, firstLine: firstLine, to: &result)
    case .files(let paths):
      for path in paths {
        if let terms = terms(for: path, to: &result) { document(path, Self.read(path), terms, to: &result) }
      }
    case .versions(let versions):
      for version in versions {
        if let terms = terms(for: version.path, to: &result) { check(version, terms, to: &result) }
      }
    case .standardInput:
      if let terms = terms(for: batch.path, to: &result) {
        document(batch.path, Self.readStandardInput(), terms, to: &result)
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

  /// What the drafts of a file are judged by.
  private struct Terms {
    let settings: FileSettings
    let accepted: FindingReview.File

    var failOn: Severity? { settings.failOn.value }
  }

  /// What holds for a file; nil, which is reported, for one whose configuration has become unreadable since the run began.
  private func terms(for path: String, to result: inout Result) -> Terms? {
    do throws(ProjectSettings.Failure) {
      let settings = try settings.settings(for: path)
      let file = review.file(path, settings)
      for mistake in file.mistakes { add(DraftReport(mistake), failOn: nil, to: &result) }
      return Terms(settings: settings, accepted: file)
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
      let before = result.reports[index].count
      if before > 0 { result.reports[index].append(contentsOf: reporters[index].separator) }
      let start = result.reports[index].count
      reporters[index].append(report, to: &result.reports[index])
      // What says nothing of a draft needs nothing between.
      if result.reports[index].count == start { result.reports[index].removeLast(start - before) }
    }
  }
}

// MARK: Documents

extension Checker {
  private typealias Reading = Swift.Result<[UInt8], SystemError>

  private mutating func check(_ version: GitVersion, _ terms: Terms, to result: inout Result) {
    switch version.contents {
    case .failure(let error):
      add(
        DraftReport(.document(path: version.path, draft: nil), .failed(Failure(error.message))), failOn: nil,
        to: &result)
    case .success(let bytes) where !bytes.isEmpty && terms.settings.kind(of: version.path) == .ndjson:
      let start = bytes.starts(with: RecordFile.byteOrderMark) ? RecordFile.byteOrderMark.count : 0
      records(bytes, start..<bytes.count, terms, path: version.path, firstLine: 1, version.changes, to: &result)
    case .success(let bytes): document(version.path, .success(bytes), terms, version.changes, to: &result)
    }
  }

  private static func read(_ path: String) -> Reading {
    Reading { () throws(SystemError) -> [UInt8] in try File(path: path).readAll() }
  }

  private static func readStandardInput() -> Reading {
    Reading { () throws(SystemError) -> [UInt8] in try File.standardInput.readAll() }
  }

  private func document(
    _ path: String, _ reading: Reading, _ terms: Terms, _ changes: ChangedLines? = nil, to result: inout Result
  ) {
    let failOn = terms.failOn
    let origin = Origin.document(path: path, draft: nil)
    switch reading {
    case .failure(let error):
      add(DraftReport(origin, .failed(Failure(error.description))), failOn: failOn, to: &result)
    case .success([]): add(DraftReport(origin, .passedOver(.empty)), failOn: failOn, to: &result)
    case .success(let bytes):
      do throws(ICUError) {
        let kind = terms.settings.kind(of: path)
        let document = try DocumentReader(terms.settings.reading).read(bytes, as: kind, path: path)
        result.totals.count(document.passedOver)
        var checker = DocumentChecker(
          terms.settings, DraftReview(review, terms.accepted, keepsAccepted: keepsDetails), counsel, path: path,
          document,
          changes)
        checker.check { add($0, failOn: failOn, to: &result) }
        for note in checker.needless {
          result.problems.append(visible: "buyerlint: \(path):\(note)")
          result.problems.append(UInt8(ascii: "\n"))
        }
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
  /// Checks the lines of a range; of those only the changed ones, where changes are told.
  private mutating func records(
    _ bytes: [UInt8], _ range: ByteRange, _ terms: Terms, path: String, firstLine: Int,
    _ changes: ChangedLines? = nil, to result: inout Result
  ) {
    var at = range.lowerBound
    var line = firstLine
    while at < range.upperBound {
      let stop = LineFeeds.first(in: bytes.span, from: at).map { min($0, range.upperBound) } ?? range.upperBound
      if changes?.touches(at..<stop) != false { record(bytes, at..<stop, terms, path: path, line: line, to: &result) }
      at = stop + 1
      line += 1
    }
  }

  private mutating func record(
    _ bytes: [UInt8], _ line: ByteRange, _ terms: Terms, path: String, line number: Int,
    to result: inout Result
  ) {
    var origin = Origin.Record(path: path, line: number)
    let failOn = terms.failOn
    do throws(RecordReader.Failure) {
      var record = try records.read(bytes.span, line, terms.settings)
      origin.id = record.id
      origin.echoed = record.echoed
      if record.isBuyers {
        return add(DraftReport(.record(origin), .passedOver(.buyer)), failOn: failOn, to: &result)
      }
      result.totals.quotations += QuotedHistory.blank(&record.draft.utf8)
      let checked = try examine(record, terms, bytes, line, number)
      add(DraftReport(.record(origin), .checked(checked)), failOn: failOn, to: &result)
    } catch {
      add(DraftReport(.record(origin), .failed(Failure(error.message))), failOn: failOn, to: &result)
    }
  }

  private func examine(
    _ record: RecordReader.Record, _ terms: Terms, _ bytes: [UInt8], _ line: ByteRange, _ number: Int
  ) throws(RecordReader.Failure) -> Checked {
    var draftReview = DraftReview(review, terms.accepted, keepsAccepted: keepsDetails)
    // The place in the line is needed for findings alone.
    func text(_ utf8: [UInt8], _ value: JSONValue, _ examination: Examination) throws(LintingError) -> CheckedText {
      let items = try draftReview.items(examination.findings, in: utf8.span, withFingerprints: keepsDetails)
      let accepted = draftReview.acceptedItems
      guard !items.isEmpty || !accepted.isEmpty else { return CheckedText(utf8: utf8, source: nil, items: []) }
      let source = Array(bytes[line])
      let place = JSONValue(
        .string, (value.range.lowerBound - line.lowerBound)..<(value.range.upperBound - line.lowerBound),
        hasEscapes: value.hasEscapes)
      let map = place.sourceMap(in: source.span)
      return CheckedText(
        utf8: utf8, source: DraftSource(utf8: source, map: map, firstLine: number), items: items, accepted: accepted)
    }
    do throws(LintingError) {
      let examined = try ExaminedDraft(terms.settings.linter, record.draft, subject: record.subject)
      var checked = Checked(
        language: examined.text.language, text: try text(record.draft.utf8, record.textValue, examined.text))
      checked.unchecked = examined.unchecked
      if let found = examined.subject, let subject = record.subject, let value = record.subjectValue {
        checked.subject = try text(subject, value, found)
      }
      checked.accepted = draftReview.accepted
      try counsel?.advise(&checked, record.draft, terms.settings)
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
