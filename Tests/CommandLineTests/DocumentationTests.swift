import Foundation
import Testing

@Suite struct `what the documentation shows` {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL

  private static func pages() throws -> [Page] {
    let docs = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("docs").path)
    let names = ["README.md", "CONTRIBUTING.md"] + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
    return try names.map { name in
      Page(name: name, text: try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8))
    }
  }

  /// What stands for what a reader puts in its place.
  private static let stand: [String: [String]] = [
    "PATH": ["Examples/messages"], "FILE": ["Examples/messages/futon.txt"], "RULE": ["revision-request/ask"], "...": [],
    "||": [], "exit": [],
  ]

  /// What makes a command one for a repository, and not for this one.
  private static let inRepositories: Set<String> = ["hook", "--staged", "--diff-base"]

  @Test func `each command runs`() throws {
    for page in try Self.pages() {
      for command in page.commands {
        let arguments = command.split(separator: " ").dropFirst().flatMap { Self.stand[String($0)] ?? [String($0)] }
        var outcome: Outcome?
        if arguments.contains(where: Self.inRepositories.contains) {
          try Repository.with { shop in
            try shop.stage(Repository.innocent, as: "reply.txt")
            _ = try shop.commit()
            outcome = try BuiltProgram.run(arguments, folder: shop.folder, environment: shop.environment)
          }
        } else {
          outcome = try Self.run(arguments)
        }
        // The examples hold violations, and what is on standard input does not.
        let status: Int32 = arguments.contains("Examples/messages") ? 1 : 0
        #expect(outcome?.status == status, "\(page.name): \(command)\n\(outcome?.errors ?? "")")
      }
    }
  }

  /// Runs a command where it finds the examples and the lexicons, and can write.
  private static func run(_ arguments: [String]) throws -> Outcome {
    var outcome: Outcome?
    try BuiltProgram.withFolder([:]) { folder in
      for name in ["Examples", "lexicons"] {
        try FileManager.default.createSymbolicLink(
          at: folder.appendingPathComponent(name), withDestinationURL: root.appendingPathComponent(name))
      }
      outcome = try BuiltProgram.run(arguments, input: Array("Thank you for your order.\n".utf8), folder: folder)
    }
    return try #require(outcome)
  }

  @Test func `each session goes as it is shown`() throws {
    for page in try Self.pages() {
      for session in page.sessions {
        try BuiltProgram.withFolder([:]) { folder in
          var last: Outcome?
          for step in session {
            switch (step.command.first ?? "", step.command.dropFirst().first ?? "") {
            case ("cat", let name): try Data(step.shown.utf8).write(to: folder.appendingPathComponent(name))
            case ("echo", "$?"): #expect("\(last?.status ?? -1)\n" == step.shown, "\(page.name)")
            case ("git", _):
              let outcome = try Repository(folder: folder, environment: Repository.environment(home: folder))
                .attempt(Array(step.command.dropFirst()))
              #expect(Self.unwrapped(outcome.output + outcome.errors) == Self.unwrapped(step.shown), "\(page.name)")
              last = outcome
            default:
              try #require(step.command.first == "buyerlint", "\(page.name): what is `\(step.command)`?")
              let outcome = try BuiltProgram.run(
                Array(step.command.dropFirst()), input: Array((step.input + "\n").utf8), folder: folder)
              #expect(Self.unwrapped(outcome.output + outcome.errors) == Self.unwrapped(step.shown), "\(page.name)")
              last = outcome
            }
          }
        }
      }
    }
  }

  /// A text without white space: pages wrap what is too long for them.
  private static func unwrapped(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

/// A page of Markdown.
private struct Page {
  let name: String
  private let lines: [Substring]

  init(name: String, text: String) {
    self.name = name
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// A command of a session, what is piped into it, and what it prints.
  struct Step {
    var command: [String]
    var input = ""
    var shown = ""
  }

  private static let indentation = "    "

  /// The runs of indented lines, without their indentation.
  private var blocks: [[Substring]] {
    lines.split { !$0.hasPrefix(Self.indentation) }.map { $0.map { $0.dropFirst(Self.indentation.count) } }
  }

  /// The commands outside sessions: lines of blocks, and words of paragraphs between back quotes.
  var commands: [String] {
    let shown = blocks.filter { $0.first?.hasPrefix("$ ") == false }.flatMap { block in
      block.map { $0.prefix { $0 != "#" } }
    }
    let prose = lines.filter { !$0.hasPrefix(Self.indentation) }.joined(separator: "\n")
    let quoted = prose.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { $0.element }
    return (shown + quoted).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { $0.hasPrefix("buyerlint ") }
  }

  /// The blocks that begin with `$ `, as steps.
  var sessions: [[Step]] {
    blocks.filter { $0.first?.hasPrefix("$ ") == true }.map { block in
      var steps: [Step] = []
      var pipe: String?
      for line in block {
        if let input = pipe {
          steps.append(Step(command: words(line), input: input))
          pipe = nil
        } else if line.hasPrefix("$ echo '"), line.hasSuffix("' |") {
          pipe = String(line.dropFirst("$ echo '".count).dropLast("' |".count))
        } else if line.hasPrefix("$ ") {
          steps.append(Step(command: words(line.dropFirst(2))))
        } else {
          steps[steps.count - 1].shown += line + "\n"
        }
      }
      return steps
    }
  }

  private func words(_ line: Substring) -> [String] { line.split(separator: " ").map(String.init) }
}
