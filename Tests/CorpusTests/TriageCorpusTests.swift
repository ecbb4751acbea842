import Feedback
import Testing

@Suite(.timeLimit(.minutes(10))) struct `the corpus of comments` {
  @Test func `is judged no worse than before`() throws {
    let triage = try Triage()
    let comments = try LabelledComment.read(files: "open-")
    var score = TriageScore()
    for comment in comments { score.add(try triage.judge(comment.entry).decision, of: comment) }
    // What holds, less a margin of 0.02: raise a floor when the figures have risen, never lower one in passing.
    #expect(score.accuracy >= 0.95, "\(score)")
    // A request without a ground is itself against the rules.
    #expect(score.precision >= 0.97, "\(score)")
    for decision in TriageResult.Decision.allCases {
      #expect(score.precision(of: decision) >= 0.9, "\(decision): \(score)")
      #expect(score.recall(of: decision) >= 0.9, "\(decision): \(score)")
    }
  }

  @Test func `names each comment once`() throws {
    let comments = try LabelledComment.read(files: "open-") + LabelledComment.read(files: "held-")
    #expect(comments.count == 200)
    #expect(Set(comments.map(\.entry.id)).count == comments.count)
  }
}

/// How often a decision is one that fits.
private struct TriageScore: CustomStringConvertible {
  private var made: [TriageResult.Decision: (right: Int, all: Int)] = [:]
  private var due: [TriageResult.Decision: (right: Int, all: Int)] = [:]
  private(set) var wrong: [String] = []

  mutating func add(_ decision: TriageResult.Decision, of comment: LabelledComment) {
    let isRight = comment.accepted.contains(decision)
    made[decision, default: (0, 0)].right += isRight ? 1 : 0
    made[decision, default: (0, 0)].all += 1
    due[comment.expected, default: (0, 0)].right += isRight ? 1 : 0
    due[comment.expected, default: (0, 0)].all += 1
    if !isRight { wrong.append("\(comment.entry.id): \(decision.rawValue)") }
  }

  /// The share of all comments whose decision fits.
  var accuracy: Double { share(due.values.map { $0 }) }

  /// The share of the requests that have a ground.
  var precision: Double { share(made.filter { $0.key.isRequest }.values.map { $0 }) }

  func precision(of decision: TriageResult.Decision) -> Double { share([made[decision] ?? (0, 0)]) }

  func recall(of decision: TriageResult.Decision) -> Double { share([due[decision] ?? (0, 0)]) }

  private func share(_ counts: [(right: Int, all: Int)]) -> Double {
    let all = counts.reduce(0) { $0 + $1.all }
    return all == 0 ? 1 : Double(counts.reduce(0) { $0 + $1.right }) / Double(all)
  }

  var description: String {
    "accuracy \(accuracy), precision \(precision); wrong: \(wrong.joined(separator: ", "))"
  }
}
