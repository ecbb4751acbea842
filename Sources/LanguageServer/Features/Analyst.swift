internal import Checking
internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import SourceText

/// Checks states of documents, as `check` does.
struct Analyst {
  let settings: Settings
  let encoding: PositionEncoding

  /// What open files hold that accept findings, by path.
  let unsaved: [String: [UInt8]]

  /// What is to be said of a document.
  ///
  /// - Parameter isOpen: Whether the client has decoded its text.
  func analyse(_ document: OpenDocument, isOpen: Bool = true) -> Analysis {
    var analysis = Analysis()
    if Self.holdsNoDrafts(document.path) { return ownMistakes(document) }
    guard settings.project.exclusion(ofSelected: document.path) == nil else { return analysis }
    guard let file = fileSettings(document, &analysis) else { return analysis }
    let review: FindingReview
    do throws(ProjectMistake) {
      review = try settings.review(file, unsaved: unsaved)
    } catch {
      analysis.add(error)
      analysis.remarks.append(.unchecked("not checked: \(error.shownPath):\(error.line): \(error.message)"))
      return analysis
    }
    analysis.settings = file
    analysis.kind = kind(of: document, file)
    check(document, file, review, isOpen: isOpen, &analysis)
    return analysis
  }

  /// Whether a file is one of those that say how drafts are checked.
  static func holdsNoDrafts(_ path: String) -> Bool {
    path.hasSuffix(ProjectSettings.fileName) || path.hasSuffix(SuppressionFile.name)
  }

  /// What is wrong with a file that says how drafts are checked.
  private func ownMistakes(_ document: OpenDocument) -> Analysis {
    var analysis = Analysis()
    if document.path.hasSuffix(ProjectSettings.fileName) {
      _ = fileSettings(document, &analysis)
    } else {
      let file = SuppressionFile(path: document.path, bytes: document.text.utf8)
      for mistake in file.mistakes { analysis.add(mistake) }
    }
    analysis.remarks = analysis.elsewhere.removeValue(forKey: document.path) ?? []
    return analysis
  }

  private func kind(of document: OpenDocument, _ file: FileSettings) -> DocumentKind {
    file.kind?.value ?? DocumentKind(path: document.path) ?? document.kindByLanguage ?? .text
  }

  /// What holds for a document; nil, which is told, where its configuration cannot be read.
  private func fileSettings(_ document: OpenDocument, _ analysis: inout Analysis) -> FileSettings? {
    do throws(ProjectSettings.Failure) {
      return try settings.project.settings(for: document.path)
    } catch {
      switch error {
      case .commandLine(let message):
        analysis.remarks.append(.unchecked("not checked: \(message)"))
      case .configuration(let problems):
        for problem in problems.list { analysis.add(problem, encoding) }
        if let first = problems.list.first {
          analysis.remarks.append(.unchecked("not checked: \(first.text.path): \(first.message)"))
        }
      }
      return nil
    }
  }

  private func check(
    _ document: OpenDocument, _ file: FileSettings, _ review: FindingReview, isOpen: Bool, _ analysis: inout Analysis
  ) {
    let terms = FileTerms(document.path, file, review)
    for mistake in terms.mistakes { analysis.add(mistake) }
    let judged = Judged()
    var checker = FileChecker(review, settings.options.fields, keepsDetails: true) { _, draft, _ in
      judged.draft = draft
    }
    let bytes = document.text.utf8
    func take(_ report: DraftReport) {
      add(report, judged.draft, document, &analysis)
      judged.draft = nil
    }
    let notes =
      analysis.kind == .ndjson
      ? checker.records(bytes, bytes.indices, terms, report: take)
      : checker.document(bytes, as: analysis.kind, terms, isOpen ? DocumentKind.reading(file) : nil, report: take)
    for needless in notes.needless {
      let place = document.text.place(of: needless.position, encoding)
      var remark = Remark(
        start: place, end: document.text.lineEnd(of: place, encoding), level: 4, code: "needless-suppression",
        message: needless.message)
      remark.isUnnecessary = true
      analysis.remarks.append(remark)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { analysis.moveFirstLine(by: encoding.units(ofLead: 0xEF)) }
  }

  /// Where a text begins.
  private func place(of text: CheckedText, _ origin: Origin, _ document: OpenDocument) -> Place {
    guard case .document = origin, let source = text.source else { return origin.start }
    return document.text.place(of: source.map.source(of: 0..<0).lowerBound, encoding)
  }

  /// The draft that was examined last; a class, since who examines it keeps what it calls.
  private final class Judged {
    var draft: Draft?
  }

  private func add(_ report: DraftReport, _ draft: Draft?, _ document: OpenDocument, _ analysis: inout Analysis) {
    switch report.outcome {
    case .passedOver: break
    case .failed(let failure):
      let start = failure.position.map { document.text.place(of: $0, encoding) } ?? report.origin.start
      analysis.remarks.append(
        Remark(
          start: start, end: document.text.lineEnd(of: start, encoding), level: 1, code: "document",
          message: failure.message))
    case .checked(let checked):
      let number = analysis.drafts.count
      analysis.addFindings(checked.text, of: number, isSubject: false, encoding)
      if let subject = checked.subject { analysis.addFindings(subject, of: number, isSubject: true, encoding) }
      for message in [checked.undecodable?.description, checked.uncheckedMessage].compactMap({ $0 }) {
        let start = place(of: checked.text, report.origin, document)
        analysis.remarks.append(
          Remark(
            start: start, end: document.text.lineEnd(of: start, encoding), level: 2, code: "unchecked",
            message: "not checked in full: \(message)"))
      }
      guard let draft else { return }
      var record: Origin.Record?
      if case .record(let origin) = report.origin { record = origin }
      analysis.drafts.append(JudgedDraft(draft: draft, checked: checked, record: record))
    }
  }
}

extension Analysis {
  /// Moves what stands in the first line, whose byte order mark no reader counts.
  fileprivate mutating func moveFirstLine(by units: Int) {
    for index in remarks.indices {
      if remarks[index].start.line == 0 { remarks[index].start.character += units }
      if remarks[index].end.line == 0 { remarks[index].end.character += units }
    }
  }

  fileprivate mutating func addFindings(
    _ text: CheckedText, of draft: Int, isSubject: Bool, _ encoding: PositionEncoding
  ) {
    guard !text.items.isEmpty else { return }
    let places = Places(text, encoding.columnUnit)
    for item in text.items {
      let (start, end) = places.source(of: item.finding.range)
      remarks.append(
        Remark(
          start: Place(line: start.line - 1, character: start.column - 1),
          end: Place(line: end.line - 1, character: end.column - 1), level: item.finding.severity.level,
          code: item.finding.rule, message: item.finding.message,
          source: Remark.Source(draft: draft, isSubject: isSubject, item: item)))
    }
  }

  fileprivate mutating func add(_ mistake: ProjectMistake) {
    let place = Place(line: mistake.line - 1, character: mistake.column - 1)
    let remark = Remark(start: place, end: place, level: 1, code: "configuration", message: mistake.message)
    elsewhere[Paths.absolute(mistake.path), default: []].append(remark)
  }

  fileprivate mutating func add(_ problem: ConfigurationProblem, _ encoding: PositionEncoding) {
    var (start, end) = (Place(line: 0, character: 0), Place(line: 0, character: 0))
    if let range = problem.range, String(validating: problem.text.utf8, as: UTF8.self) != nil {
      let text = EditableText(problem.text.utf8)
      start = text.place(of: range.lowerBound, encoding)
      end = text.place(of: range.upperBound, encoding)
    }
    let remark = Remark(start: start, end: end, level: 1, code: "configuration", message: problem.message)
    elsewhere[Paths.absolute(problem.text.path), default: []].append(remark)
  }
}

extension Remark {
  /// That a document as a whole was not checked.
  fileprivate static func unchecked(_ message: String) -> Remark {
    let start = Place(line: 0, character: 0)
    return Remark(start: start, end: start, level: 1, code: "configuration", message: message)
  }
}

extension Origin {
  /// Where it begins in its document, as far as that is known.
  fileprivate var start: Place {
    switch self {
    case .document: Place(line: 0, character: 0)
    case .record(let record): Place(line: record.line - 1, character: 0)
    }
  }
}

extension Checked {
  fileprivate var uncheckedMessage: String? {
    unchecked.isEmpty ? nil : "there is no lexicon for \(unchecked.joined(separator: ", "))"
  }
}

extension EditableText {
  /// The end of the line that a place stands in.
  fileprivate func lineEnd(of place: Place, _ encoding: PositionEncoding) -> Place {
    let end = offset(of: Place(line: place.line, character: .max), encoding)
    return self.place(of: end, encoding)
  }
}

extension PositionEncoding {
  /// What columns count in reports that are told in this encoding.
  fileprivate var columnUnit: ColumnUnit {
    switch self {
    case .utf8: .bytes
    case .utf16: .utf16
    case .utf32: .codePoints
    }
  }
}
