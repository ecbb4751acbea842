package import Linting
internal import SourceText

/// A finding with all that formats for other programs say of it.
struct ReportedFinding {
  let finding: Finding
  let acceptance: Acceptance?
  let advice: Advice?
  let origin: Origin

  /// The part of the record it is in, where that is not its text.
  let field: String?

  /// In what was read.
  let start: TextPosition
  let end: TextPosition

  /// The sentence, and how many findings of the rule in it come before this one.
  let fingerprint: String?
  let occurrence: Int

  /// The words, which may be masked.
  let evidence: [UInt8]

  /// The edits of fixes as places in the file, where the draft is all of the file, so that words can be put in as they are.
  let places: Places?
}

extension DraftReport {
  /// The findings, those of the text first; in the end what is accepted, if that is asked for.
  func findings(in unit: ColumnUnit = .codePoints, withAccepted: Bool = false) -> [ReportedFinding] {
    guard case .checked(let checked) = outcome else { return [] }
    var found: [ReportedFinding] = []
    var seen: [String: Int] = [:]
    func add(_ text: CheckedText, field: String?) {
      let items = text.items + (withAccepted ? text.accepted : [])
      guard !items.isEmpty else { return }
      let places = Places(text, unit)
      let isWhole = text.source.map { $0.utf8.count == text.utf8.count } ?? false
      for item in items {
        let (start, end) = places.source(of: item.finding.range)
        var occurrence = 0
        if let fingerprint = item.fingerprint {
          occurrence = seen["\(item.finding.rule) \(fingerprint)", default: 0]
          seen["\(item.finding.rule) \(fingerprint)"] = occurrence + 1
        }
        found.append(
          ReportedFinding(
            finding: item.finding, acceptance: item.acceptance, advice: item.advice, origin: origin, field: field,
            start: start, end: end, fingerprint: item.fingerprint, occurrence: occurrence,
            evidence: Array(text.utf8[item.finding.range]), places: isWhole ? places : nil))
      }
    }
    add(checked.text, field: nil)
    if let subject = checked.subject { add(subject, field: "subject") }
    return found
  }
}

extension Origin {
  /// Which of the drafts of a file it is: `$.macros[3].body`, `id "m-1"`; nil where the file is the draft.
  var part: String? {
    switch self {
    case .document(_, let draft): draft
    case .record(let record):
      record.id.isEmpty ? "line \(record.line)" : "id \(String(decoding: record.id, as: UTF8.self))"
    }
  }

  /// The path as machines compare it, without a leading `./`.
  var plainPath: String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
    return path.isEmpty ? self.path : String(path)
  }
}

extension RuleDescription {
  /// The page of the marketplace's or the law's own that says so; pages of others are cited, and are no policy.
  package var policyAddress: String? { sources.lazy.filter { $0.standing == .official }.compactMap(\.address).first }
}
