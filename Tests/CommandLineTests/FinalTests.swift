import Testing

@Suite struct `drafts that go out as they are` {
  private static let text = "Hello {{name}}, your rug is on its way."

  @Test(arguments: [([], 0), (["--final"], 1), (["--final", "--marketplace", "etsy"], 1)] as [([String], Int32)])
  func `have no placeholder, others may`(options: [String], status: Int32) throws {
    let outcome = try BuiltProgram.run(["check", "--quiet", "--format", "concise"] + options + ["-"], input: Self.text)
    #expect(outcome.status == status)
    let finding = "<stdin>:1:7: error: holds a placeholder that nobody has filled [format/placeholder]"
    #expect(outcome.lines == (status == 0 ? [] : [finding]))
  }

  @Test func `say so themselves`() throws {
    let records = """
      {"id": 1, "text": "\(Self.text)", "final": true}
      {"id": 2, "text": "\(Self.text)", "final": false}
      {"id": 3, "text": "\(Self.text)"}
      """
    let outcome = try BuiltProgram.run(
      ["check", "--quiet", "--format", "concise", "--input-format", "ndjson", "-"], input: records)
    #expect(outcome.lines.map { $0.prefix(10) } == ["<stdin>:1:"])
    let renamed = try BuiltProgram.run(
      ["check", "--quiet", "--format", "concise", "--final-field", "send", "--input-format", "ndjson", "-"],
      input: #"{"text": "\#(Self.text)", "final": "no matter", "send": true}"#)
    #expect(renamed.status == 1)
    let markdown = try BuiltProgram.run(
      ["check", "--quiet", "--format", "concise", "--input-format", "markdown", "-"],
      input: "---\nfinal: true\n---\n\(Self.text)\n")
    #expect(markdown.lines.map { $0.prefix(13) } == ["<stdin>:4:7: "])
  }

  @Test func `what they say holds over the option`() throws {
    let outcome = try BuiltProgram.run(
      ["check", "--quiet", "--final", "--input-format", "ndjson", "-"], input: #"{"text": "{{a}}", "final": false}"#)
    #expect(outcome.status == 0)
  }
}
