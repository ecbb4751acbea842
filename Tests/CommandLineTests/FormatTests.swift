import Foundation
import Testing

/// Documents of all kinds, as the program reads them.
@Suite struct `formats of documents` {
  /// A violation in each kind, and the draft that it is in.
  private static let files: [String: String] = [
    "a.txt": "Please remove your review.\n",
    "b.md": "---\nchannel: message\nlang: en\ntitle: Please remove your review.\n---\nPlease **remove** your review.\n",
    "c.html": "<html lang=en><!-- no --><p>Please remove\n  your&#32;<b>review</b>.</p>",
    "d.eml":
      "Subject: Hello\nX-Channel: message\nContent-Transfer-Encoding: quoted-printable\n\nPlease remove yo=\nur re=76iew.\n",
    "e.csv": "id,lang,body\n1,en,\"The \"\"Shop\"\".\nPlease remove your review.\"\n",
    "f.tsv": "id\tlang\ttext\n1\ten\tPlease remove your review.\n",
    "g.json": #"{"lang": "en", "macros": [{"body": "Thanks."}, {"body": "Please remove your \u0072eview."}]}"#,
    "h.ndjson": #"{"text": "Please remove your review.", "lang": "en"}"# + "\n",
    "i.yml": "lang: en\nmacros:\n  - body: >\n      Please remove\n      your review.\n",
    "j.po": "msgid \"\"\nmsgstr \"Language: en\\n\"\n\nmsgid \"ask\"\nmsgstr \"Please remove \"\n\"your review.\"\n",
    "en.lproj/k.strings": "\"ask\" = \"Please remove your \\U0072eview.\";\n",
    "l.xcstrings": #"{"sourceLanguage": "en", "strings": {"Please remove your review.": {}}}"#,
    "m_en.properties": "ask = Please remove \\\n  your review.\n",
  ]

  private static let drafts: [String: String?] = [
    "a.txt": nil, "b.md": nil, "c.html": nil, "d.eml": nil, "e.csv": "row 2", "f.tsv": "row 2",
    "g.json": "$.macros[1].body",
    "i.yml": "$.macros[0].body", "j.po": "ask", "en.lproj/k.strings": "ask",
    "l.xcstrings": "$.strings[\"Please remove your review.\"]", "m_en.properties": "ask",
  ]

  @Test func `a directory is read with all its kinds, and each finding stands at the bytes that show it`() throws {
    try BuiltProgram.withFolder(Self.files.mapValues { Array($0.utf8) }) { folder in
      let outcome = try BuiltProgram.run(["check", "--format", "ndjson", "."], folder: folder)
      #expect(outcome.status == 1)
      var seen: Set<String> = []
      for line in outcome.lines {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        guard let findings = object["findings"] as? [[String: Any]], !findings.isEmpty else { continue }
        guard let path = (object["path"] as? String)?.dropFirst(2) else {
          seen.insert("h.ndjson")
          continue
        }
        seen.insert(String(path))
        #expect(object["draft"] as? String == (Self.drafts[String(path)] ?? nil), "\(path)")
        let source = try #require(findings[0]["source"] as? [String: [String: Int]])
        let bytes = Array((Self.files[String(path)] ?? "").utf8)
        let (start, end) = (source["start"]?["offset"] ?? 0, source["end"]?["offset"] ?? 0)
        let shown = String(decoding: bytes[start..<end], as: UTF8.self)
        #expect(
          shown.hasPrefix("Please remove") || shown.hasPrefix("Please **remove**") || shown.hasPrefix("remove"),
          "\(path): \(shown)")
        #expect(shown.hasSuffix("iew") || shown.hasSuffix("iew</b>") || shown.hasSuffix("review"), "\(path): \(shown)")
      }
      #expect(seen == Set(Self.files.keys))
    }
  }

  @Test func `what is wrong with a document is told with its place, and the rest is checked`() throws {
    let files = [
      "a.md": "---\nchannel: [\n---\nPlease remove your review.\n", "b.md": "---\nchannel: email\n---\nHello.\n",
      "c.csv": "body\n\"Please remove your review.\nHello.\n", "d.json": "{\"text\": \"Please remove your review.\"} x",
      "e.json": String(repeating: "[", count: 100_000),
      "f.eml": "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nPlease remove your review.\n",
      "g.html": "<p>Please remove your review.<!-- ",
    ]
    try BuiltProgram.withFolder(files.mapValues { Array($0.utf8) }) { folder in
      let outcome = try BuiltProgram.run(["check", "--lang", "en", "--format", "concise", "."], folder: folder)
      #expect(outcome.status == 2)
      for (path, place) in [
        ("a.md", "3:1"), ("b.md", "2:10"), ("c.csv", "2:1"), ("d.json", "1:40"), ("e.json", "1:129"), ("f.eml", "3:1"),
      ] {
        #expect(outcome.errors.contains("./\(path):\(place): "), "\(outcome.errors)")
      }
      for path in ["a.md", "c.csv", "d.json", "f.eml", "g.html"] {
        #expect(outcome.output.contains("./\(path):"), "\(path): \(outcome.output)")
      }
      let records = try BuiltProgram.run(["check", "--format", "ndjson", "d.json"], folder: folder)
      #expect(records.lines.first?.contains(#""error":{"line":1,"column":40,"offset":39,"message":"#) == true)
    }
  }

  @Test func `quotations, code and other values are counted`() throws {
    let files = ["a.md": "Hello.\n\n```js\nlet a\n```\n> Please remove your review.\n", "b.csv": "id,body\n1,Hello.\n"]
    try BuiltProgram.withFolder(files.mapValues { Array($0.utf8) }) { folder in
      let outcome = try BuiltProgram.run(["check", "--lang", "en", "."], folder: folder)
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("checked 2 drafts; passed over: 1 quotation, 1 block of code, 1 other value\n"))
      let record = try BuiltProgram.run(
        ["check", "--input-format", "ndjson", "-"],
        input: #"{"text": "Hello.\n> Please remove your review.", "lang": "en"}"#)
      #expect(record.status == 0)
      #expect(record.errors.contains("passed over: 1 quotation"))
    }
  }

  @Test func `fields and charsets can be told`() throws {
    let files = [
      "a.csv": "a,b\nPlease remove your review.,Hello.\n",
      "b.json": #"{"x": {"y": "Please remove your review."}, "text": "Hello."}"#,
    ]
    try BuiltProgram.withFolder(files.mapValues { Array($0.utf8) }) { folder in
      let runs: [(arguments: [String], status: Int32)] = [
        (["--fields", "b", "a.csv"], 0), (["--fields", "1", "a.csv"], 1), (["--fields", "$.x.*", "b.json"], 1),
        (["b.json"], 0),
      ]
      for run in runs {
        let outcome = try BuiltProgram.run(["check"] + run.arguments, folder: folder)
        #expect(outcome.status == run.status, "\(run.arguments)")
      }
    }
    let bytes = Array("Gr".utf8) + [0xFC, 0xDF] + Array("e\n".utf8)
    #expect(try BuiltProgram.run(["check", "-"], input: bytes).status == 2)
    #expect(
      try BuiltProgram.run(["check", "--lang", "de", "--charset", "windows-1252", "-"], input: bytes).status == 0)
    #expect(try BuiltProgram.run(["check", "--charset", "klingon", "-"], input: bytes).status == 2)
  }
}
