internal import Linting
internal import SourceText

/// The findings of each draft below its name, one line each.
package struct GroupedReporter: Reporter {
  private let palette: Palette
  private let unit: ColumnUnit
  private let hasSummary: Bool

  /// A reporter whose columns count in `unit`; without a summary it writes findings alone.
  package init(_ palette: Palette, _ unit: ColumnUnit = .codePoints, hasSummary: Bool = true) {
    self.palette = palette
    self.unit = unit
    self.hasSummary = hasSummary
  }

  package var head: [UInt8] { [] }
  package var separator: [UInt8] { [] }
  package var tellsProblems: Bool { false }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) {
    let findings = report.findings(in: unit)
    guard !findings.isEmpty else { return }
    bytes.append(visible: report.origin.path)
    if let part = report.origin.part { bytes.append(visible: " (\(part))") }
    bytes.append(":\n")
    let places = findings.map { "\($0.start.line):\($0.start.column)" }
    let width = places.map(\.utf8.count).max() ?? 0
    for (place, found) in zip(places, findings) {
      let finding = found.finding
      let gap = String(repeating: " ", count: width - place.utf8.count)
      bytes.append("  \(gap)\(place)  \(palette.paint(finding.severity.name, .severity(finding.severity)))")
      bytes.append(String(repeating: " ", count: 9 - finding.severity.name.utf8.count))
      bytes.append(visible: finding.message)
      if let field = found.field { bytes.append(" (\(field))") }
      bytes.append(" [\(finding.rule)]\n")
    }
    bytes.append("\n")
  }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) {
    if hasSummary { bytes.append("\(totals.summary)\n\(notice)\n") }
  }
}
