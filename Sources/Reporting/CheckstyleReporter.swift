internal import Linting
internal import SourceText

/// Checkstyle's XML: an element for each draft with findings.
package struct CheckstyleReporter: Reporter {
  package init() {}

  package var head: [UInt8] { Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n".utf8) }
  package var separator: [UInt8] { [] }
  package var tellsProblems: Bool { true }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) {
    let findings = report.findings()
    var failure: Failure?
    if case .failed(let reason) = report.outcome { failure = reason }
    guard failure != nil || !findings.isEmpty else { return }
    bytes.append("  <file")
    bytes.append("name", report.origin.plainPath)
    bytes.append(">\n")
    for found in findings {
      let notes = [found.origin.part, found.field].compactMap { $0 }
      let note = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
      Self.append(
        line: found.start.line, column: found.start.column, found.finding.severity, found.finding.message + note,
        source: "buyerlint.\(found.finding.rule)", to: &bytes)
    }
    if let failure {
      let problem = Problem(report.origin, failure)
      Self.append(
        line: problem.line ?? 1, column: problem.column ?? 1, .error, problem.message, source: "buyerlint", to: &bytes)
    }
    bytes.append("  </file>\n")
  }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) { bytes.append("</checkstyle>\n") }

  private static func append(
    line: Int, column: Int, _ severity: Severity, _ message: String, source: String, to bytes: inout [UInt8]
  ) {
    bytes.append("    <error line=\"\(line)\" column=\"\(column)\" severity=\"\(severity.name)\"")
    bytes.append("message", message)
    bytes.append("source", source)
    bytes.append("/>\n")
  }
}
