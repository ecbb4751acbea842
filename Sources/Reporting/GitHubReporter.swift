internal import Linting
internal import SourceText
internal import UnicodeText

/// Annotations for GitHub Actions: workflow commands, one a line.
///
/// Nothing of a path or a message can be a command of its own: percent signs, line ends and, in properties, colons and commas
/// are escaped, and what would steer a terminal is shown by name.
package struct GitHubReporter: Reporter {
  package init() {}

  package var head: [UInt8] { [] }
  package var separator: [UInt8] { [] }
  package var tellsProblems: Bool { true }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) {
    if case .failed(let failure) = report.outcome {
      let problem = Problem(report.origin, failure)
      bytes.append("::error file=\(Self.property(report.origin.plainPath))")
      if let line = problem.line { bytes.append(",line=\(line)") }
      if let column = problem.column { bytes.append(",col=\(column)") }
      bytes.append(",title=buyerlint::\(Self.data(failure.message))\n")
    }
    for found in report.findings() {
      let finding = found.finding
      let command = finding.severity == .info ? "notice" : finding.severity.name
      bytes.append("::\(command) file=\(Self.property(found.origin.plainPath))")
      bytes.append(",line=\(found.start.line),endLine=\(found.end.line),col=\(found.start.column)")
      // Across lines GitHub takes no column of the end.
      if found.start.line == found.end.line { bytes.append(",endColumn=\(found.end.column)") }
      bytes.append(",title=\(Self.property(finding.rule))::\(Self.data(finding.message))")
      if let part = found.origin.part { bytes.append(Self.data(" (\(part))")) }
      if let field = found.field { bytes.append(" (\(field))") }
      bytes.append("\n")
    }
    if case .checked(let checked) = report.outcome, !checked.unchecked.isEmpty {
      let languages = checked.unchecked.joined(separator: ", ")
      bytes.append("::warning file=\(Self.property(report.origin.plainPath)),title=buyerlint::")
      bytes.append("not checked in full: text in \(Self.data(languages))\n")
    }
  }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) {}

  private static func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

  private static func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

  private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if special.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result.append(contentsOf: "%\(digits.utf8.count == 1 ? "0" : "")\(digits)".unicodeScalars)
      } else if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value), let label = Cells.label(of: scalar.value) {
        result.append(contentsOf: label.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
