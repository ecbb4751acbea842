package import Documents
internal import JSONReading
package import Linting
package import Project
package import Reporting
package import SourceText
internal import UnicodeText

/// Adds advice to what was found in a draft, as it holds for the file.
package typealias Advise = (inout Checked, Draft, FileSettings) throws(LintingError) -> Void

/// What the drafts of a file are judged by.
package struct FileTerms {
  package let path: String
  package let settings: FileSettings
  fileprivate let accepted: FindingReview.File

  /// Mistakes in what accepts findings in the file, which were not told yet.
  package var mistakes: [ProjectMistake] { accepted.mistakes }

  /// The terms of a file; `path` is as it was named.
  package init(_ path: String, _ settings: FileSettings, _ review: FindingReview) {
    self.path = path
    self.settings = settings
    accepted = review.file(path, settings)
  }
}

/// What is said of a file besides its drafts.
package struct FileNotes: Sendable {
  package var passedOver = PassedOverCounts()
  package var needless: [NeedlessSuppression] = []

  package init() {}
}

/// A suppression in a document that accepts nothing.
package struct NeedlessSuppression: Sendable {
  package let path: String
  package let rule: String
  package let position: TextPosition

  /// In one line without a full stop.
  package var message: String { "needless suppression: \(rule) is not found there" }
}

/// Judges what a file holds: its drafts, or its records.
///
/// Whoever checks files does it by this one, so that a draft is judged alike wherever it is read. It belongs to one thread.
package struct FileChecker: ~Copyable {
  private let review: FindingReview
  private let advise: Advise?

  /// Whether fingerprints of records are told too, and what was accepted.
  private let keepsDetails: Bool
  private var reader: RecordReader

  /// A checker whose records have members of some names.
  package init(_ review: FindingReview, _ fields: RecordFields, keepsDetails: Bool, advise: Advise?) {
    self.review = review
    self.advise = advise
    self.keepsDetails = keepsDetails
    reader = RecordReader(fields)
  }

  private func draftReview(_ terms: FileTerms) -> DraftReview {
    DraftReview(review, terms.accepted, keepsAccepted: keepsDetails)
  }
}

// MARK: Documents

extension FileChecker {
  /// Checks the drafts of a document.
  ///
  /// - Parameters:
  ///   - reading: How it is read; nil for as the terms say.
  ///   - changes: The lines whose findings are told; nil for all of them.
  package func document(
    _ bytes: [UInt8], as kind: DocumentKind, _ terms: FileTerms, _ reading: ReadingOptions? = nil,
    _ changes: ChangedLines? = nil, report: (DraftReport) -> Void
  ) -> FileNotes {
    var notes = FileNotes()
    let origin = Origin.document(path: terms.path, draft: nil)
    if bytes.isEmpty {
      report(DraftReport(origin, .passedOver(.empty)))
      return notes
    }
    do throws(ICUError) {
      let reader = DocumentReader(reading ?? terms.settings.reading)
      let document = try reader.read(bytes, as: kind, path: terms.path)
      notes.passedOver = document.passedOver
      var checker = DocumentChecker(
        terms.settings, draftReview(terms), advise, path: terms.path, document, changes)
      checker.check(report)
      notes.needless = checker.needless
    } catch {
      report(DraftReport(origin, .failed(Failure(error.description))))
    }
    return notes
  }
}

// MARK: Records

extension FileChecker {
  /// Checks the lines of a range; of those only the changed ones, where changes are told.
  package mutating func records(
    _ bytes: [UInt8], _ range: ByteRange, _ terms: FileTerms, firstLine: Int = 1, _ changes: ChangedLines? = nil,
    report: (DraftReport) -> Void
  ) -> FileNotes {
    var notes = FileNotes()
    var at = range.lowerBound
    var line = firstLine
    while at < range.upperBound {
      let stop = LineFeeds.first(in: bytes.span, from: at).map { min($0, range.upperBound) } ?? range.upperBound
      if changes?.touches(at..<stop) != false { report(record(bytes, at..<stop, terms, line, &notes)) }
      at = stop + 1
      line += 1
    }
    return notes
  }

  private mutating func record(
    _ bytes: [UInt8], _ line: ByteRange, _ terms: FileTerms, _ number: Int, _ notes: inout FileNotes
  ) -> DraftReport {
    var origin = Origin.Record(path: terms.path, line: number)
    do throws(RecordReader.Failure) {
      var record = try reader.read(bytes.span, line, terms.settings)
      origin.id = record.id
      origin.echoed = record.echoed
      if record.isBuyers { return DraftReport(.record(origin), .passedOver(.buyer)) }
      notes.passedOver.quotations += QuotedHistory.blank(&record.draft.utf8)
      return DraftReport(.record(origin), .checked(try examine(record, terms, bytes, line, number)))
    } catch {
      return DraftReport(.record(origin), .failed(Failure(error.message)))
    }
  }

  private func examine(
    _ record: RecordReader.Record, _ terms: FileTerms, _ bytes: [UInt8], _ line: ByteRange, _ number: Int
  ) throws(RecordReader.Failure) -> Checked {
    var draftReview = draftReview(terms)
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
      try advise?(&checked, record.draft, terms.settings)
      return checked
    } catch {
      throw RecordReader.Failure(error.description)
    }
  }
}
