import Foundation
import Testing

@Suite struct `quiet` {
  private static let ask = Array("Please remove your review.\n".utf8)

  @Test(arguments: [[], ["--format", "concise"]])
  func `nothing is said where nothing is wrong`(format: [String]) throws {
    let outcome = try BuiltProgram.run(["check", "--quiet"] + format + ["-"], input: "hello")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  @Test func `findings are told as before, and nothing else`() throws {
    let loud = try BuiltProgram.run(["check", "-"], input: Self.ask)
    let quiet = try BuiltProgram.run(["check", "--quiet", "-"], input: Self.ask)
    #expect(quiet.status == 1)
    #expect(quiet.output.hasPrefix("error[revision-request/ask]: "))
    #expect(
      loud.output == quiet.output + "1 error in 1 of 1 draft\n"
        + "buyerlint's findings are neither the marketplace's decision nor legal advice.\n")
    #expect(quiet.errors.isEmpty)
  }

  /// eslint's `--quiet` leaves warnings out; here `--fail-on` and `--severity` are for that.
  @Test func `warnings and information are findings too`() throws {
    let outcome = try BuiltProgram.run(
      ["check", "--quiet", "--format", "concise", "--severity", "revision-request=info", "-"], input: Self.ask)
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 1)
  }

  @Test func `what went wrong is told, with the reason for the status`() throws {
    try BuiltProgram.withFolder(["a.txt": Self.ask, "empty.txt": [], "bad.json": Array("{\"text\": \"hello\"} x".utf8)])
    {
      folder in
      for (paths, errors) in [
        (
          ["a.txt", "missing.txt"],
          "buyerlint: missing.txt: no such file or directory\nbuyerlint: status 2: 1 could not be read or checked\n"
        ),
        (
          ["bad.json"],
          "buyerlint: bad.json:1:19: further text after the JSON value\n"
            + "buyerlint: status 2: 1 could not be read or checked\n"
        ),
        (["empty.txt"], "buyerlint: status 2: nothing was there to check (--allow-empty accepts that)\n"),
      ] {
        let outcome = try BuiltProgram.run(["check", "--quiet"] + paths, folder: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors == errors)
      }
      #expect(try BuiltProgram.run(["check", "--quiet", "--allow-empty", "empty.txt"], folder: folder).errors.isEmpty)
    }
  }

  @Test func `reports in files are whole`() throws {
    try BuiltProgram.withFolder(["a.txt": Self.ask]) { folder in
      let outcome = try BuiltProgram.run(["check", "--quiet", "--format", "json=r.json", "a.txt"], folder: folder)
      #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
      let json = try Data(contentsOf: folder.appendingPathComponent("r.json"))
      let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
      #expect((object["summary"] as? [String: Any])?["errors"] as? Int == 1)
    }
  }
}

@Suite struct `the name of standard input` {
  private static let ask = "Please remove your review."

  @Test(
    arguments: [
      ("a.json", #"{"body": "Please remove your review."}"#, "a.json:1:18: "),
      ("drafts/b.md", "---\nlang: en\n---\nPlease remove your review.", "drafts/b.md:4:8: "),
      ("c.ndjson", #"{"text": "Please remove your review."}"#, "c.ndjson:1:18: "),
      ("/no/such/folder/d.csv", "id,body\n1,Please remove your review.\n", "/no/such/folder/d.csv:2:10: "),
      ("e.unknown", "Please remove your review.", "e.unknown:1:8: "),
    ])
  func `says what it is, with and without a dash`(name: String, text: String, place: String) throws {
    for path in [[], ["-"]] {
      let outcome = try BuiltProgram.run(
        ["check", "--format", "concise", "--stdin-filename", name] + path, input: text)
      #expect(outcome.status == 1)
      #expect(outcome.lines.count == 1)
      #expect(outcome.output.hasPrefix(place), "\(outcome.output)")
    }
  }

  @Test func `the input format holds over it`() throws {
    let outcome = try BuiltProgram.run(
      ["check", "--format", "concise", "--input-format", "text", "--stdin-filename", "a.json"], input: Self.ask)
    #expect(outcome.output.hasPrefix("a.json:1:8: "))
  }

  @Test func `problems have it too`() throws {
    let outcome = try BuiltProgram.run(["check", "--stdin-filename", "a.json"], input: "{")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("buyerlint: a.json:1:2: "))
  }

  @Test func `a name for what is not read is refused`() throws {
    try BuiltProgram.withFolder(["a.txt": Array(Self.ask.utf8)]) { folder in
      let outcome = try BuiltProgram.run(["check", "--stdin-filename", "b.md", "a.txt"], folder: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("write `-` as the PATH"))
      #expect(outcome.output.isEmpty)
      #expect(try BuiltProgram.run(["check", "--stdin-filename", "", "-"], folder: folder).status == 2)
      let both = try BuiltProgram.run(
        ["check", "--format", "concise", "--stdin-filename", "b.md", "a.txt", "-"], input: Array(Self.ask.utf8),
        folder: folder)
      #expect(both.lines.map { $0.prefix { $0 != ":" } } == ["a.txt", "b.md"])
    }
  }
}
