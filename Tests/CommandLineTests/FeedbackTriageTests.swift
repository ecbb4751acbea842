import Foundation
import Testing

@Suite struct `the triage of feedback` {
  private static let lamp = "The lamp broke after two days."

  private static func entries(_ outcome: Outcome) throws -> [[String: Any]] {
    try #require(try FeedbackReport.json(outcome)["entries"] as? [[String: Any]])
  }

  private static func run(_ arguments: [String], in folder: URL) throws -> Outcome {
    try BuiltProgram.run(
      ["feedback", "triage", "--format", "json", "--as-of", "2026-03-02"] + arguments, folder: folder)
  }

  /// An entry by its order.
  private static func actions(_ outcome: Outcome) throws -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try entries(outcome).map { ($0["id"] as? String ?? "", $0["action"] as? String ?? "") })
  }

  @Test func `never asks a second time`() throws {
    let report = FeedbackReport.text([
      FeedbackReport.row("3/1/26", 1, Self.lamp, order: 1), FeedbackReport.row("3/1/26", 1, Self.lamp, order: 2),
      FeedbackReport.row("3/1/26", 1, "You sent the wrong item.", order: 3),
    ])
    let (first, second, third) = (FeedbackReport.id(1), FeedbackReport.id(2), FeedbackReport.id(3))
    // With a column of the seller's own and without an end of the last line.
    let done = "note;order_id;date;action\nby hand;\(first);2026-02-01;removal was asked for"
    try BuiltProgram.withFolder(["r.txt": Array(report.utf8), "done.csv": Array(done.utf8)]) { folder in
      let arguments = ["--handled", "done.csv", "r.txt"]
      let before = try Self.run(arguments, in: folder)
      #expect(
        try Self.actions(before) == [first: "leave", second: "request-removal", third: "contact-buyer"],
        "\(before.errors)")
      let file = folder.appendingPathComponent("done.csv")
      let noted = done + "\n;\(second);2026-03-02;request-removal\n;\(third);2026-03-02;contact-buyer\n"
      #expect(try String(contentsOf: file, encoding: .utf8) == noted)
      let after = try Self.run(arguments, in: folder)
      #expect(try Set(Self.actions(after).values) == ["leave"])
      #expect(try Self.entries(after).allSatisfy { $0["draft"] is NSNull && $0["handled"] is [String: String] })
      #expect(try String(contentsOf: file, encoding: .utf8) == noted)
      // What is in the folder is the file and the report, and nothing that was half written.
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["done.csv", "r.txt"])
    }
  }

  @Test func `makes the file of what is suggested where it is missing`() throws {
    let records = #"{"id": "111-5550100-5550199", "comment": "The lamp broke after two days.", "rating": 1}"# + "\n"
    try BuiltProgram.withFolder(["r.ndjson": Array(records.utf8)]) { folder in
      let arguments = [
        "feedback", "triage", "--format", "ndjson", "--as-of", "2026-03-02", "--handled", "d.csv", "r.ndjson",
      ]
      let outcomes = try [0, 1].map { _ in try BuiltProgram.run(arguments, folder: folder) }
      #expect(outcomes[0].output.contains(#""action":"request-removal""#), "\(outcomes[0].errors)")
      #expect(outcomes[1].output.contains(#""decision":"remove:product-review","condition":null,"action":"leave""#))
      #expect(
        try String(contentsOf: folder.appendingPathComponent("d.csv"), encoding: .utf8)
          == "order_id,action,date\n111-5550100-5550199,request-removal,2026-03-02\n")
    }
  }

  @Test func `lets a request follow a message, but a message follow nothing`() throws {
    let report = FeedbackReport.text([
      FeedbackReport.row("3/1/26", 1, Self.lamp, order: 1),
      FeedbackReport.row("3/1/26", 1, "You sent the wrong item.", order: 2),
    ])
    let done = "order_id,action\n\(FeedbackReport.id(1)),contact-buyer\n\(FeedbackReport.id(2)),contact-buyer\n"
    try BuiltProgram.withFolder(["r.txt": Array(report.utf8), "done.csv": Array(done.utf8)]) { folder in
      let outcome = try Self.run(["--handled", "done.csv", "r.txt"], in: folder)
      #expect(try Self.actions(outcome) == [FeedbackReport.id(1): "request-removal", FeedbackReport.id(2): "leave"])
    }
  }

  @Test func `asks for nothing that is too old`() throws {
    let report = FeedbackReport.text([
      FeedbackReport.row("12/3/25", 1, Self.lamp, order: 1), FeedbackReport.row("12/2/25", 1, Self.lamp, order: 2),
    ])
    try BuiltProgram.withFolder(["r.txt": Array(report.utf8)]) { folder in
      let entries = try Self.entries(try Self.run(["r.txt"], in: folder))
      #expect(entries.map { $0["days_left"] as? Int } == [1, 0])
      #expect(entries.map { $0["action"] as? String } == ["request-removal", "contact-buyer"])
      #expect(entries.allSatisfy { $0["decision"] as? String == "remove:product-review" })
    }
  }

  @Test func `knows of orders what the report lacks`() throws {
    let late = "The parcel arrived two weeks late."
    let report = FeedbackReport.text((1...4).map { FeedbackReport.row("3/1/26", 1, late, order: $0) })
    let orders = """
      amazon-order-id\tpurchase-date\tfulfillment-channel\tship-date\tlatest-ship-date\tbuy-shipping
      \(FeedbackReport.id(1))\t2026-02-01T00:00:00+00:00\tAmazon\t\t\t
      \(FeedbackReport.id(2))\t2026-02-01T00:00:00+00:00\tMerchant\t2026-02-02\t2026-02-02\tyes
      \(FeedbackReport.id(3))\t2026-02-01T00:00:00+00:00\tMerchant\t2026-02-03\t2026-02-02\tyes

      """
    try BuiltProgram.withFolder(["r.txt": Array(report.utf8), "o.txt": Array(orders.utf8)]) { folder in
      func decisions(_ arguments: [String]) throws -> [String?] {
        try Self.entries(try Self.run(arguments + ["r.txt"], in: folder)).map { $0["decision"] as? String }
      }
      #expect(
        try decisions(["--orders", "o.txt"]) == ["strike:fulfilled-by-amazon", "strike:delivery", "none", "none"])
      #expect(
        try decisions(["--orders", "o.txt", "--fulfillment", "merchant", "--shipped-on-time", "yes"])
          == ["strike:fulfilled-by-amazon", "strike:delivery", "none", "strike:delivery"])
      #expect(
        try decisions(["--fulfillment", "merchant", "--shipped-on-time", "yes", "--buy-shipping", "no"])
          == ["none", "none", "none", "none"])
      let bad = try Self.run(["--orders", "r.txt", "r.txt"], in: folder)
      #expect(bad.status == 0, "a feedback report names orders too")
      let none = try BuiltProgram.run(
        ["feedback", "triage", "--orders", "-", "r.txt"], input: Array("a\tb\n".utf8), folder: folder)
      #expect(none.status == 2 && none.errors.contains("no column is called `amazon-order-id` or `order-id`"))
    }
  }

  @Test func `checks the seller's own responses`() throws {
    let report = FeedbackReport.text([
      FeedbackReport.row("3/1/26", 5, "Great", response: "Call me at 202-555-0147.", order: 1),
      FeedbackReport.row("3/1/26", 5, "Great", response: "Thank you.", order: 2),
    ])
    try BuiltProgram.withFolder(["r.txt": Array(report.utf8)]) { folder in
      let outcome = try Self.run(["r.txt"], in: folder)
      let entries = try Self.entries(outcome)
      #expect(entries.count == 1 && entries[0]["action"] as? String == "leave")
      let findings = try #require(entries[0]["response_findings"] as? [[String: String]])
      #expect(findings.contains { $0["rule"] == "personal-data/phone" && $0["evidence"] == "202-555-0147" })
      #expect(try FeedbackReport.json(outcome)["passed_over"] as? Int == 1)
    }
  }

  @Test func `reads a table of comments`() throws {
    let table = """
      Order ID;Stars;Date;Comment;fulfillment
      7;1;2026-03-01;"The lamp broke; after ""two"" days.";merchant
      8;6;2026-03-01;x;
      9;;;"The lamp
      broke.";
      "10;1;2026-03-01;x;
      """
    try BuiltProgram.withFolder(["c.csv": Array(table.utf8)]) { folder in
      let outcome = try Self.run(["c.csv"], in: folder)
      #expect(try Self.entries(outcome).map { $0["id"] as? String } == ["7", "9"])
      #expect(try Self.entries(outcome).map { $0["line"] as? Int } == [2, 4])
      #expect(try Self.entries(outcome)[0]["comment"] as? String == "The lamp broke; after \"two\" days.")
      let malformed = try #require(try FeedbackReport.json(outcome)["malformed"] as? [[String: Any]])
      #expect(malformed.map { $0["line"] as? Int } == [3, 6] && outcome.status == 1)
      let metrics = try BuiltProgram.run(
        ["feedback", "metrics", "--format", "json", "--as-of", "2026-03-02", "c.csv"], folder: folder)
      let reasons = try #require(try FeedbackReport.json(metrics)["malformed"] as? [[String: Any]]).map {
        $0["reason"] as? String
      }
      #expect(reasons.contains("there is no rating"))
    }
  }

  @Test(arguments: ["text", "json", "ndjson", "csv", "html"])
  func `comes in each format, without an address and without what a spreadsheet or a browser would run`(
    format: String
  ) throws {
    let report = FeedbackReport.text([
      FeedbackReport.row(
        "3/1/26", 1, "=HYPERLINK(1) <script>x</script> b1q@marketplace.amazon.com \u{1B}[31m", order: 1)
    ])
    let outcome = try BuiltProgram.run(
      ["feedback", "triage", "--as-of", "2026-03-01", "--format", format, "-"], input: report)
    #expect(outcome.status == 0 && outcome.output.contains("HYPERLINK"), "\(outcome.errors)")
    #expect(!outcome.output.contains("@marketplace") && !outcome.output.contains("\u{1B}"))
    #expect(!["html"].contains(format) || !outcome.output.contains("<script"))
    #expect(format != "csv" || outcome.output.contains("'=HYPERLINK"))
  }

  @Test func `refuses what it does not know`() throws {
    for (arguments, message) in [
      (["triage"], "`feedback triage` needs a FILE"), ([], "`feedback` needs to know: triage or metrics"),
      (["triags", "-"], "did you mean `triage`?"),
      (["triage", "--country", "xx", "-"], "`xx` is no value for `--country`"),
      (["triage", "--complete", "-"], "`--complete` belongs to `feedback metrics`"),
      (["metrics", "--handled", "x", "-"], "`--handled` belongs to `feedback triage`"),
      (["metrics", "--as-of", "2026-02-30", "-"], "`--as-of` takes a date such as 2026-05-31"),
      (["metrics", "no.txt"], "no.txt: no such file or directory"),
    ] {
      let outcome = try BuiltProgram.run(["feedback"] + arguments)
      #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.errors.contains(message), "\(outcome.errors)")
    }
  }
}
