internal import Feedback
internal import Linting
internal import Reporting

/// What triage says of files, for machines.
enum TriageJSON {
  /// One object on one line.
  static func object(_ report: TriageReport) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.name("as_of")
      writer.string(report.asOf.description)
      writer.name("entries")
      writer.array { writer in
        for entry in report.entries { append(entry, to: &writer) }
      }
      writer.name("passed_over")
      writer.number(report.passedOver)
      ReadingNotes.append(report.collection, malformed: report.malformed, to: &writer)
    }
    return writer.finish() + [UInt8(ascii: "\n")]
  }

  /// An object for each entry, and then for each row that is malformed, on a line of its own.
  static func lines(_ report: TriageReport) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in report.entries {
      var writer = JSONWriter()
      append(entry, to: &writer)
      bytes += writer.finish() + [UInt8(ascii: "\n")]
    }
    for row in report.malformed {
      var writer = JSONWriter()
      writer.object { writer in
        writer.name("id")
        writer.null()
        writer.name("error")
        writer.object { writer in
          writer.name("file")
          writer.string(row.place.file)
          writer.name("line")
          writer.number(row.place.line)
          writer.name("message")
          writer.string(row.reason)
        }
      }
      bytes += writer.finish() + [UInt8(ascii: "\n")]
    }
    return bytes
  }

  private static func append(_ entry: TriagedEntry, to writer: inout JSONWriter) {
    let feedback = entry.row.entry
    writer.object { writer in
      writer.name("id")
      writer.string(feedback.id)
      writer.name("file")
      writer.string(entry.row.place.file)
      writer.name("line")
      writer.number(entry.row.place.line)
      writer.name("date")
      writer.string(orNull: feedback.date?.description)
      writer.name("rating")
      writer.number(orNull: feedback.rating)
      writer.name("lang")
      writer.string(orNull: entry.result.language)
      writer.name("comment")
      writer.string(feedback.comment.span)
      writer.name("response")
      writer.string(orNull: feedback.response)
      TriageObject.append(entry.result, to: &writer)
      writer.name("days_left")
      writer.number(orNull: feedback.daysLeft)
      writer.name("handled")
      writer.deed(entry.deed)
      writer.name("response_findings")
      writer.array { writer in
        for finding in entry.findings { writer.finding(finding, in: feedback.response ?? "") }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func deed(_ deed: HandledFile.Deed?) {
    guard let deed else { return null() }
    object { writer in
      writer.name("action")
      writer.string(deed.action)
      writer.name("date")
      writer.string(deed.date)
    }
  }

  fileprivate mutating func finding(_ finding: Finding, in text: String) {
    object { writer in
      writer.name("rule")
      writer.string(finding.rule)
      writer.name("severity")
      writer.string(finding.severity.name)
      writer.name("message")
      writer.string(finding.message)
      writer.name("evidence")
      writer.string(finding.words(in: text))
    }
  }
}

extension Finding {
  /// The words that it covers.
  func words(in text: String) -> String { String(decoding: Array(text.utf8)[range], as: UTF8.self) }
}
