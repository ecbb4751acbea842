import Foundation
import Testing

/// Documents with something wrong in them: it is told with its place, what can be read is checked all the same, and so are
/// the other files.
@Suite struct `bad input` {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let bytes: [UInt8]

    /// Line and column; nil where the file as a whole is meant.
    let place: String?
    let message: String

    /// Whether the violation in it is found all the same.
    let isFound: Bool
    var options: [String] = []

    var testDescription: String { "\(file): \(message)" }

    init(
      _ file: String, _ text: String, _ place: String?, _ message: String, isFound: Bool = true, options: [String] = []
    ) {
      self.init(file, Array(text.utf8), place, message, isFound: isFound, options: options)
    }

    init(
      _ file: String, _ bytes: [UInt8], _ place: String?, _ message: String, isFound: Bool = true,
      options: [String] = []
    ) {
      self.file = file
      self.bytes = bytes
      self.place = place
      self.message = message
      self.isFound = isFound
      self.options = options
    }
  }

  private static let ask = "Please remove your review."
  private static let mail = "MIME-Version: 1.0\nContent-Type: text/plain"
  private static func nested(_ piece: String, _ end: String = "") -> String {
    String(repeating: piece, count: 100_000) + String(repeating: end, count: 100_000)
  }

  private static let cases = [
    // Front matter and the marks of Markdown.
    Case("a.md", "---\nlang: [en\nx: \"\n---\n\(ask)\n", "3:2", "front matter: did not find expected ',' or ']'"),
    Case("a.md", "---\nlang: en\n\n\(ask)\n", "1:1", "the front matter that begins here is not closed"),
    Case("a.md", "---\nchannel: e-mail\n---\n\(ask)\n", "2:10", "`channel` is `e-mail`, which is none of"),
    Case("a.md", "---\nfinal: maybe\n---\n\(ask)\n", "2:8", "`final` is `maybe`, which is none of `true`, `false`"),
    Case("a.md", "Hello\n```\n\(ask)\n", "2:1", "the block that begins here is not closed"),
    Case("a.md", "Hello\n<!-- \(ask)\n", "2:1", "the comment that begins here is not closed"),
    // Tables.
    Case("a.csv", "id,body\n1,\"\(ask)\n2,Hello\n", "2:3", "the quotation mark that begins here is not closed"),
    Case("a.tsv", "id\tbody\n1\t\"\(ask)\n2\tHello\n", "2:3", "the quotation mark that begins here is not closed"),
    Case("a.csv", "id,body\n1,\"\(ask)\" x\n", "2:31", "text follows the quotation mark that closes the cell"),
    Case("a.csv", "id,body\n1,\(ask),2\n", "2:30", "the row has 3 cells and the header 2"),
    Case("a.csv", "id,body\n1,\(ask)\n", "1:1", "there is no column `text`", options: ["--fields", "body,text"]),
    // JSON.
    Case("a.json", "{\"body\": \"\(ask)\"} x", "1:40", "further text after the JSON value"),
    Case("a.json", "{\"body\": \"\(ask)\"}\n{\"body\": \"b\"}", "2:1", "further text after the JSON value"),
    Case("a.json", "{\"body\": \"\(ask)\"", "1:38", "the JSON text ends too early"),
    Case("a.json", "{\"a\": [\"\(ask)\", \"\\x\"]}", "1:39", "unknown escape in a string"),
    Case("a.json", "{\"a\": [\"\(ask)\", \"\\ud83d\"]}", "1:39", "half of a surrogate pair in a string"),
    Case("a.json", nested("["), "1:129", "values are nested deeper than 128", isFound: false),
    Case("a.json", nested("[", "]"), "1:129", "values are nested deeper than 128", isFound: false),
    Case("a.json", "{\"body\": \"\(ask)\", \"b\": \(nested("[", "]"))}", "1:172", "values are nested deeper than 128"),
    Case("a.xcstrings", "{\"strings\": \(nested("{\"a\":"))", "1:648", "values are nested deeper", isFound: false),
    // Records: a place in the line, since that is what another program writes.
    Case("a.ndjson", "{\"text\": \"\(ask)\"}\n{\"text\":\n", "2", "the JSON text ends too early at byte 8 of the line"),
    Case("a.ndjson", "{\"text\": \"\(ask)\"}\n\(nested("["))\n", "2", "an object is missing"),
    Case("a.ndjson", "{\"text\": \"\(ask)\"}\n{\"text\": \(nested("["))\n", "2", "nested deeper than"),
    // YAML.
    Case("a.yml", "body: \(ask)\nx: [1, 2\ny: \"\n", "3:2", "did not find expected ',' or ']'"),
    Case("a.yml", "body: \(ask)\n\tx: y\n", "2:1", "found a tab character that violates indentation", isFound: false),
    Case("a.yml", "text: \(ask)\nbody: *name\n", "2:7", "nothing before has the name of `*name`"),
    Case("a.yml", nested("["), "1:129", "values are nested deeper than 128", isFound: false),
    Case("a.yml", nested("[", "]"), "1:129", "values are nested deeper than 128", isFound: false),
    Case("a.yml", "body: \(ask)\nb: \(nested("{a: "))", "2:512", "values are nested deeper than 128"),
    Case("a.yml", "body: \(ask)\nb:\n  \(nested("- "))", "3:257", "values are nested deeper than 128"),
    // E-mails.
    Case("a.eml", "no headers\n\n\(ask)\n", "1:1", "an e-mail begins with headers", isFound: true),
    Case(
      "a.eml", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n\(ask)\n", "3:1",
      "the parts are not closed by `--b--`: the e-mail is cut off"),
    Case("a.eml", "Content-Type: multipart/mixed\n\n\(ask)\n", "1:1", "does not say its boundary", isFound: false),
    Case("a.eml", "\(mail); charset=klingon\n\n\(ask)\n", "2:14", "the charset `klingon` is not known"),
    Case("a.eml", "\(mail)\nContent-Transfer-Encoding: rot13\n\n\(ask)\n", "3:27", "`rot13` is not known"),
    Case(
      "a.eml", "\(mail)\nContent-Transfer-Encoding: base64\n\nUGxlYXNlIHJlbW92ZSB5b3VyIHJldmlldy4u\nL", "6:1",
      "this is no base64, or it is cut off"),
    Case(
      "a.eml", "\(mail)\nContent-Transfer-Encoding: base64\n\nUGxl~YXNl\n", "5:5", "this is no base64", isFound: false),
    // HTML that would hide what follows.
    Case("a.html", "<p>\(ask)<script>var a", "1:30", "the `script` that begins here is not closed"),
    Case("a.html", "<p>\(ask)<!foo", "1:30", "the declaration that begins here is not closed"),
    Case("a.json", "{\"body_html\": \"<p>\(ask)\\u003cscript>\"}", "1:45", "the `script` that begins here"),
    // Translations.
    Case("a.po", "msgid \"a\"\nmsgstr \"\(ask)\n", "2:8", "the string that begins here is not closed"),
    Case("a.strings", "\"a\" = \"\(ask)\";\n\"b\" = \"Hello you\n", "2:7", "the string that begins here is not closed"),
    Case("a.strings", "\"a\" = \"\(ask)\"\n\"b\" = \"c\";\n", "1:1", "`;` is missing"),
    Case("a.properties", "a = \(ask) \\u12\n", "1:32", "`\\u` is not followed by four hexadecimal digits"),
    // Charsets.
    Case(
      "a.txt", Array("\(ask) Gr".utf8) + [0xFC, 0xDF], nil, "not checked in full: byte 29 and 1 more are not UTF-8"),
    Case(
      "a.csv", Array("body\n\(ask) Gr".utf8) + [0xFC, 0x0A], nil, "(row 2): not checked in full: byte 34 is not UTF-8"),
    Case("a.txt", [0xFF, 0xFE, 0x48, 0x00, 0x69], nil, "byte 4 is not text in utf-16le", isFound: false),
    Case(
      "a.txt", Array("\(ask) ".utf8) + [0x82], nil, "byte 27 is not text in shift_jis",
      options: ["--charset", "shift_jis"]),
  ]

  @Test(arguments: cases)
  func `is told with its place, and the rest is checked`(_ bad: Case) throws {
    try BuiltProgram.withFolder([bad.file: bad.bytes, "other/ok.txt": Array(Self.ask.utf8)]) { folder in
      let start = Date()
      let outcome = try BuiltProgram.run(
        ["check", "--lang", "en", "--format", "concise"] + bad.options + [bad.file, "other/ok.txt"], folder: folder)
      #expect(outcome.status == 2)
      let prefix = "buyerlint: \(bad.file)" + (bad.place.map { ":\($0): " } ?? "")
      let told = outcome.errors.split(separator: "\n").filter { $0.hasPrefix(prefix) }
      #expect(told.contains { $0.contains(bad.message) }, "\(outcome.errors)")
      let found = outcome.lines.filter { $0.contains("revision-request/ask") }.map { $0.prefix { $0 != ":" } }
      #expect(found == (bad.isFound ? [bad.file[...]] : []) + ["other/ok.txt"], "\(outcome.output)")
      #expect(Date().timeIntervalSince(start) < 10)
    }
  }

  @Test func `all of them in one run are told, with one status`() throws {
    var files: [String: [UInt8]] = ["ok.txt": Array(Self.ask.utf8)]
    for (index, bad) in Self.cases.enumerated() where bad.options.isEmpty { files["\(index)/\(bad.file)"] = bad.bytes }
    try BuiltProgram.withFolder(files) { folder in
      let outcome = try BuiltProgram.run(["check", "--lang", "en", "--format", "concise", "."], folder: folder)
      #expect(outcome.status == 2)
      for (index, bad) in Self.cases.enumerated() where bad.options.isEmpty {
        #expect(outcome.errors.contains("buyerlint: ./\(index)/\(bad.file)"), "\(bad.testDescription)")
      }
      #expect(outcome.output.contains("./ok.txt:1:8: "))
    }
  }
}
