/// What is asked of a git repository cannot be done.
package struct GitError: Error, Hashable, Sendable {
  /// In one line without a full stop.
  package let message: String

  package init(_ message: String) { self.message = message }
}

extension GitError {
  /// What git complains of, in its first line that names a failure.
  init(complaint: [UInt8], status: Int32) {
    let lines = String(decoding: complaint, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    let failure = lines.first { $0.hasPrefix("fatal: ") } ?? lines.first { $0.hasPrefix("error: ") } ?? lines.first
    let words = failure.map { line in
      ["fatal: ", "error: "].first(where: line.hasPrefix).map { String(line.dropFirst($0.count)) } ?? line
    }
    self.init("git: \(words ?? "it ended with status \(status)")")
  }
}
