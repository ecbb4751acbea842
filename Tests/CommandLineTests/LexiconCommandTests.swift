import FoundationEssentials
import Testing

@Suite struct `lexicon` {
  /// A folder with a file of one language.
  private static func folder(_ text: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lexicon-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "en"), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: "en/own.yml"))
    return folder
  }

  @Test func `check tells what to mend in a folder and no more`() throws {
    let folder = try Self.folder("own.idle:\n  - xyzzy plugh\n")
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try BuiltProgram.run(["lexicon", "check", folder.path, "--quiet"])
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.hasPrefix("\(folder.path)/en/own.yml:2:5: warning: nothing asks for `own.idle`"))
  }

  @Test func `check tells mistakes with their place`() throws {
    let folder = try Self.folder("own.idle:\n  - xyzzy <nosuchconcept>\n")
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try BuiltProgram.run(["lexicon", "check", folder.path])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("\(folder.path)/en/own.yml:2:11: no concept is called `nosuchconcept`"))
  }

  @Test func `test shows what matched and counts what is wrong`() throws {
    let run = try BuiltProgram.run(["lexicon", "test", "--lang", "de", "--rule", "conduct/violence"])
    #expect(run.status == 0)
    #expect(run.lines.contains { $0.hasPrefix("ok    conduct/violence [de] bad: “") })
    #expect(run.errors.contains("wrong: 0"))
    // The words of a bad example made innocent: the rule finds them no more.
    let folder = try Self.folder("innocent: [we know where you live]\n")
    defer { try? FileManager.default.removeItem(at: folder) }
    let broken = try BuiltProgram.run(
      ["lexicon", "test", folder.path, "--lang", "en", "--rule", "conduct/violence", "--quiet"])
    #expect(broken.status == 1)
    #expect(broken.output.contains("WRONG conduct/violence [en] bad: "))
    #expect(broken.output.contains("nothing found"))
  }

  @Test func `stats counts each language`() throws {
    let outcome = try BuiltProgram.run(["lexicon", "stats", "--lang", "en", "--lang", "ja"])
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 3)
    #expect(outcome.lines[1].hasPrefix("en        English"))
  }

  @Test(arguments: [
    (["frobnicate"], "`lexicon` takes `check`, `test` or `stats`"), (["stats", "--lang", "xx"], "`xx` has no lexicon"),
    (["test", "--rule", "nosuch"], "no rule is called so"),
  ])
  func `a mistake says how to mend it`(arguments: [String], message: String) throws {
    let outcome = try BuiltProgram.run(["lexicon"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
