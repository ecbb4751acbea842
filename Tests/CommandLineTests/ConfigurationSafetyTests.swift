import Foundation
import Testing

/// A configuration may come with a repository of a stranger's.
@Suite struct `configurations of strangers` {
  /// A folder `work` with a configuration, beside a folder `outside` that it must not see.
  private static func withWork(
    _ configuration: String, _ files: [String: String] = [:], _ body: (URL) throws -> Void
  ) throws {
    var all = ["outside/secret.yml": "password-of-the-bank: tulip\n", "work/a.txt": "Hello.\n"]
    all["outside/lexicon/en/own.yml"] = "secret-concept: tulip\n"
    for (name, text) in files { all["work/\(name)"] = text }
    if !configuration.isEmpty { all["work/.buyerlint.yml"] = configuration }
    try BuiltProgram.withFolder(all.mapValues { Array($0.utf8) }) { folder throws in
      try body(folder.appendingPathComponent("work"))
    }
  }

  private static func link(_ name: String, to target: String, in folder: URL) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.appendingPathComponent(name).path, withDestinationPath: target)
  }

  private static func expectTaken(in folder: URL) throws {
    #expect(try BuiltProgram.run(["check", "a.txt"], folder: folder).status == 0)
  }

  private static func makePipe(_ name: String, in folder: URL) throws {
    let status = unsafe mkfifo(folder.appendingPathComponent(name).path, 0o600)
    try #require(status == 0)
  }

  /// It is refused for a reason, and nothing of what lies outside is shown.
  private static func expectRefusal(
    _ reason: String, in folder: URL, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try BuiltProgram.run(["check", "a.txt"], folder: folder)
    #expect(outcome.status == 2, sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(
      !(outcome.output + outcome.errors).contains("tulip") && !(outcome.output + outcome.errors).contains("password"),
      sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "extends: ../outside/secret.yml", "lexicons: ../outside/lexicon", "lexicons: x/../../outside/lexicon",
  ])
  func `name nothing above them`(configuration: String) throws {
    try Self.withWork(configuration, ["x/y.txt": ""]) { try Self.expectRefusal("leads upwards", in: $0) }
  }

  @Test func `name nothing by an absolute path`() throws {
    for key in ["extends", "lexicons"] {
      try Self.withWork("\(key): /etc/passwd\n") { try Self.expectRefusal("is an absolute path", in: $0) }
    }
  }

  @Test func `follow no link out of their folder`() throws {
    try Self.withWork("extends: base.yml\n") { folder throws in
      try Self.link("base.yml", to: "../outside/secret.yml", in: folder)
      try Self.expectRefusal("`base.yml` is a link that leads out", in: folder)
    }
    try Self.withWork("lexicons: own\n") { folder throws in
      try Self.link("own", to: "../outside/lexicon", in: folder)
      try Self.expectRefusal("`own` is a link that leads out", in: folder)
    }
    try Self.withWork("lexicons: own\n", ["own/de/x.yml": "x: [y]\n"]) { folder throws in
      try Self.link("own/de/z.yml", to: "../../../outside/secret.yml", in: folder)
      try Self.expectRefusal("`own/de/z.yml` is a link that leads out", in: folder)
    }
  }

  @Test func `are themselves no links to elsewhere`() throws {
    try Self.withWork("") { folder throws in
      try Self.link(".buyerlint.yml", to: "../outside/secret.yml", in: folder)
      try Self.expectRefusal("`.buyerlint.yml` is a link that leads out", in: folder)
    }
    try Self.withWork("") { folder throws in
      try Self.link(".buyerlint.yml", to: "nowhere", in: folder)
      try Self.expectRefusal("no such file", in: folder)
    }
    try Self.withWork("", ["settings/own.yml": "channel: public_response\n"]) { folder throws in
      try Self.link(".buyerlint.yml", to: "settings/own.yml", in: folder)
      try Self.expectTaken(in: folder)
    }
  }

  @Test func `are files, on which reading ends`() throws {
    try Self.withWork("") { folder throws in
      try Self.makePipe(".buyerlint.yml", in: folder)
      try Self.expectRefusal(".buyerlint.yml: no file that can be read", in: folder)
    }
    try Self.withWork("lexicons: own\n", ["own/en/x.yml": "x: [y]\n"]) { folder throws in
      try Self.makePipe("pipe.yml", in: folder)
      try Self.link("own/en/pipe.yml", to: "../../pipe.yml", in: folder)
      try Self.expectRefusal("own/en/pipe.yml is no file", in: folder)
    }
    try Self.withWork("", [".buyerlint.yml/x": ""]) { try Self.expectRefusal("no file that can be read", in: $0) }
  }

  @Test func `are not read without end`() throws {
    let long = "allowed-phrases: [" + String(repeating: "a, ", count: 100_000) + "a]\n"
    try Self.withWork(long) { try Self.expectRefusal("longer than", in: $0) }
    let wrong = (0..<5_000).map { "no-such-key-\($0): 1" }.joined(separator: "\n")
    try Self.withWork(wrong) { folder throws in
      try Self.expectRefusal("no key is called `no-such-key-0`", in: folder)
      try Self.expectRefusal("and more mistakes", in: folder)
    }
    let names = (0..<20).map { "b\($0).yml" }
    let tangle = Dictionary(
      uniqueKeysWithValues: names.indices.map { index in
        (
          names[index],
          "extends: [\(names[(index + 1)...].joined(separator: ", "))]\n".replacing("[]", with: "[end.yml]")
        )
      })
    try Self.withWork("extends: b0.yml\n", tangle.merging(["end.yml": "channel: message\n"]) { first, _ in first }) {
      try Self.expectTaken(in: $0)
    }
  }

  @Test func `change no file, wherever they are read`() throws {
    try Self.withWork(
      "suppressions: []\nfiles: [{glob: \"**\", channel: public_response}]\n"
    ) { folder throws in
      func contents() throws -> [String] {
        let root = folder.deletingLastPathComponent()
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        return names.map { name in
          "\(name): \((try? String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)) ?? "")"
        }
      }
      let before = try contents()
      for arguments in [["check", "."], ["check", "--show-config", "a.txt"], ["rules"], ["check"]] {
        _ = try BuiltProgram.run(arguments, folder: folder)
      }
      let after = try contents()
      #expect(after == before && before.count == 8)
    }
  }
}
