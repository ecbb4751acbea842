internal import Linting
internal import SourceText

/// The JSON object of a draft, the same in `json` and `ndjson`.
enum DraftObject {
  static func append(_ report: DraftReport, to writer: inout JSONWriter) {
    writer.object { writer in
      switch report.outcome {
      case .failed(let failure): appendFailure(report.origin, failure, &writer)
      case .passedOver(let reason):
        appendOrigin(report.origin, &writer)
        writer.name("lang")
        writer.null()
        writer.name("findings")
        writer.array { _ in }
        writer.name("passed_over")
        writer.string(reason.name)
      case .checked(let checked):
        appendOrigin(report.origin, &writer)
        append(checked, report.origin, &writer)
      }
    }
  }

  private static func appendOrigin(_ origin: Origin, _ writer: inout JSONWriter) {
    switch origin {
    case .document(let path, let draft):
      writer.name("path")
      writer.string(path)
      writer.name("draft")
      writer.string(orNull: draft)
    case .record(let record):
      writer.name("id")
      if record.id.isEmpty { writer.null() } else { writer.raw(record.id) }
      if !record.echoed.isEmpty { writer.raw(record.echoed) }
    }
  }

  private static func appendFailure(_ origin: Origin, _ failure: Failure, _ writer: inout JSONWriter) {
    var line = failure.position?.line
    switch origin {
    case .document: appendOrigin(origin, &writer)
    case .record(let record):
      line = record.line
      writer.name("id")
      writer.null()
    }
    writer.name("error")
    writer.object { writer in
      if let line {
        writer.name("line")
        writer.number(line)
      }
      if let position = failure.position {
        writer.name("column")
        writer.number(position.column)
        writer.name("offset")
        writer.number(position.offset)
      }
      writer.name("message")
      writer.string(failure.message)
    }
  }

  private static func append(_ checked: Checked, _ origin: Origin, _ writer: inout JSONWriter) {
    writer.name("lang")
    writer.string(orNull: checked.language)
    writer.name("findings")
    writer.array { writer in
      append(checked.text, origin, field: nil, &writer)
      if let subject = checked.subject { append(subject, origin, field: "subject", &writer) }
    }
    if !checked.unchecked.isEmpty {
      writer.name("unchecked")
      writer.array { writer in
        for language in checked.unchecked { writer.string(language) }
      }
    }
    if let undecodable = checked.undecodable {
      writer.name("undecodable")
      writer.object { writer in
        writer.name("offset")
        writer.number(undecodable.offset)
        writer.name("bytes")
        writer.number(undecodable.count)
      }
    }
  }

  private static func append(
    _ text: CheckedText, _ origin: Origin, field: String?, _ writer: inout JSONWriter
  ) {
    guard !text.items.isEmpty else { return }
    let places = Places(text)
    for item in text.items {
      let finding = item.finding
      writer.object { writer in
        writer.name("rule")
        writer.string(finding.rule)
        writer.name("family")
        writer.string(finding.family)
        writer.name("severity")
        writer.string(finding.severity.name)
        writer.name("message")
        writer.string(finding.message)
        if let field {
          writer.name("field")
          writer.string(field)
        }
        writer.range(places.text(of: finding.range))
        if case .document = origin, text.source != nil {
          writer.name("source")
          writer.object { $0.range(places.source(of: finding.range)) }
        }
        writer.name("evidence")
        writer.string(text.utf8.span.extracting(finding.range))
        if let fingerprint = item.fingerprint {
          writer.name("fingerprint")
          writer.string(fingerprint)
        }
        if finding.isDisguised {
          writer.name("disguised")
          writer.boolean(true)
        }
        writer.name("advice")
        writer.advice(item.advice, places)
      }
    }
  }
}

extension PassedOver {
  /// The word for it in machines' output.
  var name: String {
    switch self {
    case .buyer: "buyer"
    case .empty: "empty"
    case .noDraft: "no draft"
    }
  }
}

extension JSONWriter {
  package mutating func string(orNull string: String?) {
    if let string { self.string(string) } else { null() }
  }

  package mutating func number(orNull number: Int?) {
    if let number { self.number(number) } else { null() }
  }

  fileprivate mutating func range(_ range: (start: TextPosition, end: TextPosition)) {
    name("start")
    position(range.start)
    name("end")
    position(range.end)
  }

  private mutating func position(_ position: TextPosition) {
    object { writer in
      writer.name("line")
      writer.number(position.line)
      writer.name("column")
      writer.number(position.column)
      writer.name("offset")
      writer.number(position.offset)
    }
  }

  fileprivate mutating func advice(_ advice: Advice?, _ places: Places) {
    guard let advice else {
      null()
      return
    }
    object { writer in
      writer.name("text")
      writer.string(advice.text)
      writer.name("template")
      writer.string(orNull: advice.template)
      writer.name("fixes")
      writer.array { writer in
        for fix in advice.fixes { writer.fix(fix, places) }
      }
    }
  }

  private mutating func fix(_ fix: Advice.Fix, _ places: Places) {
    object { writer in
      writer.name("safety")
      writer.string(fix.safety.rawValue)
      writer.name("edits")
      writer.array { writer in
        for edit in fix.edits {
          writer.object { writer in
            writer.range(places.text(of: edit.range))
            writer.name("text")
            writer.string(edit.text)
          }
        }
      }
    }
  }
}
