internal import Feedback
internal import Linting
internal import Reporting

/// What triage says of files, for people at a terminal.
enum TriageText {
  static func text(_ report: TriageReport) -> [UInt8] {
    var bytes: [UInt8] = []
    for action in TriageResult.Action.allCases {
      let entries = report.entries.filter { $0.result.action == action }
      guard !entries.isEmpty else { continue }
      bytes.line("\(action.title) (\(entries.count))")
      // What is over soonest comes first.
      for entry in entries.sorted(by: { ($0.row.entry.daysLeft ?? .max) < ($1.row.entry.daysLeft ?? .max) }) {
        append(entry, to: &bytes)
      }
      bytes.line("")
    }
    let passedOver = report.passedOver > 0 ? ", \(report.passedOver) with 4 or 5 stars passed over" : ""
    bytes.line("as of \(report.asOf): \(ReadingNotes.summary(report.collection))\(passedOver)")
    bytes.line("What triage says is neither the marketplace's decision nor legal advice.")
    return bytes
  }

  private static func append(_ entry: TriagedEntry, to bytes: inout [UInt8]) {
    let (feedback, result) = (entry.row.entry, entry.result)
    bytes.line("  \(TriageWords.head(entry))")
    let comment = String(decoding: feedback.comment, as: UTF8.self)
    bytes.line(comment.isEmpty ? "    (no comment)" : "    “\(comment)”")
    for line in TriageWords.reasons(result, feedback) { bytes.line("    \(line)") }
    if let deed = entry.deed { bytes.line("    done before: \(deed.action) \(deed.date)") }
    for finding in entry.findings {
      let words = finding.words(in: feedback.response ?? "")
      bytes.line("    your response \(finding.message): “\(words)” [\(finding.rule)]")
    }
    guard let draft = result.draft else { return }
    bytes.line("    draft:")
    for line in draft.split(separator: "\n", omittingEmptySubsequences: false) {
      bytes.line(line.isEmpty ? "" : "      \(line)")
    }
  }
}

/// What pages and terminals say of an entry in the same words.
enum TriageWords {
  /// `111-5550100-5550199, 2026-05-03, 1 star, 72 days left`.
  static func head(_ entry: TriagedEntry) -> String {
    let feedback = entry.row.entry
    let parts = [
      feedback.id.isEmpty ? "\(entry.row.place.file):\(entry.row.place.line)" : feedback.id,
      feedback.date?.description, feedback.rating.map { ReadingNotes.count($0, "star") },
      entry.result.decision.isRequest ? feedback.daysLeft.map { "\(ReadingNotes.count($0, "day")) left" } : nil,
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// Why the decision is as it is, in lines.
  static func reasons(_ result: TriageResult, _ entry: FeedbackEntry) -> [String] {
    var lines: [String] = []
    if result.decision.isRequest { lines.append(result.decision.ground) }
    if result.condition == .buyShipping {
      lines.append("only if the label was bought through the marketplace; `--orders` or `--buy-shipping` tell that")
    }
    if let cause = result.cause { lines.append("cause: \(cause.rawValue)") }
    if !result.evidence.isEmpty { lines.append("shown by: \(quoted(result.evidence))") }
    if !result.blockedBy.isEmpty { lines.append("no request, for: \(quoted(result.blockedBy))") }
    if result.decision.isRequest, entry.daysLeft == 0 { lines.append("too late for a request: 90 days are over") }
    return lines
  }

  private static func quoted(_ passages: [TriageResult.Passage]) -> String {
    passages.map { "“\($0.text)”" }.joined(separator: ", ")
  }
}

extension TriageResult.Action {
  var title: String {
    switch self {
    case .requestRemoval: "Request removal"
    case .expectStrike: "Expect a strike-through"
    case .contactBuyer: "Contact the buyer"
    case .publicResponse: "Answer in public"
    case .leave: "Leave"
    }
  }
}

extension TriageResult.Decision {
  /// What the marketplace goes by.
  fileprivate var ground: String {
    switch self {
    case .removeObscene: "may be removed: obscene language"
    case .removePersonalData: "may be removed: personal data of the seller"
    case .removeProductReview: "may be removed: the entire comment is a product review"
    case .strikeFulfilledByAmazon:
      "may be struck through: the entire comment is about an order that the marketplace fulfilled"
    case .strikeDelivery: "may be struck through: the entire comment is about the delivery of a parcel sent in time"
    case .none: "nothing that the marketplace removes"
    }
  }
}

extension [UInt8] {
  /// Appends a line in which nothing can steer the terminal.
  mutating func line(_ text: String) {
    append(visible: text)
    append(UInt8(ascii: "\n"))
  }
}
