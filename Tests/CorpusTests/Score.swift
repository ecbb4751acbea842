import Linting

/// How often the families that are reported for a draft are the ones it was labelled with.
///
/// What is mere information does not count, nor does `format`, which no text alone can tell; a family on which careful
/// people differ counts neither way.
struct Score: CustomStringConvertible {
  private var right = 0
  private var wrong: [String: Int] = [:]
  private var missed: [String: Int] = [:]

  mutating func add(_ findings: [Finding], of draft: LabelledDraft) {
    let reported = Set(findings.filter { $0.severity >= .warning }.map { String($0.family) }).subtracting(["format"])
    right += reported.intersection(draft.labels).count
    for family in reported.subtracting(draft.labels).subtracting(draft.optional) { wrong[family, default: 0] += 1 }
    for family in draft.labels.subtracting(reported) { missed[family, default: 0] += 1 }
  }

  /// The share of what is reported that is labelled.
  var precision: Double { share(beside: wrong) }

  /// The share of what is labelled that is reported.
  var recall: Double { share(beside: missed) }

  private func share(beside others: [String: Int]) -> Double {
    let all = right + others.values.reduce(0, +)
    return all == 0 ? 1 : Double(right) / Double(all)
  }

  var description: String {
    let list = { (counts: [String: Int]) in
      counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
    return "precision \(precision), recall \(recall); wrong: \(list(wrong)); missed: \(list(missed))"
  }
}
