import Foundation
import Testing

@Suite struct `reports of feedback` {
  private static func metrics(_ files: [String: [UInt8]], _ arguments: [String]) throws -> [String: Any] {
    var json: [String: Any] = [:]
    try BuiltProgram.withFolder(files) { folder in
      json = try FeedbackReport.json(
        try BuiltProgram.run(
          ["feedback", "metrics", "--format", "json", "--as-of", "2026-03-02"] + arguments, folder: folder))
    }
    return json
  }

  /// What triage tells of the comments and answers of a file.
  private static func comments(_ bytes: [UInt8], _ arguments: [String] = []) throws -> [[String]] {
    var found: [[String]] = []
    try BuiltProgram.withFolder(["r.txt": bytes]) { folder in
      let outcome = try BuiltProgram.run(
        ["feedback", "triage", "--all", "--format", "json", "--as-of", "2026-03-02"] + arguments + ["r.txt"],
        folder: folder)
      let entries = try #require(try FeedbackReport.json(outcome)["entries"] as? [[String: Any]])
      found = entries.map { entry in
        ["id", "date", "comment", "response"].map { entry[$0] as? String ?? "-" } + ["\(entry["rating"] as? Int ?? 0)"]
      }
    }
    return found
  }

  private static let western = FeedbackReport.text([
    FeedbackReport.row(
      "3.2.26", 1, "\"Größe\" falsch – 20 € zurück?", response: "Das tut uns leid, schönen Tag", order: 1, site: "de"),
    FeedbackReport.row("28.02.2026", 2, "", order: 2, site: "de"),
    FeedbackReport.row("2026-01-31", 5, "Très bien", order: 3, site: "de"),
  ])

  private static let japanese = FeedbackReport.text([
    FeedbackReport.row("26/2/3", 1, "不良品でした。能力表示もソも違う", response: "申し訳ありません", order: 1, site: "co.jp"),
    FeedbackReport.row("2026/02/28", 3, "普通です", order: 2, site: "co.jp"),
  ])

  @Test func `read alike in all their encodings`() throws {
    let expected = [
      [FeedbackReport.id(1), "2026-02-03", "\"Größe\" falsch – 20 € zurück?", "Das tut uns leid, schönen Tag", "1"],
      [FeedbackReport.id(2), "2026-02-28", "", "-", "2"], [FeedbackReport.id(3), "2026-01-31", "Très bien", "-", "5"],
    ]
    let utf8 = Array(Self.western.utf8)
    let cp1252 = Array(try #require(Self.western.data(using: .windowsCP1252)))
    let utf16 = [0xFF, 0xFE] + Array(try #require(Self.western.data(using: .utf16LittleEndian)))
    let lines = Array(Self.western.replacingOccurrences(of: "\n", with: "\r\n").utf8)
    for bytes in [utf8, [0xEF, 0xBB, 0xBF] + utf8, cp1252, utf16, lines] {
      #expect(try Self.comments(bytes) == expected)
      #expect(try Self.comments(FeedbackReport.gzip(bytes)) == expected)
    }
    // Files that were packed one by one and put together.
    let parts = [utf8.prefix(70), utf8.dropFirst(70)].map { Array($0) }
    #expect(try Self.comments(try parts.flatMap { try FeedbackReport.gzip($0) }) == expected)
  }

  @Test func `read alike in Japanese`() throws {
    let utf8 = Array(Self.japanese.utf8)
    let shiftJIS = Array(try #require(Self.japanese.data(using: .shiftJIS)))
    let expected = try Self.comments(utf8)
    #expect(expected.map { $0[1] } == ["2026-02-03", "2026-02-28"] && expected[0][2] == "不良品でした。能力表示もソも違う")
    for bytes in [[0xEF, 0xBB, 0xBF] + utf8, shiftJIS, try FeedbackReport.gzip(shiftJIS)] {
      #expect(try Self.comments(bytes) == expected)
    }
    let bare = Self.japanese.replacingOccurrences(of: "@marketplace.amazon.co.jp", with: "")
    #expect(try Self.comments(Array(try #require(bare.data(using: .shiftJIS))), ["--country", "jp"]) == expected)
  }

  @Test func `tell their encodings`() throws {
    let files: [String: [UInt8]] = [
      "a.txt": Array(Self.western.utf8), "b.txt": [0xEF, 0xBB, 0xBF] + Array(Self.western.utf8),
      "c.txt": Array(try #require(Self.western.data(using: .windowsCP1252))),
      "d.txt.gz": try FeedbackReport.gzip(Array(try #require(Self.japanese.data(using: .shiftJIS)))),
    ]
    let json = try Self.metrics(files, files.keys.sorted())
    #expect(
      json["encodings"] as? [String: String]
        == ["a.txt": "utf-8", "b.txt": "utf-8-bom", "c.txt": "windows-1252", "d.txt.gz": "shift_jis"])
  }

  @Test func `keep malformed rows aside, and count the rest`() throws {
    let good = (0..<20).map { FeedbackReport.row("3/1/26", 4, "Café très bien, naïve", order: $0) }
    var rows = good
    rows[3] = "3/1/26\t1\tthree"
    rows[5] += "\t\t\t\t"
    rows[7] = FeedbackReport.row("13/32/26", 1, "x", order: 7)
    rows[9] = FeedbackReport.row("3/1/26", 0, "x", order: 9)
    rows[11] = "3/1/26\t1\tx\t\t\tb@marketplace.amazon.com"
    var bytes = Array(FeedbackReport.text(rows).utf8)
    // The first letter of two bytes loses its second one.
    bytes.remove(at: try #require(bytes.firstIndex(of: 0xC3)) + 1)
    let json = try Self.metrics(["r.txt": bytes], ["--country", "us", "r.txt"])
    let malformed = try #require(json["malformed"] as? [[String: Any]])
    #expect(malformed.map { $0["line"] as? Int } == [2, 5, 7, 9, 11, 13])
    #expect(malformed.allSatisfy { $0["file"] as? String == "r.txt" })
    #expect(
      malformed.map { $0["reason"] as? String } == [
        "the comment has bytes that are no utf-8 text", "3 columns, where the first line has 6",
        "10 columns, where the first line has 6", "`13/32/26` is no date as the marketplace writes them, M/D/YY",
        "`0` is no rating from 1 to 5", "there is no order ID",
      ])
    let windows = try #require(json["windows"] as? [String: [String: Any]])
    #expect(windows["30"]?["total"] as? Int == 14 && json["rows"] as? Int == 20)
  }

  @Test func `keep aside a row that ends in half a character`() throws {
    var bytes = Array(try #require(Self.japanese.data(using: .shiftJIS)))
    let word = Array(try #require("違う".data(using: .shiftJIS)))
    let comment = try #require(bytes.firstRange(of: word))
    bytes.remove(at: comment.upperBound - 1)
    let json = try Self.metrics(["r.txt": bytes], ["--country", "jp", "r.txt"])
    let malformed = try #require(json["malformed"] as? [[String: Any]])
    #expect(malformed.count == 1 && malformed[0]["line"] as? Int == 2)
    #expect(malformed[0]["reason"] as? String == "the comment has bytes that are no shift_jis text")
    #expect((json["windows"] as? [String: [String: Any]])?["lifetime"]?["total"] as? Int == 1)
  }

  @Test func `of years ago have nine columns, or ten`() throws {
    let header =
      "Date\tRating\tComments\tYour Response\tArrived on Time\tItem as Described\tCustomer Service\tOrder ID\tRater Email"
    let row = "3/1/26\t2\tlate\tSorry\tno\tyes\t\t\(FeedbackReport.id(1))\tb@marketplace.amazon.com"
    let expected = [[FeedbackReport.id(1), "2026-03-01", "late", "Sorry", "2"]]
    #expect(try Self.comments(Array("\(header)\n\(row)\n".utf8)) == expected)
    #expect(try Self.comments(Array("\(header)\tRater Role\n\(row)\tBuyer\n".utf8)) == expected)
    // Without a header.
    #expect(try Self.comments(Array("\(row)\n".utf8)) == expected)
  }

  @Test(arguments: [
    ("com", "3/4/26", "2026-03-04"), ("co.uk", "3/4/26", "2026-04-03"), ("de", "3.4.26", "2026-04-03"),
    ("fr", "03/04/2026", "2026-04-03"), ("se", "2026-04-03", "2026-04-03"), ("co.jp", "26/4/3", "2026-04-03"),
    ("co.jp", "2026/04/03", "2026-04-03"), ("com.au", "3/4/26", "2026-04-03"),
    ("com", "2026-04-03T10:00:00Z", "2026-04-03"),
  ])
  func `write days as their country does`(site: String, written: String, date: String) throws {
    let text = FeedbackReport.text([FeedbackReport.row(written, 1, "x", order: 1, site: site)])
    #expect(try Self.comments(Array(text.utf8)).map { $0[1] } == [date])
  }

  @Test func `of no country are refused where days could be two`() throws {
    let rows = ["3/25/26", "3/4/26"].enumerated().map {
      FeedbackReport.row($0.element, 1, "x", order: $0.offset).replacingOccurrences(of: "amazon", with: "example")
    }
    for action in ["triage", "metrics"] {
      let outcome = try BuiltProgram.run(["feedback", action, "-"], input: FeedbackReport.text(rows))
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(
        outcome.errors.hasPrefix(
          "buyerlint: -: line 3: `3/4/26` may be 2026-03-04 or 2026-04-03; "
            + "tell whose marketplace it is from with `--country`\n"), "\(outcome.errors)")
      let plain = try BuiltProgram.run(["feedback", action, "-"], input: FeedbackReport.text([rows[0]]))
      #expect(plain.status == 0, "\(plain.errors)")
    }
  }

  @Test func `hold each order once`() throws {
    let first = [
      FeedbackReport.row("3/1/26", 1, "Never arrived", order: 1), FeedbackReport.row("2/1/26", 1, "Broken", order: 2),
      FeedbackReport.row("2/1/26", 5, "Fine", order: 3),
    ]
    let second = [
      FeedbackReport.row("3/1/26", 1, "Never arrived", order: 1), FeedbackReport.row("1/1/26", 5, "Fine", order: 2),
      FeedbackReport.row("2/1/26", 5, "Fine", response: "Thank you", order: 3),
    ]
    let files = ["a.txt": first, "b.txt": second].mapValues { Array(FeedbackReport.text($0).utf8) }
    let json = try Self.metrics(files, ["a.txt", "b.txt"])
    #expect(json["duplicates"] as? Int == 1 && json["rows"] as? Int == 6 && json["entries_read"] as? Int == 3)
    let conflicts = try #require(json["conflicts"] as? [[String: Any]])
    #expect(conflicts.map { $0["id"] as? String } == [FeedbackReport.id(2), FeedbackReport.id(3)])
    #expect(conflicts.map { ($0["kept"] as? [String: Any])?["file"] as? String } == ["a.txt", "b.txt"])
    #expect(conflicts.map { ($0["kept"] as? [String: Any])?["line"] as? Int } == [3, 4])
  }

  @Test func `that are broken as a whole are refused`() throws {
    let packed = try FeedbackReport.gzip(Array(Self.western.utf8))
    for (bytes, message) in [
      (Array(packed.dropLast(12)), "the gzip file ends too early; fetch it again"),
      (packed.dropLast(8) + [0, 1, 2, 3] + packed.suffix(4), "the gzip file is damaged; fetch it again"),
      ([], "the file is empty"), (Array("a\tb\n".utf8), "the first line has 2 columns"),
    ] {
      let outcome = try BuiltProgram.run(["feedback", "metrics", "-"], input: bytes)
      #expect(
        outcome.status == 2 && outcome.output.isEmpty && outcome.errors.hasPrefix("buyerlint: -: \(message)"),
        "\(outcome.errors)")
    }
  }
}
