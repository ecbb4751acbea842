internal import Feedback
internal import Linting
internal import Reporting

/// What triage says of files, as a page for a browser.
enum TriagePage {
  static func page(_ report: TriageReport) -> [UInt8] {
    var bytes: [UInt8] = []
    let counts = TriageResult.Action.allCases.compactMap { action -> (action: TriageResult.Action, count: Int)? in
      let count = report.entries.count { $0.result.action == action }
      return count > 0 ? (action, count) : nil
    }
    let summary = counts.map { "\($0.action.title.lowercased()): \($0.count)" }.joined(separator: ", ")
    FeedbackPage.appendHead(
      "What to do about feedback", summary.isEmpty ? "nothing to do" : summary, to: &bytes)
    let passedOver = report.passedOver > 0 ? ", \(report.passedOver) with 4 or 5 stars passed over" : ""
    bytes.element("p", "As of \(report.asOf): \(ReadingNotes.summary(report.collection))\(passedOver).")
    for (action, _) in counts {
      bytes.html("<section>\n")
      bytes.element("h2", action.title)
      for entry in report.entries.filter({ $0.result.action == action })
        .sorted(by: { ($0.row.entry.daysLeft ?? .max) < ($1.row.entry.daysLeft ?? .max) })
      {
        append(entry, to: &bytes)
      }
      bytes.html("</section>\n")
    }
    FeedbackPage.appendTail(report.collection, malformed: report.malformed, to: &bytes)
    return bytes
  }

  private static func append(_ entry: TriagedEntry, to bytes: inout [UInt8]) {
    let (feedback, result) = (entry.row.entry, entry.result)
    bytes.html("<article class=\"entry\">\n")
    bytes.element("h3", TriageWords.head(entry))
    if feedback.comment.isEmpty {
      bytes.element("p", "no comment", "class=\"place\"")
    } else {
      bytes.html("<blockquote class=\"draft\">")
      appendMarked(feedback.comment, result, to: &bytes)
      bytes.html("</blockquote>\n")
    }
    bytes.html("<ul>\n")
    for reason in TriageWords.reasons(result, feedback) { bytes.item(reason) }
    if let deed = entry.deed { bytes.item("done before: \(deed.action) \(deed.date)") }
    for finding in entry.findings {
      bytes.item("your response \(finding.message): “\(finding.words(in: feedback.response ?? ""))” [\(finding.rule)]")
    }
    bytes.html("</ul>\n")
    if let draft = result.draft {
      bytes.element("p", "Draft:")
      bytes.element("div", draft, "class=\"draft\"")
    }
    bytes.html("</article>\n")
  }

  /// The comment, with what shows the decision and what stands against a request marked.
  private static func appendMarked(_ comment: [UInt8], _ result: TriageResult, to bytes: inout [UInt8]) {
    let marks =
      result.evidence.map { (range: $0.range, level: "info") }
      + result.blockedBy.map { (range: $0.range, level: "warning") }
    var at = 0
    for (range, level) in marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where range.lowerBound >= at && range.upperBound <= comment.count {
      bytes.append(html: String(decoding: comment[at..<range.lowerBound], as: UTF8.self))
      bytes.html("<mark class=\"\(level)\">")
      bytes.append(html: String(decoding: comment[range], as: UTF8.self))
      bytes.html("</mark>")
      at = range.upperBound
    }
    bytes.append(html: String(decoding: comment[at...], as: UTF8.self))
  }
}
