internal import Project
internal import Reporting
internal import SourceText

extension UsageError {
  /// What keeps settings from being known.
  init(_ failure: ProjectSettings.Failure) {
    switch failure {
    case .commandLine(let message): self.init(message)
    case .configuration(let problems): self.init(problems.list)
    }
  }

  /// All of some failures, each mistake once; nil where there are none.
  init?(_ failures: [ProjectSettings.Failure]) {
    var messages: [String] = []
    var problems: [ConfigurationProblem] = []
    for failure in failures {
      switch failure {
      case .commandLine(let message): if !messages.contains(message) { messages.append(message) }
      case .configuration(let found): problems += found.list
      }
    }
    if !problems.isEmpty {
      self.init(problems)
    } else if !messages.isEmpty {
      self.init(messages.joined(separator: "\n"))
    } else {
      return nil
    }
  }

  /// Mistakes in configuration files, each with the line that it stands in.
  private init(_ problems: [ConfigurationProblem]) {
    var known: Set<String> = []
    let told = problems.map(\.told).filter { known.insert($0).inserted }
    self.init(told.joined(separator: "\n"), help: "docs/configuration.md tells what a configuration may say.")
  }
}

extension ConfigurationProblem {
  /// The place and the mistake, and the line with the words marked.
  fileprivate var told: String {
    guard let range else { return "\(text.path): \(message)" }
    let bytes = text.utf8
    let utf8 = bytes.span
    let position = text.lines.position(of: range.lowerBound, in: utf8)
    let content = text.lines.content(ofLine: position.line - 1, in: utf8)
    let excerpt = Excerpt(range, content: content, in: utf8)
    let number = String(position.line)
    let gutter = String(repeating: " ", count: number.count)
    let marks =
      String(repeating: " ", count: excerpt.indentation) + String(repeating: "^", count: max(1, excerpt.width))
    return """
      \(text.path):\(position.line):\(position.column): \(message)
        \(number) | \(String(decoding: excerpt.line, as: UTF8.self))
        \(gutter) | \(marks)
      """
  }
}
