internal import Advice
internal import Linting
internal import Reporting

/// How suggestions are told.
enum SuggestionText {
  /// The best in full, the others in a line each.
  static func text(_ suggestions: [Suggestion]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (number, suggestion) in suggestions.enumerated() {
      let template = suggestion.template
      if number == 1 { bytes.append(text: "\nothers that may fit:\n") }
      bytes.append(text: number == 0 ? "" : "  ")
      bytes.append(text: "\(template.language)/\(template.id): \(template.summary)\n")
      let indentation = number == 0 ? "  " : "    "
      for reason in suggestion.situation.reasons.prefix(number == 0 ? 3 : 1) {
        bytes.append(text: "\(indentation)why: \(reason.message)")
        if !reason.words.isEmpty {
          bytes.append(text: ": “")
          bytes.append(visible: reason.words)
          bytes.append(text: "”")
        }
        bytes.append(text: "\n")
      }
      guard number == 0 else { continue }
      if !suggestion.open.isEmpty { bytes.append(text: "  to fill in: \(suggestion.open.joined(separator: ", "))\n") }
      bytes.append(text: "\n")
      // A value may hold what would steer the terminal.
      for line in suggestion.text.split(separator: "\n", omittingEmptySubsequences: false) {
        bytes.append(visible: String(line))
        bytes.append(text: "\n")
      }
    }
    return bytes
  }

  /// One object on one line.
  static func json(_ found: Advisor.Suggestions) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.name("lang")
      if let language = found.language { writer.string(language) } else { writer.null() }
      writer.name("suggestions")
      writer.array { writer in
        for suggestion in found.list { append(suggestion, to: &writer) }
      }
    }
    return writer.finish() + [UInt8(ascii: "\n")]
  }

  private static func append(_ suggestion: Suggestion, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.name("template")
      writer.string(suggestion.template.id)
      writer.name("situation")
      writer.string(suggestion.template.situation)
      writer.name("channel")
      writer.string(suggestion.template.channel.name)
      writer.name("lang")
      writer.string(suggestion.template.language)
      writer.name("summary")
      writer.string(suggestion.template.summary)
      writer.name("why")
      writer.array { writer in
        for reason in suggestion.situation.reasons {
          writer.object { writer in
            writer.name("message")
            writer.string(reason.message)
            writer.name("evidence")
            writer.string(reason.words)
          }
        }
      }
      writer.name("open")
      writer.array { writer in
        for name in suggestion.open { writer.string(name) }
      }
      writer.name("text")
      writer.string(suggestion.text)
    }
  }
}
