internal import Feedback
internal import Reporting

/// What a triage says, as members of a JSON object.
enum TriageObject {
  static func append(_ result: TriageResult, to writer: inout JSONWriter) {
    writer.name("decision")
    writer.string(result.decision.rawValue)
    writer.name("condition")
    writer.string(orNull: result.condition?.rawValue)
    writer.name("action")
    writer.string(result.action.rawValue)
    writer.name("cause")
    writer.string(orNull: result.cause?.rawValue)
    writer.name("evidence")
    writer.array { writer in
      for passage in result.evidence { writer.string(passage.text) }
    }
    writer.name("blocked_by")
    writer.array { writer in
      for passage in result.blockedBy {
        writer.object { writer in
          writer.name("clause")
          writer.string(passage.text)
          writer.name("range")
          writer.array { writer in
            writer.number(passage.range.lowerBound)
            writer.number(passage.range.upperBound)
          }
        }
      }
    }
    writer.name("draft")
    writer.string(orNull: result.draft)
  }
}
