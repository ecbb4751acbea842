internal import Linting
internal import Reporting
internal import SourceText

/// What became of the words at a place, as a linguist reads it.
struct TraceText {
  private let trace: Trace
  private let draft: Draft

  /// What is reported there.
  private let findings: [Finding]

  init(_ trace: Trace, _ draft: Draft, _ findings: [Finding]) {
    self.trace = trace
    self.draft = draft
    self.findings = findings
  }

  var bytes: [UInt8] {
    var text: [UInt8] = []
    text.append(line: "channel:   \(draft.channel.name)")
    text.append(line: "languages: \(trace.languages.joined(separator: ", "))")
    text.append(line: "sentence:  ", words(trace.sentence))
    text.append(line: "read as:   ", trace.folded)
    text.append(line: trace.places.isEmpty ? "concepts:  none" : "concepts:")
    let width = trace.places.map(\.concept.utf8.count).max() ?? 0
    for place in trace.places {
      let name = place.concept + String(repeating: " ", count: width - place.concept.utf8.count)
      text.append(line: "  \(name)  ", words(place.range), place.isDisguised ? " (disguised)" : "")
    }
    text.append(line: trace.verdicts.isEmpty ? "rules:     none looks for these words" : "rules:")
    for verdict in trace.verdicts { append(verdict, to: &text) }
    return text
  }

  private func append(_ verdict: Trace.Verdict, to text: inout [UInt8]) {
    guard verdict.reasons.isEmpty else {
      text.append(line: "  \(verdict.rule) does not hold at ", words(verdict.range))
      for reason in verdict.reasons { text.append(line: "    \(reason)") }
      return
    }
    let finding = findings.first { $0.rule == verdict.rule }
    let outcome = finding.map { $0.severity.name } ?? "holds, and is off here or silenced by a stronger rule"
    text.append(line: "  \(verdict.rule): \(outcome), at ", words(verdict.range))
  }

  private func words(_ range: ByteRange) -> String { String(decoding: draft.utf8[range], as: UTF8.self) }
}

extension [UInt8] {
  /// Appends a line: a label, words of the draft if any, without what would steer the terminal, and what follows them.
  fileprivate mutating func append(line label: String, _ words: String? = nil, _ end: String = "") {
    append(contentsOf: label.utf8)
    if let words {
      append(contentsOf: "“".utf8)
      append(visible: words)
      append(contentsOf: "”".utf8)
    }
    append(contentsOf: end.utf8)
    append(0x0A)
  }
}
