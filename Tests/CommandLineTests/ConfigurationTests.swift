import Foundation
import Testing

@Suite struct `configurations` {
  /// What is wrong in public alone.
  private static let order = "Your order 111-5550100-5550199 was delivered.\n"
  private static let orderRule = "personal-data/order-id"
  private static let ask = "Hello,\nplease delete your review.\n"
  private static let askRule = "revision-request/ask"

  private static func withFolder(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    try BuiltProgram.withFolder(files.mapValues { Array($0.utf8) }, body)
  }

  /// What is found: `path rule` for each finding.
  private static func check(_ arguments: [String], in folder: URL, input: String = "") throws -> [String] {
    let outcome = try BuiltProgram.run(
      ["check", "--format", "concise", "--quiet"] + arguments, input: Array(input.utf8), folder: folder)
    #expect([0, 1].contains(outcome.status), "\(outcome.errors)")
    return outcome.lines.map { line in
      let rule = line.split(separator: "[").last?.dropLast() ?? ""
      return "\(line.prefix { $0 != ":" }) \(rule)"
    }
  }

  private static func expect(
    _ expected: [String], _ arguments: [String], in folder: URL, input: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try check(arguments, in: folder, input: input)
    #expect(found == expected, sourceLocation: sourceLocation)
  }

  private static func found(_ paths: String..., rule: String = orderRule) -> [String] { paths.map { "\($0) \(rule)" } }

  // MARK: Finding them

  @Test func `the nearest one at or above a file holds, up to the root of the work tree`() throws {
    try Self.withFolder([
      ".buyerlint.yml": "channel: public_response\n", "a.txt": Self.order, "sub/deep/b.txt": Self.order,
      "own/.buyerlint.yml": "", "own/c.txt": Self.order, "repository/.git/HEAD": "", "repository/d.txt": Self.order,
    ]) { folder in
      try Self.expect(Self.found("a.txt", "sub/deep/b.txt"), ["a.txt", "sub", "own", "repository"], in: folder)
      let deep = folder.appendingPathComponent("sub/deep")
      try Self.expect(Self.found("b.txt"), ["b.txt", "../../own/c.txt"], in: deep)
      let elsewhere = folder.appendingPathComponent("repository")
      try Self.expect(Self.found("\(folder.path)/a.txt"), ["\(folder.path)/a.txt", "d.txt"], in: elsewhere)
      try Self.expect([], ["--no-config", "a.txt"], in: folder)
      try Self.expect(Self.found("own/c.txt"), ["--config", ".buyerlint.yml", "own/c.txt"], in: folder)
    }
  }

  @Test func `standard input has that of its name, or of the working directory`() throws {
    try Self.withFolder([
      ".buyerlint.yml": "files:\n  - {glob: public, channel: public_response}\n", "public/a.txt": "",
      "own/.buyerlint.yml": "channel: public_response\n",
    ]) { folder in
      try Self.expect([], ["-"], in: folder, input: Self.order)
      try Self.expect(Self.found("public/x"), ["--stdin-filename", "public/x", "-"], in: folder, input: Self.order)
      let own = folder.appendingPathComponent("own")
      try Self.expect(Self.found("<stdin>"), ["-"], in: own, input: Self.order)
      let record = #"{"text": "\#(Self.order.dropLast())"}"# + "\n"
      try Self.expect(Self.found("<stdin>"), ["--input-format", "ndjson", "-"], in: own, input: record)
    }
  }

  @Test func `without a path the folder of the configuration is checked`() throws {
    try Self.withFolder([
      ".buyerlint.yml": "channel: public_response\n", "a.txt": Self.order, "sub/b.txt": Self.order,
    ]) { folder in
      try Self.expect(Self.found("a.txt", "sub/b.txt"), [], in: folder)
      try Self.expect(Self.found("../a.txt", "../sub/b.txt"), [], in: folder.appendingPathComponent("sub"))
      let outcome = try BuiltProgram.run(["check", "--no-config"], folder: folder)
      #expect(outcome.status == 2 && outcome.errors.contains("nothing to check"))
    }
  }

  @Test func `all mistakes of all configurations are told before anything is checked`() throws {
    try Self.withFolder([
      ".buyerlint.yml": "chanel: message\ntargt: unknown\n", "a.txt": Self.ask, "b.txt": Self.ask,
      "sub/.buyerlint.yml": "fail-on: no\n", "sub/c.txt": Self.ask,
    ]) { folder in
      let outcome = try BuiltProgram.run(["check", "."], folder: folder)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(
        outcome.errors == """
          buyerlint: .buyerlint.yml:1:1: no key is called `chanel`; did you mean `channel`?
            1 | chanel: message
              | ^^^^^^
          buyerlint: .buyerlint.yml:2:1: no key is called `targt`; did you mean `target`?
            2 | targt: unknown
              | ^^^^^
          buyerlint: sub/.buyerlint.yml:1:10: `no` is no level; known are `error`, `warning`, `info`, `never`
            1 | fail-on: no
              |          ^^
          docs/configuration.md tells what a configuration may say.

          """)
      // The list of rules is what one needs to mend it.
      #expect(try BuiltProgram.run(["rules"], folder: folder).status == 0)
    }
  }

  // MARK: What stands above what

  @Test func `a draft stands above the command line, that above globs, these above the rest and what it extends`()
    throws
  {
    try Self.withFolder([
      ".buyerlint.yml": """
      extends: base.yml
      files:
        - {glob: "m/**", channel: message}
        - {glob: "**/p.*", channel: public_response}
      """, "base.yml": "channel: public_response\n", "a.txt": Self.order, "m/a.txt": Self.order, "m/p.txt": Self.order,
      "m/b.md": "---\nchannel: public_response\n---\n\(Self.order)",
      "m/p.md": "---\nchannel: message\n---\n\(Self.order)",
    ]) { folder in
      try Self.expect(Self.found("./a.txt", "./m/b.md", "./m/p.txt"), ["."], in: folder)
      try Self.expect(Self.found("./m/b.md"), ["--channel", "message", "."], in: folder)
      try Self.expect(Self.found("m/a.txt", "m/b.md", "m/p.txt"), ["--channel", "public_response", "m"], in: folder)
    }
  }

  @Test func `select begins anew, ignore adds up, and levels lie one over the other`() throws {
    let both = Self.ask + "We will send you a gift card for it.\n"
    try Self.withFolder(["a.txt": both, "base.yml": "ignore: [\(Self.askRule)]\nseverity: {incentive: info}\n"]) {
      folder in
      func rules(_ configuration: String, _ arguments: [String] = []) throws -> Set<String> {
        let file = folder.appendingPathComponent(".buyerlint.yml")
        try configuration.write(to: file, atomically: true, encoding: .utf8)
        return Set(try Self.check(arguments + ["a.txt"], in: folder).map { String($0.dropFirst("a.txt ".count)) })
      }
      let all = try rules("")
      let families = Set(all.map { String($0.prefix { $0 != "/" }) })
      #expect(families.isSuperset(of: ["revision-request", "incentive"]))
      let withoutAsk = all.subtracting([Self.askRule])
      #expect(try rules("extends: base.yml\n") == withoutAsk)
      #expect(
        try rules("extends: base.yml\nignore: incentive\n").allSatisfy {
          $0 != Self.askRule && !$0.hasPrefix("incentive/")
        })
      #expect(try rules("extends: base.yml\nselect: \(Self.askRule)\n") == [Self.askRule])
      #expect(try rules("ignore: \(Self.askRule)\n", ["--select", Self.askRule]) == [Self.askRule])
      #expect(try rules("files: [{glob: b.txt, select: incentive}]\n") == all)
      #expect(try rules("files: [{glob: a.txt, select: \(Self.askRule)}]\n") == [Self.askRule])
      #expect(
        try rules("severity: {incentive: off, revision-request: off}\n").allSatisfy { !$0.hasPrefix("incentive") })
    }
  }

  @Test func `each file fails at its own level`() throws {
    try Self.withFolder([
      "a/.buyerlint.yml": "fail-on: never\n", "a/a.txt": Self.ask,
      "b/.buyerlint.yml": "severity: {revision-request: info}\n",
      "b/b.txt": Self.ask, "c/.buyerlint.yml": "severity: {revision-request: info}\nfail-on: info\n",
      "c/c.txt": Self.ask,
    ]) { folder throws in
      func status(_ arguments: String...) throws -> Int32 {
        try BuiltProgram.run(["check", "--quiet", "--select", Self.askRule] + arguments, folder: folder).status
      }
      #expect(try status("a", "b") == 0)
      #expect(try status("a", "b", "c") == 1)
      #expect(try status("--fail-on", "error", "a", "b", "c") == 1)
      #expect(try status("--fail-on", "error", "b", "c") == 0)
    }
  }

  // MARK: Which files

  @Test func `what is excluded is passed over and counted, unless it is named`() throws {
    try Self.withFolder([
      ".buyerlint.yml": "exclude: [old, \"*.bak.txt\", \"x/**\"]\n", "a.txt": Self.ask, "old/b.txt": Self.ask,
      "s/old/c.txt": Self.ask, "d.bak.txt": Self.ask, "x/e.txt": Self.ask,
    ]) { folder in
      let outcome = try BuiltProgram.run(["check", "--format", "concise", "."], folder: folder)
      #expect(outcome.lines.count == 1 && outcome.output.hasPrefix("./a.txt:2:"))
      #expect(outcome.errors.hasPrefix("buyerlint: checked 1 draft; passed over: 1 hidden, 4 excluded\n"))
      try Self.expect(Self.found("d.bak.txt", "old/b.txt", rule: Self.askRule), ["d.bak.txt", "old"], in: folder)
    }
  }

  @Test func `who names files for others can have the excluded ones passed over`() throws {
    try Self.withFolder([
      ".buyerlint.yml": "exclude: old\n", "a.txt": Self.ask, "old/deep/b.txt": Self.ask,
    ]) { folder in
      let outcome = try BuiltProgram.run(
        ["check", "--force-exclude", "--format", "concise", "a.txt", "old/deep/b.txt", "old"], folder: folder)
      #expect(outcome.lines.count == 1 && outcome.output.hasPrefix("a.txt:2:"))
      #expect(outcome.errors.hasPrefix("buyerlint: checked 1 draft; passed over: 2 excluded\n"))
    }
  }

  @Test func `a glob can say what files are, and which of their values are drafts`() throws {
    try Self.withFolder([
      ".buyerlint.yml": """
      files:
        - {glob: "*.tmpl", input-format: markdown, lang: en}
        - {glob: macros.csv, fields: Antwort}
      """, "a.tmpl": "---\nchannel: public_response\n---\n\(Self.order)",
      "macros.csv": "body,Antwort\nplease delete your review,Hello\n", "c.bin": Self.order,
    ]) { folder in
      try Self.expect(Self.found("./a.tmpl"), ["."], in: folder)
    }
  }

  @Test func `its own lexicons and the configurations that it extends are no drafts`() throws {
    try Self.withFolder([
      ".buyerlint.yml": "lexicons: own\nextends: [shared/base.yml]\n",
      "shared/base.yml": "allowed-phrases: [please delete your review now]\n",
      "own/rules/own/purple.yml": """
      id: own/purple
      summary: Purple
      message: names a colour
      why: It does.
      instead: Leave it out.
      sources: [AM-CG]
      severity: error
      patterns:
        - find: own.purple
      examples:
        bad: [A ⟦purple⟧ one.]
        good: [A green one.]

      """, "own/en/own.yml": "own.purple:\n  - purple\n", "a.txt": "A purple box.\n",
    ]) { folder in
      try Self.expect(["./a.txt own/purple"], ["."], in: folder)
    }
  }
}
