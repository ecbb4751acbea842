internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import SourceText
internal import UnicodeText

/// Checks the drafts of one document.
struct DocumentChecker {
  private let settings: FileSettings
  private let review: DraftReview
  private let advise: Advise?
  private let path: String
  private let document: Document

  /// The lines whose findings are told; nil for all of them.
  private let changes: ChangedLines?

  /// Suppressions in the document that accept nothing.
  private(set) var needless: [NeedlessSuppression] = []

  /// The lines of the document, read once something is to be said.
  private var index: PlaceIndex?

  init(
    _ settings: FileSettings, _ review: DraftReview, _ advise: Advise?, path: String, _ document: Document,
    _ changes: ChangedLines?
  ) {
    self.settings = settings
    self.review = review
    self.advise = advise
    self.path = path
    self.document = document
    self.changes = changes
  }

  /// Reports what is wrong with the document, then its drafts.
  mutating func check(_ report: (DraftReport) -> Void) {
    for problem in document.problems { report(failure(problem.message, at: problem.offset)) }
    var undecodable = document.undecodable.first.map { first in
      let count = document.undecodable.reduce(0) { $0 + $1.count }
      return Undecodable(offset: first.lowerBound, count: count, charset: document.charset)
    }
    for (number, draft) in document.drafts.enumerated() {
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
        guard isConcerned(draft) else { continue }
        var checked = try examine(draft, number, report)
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
    _ found: DocumentDraft, _ number: Int, _ report: (DraftReport) -> Void
  ) throws(LintingError) -> Checked {
    let draft = Draft(
      utf8: found.text.utf8,
      channel: value(of: .channel, in: found, known: Channel.allCases.map(\.name), Channel.init, report)
        ?? settings.channel.value,
      target: value(of: .target, in: found, known: Target.allCases.map(\.name), Target.init, report)
        ?? settings.target.value,
      marketplace: found.attributes[.marketplace]?.text,
      language: found.attributes[.language]?.text ?? settings.language?.value,
      isProactive: value(of: .proactive, in: found, known: ["true", "false"], Bool.init, report)
        ?? settings.isProactive?.value,
      isFinal: value(of: .final, in: found, known: ["true", "false"], Bool.init, report) ?? settings.isFinal?.value)
    let examined = try ExaminedDraft(settings.linter, draft, subject: found.subject?.utf8)
    let isWhole = isJudgedAnew(found)
    var review = review
    for (suppression, message) in review.declare(found.suppressions) {
      report(failure(message, at: suppression.range.lowerBound))
    }
    var checked = Checked(
      language: examined.text.language, text: try text(found.text, examined.text, &review, isWhole: isWhole))
    checked.unchecked = examined.unchecked
    checked.number = number
    // Where the draft begins is of interest then too.
    if checked.text.source == nil, !checked.unchecked.isEmpty { checked.text.source = source(of: found.text) }
    if let subject = found.subject, let examination = examined.subject {
      checked.subject = try text(subject, examination, &review, isWhole: isWhole)
    }
    checked.accepted = review.accepted
    try advise?(&checked, draft, settings)
    // Where only changes are asked for, what the other lines need is not known.
    for suppression in changes == nil ? review.needless : [] {
      let place = lines().position(of: suppression.range.lowerBound, in: document.utf8.span)
      needless.append(NeedlessSuppression(path: path, rule: suppression.rule, position: place))
    }
    return checked
  }

  private mutating func text(
    _ text: MappedText, _ examination: Examination, _ review: inout DraftReview, isWhole: Bool
  ) throws(LintingError) -> CheckedText {
    let findings = examination.findings.filter { isWhole || touches(text.map.source(of: $0.range)) }
    let items = try review.items(findings, in: text.utf8.span, withFingerprints: true)
    let accepted = review.acceptedItems
    guard !items.isEmpty || !accepted.isEmpty else { return CheckedText(utf8: text.utf8, source: nil, items: []) }
    return CheckedText(utf8: text.utf8, source: source(of: text), items: items, accepted: accepted)
  }

  private mutating func source(of text: MappedText) -> DraftSource {
    DraftSource(utf8: document.utf8, map: text.map, encoding: document.encoding, index: lines())
  }
}

// MARK: Changes

extension DocumentChecker {
  /// Whether a range of the document reaches into a line that is asked for.
  private func touches(_ range: ByteRange) -> Bool { changes?.touches(document.encoding.source(of: range)) != false }

  /// Whether anything of a draft is asked for.
  private func isConcerned(_ draft: DocumentDraft) -> Bool {
    guard changes != nil else { return true }
    let texts = [draft.text, draft.subject].compactMap { $0 }
    return isJudgedAnew(draft) || texts.contains { touches($0.map.source(of: 0..<$0.utf8.count)) }
  }

  /// Whether what is said of a draft has changed, such as its channel, so that all its findings may be new.
  private func isJudgedAnew(_ draft: DocumentDraft) -> Bool {
    changes != nil && draft.attributes.values.contains { touches($0.range) }
  }
}

// MARK: Attributes and places

extension DocumentChecker {
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
