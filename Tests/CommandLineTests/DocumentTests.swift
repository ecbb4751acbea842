import Foundation
import Testing

@Suite struct `checking documents` {
  @Test func `a draft on standard input is checked`() throws {
    let outcome = try BuiltProgram.run(["check", "-"], input: "hello")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("no findings in 1 draft\n"))
    #expect(outcome.output.contains("neither the marketplace's decision nor legal advice"))
    #expect(outcome.errors == "buyerlint: checked 1 draft\n")
  }

  @Test(arguments: [["-"], ["missing.txt"], ["empty"], ["empty.txt"], ["--format", "ndjson", "empty.ndjson"]])
  func `nothing to check is status 2, unless that is allowed`(arguments: [String]) throws {
    try BuiltProgram.withFolder(["empty/x.pdf": [], "empty.txt": [], "empty.ndjson": []]) { folder in
      let refused = try BuiltProgram.run(["check"] + arguments, folder: folder)
      #expect(refused.status == 2)
      #expect(refused.errors.contains("status 2: "))
      let allowed = try BuiltProgram.run(["check", "--allow-empty"] + arguments, folder: folder)
      #expect(allowed.status == 0)
    }
  }

  @Test func `one path that names nothing fails the run, and the others are checked`() throws {
    try BuiltProgram.withFolder(["a.txt": Array("hello".utf8)]) { folder in
      let outcome = try BuiltProgram.run(["check", "a.txt", "missing.txt"], folder: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("missing.txt: no such file or directory"))
      #expect(outcome.errors.contains("checked 1 draft;"))
    }
  }

  @Test func `hidden files and other kinds are passed over and counted`() throws {
    let text = Array("hello".utf8)
    try BuiltProgram.withFolder(["d/a.txt": text, "d/.b.txt": text, "d/.git/c.txt": text, "d/e.pdf": text]) { folder in
      let outcome = try BuiltProgram.run(["check", "d"], folder: folder)
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("checked 1 draft; passed over: 2 hidden, 1 of other kinds"))
    }
  }

  @Test func `bytes that are not UTF-8 are named, and fail the run unless that is allowed`() throws {
    let bytes = Array("caf".utf8) + [0xE9] + Array(" ok\n".utf8)
    let outcome = try BuiltProgram.run(["check", "-"], input: bytes)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("byte 3 is not UTF-8"))
    #expect(outcome.errors.contains("checked 1 draft; not checked in full: 1 not UTF-8"))
    #expect(try BuiltProgram.run(["check", "--allow-unchecked", "-"], input: bytes).status == 0)
    let record = try BuiltProgram.run(["check", "--format", "ndjson", "-"], input: bytes).lines
    #expect(record.count == 1)
    #expect(record[0].contains(#""undecodable":{"offset":3,"bytes":1}"#))
  }

  @Test func `NUL bytes and control characters are text`() throws {
    #expect(try BuiltProgram.run(["check", "-"], input: [0x61, 0x00, 0x1B, 0x07, 0x0D, 0x62]).status == 0)
  }

  @Test func `a directory read as NDJSON fails`() throws {
    try BuiltProgram.withFolder(["d.ndjson/x.pdf": []]) { folder in
      let outcome = try BuiltProgram.run(["check", "d.ndjson"], folder: folder)
      #expect(outcome.status == 2)
    }
  }

  @Test func `several reports come from one run`() throws {
    try BuiltProgram.withFolder(["a.txt": Array("hello".utf8), "b.txt": Array("there".utf8)]) { folder in
      let outcome = try BuiltProgram.run(
        ["check", ".", "--format", "text", "--format", "json=r.json", "--format", "ndjson=r.ndjson"], folder: folder)
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("no findings in 2 drafts"))
      let json = try Data(contentsOf: folder.appendingPathComponent("r.json"))
      let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
      let drafts = try #require(object["drafts"] as? [[String: Any]])
      #expect(drafts.map { $0["path"] as? String } == ["./a.txt", "./b.txt"])
      let lines = try String(contentsOf: folder.appendingPathComponent("r.ndjson"), encoding: .utf8)
      #expect(lines.split(separator: "\n").count == 2)
    }
  }

  @Test(arguments: [1, 2, 5])
  func `many files are reported in their order, whatever the number of threads`(jobs: Int) throws {
    var files: [String: [UInt8]] = [:]
    let names = (0..<100).map { "d/\(String(repeating: "0", count: 3 - String($0).count))\($0).txt" }
    for (index, name) in names.enumerated() {
      files[name] = Array(String(repeating: "hello ", count: index % 7 * 20 + 1).utf8)
    }
    try BuiltProgram.withFolder(files) { folder in
      let outcome = try BuiltProgram.run(["check", "--format", "ndjson", "--jobs", "\(jobs)", "d"], folder: folder)
      #expect(outcome.status == 0)
      #expect(outcome.lines.map { $0.prefix(20) } == names.map { "{\"path\":\"\($0)\",".prefix(20) })
    }
  }
}
