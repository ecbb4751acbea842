import Foundation
import Testing

@Suite struct `the command fix` {
  private static let bad = "Please delete your negative review."
  private static let good = "Your replacement was shipped on Monday."

  /// Documents of each kind with one violating sentence, and what they are without it.
  private static let documents: [(name: String, before: String, after: String)] = [
    ("a.txt", "\(good) \(bad)\n", "\(good)\n"),
    ("b.md", "---\nlang: en\n---\n# Note\n\n- \(good)\n- **\(bad)**\n", "---\nlang: en\n---\n# Note\n\n- \(good)\n"),
    ("c.html", "<ul><li>\(good)</li><li><b>\(bad)</b></li></ul>\n", "<ul><li>\(good)</li></ul>\n"),
    (
      "d.eml", "Subject: Order\nContent-Type: text/plain; charset=utf-8\n\n\(good) \(bad)\n",
      "Subject: Order\nContent-Type: text/plain; charset=utf-8\n\n\(good)\n"
    ),
    ("e.csv", "id,text\n1,\"Say \"\"hi\"\". \(good) \(bad)\"\n", "id,text\n1,\"Say \"\"hi\"\". \(good)\"\n"),
    ("f.tsv", "id\ttext\n1\t\(good) \(bad)\n", "id\ttext\n1\t\(good)\n"),
    ("g.json", "{\"text\": \"\(good)\\n\\u0050lease delete your negative review.\"}\n", "{\"text\": \"\(good)\"}\n"),
    (
      "h.ndjson", "{\"id\":1,\"text\":\"\(good) \(bad)\"}\n{\"id\":2,\"text\":\"\(good)\"}\n",
      "{\"id\":1,\"text\":\"\(good)\"}\n{\"id\":2,\"text\":\"\(good)\"}\n"
    ),
    ("i.yml", "text: |\n  \(good)\n  \(bad)\n  Thank you.\nother: 1\n", "text: |\n  \(good)\n  Thank you.\nother: 1\n"),
    ("j.po", "msgid \"m\"\nmsgstr \"\"\n\"\(good) \"\n\"\(bad)\"\n", "msgid \"m\"\nmsgstr \"\"\n\"\(good)\"\n"),
    ("k.strings", "\"m\" = \"\(good)\\n\(bad)\";\n", "\"m\" = \"\(good)\";\n"),
    (
      "l.xcstrings",
      "{\"sourceLanguage\":\"en\",\"strings\":{\"m\":{\"localizations\":{\"en\":{\"stringUnit\":{\"state\":\"translated\",\"value\":\"\(good) \(bad)\"}}}}}}\n",
      "{\"sourceLanguage\":\"en\",\"strings\":{\"m\":{\"localizations\":{\"en\":{\"stringUnit\":{\"state\":\"translated\",\"value\":\"\(good)\"}}}}}}\n"
    ),
    ("m.properties", "m=\(good) \\\n  \(bad)\n", "m=\(good)\n"),
  ]

  @Test(arguments: documents.indices)
  func `mends each kind of document and changes nothing else`(_ index: Int) throws {
    let (name, before, after) = Self.documents[index]
    try BuiltProgram.withFolder([name: Array(before.utf8)]) { folder in
      let outcome = try BuiltProgram.run(["fix", "--unsafe", "--no-config", name], folder: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(text == after, "\(outcome.errors)")
      let again = try BuiltProgram.run(["fix", "--unsafe", "--no-config", "--check", name], folder: folder)
      #expect(again.status == 0, "\(again.errors)")
    }
  }

  @Test func `writes base64 rightly or not at all`() throws {
    var refused = 0
    for greeting in ["", "1", "12"] {
      let text = Data("\(greeting)\(Self.good) \(Self.bad)\n".utf8).base64EncodedString()
      let head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
      try BuiltProgram.withFolder(["a.eml": Array("\(head)\(text)\n".utf8)]) { folder in
        let outcome = try BuiltProgram.run(["fix", "--unsafe", "--no-config", "a.eml"], folder: folder)
        let mail = try String(contentsOf: folder.appendingPathComponent("a.eml"), encoding: .utf8)
        if outcome.status == 2 {
          refused += 1
          #expect(outcome.errors.contains("not fixable"))
          #expect(mail == "\(head)\(text)\n")
        } else {
          let check = try BuiltProgram.run(["check", "--no-config", "a.eml"], folder: folder)
          #expect(check.status == 0, "\(mail)")
        }
      }
    }
    #expect(refused > 0)
  }

  @Test func `prints a patch that git takes`() throws {
    try Repository.with { repository in
      let files = [
        "plain.txt": "\(Self.good) \(Self.bad)\n", "no end.txt": "\(Self.good)\n\(Self.bad)",
        "crlf.txt": "\(Self.good)\r\n\r\n\(Self.bad)\r\n\r\nThank you.\r\n",
        "für dich.txt": "\(Self.bad)\n\(Self.good)\n",
        "clean.txt": "\(Self.good)\n",
        "long.txt": (1...30).map { "The part \($0) was shipped.\n" }.joined() + "\(Self.bad)\n\(Self.good)\n",
      ]
      for (name, text) in files {
        try Data(text.utf8).write(to: repository.folder.appendingPathComponent(name))
      }
      let patch = try BuiltProgram.run(
        ["fix", "--unsafe", "--no-config", "--diff", "."], folder: repository.folder,
        environment: repository.environment)
      #expect(patch.status == 0, "\(patch.errors)")
      func contents() throws -> [String: String] {
        try files.keys.reduce(into: [:]) {
          $0[$1] = try String(contentsOf: repository.folder.appendingPathComponent($1), encoding: .utf8)
        }
      }
      #expect(try contents() == files)
      try repository.git("apply", "-", input: patch.output)
      let applied = try contents()
      for (name, text) in files { try Data(text.utf8).write(to: repository.folder.appendingPathComponent(name)) }
      let fixed = try BuiltProgram.run(["fix", "--unsafe", "--no-config", "."], folder: repository.folder)
      #expect(fixed.status == 0, "\(fixed.errors)")
      #expect(try contents() == applied)
      #expect(applied["clean.txt"] == files["clean.txt"])
      #expect(applied["no end.txt"] == Self.good)
      #expect(applied["crlf.txt"] == "\(Self.good)\r\n\r\nThank you.\r\n")
    }
  }

  @Test func `prints a patch that git takes of a file outside the working folder`() throws {
    try BuiltProgram.withFolder(["in/here/a.txt": [0x0A], "out/b.txt": Array("\(Self.good) \(Self.bad)\n".utf8)]) {
      folder in
      let here = folder.appendingPathComponent("in/here")
      let outcome = try BuiltProgram.run(
        ["fix", "--unsafe", "--no-config", "--diff", "../../out/b.txt"], folder: here)
      #expect(outcome.errors.contains("git -C / apply"), "\(outcome.errors)")
      let file = folder.appendingPathComponent("out/b.txt")
      try Repository.with { repository in
        try repository.git("-C", "/", "apply", "-", input: outcome.output)
      }
      #expect(try String(contentsOf: file, encoding: .utf8) == "\(Self.good)\n")
    }
  }

  @Test func `check tells by its status that something would change`() throws {
    try BuiltProgram.withFolder(["a.txt": Array("\(Self.good) \(Self.bad)\n".utf8)]) { folder in
      #expect(try BuiltProgram.run(["fix", "--check", "--no-config", "a.txt"], folder: folder).status == 0)
      #expect(try BuiltProgram.run(["fix", "--check", "--unsafe", "--no-config", "a.txt"], folder: folder).status == 1)
      let text = try String(contentsOf: folder.appendingPathComponent("a.txt"), encoding: .utf8)
      #expect(text == "\(Self.good) \(Self.bad)\n")
    }
  }

  @Test func `standard input comes back mended`() throws {
    let outcome = try BuiltProgram.run(["fix", "--unsafe", "--no-config", "-"], input: "\(Self.good) \(Self.bad)\n")
    #expect(outcome.output == "\(Self.good)\n")
    #expect(outcome.status == 0)
  }

  @Test func `records come back as objects, a bad line as an error`() throws {
    let input = """
      {"id": 1, "text": "\(Self.good) \(Self.bad)"}
      {"id": "b", "text": "\(Self.good)"}
      {"id": 3, "text": "\(Self.bad)"}
      no object

      """
    let outcome = try BuiltProgram.run(
      ["fix", "--unsafe", "--no-config", "--input-format", "ndjson", "-"], input: input)
    #expect(outcome.status == 2)
    try #require(outcome.lines.count == 4)
    #expect(outcome.lines[0] == #"{"id":1,"text":"\#(Self.good)","fixed":true,"left":[],"template":null}"#)
    #expect(outcome.lines[1] == #"{"id":"b","text":"\#(Self.good)","fixed":false,"left":[],"template":null}"#)
    #expect(outcome.lines[2].hasPrefix(#"{"id":3,"text":"\#(Self.bad)","fixed":false,"left":["revision-request/ask""#))
    #expect(outcome.lines[2].contains(#""template":"#))
    #expect(outcome.lines[3].hasPrefix(#"{"id":null,"error":{"line":4,"#))
  }

  @Test func `what is suppressed stays`() throws {
    let text = "---\nsuppress:\n  - rule: revision-request\n    reason: agreed\n---\n\(Self.bad)\n"
    try BuiltProgram.withFolder(["a.md": Array(text.utf8)]) { folder in
      let check = try BuiltProgram.run(["check", "--no-config", "a.md"], folder: folder)
      let fixed = try BuiltProgram.run(["fix", "--unsafe", "--check", "--no-config", "a.md"], folder: folder)
      #expect(check.status == 0 && fixed.status == 0, "\(check.output)\(fixed.errors)")
    }
  }

  @Test func `names what is not there`() throws {
    let outcome = try BuiltProgram.run(["fix", "--no-config", "nowhere.txt"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("nowhere.txt"))
  }
}
