/// How often something made buyers write, and what they wrote.
package struct CauseFigures: Sendable {
  package let cause: TriageResult.Cause
  private var counts: [Metrics.Window: Int] = [:]
  private var comments: [(text: String, age: Int)] = []

  init(_ cause: TriageResult.Cause) { self.cause = cause }

  package func count(_ window: Metrics.Window) -> Int { counts[window] ?? 0 }

  mutating func add(_ entry: FeedbackEntry, age: Int) {
    for window in Metrics.Window.allCases where window.holds(age: age) { counts[window, default: 0] += 1 }
    if !entry.comment.isEmpty { comments.append((String(decoding: entry.comment, as: UTF8.self), age)) }
  }

  private static let exampleCount = 2

  /// Typical comments: those as long as most are, the newest first among them.
  package var examples: [String] {
    let lengths = comments.map(\.text.utf8.count).sorted()
    guard !lengths.isEmpty else { return [] }
    let middle = lengths[lengths.count / 2]
    let sorted = comments.sorted { left, right in
      let distances = (abs(left.text.utf8.count - middle), abs(right.text.utf8.count - middle))
      return (distances.0, left.age, left.text) < (distances.1, right.age, right.text)
    }
    var examples: [String] = []
    for (text, _) in sorted where examples.count < Self.exampleCount && !examples.contains(text) {
      examples.append(text)
    }
    return examples
  }
}
