import Foundation
import Testing

@Suite(.serialized) struct `completions` {
  @Test(arguments: RealShell.allCases)
  func `all that help names is offered`(shell: RealShell) throws {
    let commands = try Help.commands()
    let lines = ["buyerlint "] + commands.map { "buyerlint \($0) --" }
    try BuiltProgram.withFolder([".completion/start": []]) { folder in
      let answers = try shell.completions(of: lines, in: folder)
      #expect(Set(commands).isSubset(of: answers[0]))
      for (command, answer) in zip(commands, answers.dropFirst()) {
        #expect(Set(answer) == Set(try Help.options(of: command)), "\(command)")
      }
    }
  }

  /// Without zsh, whose terminal here cannot hold the long lists of rules.
  @Test(arguments: [RealShell.bash, .fish])
  func `a value may be asked for behind each option`(shell: RealShell) throws {
    let lines = try Help.commands().flatMap { command in
      try Help.options(of: command).flatMap {
        ["buyerlint \(command) \($0) ", "buyerlint \(command) \($0)=", "buyerlint \(command) \($0)=a"]
      }
    }
    try BuiltProgram.withFolder([".completion/start": []]) { folder in
      // Each line is answered, and none with an error.
      let answers = try shell.completions(of: lines, in: folder)
      #expect(answers.count == lines.count)
    }
  }

  private static let cases: [(line: String, words: [String])] = [
    ("buyerlint exp", ["explain"]),
    ("buyerlint --vers", ["--version"]),
    ("buyerlint check --channel ", ["message", "public_response"]),
    ("buyerlint check --channel=pu", ["--channel=public_response"]),
    // What names no command is checked.
    ("buyerlint --target s", ["seller_feedback"]),
    ("buyerlint check --marketplace ", ["amazon", "ebay", "etsy", "general", "walmart"]),
    ("buyerlint check --lang e", ["en", "es"]),
    ("buyerlint check --input-format xc", ["xcstrings"]),
    ("buyerlint check --select incentive/for-p", ["incentive/for-positive"]),
    ("buyerlint check --select incent,biased-solicitation/g", ["incent,biased-solicitation/gating"]),
    ("buyerlint check --ignore=format,channel/r", ["--ignore=format,channel/reply-here"]),
    ("buyerlint check --severity channel/r", ["channel/reply-here="]),
    ("buyerlint check --severity channel/reply-here=w", ["channel/reply-here=warning"]),
    ("buyerlint check --severity=channel=o", ["--severity=channel=off"]),
    ("buyerlint check --format c", ["checkstyle", "concise"]),
    ("buyerlint check --format json=dr", ["json=drafts.json"]),
    ("buyerlint check --quiet two\\ w", ["two words.txt"]),
    ("buyerlint check two", ["two words.txt"]),
    ("buyerlint check --lexicon ow", ["own/"]),
    ("buyerlint check -- --dra", ["--draft.txt"]),
    ("buyerlint rules --format j", ["json"]),
    ("buyerlint explain format/em", ["format/emoji"]),
    (
      "buyerlint explain --format text personal-data/car",
      [
        "personal-data/card", "personal-data/card-ending", "personal-data/carrier-phone",
      ]
    ),
    ("buyerlint completions ", ["bash", "fish", "zsh"]),
    ("buyerlint hook un", ["uninstall"]),
    ("buyerlint templates --marketplace et", ["etsy"]),
    ("buyerlint init ow", ["own/"]),
  ]

  @Test(arguments: RealShell.allCases)
  func `values, rules and files are offered where they may stand`(shell: RealShell) throws {
    let files = ["two words.txt", "drafts.json", "own/en/a.yml", "own.txt", "--draft.txt", ".completion/start"]
    try BuiltProgram.withFolder(Dictionary(uniqueKeysWithValues: files.map { ($0, []) })) { folder in
      let answers = try shell.completions(of: Self.cases.map(\.line), in: folder)
      for (answer, expected) in zip(answers, Self.cases) {
        #expect(answer.map(Self.plain).sorted() == expected.words.map(Self.plain), "\(expected.line)")
      }
    }
  }

  /// A word without what shells differ in: whether folders end in a slash, and whether quoting is shown.
  private static func plain(_ word: String) -> String {
    let word = word.replacingOccurrences(of: "\\ ", with: " ")
    return word.hasSuffix("/") ? String(word.dropLast()) : word
  }

  @Test func `an unknown shell is refused`() throws {
    let outcome = try BuiltProgram.run(["completions", "fich"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("`fich` is no value for `completions`; did you mean `fish`?"))
    #expect(try BuiltProgram.run(["completions"]).status == 2)
  }
}

/// What `--help` tells.
enum Help {
  static func commands() throws -> [String] {
    let lines = try BuiltProgram.run(["--help"]).output.split(separator: "\n", omittingEmptySubsequences: false)
    let commands = try #require(lines.firstIndex(of: "Commands:"))
    return lines[(commands + 1)...].prefix { !$0.isEmpty }.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .map { String($0.dropFirst(2).prefix { $0 != " " }) }
  }

  /// The options of a command with two dashes.
  static func options(of command: String) throws -> [String] {
    try BuiltProgram.run([command, "-h"]).lines.filter { $0.hasPrefix("  --") }
      .map { String($0.dropFirst(2).prefix { $0 != " " }) }
  }
}
