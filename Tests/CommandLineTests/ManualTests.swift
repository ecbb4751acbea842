import Foundation
import Testing

@Suite struct `the manual page` {
  private static let hasMan = SystemProgram.path(of: "man") != nil

  @Test(.enabled(if: hasMan, "man is not installed"))
  func `man reads it without a warning and shows each command and option`() throws {
    let page = try BuiltProgram.run(["man"])
    #expect(page.status == 0)
    try BuiltProgram.withFolder(["buyerlint.1": Array(page.output.utf8)]) { folder in
      let shown = try SystemProgram.run(
        "env", ["LC_ALL=C.UTF-8", "MANWIDTH=500", "man", "--warnings=w", "-l", "buyerlint.1"], folder: folder)
      #expect(shown.status == 0)
      #expect(shown.errors.isEmpty)
      let lines = shown.lines.map { $0.trimmingCharacters(in: .whitespaces) }
      for command in try Help.commands() {
        let start = try #require(lines.firstIndex(of: "buyerlint \(command)"), "\(command)")
        for option in try Help.options(of: command) where option != "--help" {
          #expect(lines[start...].contains { $0 == option || $0.hasPrefix(option + " ") }, "\(command) \(option)")
        }
      }
      // What is copied from the page is what a command line takes.
      #expect(shown.output.contains("buyerlint check --format text --format json=report.json replies\n"))
    }
  }

  @Test func `its examples run`() throws {
    let examples = try BuiltProgram.run(["man"]).lines.filter { $0.hasPrefix("buyerlint check \\-") }
    #expect(examples.count == 3)
    for example in examples {
      try BuiltProgram.withFolder(["replies/a.txt": Array("hello".utf8)]) { folder in
        let arguments = example.replacingOccurrences(of: "\\-", with: "-").split(separator: " ").dropFirst()
        let outcome = try BuiltProgram.run(arguments.map(String.init), input: Array("hello".utf8), folder: folder)
        #expect(outcome.status == 0, "\(example)\n\(outcome.errors)")
      }
    }
  }
}
