import FoundationEssentials
import Testing

@Suite struct `explain --at` {
  private static func explain(_ text: String, _ place: String, _ options: [String] = []) throws -> Outcome {
    let file = FileManager.default.temporaryDirectory.appending(path: "place-\(UUID().uuidString).txt")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try BuiltProgram.run(["explain", "--at", "\(file.path):\(place)"] + options)
  }

  @Test func `tells which rule holds, and by which concepts`() throws {
    let outcome = try Self.explain("Hello Ann,\nplease change your review. Thank you.\n", "2:8")
    #expect(outcome.status == 0)
    #expect(outcome.lines.contains("languages: en"))
    #expect(outcome.lines.contains("sentence:  “please change your review”"), "\(outcome.output)")
    #expect(outcome.lines.contains { $0.hasPrefix("  revise.feedback ") && $0.hasSuffix("“change your review”") })
    #expect(outcome.lines.contains("  revision-request/ask: error, at “change your review”"))
  }

  @Test func `tells what keeps a rule from holding`() throws {
    let outcome = try Self.explain("You need not change your review.\n", "1:15")
    #expect(outcome.lines.contains { $0.hasPrefix("  revision-request/ask does not hold at “change your review”") })
    #expect(outcome.lines.contains("    `revise.feedback` stands in the context negated"), "\(outcome.output)")
  }

  @Test func `counts columns in code points, and finds what is disguised`() throws {
    let outcome = try Self.explain("日本語 \u{1F642} please change your r3v1ew.\n", "1:26")
    #expect(outcome.lines.contains { $0.contains("(disguised)") }, "\(outcome.output)")
  }

  @Test func `reads the draft in the language and for the readers that are named`() throws {
    let outcome = try Self.explain(
      "Bitte ändern Sie Ihre Bewertung.", "1:10", ["--lang", "de", "--channel", "public_response"])
    #expect(outcome.lines.first == "channel:   public_response")
    #expect(outcome.lines.contains("languages: de"))
  }

  @Test(arguments: [
    ("2:1", "has no line 2"), ("1:99", "has no line 1 with a column 99"), ("1", "`--at` takes FILE:LINE:COLUMN"),
  ])
  func `a mistake says how to mend it`(place: String, message: String) throws {
    let outcome = try Self.explain("Hello.", place)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
