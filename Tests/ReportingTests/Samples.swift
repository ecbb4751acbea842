import Linting
import Reporting
import SourceText

/// Reports made by hand.
enum Samples {
  /// A checked text with a finding for each pair of marks `⟦ ⟧` in it.
  static func text(
    _ marked: String, severity: Severity = .error, isDisguised: Bool = false, advice: Advice? = nil
  ) -> CheckedText {
    var utf8: [UInt8] = []
    var starts: [Int] = []
    var items: [ReportItem] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": starts.append(utf8.count)
      case "⟧":
        let finding = Finding(
          rule: "incentive/for-revision", severity: severity,
          message: "offers something of value for changing or removing feedback",
          range: starts.removeLast()..<utf8.count, isDisguised: isDisguised)
        items.append(ReportItem(finding, advice: advice))
      default: utf8.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
    return CheckedText(utf8: utf8, source: DraftSource(utf8: utf8, map: SourceMap()), items: items)
  }

  static func document(_ path: String, _ text: CheckedText, draft: String? = nil) -> DraftReport {
    DraftReport(.document(path: path, draft: draft), .checked(Checked(language: "en", text: text)))
  }

  static func record(_ line: Int, id: String, _ outcome: DraftReport.Outcome) -> DraftReport {
    var record = Origin.Record(path: "drafts.ndjson", line: line)
    record.id = Array(id.utf8)
    return DraftReport(.record(record), outcome)
  }

  static let rule = RuleDescription(
    id: "incentive/for-revision", summary: "Something of value for changing or removing feedback",
    message: "offers something of value for changing or removing feedback",
    why: "Marketplaces treat any benefit for changed feedback as manipulation.",
    instead: "Solve the problem without a word about feedback.",
    sources: [
      PolicySource(
        id: "A", document: "Policy on reviews", section: "Incentives", address: "https://example.com/policy",
        standing: .official, read: "2026-01-02"),
      PolicySource(
        id: "B", document: "a sellers' forum", section: nil, address: "https://example.org/forum", standing: .secondary,
        read: nil),
      PolicySource(
        id: "D", document: "Policy on messages", section: nil, address: nil, standing: .secondary, read: "2026-01-03"),
      PolicySource(
        id: "C", document: "Policy on reviews", section: nil, address: "https://example.com/policy",
        standing: .ownReading, read: nil),
    ],
    severities: [.message: [.productReview: .error, .unknown: .error, .sellerFeedback: .warning]],
    reactiveSeverity: .info,
    badExamples: [RuleDescription.Example(text: "Delete it and ⟦we pay⟧.", channel: .message, language: "en")],
    goodExamples: [RuleDescription.Example(text: "We refund you.", channel: .message, language: "en")])

  /// All kinds of reports there are, in one run.
  static let all: [DraftReport] = {
    let fix = Advice.Fix(.safe, [Advice.Edit(0..<5, "Hi"), Advice.Edit(6..<8, "")])
    let advice = Advice(text: "Leave the gift out.", template: "refund", fixes: [fix])
    var mixed = Checked(language: "en", text: text("⟦Gift⟧"))
    mixed.unchecked = ["da"]
    mixed.undecodable = Undecodable(offset: 17, count: 2)
    mixed.subject = text("a ⟦gift⟧", severity: .warning)
    var echoing = Origin.Record(path: "drafts.ndjson", line: 3)
    echoing.id = Array(#"{"k": [1, 2]}"#.utf8)
    echoing.echoed = Array(#""shop":"A \u00e9""#.utf8)
    return [
      document("a.txt", text("Grüße,\r\nfor a new review ⟦you get 😀 a gift⟧. ⟦Yes\nreally⟧!", advice: advice)),
      document("b.txt", text("nothing")),
      document("c.csv", text("⟦x⟧", severity: .info, isDisguised: true), draft: "row 4"),
      DraftReport(.document(path: "gone.txt", draft: nil), .failed(Failure("no such file or directory"))),
      DraftReport(.document(path: "empty.txt", draft: nil), .passedOver(.empty)),
      record(1, id: "\"m-1\"", .checked(mixed)),
      record(2, id: "2", .failed(Failure("`text` is missing"))),
      DraftReport(.record(echoing), .checked(Checked(language: nil, text: text("")))),
      record(4, id: "", .passedOver(.buyer)),
    ]
  }()
}
