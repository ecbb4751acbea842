/// The hook that is written into repositories.
struct HookScript: Hashable {
  /// The program to run where none is found by its name.
  let program: [UInt8]

  /// The name that another hook has been given which is to run first; nil where there is none.
  let first: String?

  /// The line that tells our hooks.
  private static let mark = "# Written by `buyerlint hook install`; `buyerlint hook uninstall` takes it away."

  var text: [UInt8] {
    var text = Array("#!/bin/sh\n\(Self.mark)\n".utf8)
    if let first {
      text += Array(
        """
        # The hook that was here before runs first, and what it refuses is refused.
        first="$(dirname "$0")/\(first)"
        if [ -x "$first" ]; then "$first" "$@" || exit; fi

        """.utf8)
    }
    text += Array(Self.assignment.utf8) + quoted + Array("\n".utf8)
    text += Array(
      #"""
      if command -v buyerlint > /dev/null 2>&1; then
        program=buyerlint
      elif [ ! -x "$program" ]; then
        echo "buyerlint is neither in PATH nor at $program: nothing was checked, so the commit is refused." >&2
        echo "Install it, or take the hook away: rm '$0'" >&2
        exit 2
      fi
      exec "$program" check --staged

      """#.utf8)
    return text
  }

  init(program: [UInt8], first: String?) {
    self.program = program
    self.first = first
  }

  /// Reads a hook back; nil where it is not as ``text`` writes it.
  init?(_ text: [UInt8], first: String) {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let assignment = Array(Self.assignment.utf8)
    guard Self.isOurs(text), let start = lines.first(where: { $0.starts(with: assignment) })?.startIndex else {
      return nil
    }
    // The path may hold line feeds; what is quoted ends with the first quote that no backslash and quote follow.
    let quote = UInt8(ascii: "'")
    let escaped = Array("'\\''".utf8)
    var at = start + assignment.count + 1
    var program: [UInt8] = []
    while at < text.count, text[at] != quote || text[at...].starts(with: escaped) {
      program.append(text[at])
      at += text[at] == quote ? escaped.count : 1
    }
    let candidates = [HookScript(program: program, first: nil), HookScript(program: program, first: first)]
    guard let found = candidates.first(where: { $0.text == text }) else { return nil }
    self = found
  }

  /// Whether a hook was written by us, maybe changed since.
  static func isOurs(_ text: [UInt8]) -> Bool {
    text.split(separator: UInt8(ascii: "\n"), maxSplits: 2).dropFirst().first?.elementsEqual(mark.utf8) == true
  }

  private static let assignment = "program="

  /// The program as a word of the shell's.
  private var quoted: [UInt8] {
    let quote = UInt8(ascii: "'")
    return [quote] + program.flatMap { $0 == quote ? Array("'\\''".utf8) : [$0] } + [quote]
  }
}
