package import Linting

/// The catalogue for machines.
package enum RuleJSON {
  /// A JSON array with an object for each rule.
  package static func list(_ rules: [RuleDescription]) -> [UInt8] {
    var writer = JSONWriter()
    writer.array { writer in
      for rule in rules { append(rule, to: &writer) }
    }
    return writer.finish() + [UInt8(ascii: "\n")]
  }

  /// The JSON object of one rule, on a line of its own.
  package static func object(_ rule: RuleDescription) -> [UInt8] {
    var writer = JSONWriter()
    append(rule, to: &writer)
    return writer.finish() + [UInt8(ascii: "\n")]
  }

  private static func append(_ rule: RuleDescription, to writer: inout JSONWriter) {
    writer.object { writer in
      let texts: [(StaticString, String)] = [
        ("id", rule.id), ("summary", rule.summary), ("message", rule.message), ("why", rule.why),
        ("instead", rule.instead),
      ]
      for (name, text) in texts {
        writer.name(name)
        writer.string(text)
      }
      writer.name("severity")
      writer.object { writer in
        writer.name("message")
        append(rule.severities[.message] ?? [:], to: &writer)
        writer.name("public_response")
        append(rule.severities[.publicResponse] ?? [:], to: &writer)
      }
      writer.name("reactive_severity")
      writer.string(orNull: rule.reactiveSeverity?.name)
      writer.name("sources")
      writer.array { writer in
        for source in rule.sources { append(source, to: &writer) }
      }
      writer.name("bad_examples")
      append(rule.badExamples, to: &writer)
      writer.name("good_examples")
      append(rule.goodExamples, to: &writer)
    }
  }

  private static func append(_ levels: [Target: Severity], to writer: inout JSONWriter) {
    writer.object { writer in
      let targets: [(StaticString, Target)] = [
        ("product_review", .productReview), ("seller_feedback", .sellerFeedback), ("unknown", .unknown),
      ]
      for (name, target) in targets {
        writer.name(name)
        writer.string(levels[target]?.name ?? "off")
      }
    }
  }

  private static func append(_ source: PolicySource, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.name("id")
      writer.string(source.id)
      writer.name("document")
      writer.string(source.document)
      writer.name("section")
      writer.string(orNull: source.section)
      writer.name("address")
      writer.string(orNull: source.address)
      writer.name("standing")
      writer.string(source.standing.name)
      writer.name("read")
      writer.string(orNull: source.read)
    }
  }

  private static func append(_ examples: [RuleDescription.Example], to writer: inout JSONWriter) {
    writer.array { writer in
      for example in examples {
        writer.object { writer in
          writer.name("text")
          writer.string(example.text)
          writer.name("channel")
          writer.string(example.channel.name)
          writer.name("lang")
          writer.string(example.language)
          writer.name("proactive")
          writer.boolean(example.isProactive)
          writer.name("final")
          writer.boolean(example.isFinal)
        }
      }
    }
  }
}
