package import YAMLReading

/// A file of a lexicon folder, by its path inside it (`en/feedback.yml`).
package struct LexiconFile: Hashable, Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A mistake in a lexicon, and where it stands.
public struct LexiconProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file inside the lexicon folder (`en/feedback.yml`).
  public let path: String

  /// From 1.
  public let line: Int

  /// From 1, in code points.
  public let column: Int

  /// What is wrong and how to mend it, in one line.
  public let message: String

  package init(path: String, at position: YAMLPosition, _ message: String) {
    self.path = path
    line = position.line
    column = position.column
    self.message = message
  }

  /// A mistake in a file that has another path.
  package init(moving problem: LexiconProblem, to path: String) {
    self.path = path
    line = problem.line
    column = problem.column
    message = problem.message
  }

  /// Place and message in one line, as compilers write them.
  public var description: String { "\(path):\(line):\(column): \(message)" }
}

/// Collects the mistakes of all files, so that one run tells them all.
package struct LexiconProblems: Error, Sendable, CustomStringConvertible {
  package private(set) var list: [LexiconProblem] = []

  package init() {}

  package mutating func add(_ path: String, _ position: YAMLPosition, _ message: String) {
    list.append(LexiconProblem(path: path, at: position, message))
  }

  package var description: String { list.map(\.description).joined(separator: "\n") }

  /// The root of a file, or nil for an empty one or one that is not YAML, which is noted.
  package mutating func parse(_ file: LexiconFile) -> YAMLNode? {
    do {
      return try YAMLNode.parse(file.bytes)
    } catch {
      add(file.path, error.position, "\(error.message)")
      return nil
    }
  }
}

extension LexiconProblems {
  package mutating func add(_ others: LexiconProblems) { list += others.list }
}
