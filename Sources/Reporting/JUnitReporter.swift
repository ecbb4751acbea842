internal import Linting
internal import SourceText

/// JUnit's XML: a suite for each draft, a case for each finding, and one for a draft without any.
///
/// The format knows no level: errors and warnings are failures, and what is `info` is a case that passes and says so.
package struct JUnitReporter: Reporter {
  package init() {}

  package var head: [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"buyerlint\">\n".utf8)
  }
  package var separator: [UInt8] { [] }
  package var tellsProblems: Bool { true }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) {
    let findings = report.findings()
    let name = report.origin.plainPath + (report.origin.part.map { " (\($0))" } ?? "")
    let failures = findings.count { $0.finding.severity != .info }
    var problem: String?
    var skipped: String?
    switch report.outcome {
    case .failed(let failure): problem = failure.message
    case .passedOver(let reason): skipped = reason.name
    case .checked(let checked):
      var parts = checked.unchecked.map { "text in `\($0)` is not checked" }
      if let undecodable = checked.undecodable { parts.append(undecodable.description) }
      if !parts.isEmpty { problem = parts.joined(separator: "; ") }
    }
    let hasOwn = problem != nil || findings.isEmpty
    bytes.append("  <testsuite")
    bytes.append("name", name)
    bytes.append(" tests=\"\(findings.count + (hasOwn ? 1 : 0))\" failures=\"\(failures)\"")
    bytes.append(" errors=\"\(problem == nil ? 0 : 1)\" skipped=\"\(skipped == nil ? 0 : 1)\">\n")
    for found in findings { Self.append(found, name, to: &bytes) }
    if hasOwn {
      bytes.append("    <testcase name=\"check\"")
      bytes.append("classname", name)
      bytes.append(">")
      if let problem {
        bytes.append("<error type=\"unchecked\"")
        bytes.append("message", problem)
        bytes.append("/>")
      }
      if let skipped {
        bytes.append("<skipped")
        bytes.append("message", skipped)
        bytes.append("/>")
      }
      bytes.append("</testcase>\n")
    }
    bytes.append("  </testsuite>\n")
  }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) { bytes.append("</testsuites>\n") }

  private static func append(_ found: ReportedFinding, _ name: String, to bytes: inout [UInt8]) {
    let finding = found.finding
    let place = "\(found.origin.plainPath):\(found.start.line):\(found.start.column)"
    let evidence = String(decoding: found.evidence, as: UTF8.self)
    let field = found.field.map { " (\($0))" } ?? ""
    bytes.append("    <testcase")
    bytes.append("name", "\(finding.rule) at \(found.start.line):\(found.start.column)\(field)")
    bytes.append("classname", name)
    bytes.append(">")
    if finding.severity == .info {
      bytes.append("<system-out>")
      bytes.append(xml: "\(place): info: \(finding.message)\n\(evidence)")
      bytes.append("</system-out>")
    } else {
      bytes.append("<failure type=\"\(finding.severity.name)\"")
      bytes.append("message", finding.message)
      bytes.append(">")
      bytes.append(xml: "\(place): \(finding.severity.name): \(finding.message)\n\(evidence)")
      bytes.append("</failure>")
    }
    bytes.append("</testcase>\n")
  }
}
