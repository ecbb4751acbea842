import Foundation
import Testing

@Suite struct `suppressions` {
  private static let sentence = "Please delete your review.\n"
  private static let rule = "revision-request/ask"

  /// The fingerprint that the program gives for the first finding of a file.
  private func fingerprint(_ name: String, in folder: URL) throws -> String {
    let outcome = try BuiltProgram.run(["check", name, "--format", "json", "--select", Self.rule], folder: folder)
    let part = try #require(outcome.output.components(separatedBy: "\"fingerprint\":\"").dropFirst().first)
    return String(part.prefix(16))
  }

  private func check(_ folder: URL, _ options: String...) throws -> Outcome {
    try BuiltProgram.run(["check", "."] + options, folder: folder)
  }

  @Test func `front matter accepts a sentence, with a reason`() throws {
    try BuiltProgram.withFolder(["a.md": Array(Self.sentence.utf8)]) { folder in
      let print = try fingerprint("a.md", in: folder)
      func write(_ entry: String) throws {
        let text = "---\nlang: en\nsuppress:\n  - rule: \(Self.rule)\n\(entry)---\n\(Self.sentence)"
        try Data(text.utf8).write(to: folder.appendingPathComponent("a.md"))
      }
      try write("    sentence: \"\(print)\"\n    reason: agreed with the marketplace\n")
      let accepted = try check(folder)
      #expect(accepted.status == 0)
      #expect(accepted.errors.contains("accepted findings: 1 suppressed"))
      #expect(try check(folder, "--no-suppressions").status == 1)

      try write("    sentence: \"0000000000000000\"\n    reason: agreed with the marketplace\n")
      let needless = try check(folder)
      #expect(needless.status == 1)
      #expect(needless.errors.contains("a.md:4:11: needless suppression: \(Self.rule) is not found there"))

      try write("    sentence: \"\(print)\"\n")
      let silent = try check(folder)
      #expect(silent.status == 2)
      #expect(silent.errors.contains("a.md:4:11: the suppression of `\(Self.rule)` gives no `reason`"))
    }
  }

  @Test(arguments: [
    ("a.yml", "# buyerlint-allow revision-request: quoted in our training\nbody: Please delete your review.\n", 1),
    ("a.yml", "body: Please delete your review. # buyerlint-allow revision-request/ask: quoted\n", 1),
    ("a.po", "# buyerlint-allow revision-request: quoted\nmsgid \"a\"\nmsgstr \"Please delete your review.\"\n", 1),
    ("a.properties", "! buyerlint-allow revision-request: quoted\na=Please delete your review.\n", 1),
    ("a.strings", "/* buyerlint-allow revision-request: quoted */\n\"a\" = \"Please delete your review.\";\n", 1),
    // Words of a draft, a comment that is sent, and one that holds for the next value alone.
    ("a.yml", "body: |\n  # buyerlint-allow revision-request: no\n  Please delete your review.\n", 0),
    ("a.html", "<!-- buyerlint-allow revision-request: no --><p>Please delete your review.</p>\n", 0),
    ("a.yml", "# buyerlint-allow revision-request: x\n- body: We thank you.\n- body: Please delete your review.\n", 0),
  ])
  func `comments that are never sent accept`(name: String, text: String, suppressed: Int) throws {
    try BuiltProgram.withFolder([name: Array(text.utf8)]) { folder in
      let outcome = try BuiltProgram.run(["check", name], folder: folder)
      #expect(outcome.status == (suppressed > 0 ? 0 : 1))
      #expect(outcome.errors.contains("1 suppressed") == (suppressed > 0))
    }
  }

  @Test func `all that is found can be suppressed at once, and lines may move afterwards`() throws {
    let files = ["a/one.txt": "Hello. " + Self.sentence, "b/two 2.txt": Self.sentence + "Best wishes.\n"]
    try BuiltProgram.withFolder(files.mapValues { Array($0.utf8) }) { folder in
      #expect(try check(folder, "--add-suppressions").status == 2)
      let added = try check(folder, "--add-suppressions", "--reason", "old: to be mended")
      #expect(added.status == 0)
      #expect(added.errors.contains(".buyerlint-suppressions.yml: added 2 suppressions"))
      #expect(try check(folder).status == 0)
      let moved = "Dear buyer,\n\n  best wishes.\n\nPLEASE delete  your review."
      try Data(moved.utf8).write(to: folder.appendingPathComponent("a/one.txt"))
      #expect(try check(folder).status == 0)
      try Data((moved + " Please delete your rating.").utf8).write(to: folder.appendingPathComponent("a/one.txt"))
      #expect(try check(folder).status == 1)
      try Data("We thank you.".utf8).write(to: folder.appendingPathComponent("a/one.txt"))
      let needless = try check(folder)
      #expect(needless.status == 0)
      #expect(
        needless.errors.contains(
          ".buyerlint-suppressions.yml:1:3: needless suppression: \(Self.rule) is not found there any more"))
      try FileManager.default.removeItem(at: folder.appendingPathComponent("a/one.txt"))
      #expect(try check(folder).errors.contains("needless suppression: there is no file a/one.txt"))
      #expect(!(try check(folder, "--select", "conduct").errors.contains("two 2.txt")))
    }
  }

  @Test(arguments: [
    ("- path: a.txt\n  rule: revision-request/aks\n  reason: x\n", ":1:3: no rule or family is called"),
    ("- path: a.txt\n  rule: revision-request\n", ":1:3: the suppression of `revision-request` gives no `reason`"),
    ("- path: a.txt\n  rule: conduct\n  sentence: 12\n  reason: x\n", ":1:3: `12` is no fingerprint"),
    ("path: a.txt\n", ":1:1: a list of entries"),
    ("- rule: conduct\n  reason: x\n", ":1:3: `path` is missing"),
    ("- path: a.txt\n  rule: conduct\n  because: x\n", ":3:3: `because` says nothing here"),
    ("- path: [\n", ":2:1: "),
  ])
  func `a mistake in the file is told with its place, and drafts are checked`(text: String, message: String) throws {
    let files = [".buyerlint-suppressions.yml": text, "a.txt": Self.sentence]
    try BuiltProgram.withFolder(files.mapValues { Array($0.utf8) }) { folder in
      let outcome = try check(folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("buyerlint: .buyerlint-suppressions.yml\(message)"))
      #expect(outcome.output.contains("a.txt:1:"))
    }
  }
}

@Suite struct `what a configuration accepts` {
  private static let sentence = "Please delete your review.\n"

  private func check(_ configuration: String, _ files: [String: String], _ body: (Outcome, URL) throws -> Void) throws {
    let all = files.merging([".buyerlint.yml": configuration]) { first, _ in first }
    try BuiltProgram.withFolder(all.mapValues { Array($0.utf8) }) { folder in
      try body(try BuiltProgram.run(["check"], folder: folder), folder)
    }
  }

  @Test func `its suppressions hold for the files of a glob, and are told where they are needless`() throws {
    let configuration = """
      suppressions:
        - {path: "training/**", rule: revision-request, reason: shows what not to write}
        - {path: "training/**", rule: conduct, reason: shows what not to write}

      """
    try check(configuration, ["training/a/b.txt": Self.sentence]) { outcome, _ in
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("1 suppressed"))
      #expect(
        outcome.errors.contains(
          "buyerlint: .buyerlint.yml:3:5: needless suppression: conduct is not found there any more"))
    }
    try check(configuration, ["a.txt": Self.sentence]) { outcome, _ in #expect(outcome.status == 1) }
  }

  @Test func `its baseline holds unless another is named`() throws {
    let files = ["a.txt": Self.sentence, "base.yml": "version: 1\nfindings: []\n"]
    try check("baseline: base.yml\n", files) { outcome, folder in
      #expect(outcome.status == 1)
      #expect(try BuiltProgram.run(["check", "--write-baseline", "base.yml"], folder: folder).status == 0)
      let accepted = try BuiltProgram.run(["check"], folder: folder)
      #expect(accepted.status == 0)
      // The baseline itself is no draft.
      #expect(accepted.errors.contains("checked 1 draft;"))
    }
    try check("baseline: ../base.yml\n", files) { outcome, _ in #expect(outcome.status == 2) }
    try check("baseline: missing.yml\n", files) { outcome, _ in
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(".buyerlint.yml:1:11: `missing.yml`: "))
    }
  }

  @Test func `comments of HTML count where they are not sent`() throws {
    let files = ["a.html": "<!-- buyerlint-allow revision-request: quoted --><p>Please delete your review.</p>\n"]
    try check("unsent-comments: true\n", files) { outcome, _ in #expect(outcome.status == 0) }
    try check("unsent-comments: false\n", files) { outcome, _ in #expect(outcome.status == 1) }
  }
}

@Suite struct `baselines` {
  private static let sentence = "Please delete your review.\n"

  private func check(_ folder: URL, _ options: String...) throws -> Outcome {
    try BuiltProgram.run(["check", "drafts"] + options, folder: folder)
  }

  private func write(_ text: String, _ name: String, _ folder: URL) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  @Test func `what is new is reported, and nothing else`() throws {
    let old = "Hello. \(Self.sentence)Thanks.\n\(Self.sentence)"
    try BuiltProgram.withFolder(["drafts/a.txt": Array(old.utf8)]) { folder in
      let written = try check(folder, "--write-baseline", "base.yml")
      #expect(written.status == 0)
      #expect(written.errors.contains("base.yml: accepted 2 findings"))
      #expect(try check(folder).status == 1)
      #expect(try check(folder, "--baseline", "base.yml").status == 0)
      // From another folder it means the same files.
      let inside = folder.appendingPathComponent("drafts")
      #expect(try BuiltProgram.run(["check", "a.txt", "--baseline", "../base.yml"], folder: inside).status == 0)

      try write("\n\nDear buyer, hello.\n" + old, "drafts/a.txt", folder)
      #expect(try check(folder, "--baseline", "base.yml").status == 0)
      try write(old + Self.sentence, "drafts/a.txt", folder)
      let third = try check(folder, "--baseline", "base.yml", "--format", "concise")
      #expect(third.status == 1)
      #expect(third.lines.count == 1)
      #expect(third.output.hasPrefix("drafts/a.txt:4:"))
      try write(Self.sentence, "drafts/b.txt", folder)
      #expect(try check(folder, "--baseline", "base.yml", "--format", "concise").lines.count == 2)
    }
  }

  @Test func `what is not found any more is told, and pruned only when asked`() throws {
    let old = "Hello. \(Self.sentence)Thanks.\n\(Self.sentence)"
    try BuiltProgram.withFolder(["drafts/a.txt": Array(old.utf8)]) { folder in
      _ = try check(folder, "--write-baseline", "base.yml")
      let whole = try Data(contentsOf: folder.appendingPathComponent("base.yml"))
      try write(Self.sentence + "Please remove your rating.\n", "drafts/a.txt", folder)
      let stale = try check(folder, "--baseline", "base.yml")
      #expect(stale.status == 1)
      #expect(stale.errors.contains("base.yml: revision-request/ask is not found in drafts/a.txt any more"))
      #expect(try Data(contentsOf: folder.appendingPathComponent("base.yml")) == whole)
      let pruned = try check(folder, "--baseline", "base.yml", "--prune-baseline")
      #expect(pruned.status == 1)
      #expect(pruned.errors.contains("base.yml: took out 1 of 2 accepted findings"))
      #expect(!(try check(folder, "--baseline", "base.yml").errors.contains("any more")))
      try write(old, "drafts/a.txt", folder)
      #expect(try check(folder, "--baseline", "base.yml").status == 1)
    }
  }

  @Test func `records count as files do`() throws {
    let line = #"{"text": "Please delete your review."}"# + "\n"
    try BuiltProgram.withFolder(["drafts/a.ndjson": Array((line + line).utf8)]) { folder in
      _ = try check(folder, "--write-baseline", "base.yml")
      #expect(try check(folder, "--baseline", "base.yml").status == 0)
      try write(line + line + line, "drafts/a.ndjson", folder)
      let outcome = try check(folder, "--baseline", "base.yml", "--format", "concise")
      #expect(outcome.status == 1)
      #expect(outcome.lines.map { $0.hasPrefix("drafts/a.ndjson:3:") } == [true])
    }
  }

  @Test(arguments: [
    ("version: 2\n", "1:1: `version: 1` is expected"), ("version: 1\nfindings: x\n", "2:11: `findings` is missing"),
    ("version: 1\nfindings:\n  a.txt:\n    - {rule: x}\n", "4:7: a finding is"),
    (
      "version: 1\nfindings:\n  a.txt:\n    - {rule: x, sentence: \"0123456789abcdef\", count: 0}\n",
      "4:7: a finding is"
    ),
    ("{", "2:1: "),
  ])
  func `a mistake is a usage error with its place`(text: String, message: String) throws {
    try BuiltProgram.withFolder(["drafts/a.txt": Array(Self.sentence.utf8), "base.yml": Array(text.utf8)]) { folder in
      let outcome = try check(folder, "--baseline", "base.yml")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("base.yml:\(message)"))
      #expect(try check(folder, "--baseline", "no.yml").status == 2)
      #expect(try check(folder, "--prune-baseline").status == 2)
    }
  }
}
