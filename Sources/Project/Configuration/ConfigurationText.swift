internal import Lexicon
package import SourceText
package import YAMLReading

/// A configuration file as it was read.
package final class ConfigurationText: Sendable {
  /// What it is called to the user.
  package let path: String

  /// Its content, perhaps no UTF-8.
  package let utf8: [UInt8]
  package let lines: LineIndex

  init(path: String, utf8: [UInt8]) {
    self.path = path
    self.utf8 = utf8
    lines = LineIndex(utf8.span)
  }

  /// The offset of a place; places outside the text are moved to its nearest end.
  func offset(of position: YAMLPosition) -> Int {
    guard position.line <= lines.lineStarts.count else { return utf8.count }
    let bytes = utf8
    let line = lines.content(ofLine: max(0, position.line - 1), in: bytes.span)
    var at = line.lowerBound
    var left = position.column - 1
    while left > 0, at < line.upperBound {
      at += 1
      while at < line.upperBound, bytes[at] & 0xC0 == 0x80 { at += 1 }
      left -= 1
    }
    return at
  }
}

/// A mistake in a configuration file.
package struct ConfigurationProblem: Sendable {
  package let text: ConfigurationText

  /// The bytes that show the mistake; nil where it concerns the file as a whole.
  package let range: ByteRange?

  /// What is wrong and how to mend it, in one line without a full stop.
  package let message: String

  package init(_ text: ConfigurationText, at node: YAMLNode?, _ message: String) {
    self.text = text
    range = node.map { node in
      let start = text.offset(of: node.start)
      return start..<max(start, text.offset(of: node.end))
    }
    self.message = message
  }

  init(_ text: ConfigurationText, at position: YAMLPosition, _ message: String) {
    self.text = text
    let offset = text.offset(of: position)
    range = offset..<offset
    self.message = message
  }

  init(_ text: ConfigurationText, _ problem: LexiconProblem) {
    self.init(text, at: YAMLPosition(line: problem.line, column: problem.column), problem.message)
  }
}

/// All mistakes of the configuration files that a run needs.
package struct ConfigurationProblems: Error, Sendable {
  /// By file, the files in the order of their first mistakes, and by place.
  package let list: [ConfigurationProblem]

  package init(_ problems: [ConfigurationProblem]) {
    var files: [String: Int] = [:]
    for problem in problems { files[problem.text.path] = files[problem.text.path] ?? files.count }
    func key(_ problem: ConfigurationProblem) -> (Int, Int) {
      (files[problem.text.path] ?? 0, problem.range?.lowerBound ?? 0)
    }
    list = problems.sorted { key($0) < key($1) }
  }
}
