package import YAMLReading

/// What is wrong with a file of detector data, where, and how to mend it.
package struct DetectorDataError: Error, Hashable, Sendable {
  package let path: String

  /// Nil where a whole file is missing.
  package let position: YAMLPosition?
  package let message: String
  package let remedy: String
}

extension DetectorDataError: CustomStringConvertible {
  /// `file:line:column: what; how to mend it`.
  package var description: String {
    let place = position.map { "\(path):\($0.line):\($0.column)" } ?? path
    return "\(place): \(message); \(remedy)"
  }
}
