import Foundation
import TestSupport
import Testing

@Suite struct `the figures of feedback` {
  private static let counter = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Feedback/count.py").standardizedFileURL

  private static let windows = ["30", "90", "365", "lifetime"]

  /// The windows of an output as `count.py` writes them.
  private static func windows(_ json: [String: Any]) throws -> [String: [Int?]] {
    let windows = try #require(json["windows"] as? [String: [String: Any]])
    return windows.mapValues { window in
      var row: [Int?] = [window["total"] as? Int]
      for part in ["positive", "neutral", "negative"] {
        let values = window[part] as? [String: Any]
        row += [values?["count"] as? Int, values?["percent"] as? Int]
      }
      return row
    }
  }

  private static func metrics(_ arguments: [String], in folder: URL) throws -> (json: [String: Any], status: Int32) {
    let outcome = try BuiltProgram.run(["feedback", "metrics", "--format", "json"] + arguments, folder: folder)
    return (try FeedbackReport.json(outcome), outcome.status)
  }

  @Test func `agree with a count of another hand`() throws {
    try forRandomCases(4) { random in
      let asOf = try #require(ISO8601DateFormatter().date(from: "2026-03-01T00:00:00Z"))
      let text = FeedbackReport.random(400, asOf: asOf, hasPositive: true, using: &random)
      var failure: String?
      try BuiltProgram.withFolder(["r.txt": Array(text.utf8)]) { folder in
        let outcome = try BuiltProgram.run(
          ["python3", Self.counter.path, "r.txt", "2026-03-01"], folder: folder,
          program: URL(fileURLWithPath: "/usr/bin/env"))
        let counted = try #require(
          try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: [Any]], "\(outcome.errors)")
        let (json, status) = try Self.metrics(["--country", "us", "--as-of", "2026-03-01", "r.txt"], in: folder)
        let told = try Self.windows(json)
        if told != counted.mapValues({ $0.map { $0 as? Int } }) || status != 0 { failure = "\(told)\n\(counted)" }
        #expect(json["rows"] as? Int == 400)
        let conflicts = (json["conflicts"] as? [Any])?.count ?? 0
        #expect(json["entries_read"] as? Int == 400 - conflicts - (json["duplicates"] as? Int ?? 0))
      }
      return failure
    }
  }

  @Test func `are without shares where the report holds no praise`() throws {
    let text = FeedbackReport.text([
      FeedbackReport.row("3/1/26", 1, "Never arrived", order: 1), FeedbackReport.row("2/1/26", 3, "okay", order: 2),
    ])
    try BuiltProgram.withFolder(["r.txt": Array(text.utf8)]) { folder in
      let (partial, _) = try Self.metrics(["--as-of", "2026-03-02", "r.txt"], in: folder)
      #expect(partial["coverage"] as? String == "negative-and-neutral-only")
      #expect(try Self.windows(partial)["90"] == [2, 0, nil, 1, nil, 1, nil])
      let (whole, _) = try Self.metrics(["--as-of", "2026-03-02", "--complete", "r.txt"], in: folder)
      #expect(whole["coverage"] as? String == "complete")
      #expect(try Self.windows(whole)["90"] == [2, 0, 0, 1, 50, 1, 50])
      #expect(try Self.windows(whole)["30"] == [2, 0, 0, 1, 50, 1, 50])
      let (early, _) = try Self.metrics(["--as-of", "2026-01-01", "--complete", "r.txt"], in: folder)
      #expect(try Self.windows(early)["lifetime"] == [0, 0, nil, 0, nil, 0, nil])
      #expect(early["after_as_of"] as? Int == 2)
    }
  }

  @Test func `round each share half up by itself`() throws {
    // 1001, 15 and 4 of 1020 are 98, 1 and 0 percent; 1 of 8 is 12.5.
    let ratings = Array(repeating: 5, count: 7) + [1]
    let rows = ratings.enumerated().map { FeedbackReport.row("3/1/26", $0.element, "x", order: $0.offset) }
    let many = (0..<1_020).map { FeedbackReport.row("3/1/26", $0 < 1_001 ? 5 : $0 < 1_016 ? 3 : 1, "x", order: $0) }
    let files = ["few.txt": rows, "many.txt": many].mapValues { Array(FeedbackReport.text($0).utf8) }
    try BuiltProgram.withFolder(files) { folder in
      let (few, _) = try Self.metrics(["--as-of", "2026-03-01", "few.txt"], in: folder)
      #expect(try Self.windows(few)["30"] == [8, 7, 88, 0, 0, 1, 13])
      let (many, _) = try Self.metrics(["--as-of", "2026-03-01", "many.txt"], in: folder)
      #expect(try Self.windows(many)["30"] == [1_020, 1_001, 98, 15, 1, 4, 0])
    }
  }

  @Test func `count what negative feedback adds to the defects of orders`() throws {
    let report = FeedbackReport.text([
      FeedbackReport.row("3/1/26", 1, "Rude seller", order: 1),
      FeedbackReport.row("3/1/26", 2, "Rude seller", order: 2),
      FeedbackReport.row("3/1/26", 3, "Rude seller", order: 3), FeedbackReport.row("3/1/26", 5, "Fine", order: 4),
    ])
    // Orders 2 and 200 were made on the first day that counts and on the day before it.
    let days = [1: "2026-02-01", 2: "2025-12-31", 3: "2026-02-01", 4: "2026-02-01", 200: "2026-01-01"]
    var orders = "amazon-order-id\tpurchase-date\tfulfillment-channel\n"
    for (order, day) in days.sorted(by: { $0.key < $1.key }) {
      orders += "\(FeedbackReport.id(order))\t\(day)T08:00:00+00:00\tMerchant\n"
    }
    try BuiltProgram.withFolder(["r.txt": Array(report.utf8), "o.txt": Array(orders.utf8)]) { folder in
      let (with, _) = try Self.metrics(["--as-of", "2026-03-01", "--orders", "o.txt", "r.txt"], in: folder)
      let odr = try #require(with["odr"] as? [String: Any])
      #expect(odr["orders"] as? Int == 4 && odr["negative"] as? Int == 1 && odr["percent"] as? Double == 25)
      let (without, _) = try Self.metrics(["--as-of", "2026-03-01", "r.txt"], in: folder)
      #expect(without["odr"] is NSNull)
    }
  }

  @Test(arguments: ["text", "json", "csv", "html"])
  func `come in each format, without an address`(format: String) throws {
    let text = FeedbackReport.text([
      FeedbackReport.row("3/1/26", 1, "Never arrived, write to b1q@marketplace.amazon.com", order: 1),
      FeedbackReport.row("x", 5, "Fine", order: 2),
    ])
    let outcome = try BuiltProgram.run(
      ["feedback", "metrics", "--as-of", "2026-03-01", "--format", format, "-"], input: text)
    #expect(outcome.status == 1 && outcome.errors.contains("-:3: `x` is no date"), "\(outcome.errors)")
    #expect(outcome.output.contains("lifetime") && !(outcome.output + outcome.errors).contains("marketplace.amazon"))
    if format == "html" {
      #expect(outcome.output.contains("<svg") && !outcome.output.contains("<script"))
    }
  }
}
