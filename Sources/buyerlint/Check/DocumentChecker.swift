internal import Documents
internal import Linting
internal import Reporting
internal import SourceText
internal import UnicodeText

/// Checks the drafts of one document.
struct DocumentChecker {
  private let linter: Linter
  private let options: CheckOptions
  private let path: String
  private let document: Document

  /// The lines of the document, read once something is to be said.
  private var index: PlaceIndex?

  init(_ linter: Linter, _ options: CheckOptions, path: String, _ document: Document) {
    self.linter = linter
    self.options = options
    self.path = path
    self.document = document
  }

  /// Reports what is wrong with the document, then its drafts.
  mutating func check(_ report: (DraftReport) -> Void) {
    for problem in document.problems { report(failure(problem.message, at: problem.offset)) }
    var undecodable = document.undecodable.first.map { first in
      let count = document.undecodable.reduce(0) { $0 + $1.count }
      return Undecodable(offset: first.lowerBound, count: count, charset: document.charset)
    }
    for draft in document.drafts {
      let origin = Origin.document(path: path, draft: draft.label)
      if draft.text.utf8.isEmpty, draft.subject == nil {
        report(DraftReport(origin, .passedOver(.empty)))
        continue
      }
      if draft.attributes[.author]?.text == "buyer" {
        report(DraftReport(origin, .passedOver(.buyer)))
        continue
      }
      do throws(LintingError) {
        var checked = try examine(draft, report)
        checked.undecodable = undecodable
        undecodable = nil
        report(DraftReport(origin, .checked(checked)))
      } catch {
        report(failure(error.description, at: draft.attributes[.marketplace]?.range.lowerBound))
      }
    }
    if let undecodable { report(failure(undecodable.description, at: nil)) }
    if document.drafts.isEmpty, document.problems.isEmpty {
      report(DraftReport(.document(path: path, draft: nil), .passedOver(.noDraft)))
    }
  }

  private mutating func examine(
    _ found: DocumentDraft, _ report: (DraftReport) -> Void
  ) throws(LintingError) -> Checked {
    let draft = Draft(
      utf8: found.text.utf8,
      channel: value(of: .channel, in: found, known: Channel.allCases.map(\.name), Channel.init, report)
        ?? options.channel,
      target: value(of: .target, in: found, known: Target.allCases.map(\.name), Target.init, report) ?? options.target,
      marketplace: found.attributes[.marketplace]?.text,
      language: found.attributes[.language]?.text ?? options.language,
      isProactive: value(of: .proactive, in: found, known: ["true", "false"], Bool.init, report)
        ?? options.isProactive,
      isFinal: value(of: .final, in: found, known: ["true", "false"], Bool.init, report) ?? options.isFinal)
    let examined = try ExaminedDraft(linter, draft, subject: found.subject?.utf8)
    var checked = Checked(language: examined.text.language, text: text(found.text, examined.text))
    checked.unchecked = examined.unchecked
    if let subject = found.subject, let examination = examined.subject {
      checked.subject = text(subject, examination)
    }
    return checked
  }

  private mutating func text(_ text: MappedText, _ examination: Examination) -> CheckedText {
    let items = examination.findings.map { ReportItem($0) }
    guard !items.isEmpty else { return CheckedText(utf8: text.utf8, source: nil, items: []) }
    let source = DraftSource(
      utf8: document.utf8, map: text.map, encoding: document.encoding, index: lines())
    return CheckedText(utf8: text.utf8, source: source, items: items)
  }

  /// The value of an attribute; nil where the draft has none, or one that is not known, which is reported.
  private mutating func value<Value>(
    of attribute: DraftAttribute, in draft: DocumentDraft, known: @autoclosure () -> [String],
    _ make: (String) -> Value?, _ report: (DraftReport) -> Void
  ) -> Value? {
    guard let written = draft.attributes[attribute] else { return nil }
    if let value = make(written.text) { return value }
    let list = known().map { "`\($0)`" }.joined(separator: ", ")
    let message = "`\(attribute.rawValue)` is `\(written.text.prefix(40))`, which is none of \(list)"
    report(failure(message, at: written.range.lowerBound))
    return nil
  }

  private mutating func failure(_ message: String, at offset: Int?) -> DraftReport {
    let position = offset.map { offset in
      let place = lines().position(of: offset, in: document.utf8.span)
      let byte = document.encoding.source(of: offset..<offset).lowerBound
      return TextPosition(line: place.line, column: place.column, offset: byte)
    }
    return DraftReport(.document(path: path, draft: nil), .failed(Failure(message, at: position)))
  }

  private mutating func lines() -> PlaceIndex {
    if let index { return index }
    let made = PlaceIndex(document.utf8.span)
    index = made
    return made
  }
}
