package import Linting
internal import SourceText

/// Reviewdog's diagnostics as one JSON object; its columns count UTF-8 bytes.
package struct RDJSONReporter: Reporter {
  private let describe: @Sendable (String) -> RuleDescription?

  /// A reporter that asks `describe` where a rule's policy can be read.
  package init(describe: @escaping @Sendable (String) -> RuleDescription?) { self.describe = describe }

  package var head: [UInt8] { Array("{\"source\":{\"name\":\"buyerlint\"},\"diagnostics\":[\n".utf8) }
  package var separator: [UInt8] { Array(",\n".utf8) }
  package var tellsProblems: Bool { false }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) {
    for (number, found) in report.findings(in: .bytes).enumerated() {
      if number > 0 { bytes.append(",\n") }
      let finding = found.finding
      let address = describe(finding.rule)?.policyAddress
      var writer = JSONWriter(exchange(&bytes, with: []))
      writer.object { writer in
        writer.name("message")
        let notes = [found.origin.part, found.field].compactMap { $0 }
        writer.string(finding.message + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"))
        writer.name("location")
        writer.object { writer in
          writer.name("path")
          writer.string(found.origin.plainPath)
          writer.name("range")
          writer.diagnosticRange((found.start, found.end))
        }
        writer.name("severity")
        writer.string(finding.severity.diagnosticName)
        writer.name("code")
        writer.object { writer in
          writer.name("value")
          writer.string(finding.rule)
          if let address {
            writer.name("url")
            writer.string(address)
          }
        }
        writer.suggestions(found)
      }
      bytes = writer.finish()
    }
  }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) { bytes.append("\n]}\n") }
}

extension JSONWriter {
  fileprivate mutating func diagnosticRange(_ range: (start: TextPosition, end: TextPosition)) {
    object { writer in
      writer.name("start")
      writer.diagnosticPosition(range.start)
      writer.name("end")
      writer.diagnosticPosition(range.end)
    }
  }

  private mutating func diagnosticPosition(_ position: TextPosition) {
    object { writer in
      writer.name("line")
      writer.number(position.line)
      writer.name("column")
      writer.number(position.column)
    }
  }

  /// Reviewdog takes an edit at one place; a fix of several is none for it.
  fileprivate mutating func suggestions(_ found: ReportedFinding) {
    guard let places = found.places, let fixes = found.advice?.fixes, fixes.contains(where: { $0.edits.count == 1 })
    else { return }
    name("suggestions")
    array { writer in
      for fix in fixes where fix.edits.count == 1 {
        writer.object { writer in
          writer.name("range")
          writer.diagnosticRange(places.source(of: fix.edits[0].range))
          writer.name("text")
          writer.string(fix.edits[0].text)
        }
      }
    }
  }
}

extension Severity {
  fileprivate var diagnosticName: String {
    switch self {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .info: "INFO"
    }
  }
}
