import Foundation
import Testing

@Suite struct `usage` {
  @Test(arguments: [
    ([], "no command and no PATH"), (["check"], "nothing to check"),
    (["check", "--slect", "x", "-"], "did you mean `--select`?"),
    (["check", "--channel", "mesage", "-"], "did you mean `message`?"),
    (["check", "--format", "text", "--format", "json", "-"], "only one report"), (["check", "-", "-"], "only once"),
    (["check", "--format"], "needs a value"), (["check", "--quiet=yes", "-"], "takes no value"),
    (["check", "--jobs", "0", "-"], "from 1 to 64"), (["check", "--severity", "x", "-"], "RULE=LEVEL"),
    (["check", "--severity", "x=bad", "-"], "`bad` is no value"),
    (["check", "--fail-on", "all", "-"], "`all` is no value"),
    (["check", "--echo", "findings", "-"], "would hide"),
    (["check", "--lexicon", "/nonexistent", "-"], "no such file"),
    (["check", "--format", "json=/nonexistent/report", "-"], "no such file"), (["rules", "x"], "takes no argument"),
    (["explain"], "needs a RULE"), (["explain", "no/such-rule"], "no rule is called `no/such-rule`"),
  ])
  func `wrong usage is status 2 and says what is wrong`(arguments: [String], message: String) throws {
    let outcome = try BuiltProgram.run(arguments, input: "hello")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message))
    #expect(outcome.output.isEmpty)
  }

  @Test func `short help has a line an option, long help says more, both in groups`() throws {
    let short = try BuiltProgram.run(["check", "-h"])
    let long = try BuiltProgram.run(["check", "--help"])
    #expect(short.status == 0 && long.status == 0)
    #expect(long.output.count > short.output.count)
    for group in ["Drafts:", "Rules:", "Input:", "Output:", "Exit status:"] {
      #expect(short.output.contains("\n\(group)\n") && long.output.contains("\n\(group)\n"))
    }
    #expect(long.output.contains("neither the marketplace's decision nor legal advice"))
  }

  @Test func `help, rules and the version go to standard output`() throws {
    #expect(try BuiltProgram.run(["--help"]).output.contains("explain RULE"))
    #expect(try BuiltProgram.run(["--version"]).output.hasPrefix("buyerlint "))
    #expect(try BuiltProgram.run(["--version"]).output.contains("Unicode "))
    #expect(try BuiltProgram.run(["rules"]).status == 0)
    let json = try BuiltProgram.run(["rules", "--format", "json"]).output
    #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [Any])
  }

  @Test func `check is the default command`() throws {
    #expect(try BuiltProgram.run(["--quiet", "-"], input: "hello").status == 0)
  }

  @Test func `help lines fit a terminal`() throws {
    let outcome = try BuiltProgram.run(["check", "--help"])
    #expect(outcome.lines.filter { $0.count > 112 } == [])
  }
}
