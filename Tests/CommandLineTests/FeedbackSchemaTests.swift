import Foundation
import Testing

@Suite struct `what feedback writes and its schema` {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL

  /// What the schema says of each line.
  private static func validate(_ lines: String, as definition: String) throws -> [String] {
    let outcome = try BuiltProgram.run(
      [
        "python3", root.appendingPathComponent("Tests/Feedback/validate.py").path,
        root.appendingPathComponent("schemas/feedback.schema.json").path, definition,
      ], input: Array(lines.utf8), program: URL(fileURLWithPath: "/usr/bin/env"))
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.lines
  }

  private static let report = FeedbackReport.text([
    FeedbackReport.row("3/1/26", 1, "The lamp broke. Rude seller!", response: "Call 202-555-0147", order: 1),
    FeedbackReport.row("3/1/26", 1, "The lamp broke.", order: 2), FeedbackReport.row("3/1/26", 5, "Fine", order: 3),
    FeedbackReport.row("2/1/26", 5, "Fine", order: 1), FeedbackReport.row("no day", 5, "Fine", order: 4),
  ])

  @Test(arguments: [("triage", "json", "triage"), ("metrics", "json", "metrics")])
  func `agree for a report`(action: String, format: String, definition: String) throws {
    try BuiltProgram.withFolder([
      "r.txt": Array(Self.report.utf8),
      "o.csv": Array("order-id,purchase-date\n\(FeedbackReport.id(1)),2026-02-02\n".utf8),
    ]) {
      folder in
      for more in [[], ["--orders", "o.csv"]] {
        let outcome = try BuiltProgram.run(
          ["feedback", action, "--format", format, "--as-of", "2026-03-02"] + more + ["r.txt"], folder: folder)
        #expect(outcome.status == 1)
        #expect(try Self.validate(outcome.output, as: definition) == ["accepted"])
      }
    }
  }

  @Test func `agree for lines`() throws {
    let rows = try BuiltProgram.run(["feedback", "triage", "--all", "--format", "ndjson", "-"], input: Self.report)
    #expect(rows.lines.count == 4)
    #expect(
      try Self.validate(rows.lines.dropLast().map { $0 + "\n" }.joined(), as: "entry")
        == Array(repeating: "accepted", count: 3))
    #expect(try Self.validate(rows.lines.suffix(1).map { $0 + "\n" }.joined(), as: "failure") == ["accepted"])
    let records =
      #"{"id": [1], "comment": "The lamp broke. Rude seller!", "rating": 1, "date": "2026-01-01"}"# + "\n[]\n"
    let answers = try BuiltProgram.run(
      ["feedback", "triage", "--input-format", "ndjson", "--format", "ndjson", "-"], input: records)
    #expect(answers.status == 2 && answers.lines.count == 2)
    #expect(try Self.validate(answers.lines[0] + "\n", as: "answer") == ["accepted"])
    #expect(try Self.validate(answers.lines[1] + "\n", as: "failure") == ["accepted"])
    #expect(try Self.validate(#"{"id": 1}"# + "\n", as: "answer") != ["accepted"])
  }
}
