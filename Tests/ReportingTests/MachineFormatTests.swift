import JSONReading
import Linting
import Reporting
import SourceText
import Testing

/// Formats that other programs read, each against a golden file; that those programs read them is tested with the program.
@Suite struct `reports for other programs` {
  private static func describe(_ id: String) -> RuleDescription? { id == Samples.rule.id ? Samples.rule : nil }

  private static func write(_ reporter: some Reporter, _ reports: [DraftReport] = hostile) -> String {
    String(decoding: `reports of a whole run`.write(reporter, reports), as: UTF8.self)
  }

  /// All that is in the samples, and what readers would obey.
  private static let hostile: [DraftReport] = {
    var accepting = Samples.text("⟦gift⟧")
    let fingerprint = "0123456789abcdef"
    accepting.accepted = [
      ReportItem(
        accepting.items[0].finding, fingerprint: fingerprint,
        acceptance: .suppressed(reason: "agreed {0} [x](y)", isInDraft: true)),
      ReportItem(accepting.items[0].finding, fingerprint: fingerprint, acceptance: .inBaseline),
    ]
    accepting.items[0].fingerprint = fingerprint
    return Samples.all + [
      Samples.document(
        "./50% off,\n::error::a: <b>\u{1B}[2J\u{1}&\"'.txt", Samples.text("\u{202E}⟦a\u{0}\u{1B}]<x>\n&]]>\u{FFFE}⟧")),
      Samples.document("b/ü.txt", accepting),
    ]
  }()

  /// Made anew for each test, since some hold what they are told.
  private static var reporters: [(name: String, reporter: any Reporter)] {
    [
      ("report.grouped.txt", GroupedReporter(Palette(isColored: false))),
      ("report.sarif", SARIFReporter(version: "1.2.3", hasBaseline: true, describe: describe)),
      ("report.github.txt", GitHubReporter()), ("report.gitlab.json", GitLabReporter()),
      ("report.junit.xml", JUnitReporter()), ("report.checkstyle.xml", CheckstyleReporter()),
      ("report.rdjson", RDJSONReporter(describe: describe)),
      ("report.html", HTMLReporter(version: "1.2.3", describe: describe)),
      ("report.group.txt", GroupReporter(.sentence, .text)), ("report.group.json", GroupReporter(.sentence, .json)),
      ("report.group.ndjson", GroupReporter(.echoed, .ndjson, limit: 1)),
    ]
  }

  @Test(arguments: reporters.indices) func `golden files`(index: Int) throws {
    let (name, reporter) = Self.reporters[index]
    try expectGolden(Array(Self.write(reporter).utf8), name)
  }

  @Test(arguments: reporters.indices) func `nothing steers a terminal or is forbidden in XML`(index: Int) {
    let text = Self.write(Self.reporters[index].reporter)
    #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x7F })
    if ["xml", "html"].contains(where: Self.reporters[index].name.hasSuffix) {
      #expect(!text.unicodeScalars.contains("\u{FFFE}"))
    }
  }

  @Test func `a file's name is no workflow command`() {
    let lines = Self.write(GitHubReporter()).split(separator: "\n")
    #expect(
      lines.allSatisfy {
        $0.hasPrefix("::error file=") || $0.hasPrefix("::warning file=") || $0.hasPrefix("::notice file=")
      })
    #expect(lines.contains { $0.hasPrefix("::error file=50%25 off%2C%0A%3A%3Aerror%3A%3Aa%3A <b>‹ESC›[2J") })
  }

  @Test func `fingerprints of one sentence differ by rule and count, and are the same on other lines`() throws {
    func report(_ before: String) -> [DraftReport] {
      var text = Samples.text(before + "⟦gift⟧ ⟦gift⟧")
      for index in text.items.indices { text.items[index].fingerprint = "0123456789abcdef" }
      return [Samples.document("a.txt", text)]
    }
    func fingerprints(_ text: String, _ key: String) -> [Substring] {
      text.split(separator: "\n").compactMap { line in
        line.firstRange(of: key).map { line[$0.upperBound...].prefix { $0 != "\"" } }
      }
    }
    for (reporter, key) in [
      (GitLabReporter() as any Reporter, "\"fingerprint\":\""),
      (SARIFReporter(version: "1", hasBaseline: false, describe: Self.describe), "\"sentence/v1\":\""),
    ] {
      let first = fingerprints(Self.write(reporter, report("")), key)
      #expect(first.count == 2)
      #expect(Set(first).count == 2)
      #expect(first == fingerprints(Self.write(reporter, report("\n\nHello.\n")), key))
    }
  }

  @Test(arguments: [
    (ColumnUnit.codePoints, 9), (.bytes, 17), (.utf16, 10), (.screen, 11),
  ])
  func `columns count what they are asked to`(unit: ColumnUnit, column: Int) {
    // Wide letters, an emoji, a combining mark, and a tab that ends at the eighth screen column.
    let text = Samples.text("日本😀e\u{301}\tx ⟦gift⟧")
    let line = String(
      decoding: `reports of a whole run`.write(ConciseReporter(unit), [Samples.document("a.txt", text)]), as: UTF8.self)
    #expect(line.hasPrefix("a.txt:1:\(column): error: "), "\(line)")
  }
}

@Suite struct `masked personal data` {
  private static func item(_ rule: String, _ range: Range<Int>) -> ReportItem {
    ReportItem(Finding(rule: rule, severity: .error, message: "m", range: range, isDisguised: false))
  }

  @Test func `it is unreadable wherever it stands, and every place stays`() {
    let draft = "Gift for ０2 é😀 05!"
    let utf8 = Array(draft.utf8)
    let secret = 9..<(utf8.count - 1)
    var text = CheckedText(
      utf8: utf8, source: DraftSource(utf8: utf8, map: SourceMap()),
      items: [Self.item("incentive/for-review", 0..<utf8.count)], accepted: [Self.item("personal-data/phone", secret)])
    text.items[0].advice = Advice(text: "Leave out \(draft.dropFirst(9).dropLast())", fixes: [])
    let report = DraftReport(
      .document(path: "a.xcstrings", draft: "$[\"\(draft)\"]"), .checked(Checked(language: "en", text: text)))
    guard case .checked(let masked) = report.masked.outcome, case .document(_, let label) = report.masked.origin else {
      Issue.record("it is checked no more")
      return
    }
    let shown = String(decoding: masked.text.utf8, as: UTF8.self)
    #expect(shown == "Gift for •* ×🔒 **!")
    #expect(label == "$[\"\(shown)\"]")
    #expect(masked.text.items[0].advice?.text == "Leave out •* ×🔒 **")
    #expect(shown.utf8.count == draft.utf8.count && shown.utf16.count == draft.utf16.count)
  }

  @Test(arguments: [
    ("personal-data/request", "your phone number"), ("off-platform/contact", "call me"),
    ("incentive/for-review", "5 gifts"),
  ])
  func `words that only ask stay`(rule: String, words: String) {
    let text = CheckedText(utf8: Array(words.utf8), source: nil, items: [Self.item(rule, 0..<words.utf8.count)])
    guard case .checked(let masked) = Samples.document("a", text).masked.outcome else {
      Issue.record("none")
      return
    }
    #expect(masked.text.utf8 == text.utf8)
  }

  @Test func `contacts outside are hidden`() {
    let words = "a.b@example.com"
    let text = CheckedText(utf8: Array(words.utf8), source: nil, items: [Self.item("off-platform/contact", 0..<15)])
    guard case .checked(let masked) = Samples.document("a", text).masked.outcome else {
      Issue.record("none")
      return
    }
    #expect(String(decoding: masked.text.utf8, as: UTF8.self) == "***************")
  }
}
