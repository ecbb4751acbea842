/// One JSON object for the whole run: the drafts, then the counts.
package struct JSONReporter: Reporter {
  package init() {}

  package var head: [UInt8] { Array("{\"drafts\":[\n".utf8) }
  package var separator: [UInt8] { Array(",\n".utf8) }
  package var tellsProblems: Bool { true }
  package var tellsAdvice: Bool { true }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) {
    var writer = JSONWriter(exchange(&bytes, with: []))
    DraftObject.append(report, to: &writer)
    bytes = writer.finish()
  }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) {
    bytes.append("\n],\"summary\":")
    var writer = JSONWriter(exchange(&bytes, with: []))
    writer.object { writer in
      let counts: [(StaticString, Int)] = [
        ("errors", totals.errors), ("warnings", totals.warnings), ("infos", totals.infos), ("checked", totals.checked),
        ("with_findings", totals.withFindings), ("passed_over", totals.passedOver), ("unchecked", totals.unchecked),
        ("failed", totals.failed),
      ]
      for (name, count) in counts {
        writer.name(name)
        writer.number(count)
      }
      writer.name("notice")
      writer.string(notice)
    }
    bytes = writer.finish()
    bytes.append("}\n")
  }
}
