import Foundation
import Testing

@Suite struct `findings` {
  private static let draft = "Hello,\nplease delete your review.\n"
  private static let rule = "revision-request/ask"
  private static let records = ["check", "--input-format", "ndjson", "--format", "ndjson", "-"]

  private static let statuses: [(options: String, status: Int32)] = [
    ("", 1), ("--exit-zero", 0), ("--fail-on error", 1), ("--fail-on never", 0), ("--select conduct", 0),
    ("--ignore revision-request", 0), ("--severity revision-request=info --select revision-request", 0),
    ("--severity revision-request=off --select revision-request", 0),
    ("--severity revision-request=info --fail-on info", 1),
    ("--severity revision-request=warning --select revision-request --fail-on error", 0),
  ]

  @Test(arguments: statuses)
  func `the exit status follows the options`(options: String, status: Int32) throws {
    let options = options.split(separator: " ").map(String.init)
    let outcome = try BuiltProgram.run(["check"] + options + ["-"], input: Self.draft)
    #expect(outcome.status == status)
  }

  @Test func `the report shows the words, why, and who says so`() throws {
    let outcome = try BuiltProgram.run(["check", "--select", Self.rule, "-"], input: Self.draft)
    #expect(outcome.output.hasPrefix("error[\(Self.rule)]: "))
    #expect(outcome.output.contains("\n --> <stdin>:2:"))
    for part in ["\n2 | ", "^^^", "\n  = why: ", "\n  = policy: ", "\n  = instead: ", "\n1 error in 1 of 1 draft\n"] {
      #expect(outcome.output.contains(part))
    }
  }

  @Test func `offsets count the bytes of the decoded text`() throws {
    let text = "Grüße 😀,\nplease delete your review."
    let escaped = #"Gr\u00fc\u00dfe \ud83d\ude00,\nplease delete your review."#
    let outcome = try BuiltProgram.run(Self.records, input: #"{"id": 1, "text": "\#(escaped)"}"#)
    #expect(outcome.status == 1)
    let line = try #require(outcome.lines.first)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["lang"] as? String == "en")
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["rule"] as? String == Self.rule })
    for finding in findings {
      let start = try #require((finding["start"] as? [String: Int])?["offset"])
      let end = try #require((finding["end"] as? [String: Int])?["offset"])
      let bytes = Array(text.utf8)[start..<end]
      #expect(finding["evidence"] as? String == String(decoding: bytes, as: UTF8.self))
      if finding["rule"] as? String == Self.rule {
        #expect((finding["start"] as? [String: Int])?["line"] == 2)
      }
    }
  }

  @Test func `a record names its own channel, target and marketplace`() throws {
    let input = """
      {"id": 1, "text": "Thank you for your order 114-1234567-1234567.", "channel": "public_response"}
      {"id": 2, "text": "Thank you for your order 114-1234567-1234567.", "channel": "message"}
      {"id": 3, "text": "Hello.", "marketplace": "nowhere"}
      {"id": 4, "text": "Hello.", "marketplace": "ebay", "target": "seller_feedback"}

      """
    let outcome = try BuiltProgram.run(Self.records, input: input)
    #expect(outcome.status == 2)
    try #require(outcome.lines.count == 4)
    #expect(outcome.lines[0].contains("personal-data/"))
    #expect(outcome.lines[1].contains("\"findings\":[]"))
    #expect(outcome.lines[2].hasPrefix("{\"id\":null,\"error\":{\"line\":3,\"message\":"))
    #expect(outcome.lines[3].hasPrefix("{\"id\":4,"))
  }

  @Test func `a subject is checked too, and its findings say so`() throws {
    let outcome = try BuiltProgram.run(
      Self.records, input: #"{"text": "Hello, thank you.", "subject": "Please delete your review"}"#)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("\"field\":\"subject\""))
  }

  @Test func `a language without a lexicon is never clean`() throws {
    let input = #"{"text": "Ukuphila okuhle nakini nonke", "lang": "zu"}"#
    let outcome = try BuiltProgram.run(Self.records, input: input)
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("\"unchecked\":[\"zu\"]"))
    #expect(try BuiltProgram.run(Self.records + ["--allow-unchecked"], input: input).status == 0)
  }

  @Test func `a rule that does not exist is status 2 and the nearest is named`() throws {
    let outcome = try BuiltProgram.run(["check", "--select", "revision-request/aks", "-"], input: Self.draft)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("did you mean `\(Self.rule)`?"))
  }

  @Test func `the catalogue lists and explains rules`() throws {
    #expect(try BuiltProgram.run(["rules"]).output.contains("\(Self.rule) "))
    let page = try BuiltProgram.run(["explain", Self.rule]).output
    for part in [
      "Why: ", "Instead: ", "Severity in the profile amazon:\n", "Sources:\n",
    ] {
      #expect(page.contains(part))
    }
    let wrong = try BuiltProgram.run(["explain", "revision-request/aks"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("did you mean `\(Self.rule)`?"))
  }

  @Test func `mistakes in a lexicon folder are told with their places`() throws {
    try BuiltProgram.withFolder(["own/en/own.yml": Array("own.concept:\n  - \"(a\"\n".utf8)]) { folder in
      let outcome = try BuiltProgram.run(["check", "--lexicon", "own", "-"], folder: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("en/own.yml:2:"))
    }
  }
}
