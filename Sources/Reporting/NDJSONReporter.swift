/// One JSON object a line for each draft, in order.
package struct NDJSONReporter: Reporter {
  package init() {}

  package var head: [UInt8] { [] }
  package var separator: [UInt8] { [] }
  package var tellsProblems: Bool { true }
  package var tellsAdvice: Bool { true }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) {
    var writer = JSONWriter(exchange(&bytes, with: []))
    DraftObject.append(report, to: &writer)
    bytes = writer.finish()
    bytes.append(UInt8(ascii: "\n"))
  }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) {}
}
