import JSONReading
import Linting
import Reporting
import Testing

@Suite struct `reports of a whole run` {
  static func write(_ reporter: some Reporter, _ reports: [DraftReport] = Samples.all) -> [UInt8] {
    var totals = Totals()
    var bytes = reporter.head
    var isFirst = true
    for report in reports {
      totals.count(report)
      var draft: [UInt8] = []
      reporter.append(report, to: &draft)
      draft = reporter.absorb(draft)
      if draft.isEmpty { continue }
      if !isFirst { bytes += reporter.separator }
      isFirst = false
      bytes += draft
    }
    reporter.appendTail(totals, to: &bytes)
    return bytes
  }

  /// The drafts in a report in JSON, which has to be well-formed.
  private static func drafts(_ report: [UInt8]) throws -> [JSONValue] {
    var members: [JSONMember] = []
    try JSONReader.appendMembers(report.span, in: report.indices, to: &members)
    var drafts: [JSONValue] = []
    try JSONReader.appendElements(report.span, in: try #require(members.first).value.range, to: &drafts)
    return drafts
  }

  private static func text(colored: Bool = false) -> TextReporter {
    TextReporter(Palette(isColored: colored)) { $0 == Samples.rule.id ? Samples.rule : nil }
  }

  @Test func `text`() throws { try expectGolden(Self.write(Self.text()), "report.txt") }

  @Test func `concise`() throws { try expectGolden(Self.write(ConciseReporter()), "report.concise.txt") }

  @Test func `json`() throws {
    let bytes = Self.write(JSONReporter())
    try expectGolden(bytes, "report.json")
    #expect(try Self.drafts(bytes).count == Samples.all.count)
  }

  @Test func `ndjson`() throws {
    let bytes = Self.write(NDJSONReporter())
    try expectGolden(bytes, "report.ndjson")
    let lines = bytes.split(separator: 0x0A)
    #expect(lines.count == Samples.all.count)
    for line in lines.map(Array.init) { _ = try JSONReader.value(line.span, in: line.indices) }
  }

  @Test func `a run without drafts is well-formed all the same`() throws {
    let bytes = Self.write(JSONReporter(), [])
    #expect(try Self.drafts(bytes).isEmpty)
  }

  @Test func `rules`() throws {
    let bytes = RuleJSON.list([Samples.rule])
    try expectGolden(bytes, "rules.json")
    _ = try JSONReader.value(bytes.span, in: bytes.indices)
  }

  @Test func `colour changes nothing but colour`() {
    let colored = String(decoding: Self.write(Self.text(colored: true)), as: UTF8.self)
    let plain = String(decoding: Self.write(Self.text()), as: UTF8.self)
    #expect(colored != plain)
    let pieces = colored.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
    let stripped = pieces.dropFirst().map { $0.drop { $0 != "m" }.dropFirst() }.joined()
    #expect(pieces[0] + stripped == plain)
  }

  @Test func `only official sources are cited as the marketplace's words`() {
    let citations = Samples.rule.sources.map(\.citation)
    #expect(
      citations == [
        "Policy on reviews, Incentives <https://example.com/policy> (official, read 2026-01-02)",
        "as reported by a sellers' forum <https://example.org/forum> (secondary)",
        "Policy on messages, as reported by others (secondary, read 2026-01-03)", "Policy on reviews (own reading)",
      ])
  }

  @Test(arguments: [
    (0, 0, 0, 0, 1, "no findings in 1 draft"), (3, 1, 0, 2, 10, "3 errors, 1 warning in 2 of 10 drafts"),
    (0, 0, 1, 1, 1, "1 info in 1 of 1 draft"),
  ])
  func `the summary counts in words`(errors: Int, warnings: Int, infos: Int, with: Int, checked: Int, words: String) {
    var totals = Totals()
    (totals.errors, totals.warnings, totals.infos) = (errors, warnings, infos)
    (totals.withFindings, totals.checked) = (with, checked)
    #expect(totals.summary == words)
  }

  @Test func `JSON strings are escaped`() throws {
    var writer = JSONWriter()
    let text = "\"\\/\u{1}\u{1F}\n\r\t\u{7F}é😀\u{2028}"
    writer.string(text)
    let bytes = writer.finish()
    let decoded = try JSONReader.value(bytes.span, in: bytes.indices).string(in: bytes.span)
    #expect(decoded == text)
    #expect(bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
  }

  @Test(arguments: [0, 7, 10, -1, -120, Int.max, Int.min])
  func `numbers are written in decimal`(number: Int) {
    var writer = JSONWriter()
    writer.number(number)
    #expect(String(decoding: writer.finish(), as: UTF8.self) == String(number))
  }

  @Test func `findings on one long line are placed in linear time`() {
    let text = Samples.text(String(repeating: "é⟦gift⟧ and ", count: 20_000))
    let bytes = Self.write(NDJSONReporter(), [Samples.document("long.txt", text)])
    #expect(bytes.count > 20_000 * 200)
  }
}
