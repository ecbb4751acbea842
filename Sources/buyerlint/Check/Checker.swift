internal import Checking
internal import Documents
internal import Project
internal import Reporting
internal import SourceText

/// Checks batches and writes what each report says of them.
///
/// It belongs to one thread, and is not copied because that is slow where it is done for each record.
struct Checker: ~Copyable {
  private let settings: ProjectSettings
  private let review: FindingReview
  private let writer: BatchWriter
  private var files: FileChecker

  /// A checker that writes for some reporters; `saysProblems` also names each problem on standard error.
  init(
    _ settings: ProjectSettings, _ options: CheckOptions, _ review: FindingReview, _ counsel: Counsel?,
    _ reporters: [any Reporter], saysProblems: Bool
  ) {
    self.settings = settings
    self.review = review
    writer = BatchWriter(reporters: reporters, saysProblems: saysProblems)
    files = FileChecker(review, options.fields, keepsDetails: options.keepsDetails, advise: counsel?.advise)
  }

  /// Checks all drafts of a batch.
  mutating func check(_ batch: Batch) -> BatchResult {
    var result = BatchResult(reports: writer.reporters.count)
    switch batch.content {
    case .lines(let bytes, let start, let end, let firstLine):
      guard let terms = terms(for: batch.path, to: &result) else { break }
      records(bytes, start..<end, terms, firstLine: firstLine, to: &result)
    case .files(let paths):
      for path in paths {
        if let terms = terms(for: path, to: &result) { document(Self.read(path), terms, to: &result) }
      }
    case .versions(let versions):
      for version in versions {
        if let terms = terms(for: version.path, to: &result) { check(version, terms, to: &result) }
      }
    case .standardInput:
      if let terms = terms(for: batch.path, to: &result) { document(Self.readStandardInput(), terms, to: &result) }
    case .failure(let message, let line):
      let origin: Origin =
        if let line { .record(Origin.Record(path: batch.path, line: line)) } else {
          .document(path: batch.path, draft: nil)
        }
      writer.add(DraftReport(origin, .failed(Failure(message))), failOn: nil, to: &result)
    }
    return result
  }

  /// What holds for a file; nil, which is reported, for one whose configuration has become unreadable since the run began.
  private func terms(for path: String, to result: inout BatchResult) -> FileTerms? {
    do throws(ProjectSettings.Failure) {
      let terms = FileTerms(path, try settings.settings(for: path), review)
      for mistake in terms.mistakes { writer.add(DraftReport(mistake), failOn: nil, to: &result) }
      return terms
    } catch {
      fail(path, UsageError(error).message, nil, to: &result)
      return nil
    }
  }

  private func fail(_ path: String, _ message: String, _ terms: FileTerms?, to result: inout BatchResult) {
    let report = DraftReport(.document(path: path, draft: nil), .failed(Failure(message)))
    writer.add(report, failOn: terms?.settings.failOn.value, to: &result)
  }
}

// MARK: Files

extension Checker {
  private typealias Reading = Swift.Result<[UInt8], SystemError>

  private static func read(_ path: String) -> Reading {
    Reading { () throws(SystemError) -> [UInt8] in try File(path: path).readAll() }
  }

  private static func readStandardInput() -> Reading {
    Reading { () throws(SystemError) -> [UInt8] in try File.standardInput.readAll() }
  }

  private mutating func check(_ version: GitVersion, _ terms: FileTerms, to result: inout BatchResult) {
    switch version.contents {
    case .failure(let error): fail(version.path, error.message, nil, to: &result)
    case .success(let bytes) where !bytes.isEmpty && terms.settings.kind(of: version.path) == .ndjson:
      let start = bytes.starts(with: RecordFile.byteOrderMark) ? RecordFile.byteOrderMark.count : 0
      records(bytes, start..<bytes.count, terms, firstLine: 1, version.changes, to: &result)
    case .success(let bytes): document(.success(bytes), terms, version.changes, to: &result)
    }
  }

  private func document(
    _ reading: Reading, _ terms: FileTerms, _ changes: ChangedLines? = nil, to result: inout BatchResult
  ) {
    switch reading {
    case .failure(let error): fail(terms.path, error.description, terms, to: &result)
    case .success(let bytes):
      let kind = terms.settings.kind(of: terms.path)
      let notes = files.document(bytes, as: kind, terms, nil, changes) { report in
        writer.add(report, failOn: terms.settings.failOn.value, to: &result)
      }
      writer.add(notes, to: &result)
    }
  }

  private mutating func records(
    _ bytes: [UInt8], _ range: ByteRange, _ terms: FileTerms, firstLine: Int, _ changes: ChangedLines? = nil,
    to result: inout BatchResult
  ) {
    let writer = writer
    let failOn = terms.settings.failOn.value
    let notes = files.records(bytes, range, terms, firstLine: firstLine, changes) { report in
      writer.add(report, failOn: failOn, to: &result)
    }
    writer.add(notes, to: &result)
  }
}
