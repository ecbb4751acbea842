internal import Feedback
internal import Linting

/// What triage says of files, as a table for spreadsheets.
enum TriageTable {
  private static let header = [
    "id", "date", "rating", "decision", "condition", "action", "days_left", "cause", "evidence", "blocked_by", "draft",
    "comment", "handled", "response_findings", "file", "line",
  ]

  static func table(_ report: TriageReport) -> [UInt8] {
    var table = CommaTable(header)
    for entry in report.entries {
      let (feedback, result) = (entry.row.entry, entry.result)
      table.append([
        feedback.id, feedback.date?.description ?? "", feedback.rating.map(String.init) ?? "",
        result.decision.rawValue, result.condition?.rawValue ?? "", result.action.rawValue,
        feedback.daysLeft.map(String.init) ?? "", result.cause?.rawValue ?? "",
        result.evidence.map(\.text).joined(separator: " | "), result.blockedBy.map(\.text).joined(separator: " | "),
        result.draft ?? "", String(decoding: feedback.comment, as: UTF8.self),
        entry.deed.map { $0.date.isEmpty ? $0.action : "\($0.action) \($0.date)" } ?? "",
        entry.findings.map(\.rule).joined(separator: " "), entry.row.place.file, "\(entry.row.place.line)",
      ])
    }
    return table.bytes
  }
}

/// A table whose cells are parted by commas (RFC 4180).
struct CommaTable {
  private(set) var bytes: [UInt8] = []

  init(_ header: [String]) { append(header) }

  mutating func append(_ row: [String]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ cell: String) {
    // Controls would steer the terminal that the table is shown on.
    var utf8 = cell.utf8.map { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F ? 0x20 : $0 }
    // A spreadsheet would run what a buyer wrote as a formula.
    if let first = utf8.first, "=+-@\t\r".utf8.contains(first), Int(cell) == nil {
      utf8.insert(UInt8(ascii: "'"), at: 0)
    }
    guard utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else {
      bytes += utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in utf8 { bytes += byte == UInt8(ascii: "\"") ? [byte, byte] : [byte] }
    bytes.append(UInt8(ascii: "\""))
  }
}
