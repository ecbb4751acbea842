import Foundation
import Testing

/// Programs of other hands that read reports, as `.ci/test-tools` installs them.
private enum Readers {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    .standardizedFileURL
  static let python = root.appendingPathComponent(".build/tools/readers/bin/python3")

  /// Whether the tests run: on CI also where they are missing, so that they fail there.
  static var isExpected: Bool {
    FileManager.default.isExecutableFile(atPath: python.path) || ProcessInfo.processInfo.environment["CI"] != nil
  }

  static func read(_ format: String, _ name: String, in folder: URL) throws -> [String] {
    let script = root.appendingPathComponent("Tests/Reports/read.py").path
    let outcome = try BuiltProgram.run([script, format, name], folder: folder, program: python)
    #expect(outcome.status == 0, "\(format): \(outcome.errors)")
    return outcome.lines.sorted()
  }
}

@Suite(.enabled(if: Readers.isExpected, "the readers are not installed; .ci/test-tools installs them from PyPI"))
struct `reports in the eyes of other programs` {
  /// Every severity, a finding over two lines, an emoji, text from right to left, and a name with spaces and `%`.
  private static let files: [String: String] = [
    "50% off, 😀 #1/a b.txt": "שלום 😀 Hello <script>.\nPlease remove\nyour review, or call me at 202-555-0147.\n",
    "plain.txt": "Thank you.\n\n\n\nBest wishes\n", "clean.txt": "Thank you for your order.\n",
    "r.ndjson": #"{"id": "m\u00fc&<1>", "text": "Please remove your review.", "target": "seller_feedback"}"# + "\n",
  ]
  private static let formats = ["sarif", "junit", "checkstyle", "gitlab", "rdjson", "html"]

  private static let expected = [
    "50% off, 😀 #1/a b.txt\t1\tformat/emoji\tinfo",
    "50% off, 😀 #1/a b.txt\t1\tformat/html\tinfo", "50% off, 😀 #1/a b.txt\t2\trevision-request/ask\terror",
    "50% off, 😀 #1/a b.txt\t3\trevision-request/brought-up\terror",
    "50% off, 😀 #1/a b.txt\t3\toff-platform/contact\terror", "50% off, 😀 #1/a b.txt\t3\toff-platform/contact\terror",
    "50% off, 😀 #1/a b.txt\t3\tpersonal-data/phone\terror", "plain.txt\t1\tformat/blank-lines\tinfo",
    "r.ndjson\t1\trevision-request/ask\twarning",
  ]

  private static func arguments(_ more: String...) -> [String] {
    ["check", "--quiet", "--lang", "en"] + formats.flatMap { ["--format", "\($0)=report.\($0)"] } + more
  }

  @Test func `each reads all that was found`() throws {
    try BuiltProgram.withFolder(Self.files.mapValues { Array($0.utf8) }) { folder in
      let outcome = try BuiltProgram.run(Self.arguments("."), folder: folder)
      #expect(outcome.status == 1 && outcome.errors.isEmpty, "\(outcome.errors)")
      for format in Self.formats {
        // JUnit has a suite for each record; its name tells which.
        let lines = try Readers.read(format, "report.\(format)", in: folder).map { line in
          line.replacingOccurrences(of: "r.ndjson (id \"m\\u00fc&<1>\")", with: "r.ndjson")
        }
        #expect(lines == Self.expected.sorted(), "\(format)")
        let text = try String(contentsOf: folder.appendingPathComponent("report.\(format)"), encoding: .utf8)
        #expect(!text.contains("202-555"), "\(format)")
      }
    }
  }

  @Test func `a run without findings is valid too`() throws {
    try BuiltProgram.withFolder(["clean.txt": Array("Thank you for your order.\n".utf8)]) { folder in
      let outcome = try BuiltProgram.run(Self.arguments("."), folder: folder)
      #expect(outcome.status == 0)
      for format in Self.formats {
        #expect(try Readers.read(format, "report.\(format)", in: folder) == [], "\(format)")
      }
    }
  }

  @Test func `SARIF tells what is gone`() throws {
    let text = "Please remove your review.\n"
    let files = ["a b.txt": text + text, "gone.txt": text, "other.txt": text]
    try BuiltProgram.withFolder(files.mapValues { Array($0.utf8) }) { folder in
      _ = try BuiltProgram.run(["check", "--write-baseline", "b.yml", "."], folder: folder)
      try Data(text.utf8).write(to: folder.appendingPathComponent("a b.txt"))
      try FileManager.default.removeItem(at: folder.appendingPathComponent("gone.txt"))
      // Of a file that is not checked nobody knows.
      let outcome = try BuiltProgram.run(
        ["check", "--baseline", "b.yml", "--format", "sarif=r.sarif", "a b.txt"], folder: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      _ = try Readers.read("sarif", "r.sarif", in: folder)
      let log = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent("r.sarif")))
      let run = try #require(((log as? [String: Any])?["runs"] as? [[String: Any]])?.first)
      let states = try #require(run["results"] as? [[String: Any]]).map { result -> String in
        let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        let file = (location?["artifactLocation"] as? [String: Any])?["uri"] as? String
        let print = (result["partialFingerprints"] as? [String: String])?["sentence/v1"]?.suffix(2)
        return "\(result["baselineState"] ?? "") \(file ?? "") \(print ?? "")"
      }
      #expect(states == ["unchanged a%20b.txt :1", "absent a%20b.txt :2", "absent gone.txt :1"])
    }
  }

  @Test func `SARIF tells what is accepted and what failed`() throws {
    let files = [
      "a.md":
        "---\nsuppress:\n  - rule: revision-request/ask\n    reason: agreed with the marketplace\n---\nPlease remove your review.\n",
      "b.txt": "Please remove your review.\n", "c.ndjson": "{}\n",
    ]
    try BuiltProgram.withFolder(files.mapValues { Array($0.utf8) }) { folder in
      let first = try BuiltProgram.run(
        ["check", "--lang", "en", "--write-baseline", "baseline.yml", "b.txt"], folder: folder)
      #expect(first.status == 0, "\(first.errors)")
      try Data("Hello.\n\nPlease remove your review.\nPlease change your rating.\n".utf8).write(
        to: folder.appendingPathComponent("b.txt"))
      let outcome = try BuiltProgram.run(
        ["check", "--lang", "en", "--baseline", "baseline.yml", "--format", "sarif=r.sarif", "."], folder: folder)
      #expect(outcome.status == 2, "\(outcome.errors)")
      _ = try Readers.read("sarif", "r.sarif", in: folder)
      let log = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent("r.sarif")))
      let run = try #require(((log as? [String: Any])?["runs"] as? [[String: Any]])?.first)
      let results = try #require(run["results"] as? [[String: Any]])
      let states = results.map { result -> String in
        let kinds = (result["suppressions"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
        return "\(result["ruleId"] ?? "") \(result["baselineState"] ?? "") \(kinds.joined())"
      }
      #expect(
        Set(states) == [
          "revision-request/ask new inSource", "revision-request/ask new ", "revision-request/ask unchanged ",
        ])
      let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
      #expect(invocation["executionSuccessful"] as? Bool == false)
      #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 1)
      #expect(run["columnKind"] as? String == "unicodeCodePoints")
    }
  }
}

@Suite struct `report files` {
  @Test func `an old report stays until the new one is whole`() throws {
    let files = ["a.txt": Array("Please remove your review.\n".utf8), "old.json": Array("old".utf8)]
    try BuiltProgram.withFolder(files) { folder in
      let old = folder.appendingPathComponent("old.json")
      // The report on standard output cannot be written, so that the run ends before its end.
      let outcome = try SystemProgram.run(
        "bash",
        [
          "-c", "\"$0\" check --lang en --format json=old.json --format ndjson a.txt > /dev/full",
          BuiltProgram.url.path,
        ],
        folder: folder)
      #expect(outcome.status == 2)
      #expect(try String(contentsOf: old, encoding: .utf8) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.txt", "old.json"])
      let second = try BuiltProgram.run(
        ["check", "--lang", "en", "--format", "json=old.json", "a.txt"], folder: folder)
      #expect(second.status == 1)
      #expect(try String(contentsOf: old, encoding: .utf8).hasPrefix("{\"drafts\":["))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.txt", "old.json"])
    }
  }

  @Test func `what is no plain file is written in place`() throws {
    let outcome = try BuiltProgram.run(
      ["check", "--lang", "en", "--format", "json=/dev/null", "-"], input: "Please remove your review.")
    #expect(outcome.status == 1)
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
  }

  @Test func `two reports in one file are refused, and so is a folder that is not there`() throws {
    for arguments in [["json=a", "--format", "sarif=a"], ["json=none/a"]] {
      let outcome = try BuiltProgram.run(["check", "--format"] + arguments + ["-"], input: "Hello.")
      #expect(outcome.status == 2)
    }
  }
}
