internal import Linting
internal import SourceText

/// One line a finding, as editors and `grep` read it: `path:line:column: severity: message [rule]`.
package struct ConciseReporter: Reporter {
  private let unit: ColumnUnit

  /// A reporter whose columns count in `unit`.
  package init(_ unit: ColumnUnit = .codePoints) { self.unit = unit }

  package var head: [UInt8] { [] }
  package var separator: [UInt8] { [] }
  package var tellsProblems: Bool { false }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) {
    guard case .checked(let checked) = report.outcome else { return }
    append(checked.text, report.origin, note: "", to: &bytes)
    if let subject = checked.subject { append(subject, report.origin, note: " (subject)", to: &bytes) }
  }

  private func append(_ text: CheckedText, _ origin: Origin, note: String, to bytes: inout [UInt8]) {
    guard !text.items.isEmpty else { return }
    let places = Places(text, unit)
    for item in text.items {
      let finding = item.finding
      let start = places.source(of: finding.range).start
      bytes.append(visible: origin.path)
      bytes.append(":\(start.line):\(start.column): \(finding.severity.name): ")
      bytes.append(visible: finding.message)
      bytes.append("\(note) [\(finding.rule)]\n")
    }
  }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) {}
}

extension Origin {
  /// The file, or what stands for standard input.
  package var path: String {
    switch self {
    case .document(let path, _): path
    case .record(let record): record.path
    }
  }
}
