internal import Documents
internal import YAMLReading

/// A file beside the templates that holds what is accepted in them.
///
///     - path: refunds/late.md
///       rule: incentive/for-review
///       sentence: 9f86d081884c7d65
///       reason: Approved by the marketplace, case 4711
package struct SuppressionFile: Sendable {
  /// What such files are called; hidden, so that no walk over a folder takes one for a template.
  package static let name = ".buyerlint-suppressions.yml"

  /// The path of the file.
  let path: String
  private(set) var entries: [SuppressionEntry] = []
  package private(set) var mistakes: [ProjectMistake] = []

  /// The numbers of the entries for a path.
  private var numbers: [String: [Int]] = [:]

  /// Reads a file; what is wrong with it is kept in ``mistakes``.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    do throws(YAMLError) {
      guard let root = try YAMLNode.parse(bytes) else { return }
      guard let list = root.sequence else {
        add("a list of entries `- path: ...` is expected", root.start)
        return
      }
      for node in list { read(node) }
    } catch {
      add(error.message, error.position)
    }
  }

  /// The entries for a file, with their numbers.
  func entries(for path: String) -> [(number: Int, entry: SuppressionEntry)] {
    (numbers[path] ?? []).map { ($0, entries[$0]) }
  }

  private mutating func add(_ message: String, _ position: YAMLPosition) {
    mistakes.append(ProjectMistake(path: path, line: position.line, column: position.column, message: message))
  }

  private mutating func read(_ node: YAMLNode) {
    do throws(SuppressionEntry.Mistake) {
      let entry = try SuppressionEntry(node, file: path)
      numbers[entry.path, default: []].append(entries.count)
      entries.append(entry)
    } catch {
      add(error.message, error.node.start)
    }
  }
}

/// A mistake in a file of the project's own.
package struct ProjectMistake: Error, Hashable, Sendable {
  package var path: String
  package var line: Int
  package var column: Int

  /// In one line without a full stop.
  package var message: String

  /// The path as it is short from the working folder.
  package var shownPath: String { Paths.shown(path, from: Paths.workingFolder() ?? "/") }
}
