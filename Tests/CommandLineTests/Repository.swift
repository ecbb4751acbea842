import Foundation
import Testing

/// A git repository of a test's own, with a home of its own.
struct Repository {
  /// The top of the work tree.
  let folder: URL

  /// What git and the program see of the machine.
  var environment: [String: String]

  static let violation = "If you remove your review we will send you a gift card.\n"
  static let innocent = "Thank you for your order.\n"

  /// The rules that ``violation`` breaks.
  static let rules = ["revision-request/ask", "incentive/for-review", "incentive/for-revision"]

  /// Makes a repository without a commit and hands it over.
  static func with(_ name: String = "shop", _ body: (Repository) throws -> Void) throws {
    try BuiltProgram.withFolder([:]) { scratch in
      let folder = scratch.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let repository = Repository(folder: folder, environment: environment(home: scratch))
      try repository.git("init", "--quiet", "--initial-branch=main")
      try body(repository)
    }
  }

  /// What programs see of the machine, without what its user has set for git.
  static func environment(home: URL) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
    environment["HOME"] = home.path
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    let programs = BuiltProgram.url.deletingLastPathComponent().path
    environment["PATH"] = "\(programs):\(environment["PATH"] ?? "/usr/bin:/bin")"
    return environment
  }

  /// The same repository, seen from a folder below its top or elsewhere.
  func at(_ path: String) -> Repository {
    Repository(folder: folder.appendingPathComponent(path), environment: environment)
  }

  /// Runs git, which has to succeed, and answers what it prints.
  @discardableResult
  func git(_ arguments: String..., input: String = "") throws -> String {
    let outcome = try attempt(arguments, input: input)
    try #require(outcome.status == 0, "git \(arguments.joined(separator: " "))\n\(outcome.errors)")
    return outcome.output
  }

  /// Runs git, which may fail.
  func attempt(_ arguments: [String], input: String = "") throws -> Outcome {
    let person = ["-c", "user.name=Seller", "-c", "user.email=seller@example.com", "-c", "protocol.file.allow=always"]
    return try BuiltProgram.run(
      ["git"] + person + arguments, input: Array(input.utf8), folder: folder, environment: environment,
      program: URL(fileURLWithPath: "/usr/bin/env"))
  }

  func commit(_ message: String = "Change") throws -> Outcome { try attempt(["commit", "--quiet", "-m", message]) }

  /// Runs the program.
  func buyerlint(_ arguments: String...) throws -> Outcome {
    try BuiltProgram.run(arguments, folder: folder, environment: environment)
  }

  /// Checks with a report of a line a finding.
  func check(_ arguments: String...) throws -> Outcome {
    try BuiltProgram.run(["check", "--format", "concise"] + arguments, folder: folder, environment: environment)
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func stage(_ text: String, as name: String) throws {
    try write(text, to: name)
    try git("--literal-pathspecs", "add", "--", name)
  }

  func text(of name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }
}

extension Outcome {
  /// The lines that findings of a report of a line a finding are in, without repetitions: `a.md:1`.
  var places: [String] {
    var places: [String] = []
    for line in lines {
      let place = line.split(separator: ":").prefix(2).joined(separator: ":")
      if places.last != place { places.append(place) }
    }
    return places
  }
}
