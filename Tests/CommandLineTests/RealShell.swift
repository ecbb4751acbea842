import Foundation
import Testing

/// A shell that is asked, as by a person at the keyboard, how a line goes on.
enum RealShell: String, CaseIterable {
  case bash
  case zsh
  case fish

  /// For each line the words that take the place of the one being written.
  ///
  /// Bash and zsh put all of them on the line, which is run with a function of our own in place of the program; of several
  /// that stand behind a `=` they repeat what is before it only once.
  ///
  /// Without the shell the test is cancelled, and says so.
  func completions(of lines: [String], in folder: URL) throws -> [[String]] {
    if SystemProgram.path(of: rawValue) == nil { try Test.cancel("\(rawValue) is not installed") }
    let script = try BuiltProgram.run(["completions", rawValue])
    try #require(script.status == 0)
    try Data(script.output.utf8).write(to: folder.appendingPathComponent(".completion/_buyerlint"))
    switch self {
    case .bash: return try answers(of: bash(lines, folder), to: lines)
    case .zsh: return try answers(of: zsh(lines, folder), to: lines)
    case .fish: return try lines.map { try fish($0, folder) }
    }
  }

  private func fish(_ line: String, _ folder: URL) throws -> [String] {
    let command = "source .completion/_buyerlint; complete -C '\(line)'"
    let outcome = try SystemProgram.run("fish", ["--no-config", "-c", command], folder: folder)
    #expect(outcome.errors.isEmpty, "\(line): \(outcome.errors)")
    return outcome.lines.map { String($0.prefix { $0 != "\t" }) }
  }

  private func bash(_ lines: [String], _ folder: URL) throws -> String {
    let start = """
      source .completion/_buyerlint
      buyerlint() { printf 'ANSWER'; printf '\\1%s' "$@"; echo; }
      bind '"\\C-t": insert-completions'
      bind 'set match-hidden-files off'
      PS1=
      """
    try Data(start.utf8).write(to: folder.appendingPathComponent(".completion/start"))
    return try SystemProgram.run(
      "bash", ["--noprofile", "--rcfile", ".completion/start", "-i"], input: lines.map { $0 + "\u{14}\n" }.joined(),
      folder: folder
    ).output
  }

  private func zsh(_ lines: [String], _ folder: URL) throws -> String {
    let start = """
      fpath=($PWD/.completion $fpath)
      autoload -U compinit
      compinit -u -D
      zstyle ':completion:*' completer _all_matches _complete
      zstyle ':completion:*' insert true
      buyerlint() { { printf 'ANSWER'; printf '\\1%s' "$@"; echo } >> .completion/answers }
      """
    try Data(start.utf8).write(to: folder.appendingPathComponent(".completion/start"))
    // Completion needs a terminal, which zpty is. A terminal holds little that nobody has read yet, and a list of rules is
    // long, so each has few lines.
    for first in stride(from: 0, to: lines.count, by: 8) {
      var session = "zmodload zsh/zpty\nzpty shell zsh -f -i\nzpty -w shell source .completion/start\n"
      for line in lines[first...].prefix(8) { session += "zpty -w -n shell '\(line)'$'\\t\\n'\n" }
      session += "zpty -w shell exit\nzpty -r shell all '*never*'\n"
      _ = try SystemProgram.run("zsh", ["-f", "-c", session], folder: folder)
    }
    return try String(contentsOf: folder.appendingPathComponent(".completion/answers"), encoding: .utf8)
  }

  /// The words of each answer behind those that stood before.
  private func answers(of output: String, to lines: [String]) throws -> [[String]] {
    let answers = output.split(separator: "\n").filter { $0.contains("ANSWER") }
    try #require(answers.count == lines.count, "\(self) answered \(answers.count) of \(lines.count) lines:\n\(output)")
    return zip(answers, lines).map { answer, line in
      let words = answer.split(separator: "\u{1}", omittingEmptySubsequences: false).dropFirst().map(String.init)
      // The name of the program is no argument, but the word being written is one.
      let before =
        line.replacingOccurrences(of: "\\ ", with: "_").split(separator: " ", omittingEmptySubsequences: false).count
        - 2
      return Array(words.dropFirst(before))
    }
  }
}

/// A program of the system.
enum SystemProgram {
  static func path(of name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static func run(_ name: String, _ arguments: [String], input: String = "", folder: URL? = nil) throws -> Outcome {
    let path = try #require(Self.path(of: name), "\(name) is not installed")
    let program = URL(fileURLWithPath: path)
    return try BuiltProgram.run(arguments, input: Array(input.utf8), folder: folder, program: program)
  }
}
