internal import Documents
internal import YAMLReading

/// The findings that a project has accepted for a time, so that only new ones fail.
///
/// An entry is a rule in a sentence of a file and how often it is found there; lines may move, and the sentence with them.
package struct Baseline: Sendable {
  /// What is accepted.
  struct Key: Hashable, Sendable, Comparable {
    /// Relative to the folder of the baseline.
    let path: String
    let rule: String
    let sentence: Fingerprint

    static func < (left: Key, right: Key) -> Bool {
      (left.path, left.rule, left.sentence.value) < (right.path, right.rule, right.sentence.value)
    }
  }

  /// How often each is accepted, at least once.
  private(set) var counts: [Key: Int] = [:]

  init() {}

  /// Reads a baseline.
  ///
  /// - Throws: The first mistake, with its place.
  init(path: String, bytes: [UInt8]) throws(ProjectMistake) {
    let root: YAMLNode?
    do throws(YAMLError) {
      root = try YAMLNode.parse(bytes)
    } catch {
      throw ProjectMistake(
        path: path, line: error.position.line, column: error.position.column, message: error.message)
    }
    func mistake(_ message: String, _ node: YAMLNode?) -> ProjectMistake {
      ProjectMistake(path: path, line: node?.start.line ?? 1, column: node?.start.column ?? 1, message: message)
    }
    guard root?["version"]?.string == "1" else {
      throw mistake("`version: 1` is expected; `buyerlint check --write-baseline FILE` writes one", root)
    }
    guard let findings = root?["findings"], let files = findings.mapping else {
      if root?["findings"]?.sequence?.isEmpty == true { return }
      throw mistake("`findings` is missing or names no files", root?["findings"] ?? root)
    }
    for (file, list) in files {
      guard let list = list.sequence else { throw mistake("a list of findings is expected", list) }
      for node in list {
        let count = node["count"].map { $0.string.flatMap { Int($0) } ?? 0 } ?? 1
        guard let rule = node["rule"]?.string, let sentence = node["sentence"]?.string.flatMap({ Fingerprint($0) }),
          (1...1_000_000).contains(count)
        else { throw mistake("a finding is `{rule: ..., sentence: 16 hexadecimal digits, count: ...}`", node) }
        counts[Key(path: file.string ?? "", rule: rule, sentence: sentence), default: 0] += count
      }
    }
  }

  /// Accepts a finding once more.
  mutating func add(_ key: Key) { counts[key, default: 0] += 1 }

  /// Takes one acceptance away, and answers whether there was one.
  mutating func take(_ key: Key) -> Bool {
    guard let count = counts[key] else { return false }
    counts[key] = count > 1 ? count - 1 : nil
    return true
  }

  /// What is left without what another one holds.
  func without(_ other: Baseline) -> Baseline {
    var rest = self
    for (key, count) in other.counts {
      let left = (rest.counts[key] ?? 0) - count
      rest.counts[key] = left > 0 ? left : nil
    }
    return rest
  }

  /// The part for which something holds.
  func filtered(_ holds: (Key) -> Bool) -> Baseline {
    var part = self
    part.counts = counts.filter { holds($0.key) }
    return part
  }

  /// The file: sorted, so that two who change it rarely conflict.
  var yaml: String {
    var text = "# Findings accepted for now; written by `buyerlint check --write-baseline`.\nversion: 1\nfindings:"
    if counts.isEmpty { return text + " []\n" }
    text += "\n"
    var path: String?
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
      if key.path != path { text += "  \(SuppressionWriter.scalar(key.path)):\n" }
      path = key.path
      let times = count > 1 ? ", count: \(count)" : ""
      text += "    - {rule: \(key.rule), sentence: \"\(key.sentence)\"\(times)}\n"
    }
    return text
  }
}
