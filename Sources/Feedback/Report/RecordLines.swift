/// Reads lines of NDJSON as rows.
struct RecordLines: RowReader {
  let text: ReportText
  private var rest: ArraySlice<ReportText.Line>

  init(_ text: ReportText) {
    self.text = text
    rest = text.lines[...]
  }

  mutating func next() -> (line: Int, row: ReportText.Line)? { rest.popFirst().map { ($0.number, $0) } }

  func entry(of line: ReportText.Line) throws(RowError) -> FeedbackEntry {
    do throws(FeedbackRecord.Failure) {
      return try FeedbackRecord(text.bytes.span, line.range).entry
    } catch {
      throw .malformed(error.message)
    }
  }
}
