internal import Linting
internal import SourceText

/// GitLab's code quality report: a JSON array of findings.
package struct GitLabReporter: Reporter {
  package init() {}

  package var head: [UInt8] { Array("[\n".utf8) }
  package var separator: [UInt8] { Array(",\n".utf8) }
  package var tellsProblems: Bool { false }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) {
    for (number, found) in report.findings().enumerated() {
      if number > 0 { bytes.append(",\n") }
      let finding = found.finding
      var writer = JSONWriter(exchange(&bytes, with: []))
      writer.object { writer in
        writer.name("description")
        writer.string(finding.message)
        writer.name("check_name")
        writer.string(finding.rule)
        writer.name("fingerprint")
        writer.string(Self.fingerprint(found))
        writer.name("severity")
        writer.string(finding.severity.gitLabName)
        writer.name("location")
        writer.object { writer in
          writer.name("path")
          writer.string(found.origin.plainPath)
          writer.name("lines")
          writer.object { writer in
            writer.name("begin")
            writer.number(found.start.line)
            writer.name("end")
            writer.number(found.end.line)
          }
        }
      }
      bytes = writer.finish()
    }
  }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) { bytes.append("\n]\n") }

  /// One for each finding of a run, the same wherever in the draft its sentence stands.
  private static func fingerprint(_ found: ReportedFinding) -> String {
    let parts = [
      found.origin.plainPath, found.origin.part ?? "", found.field ?? "", found.finding.rule,
      found.fingerprint ?? "\(found.start.offset)", String(found.occurrence),
    ]
    // 64-bit FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in parts.joined(separator: "\0").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension Severity {
  fileprivate var gitLabName: String {
    switch self {
    case .error: "critical"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
