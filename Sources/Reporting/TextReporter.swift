package import Linting
internal import SourceText

/// A report for people: what is wrong, the words, why, who says so, and what to do instead.
package struct TextReporter: Reporter {
  private let palette: Palette
  private let hasSummary: Bool
  private let describe: @Sendable (String) -> RuleDescription?

  /// A reporter that asks `describe` for what the catalogue says of a rule; without a summary it writes findings alone.
  package init(
    _ palette: Palette, hasSummary: Bool = true, describe: @escaping @Sendable (String) -> RuleDescription?
  ) {
    self.palette = palette
    self.hasSummary = hasSummary
    self.describe = describe
  }

  package var head: [UInt8] { [] }
  package var separator: [UInt8] { [] }
  package var tellsProblems: Bool { false }
  package var tellsAdvice: Bool { true }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) {
    guard case .checked(let checked) = report.outcome else { return }
    append(checked.text, report.origin, field: nil, to: &bytes)
    if let subject = checked.subject { append(subject, report.origin, field: "subject", to: &bytes) }
  }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) {
    if hasSummary { bytes.append("\(totals.summary)\n\(notice)\n") }
  }
}

extension TextReporter {
  private func append(_ text: CheckedText, _ origin: Origin, field: String?, to bytes: inout [UInt8]) {
    guard !text.items.isEmpty else { return }
    let places = Places(text)
    let lines = LineIndex(text.utf8.span)
    for item in text.items {
      let finding = item.finding
      let (start, end) = places.source(of: finding.range)
      let number = String(start.line)
      let gutter = String(repeating: " ", count: number.count)
      let bar = palette.paint("|", .frame)
      let title = palette.paint("\(finding.severity.name)[\(finding.rule)]", .severity(finding.severity))
      bytes.append("\(title)\(palette.paint(": \(finding.message)", .strong))\n")
      bytes.append("\(gutter)\(palette.paint("-->", .frame)) ")
      bytes.append(visible: origin.path)
      bytes.append(":\(start.line):\(start.column)")
      appendNote(origin, field, to: &bytes)
      let line = lines.line(of: finding.range.lowerBound)
      let excerpt = Excerpt(finding.range, content: lines.content(ofLine: line, in: text.utf8.span), in: text.utf8.span)
      bytes.append("\n\(gutter) \(bar)\n\(palette.paint(number, .frame)) \(bar) ")
      bytes.append(contentsOf: excerpt.line)
      bytes.append("\n\(gutter) \(bar) \(String(repeating: " ", count: excerpt.indentation))")
      bytes.append(palette.paint(String(repeating: "^", count: max(1, excerpt.width)), .severity(finding.severity)))
      if excerpt.isCut {
        bytes.append(" … to \(end.line):\(end.column)")
      }
      bytes.append("\n")
      appendReasons(item, indentation: "\(gutter) ", to: &bytes)
      bytes.append("\n")
    }
  }

  /// Says which draft it is where the path alone does not.
  private func appendNote(_ origin: Origin, _ field: String?, to bytes: inout [UInt8]) {
    var notes: [String] = []
    switch origin {
    case .document(_, let draft):
      if let draft { notes.append(draft) }
    case .record(let record):
      if !record.id.isEmpty { notes.append("id " + String(decoding: record.id, as: UTF8.self)) }
    }
    if let field { notes.append(field) }
    if notes.isEmpty { return }
    bytes.append(" (")
    bytes.append(visible: notes.joined(separator: ", "))
    bytes.append(")")
  }

  private func appendReasons(_ item: ReportItem, indentation: String, to bytes: inout [UInt8]) {
    func append(_ name: String, _ text: String, to bytes: inout [UInt8]) {
      guard !text.isEmpty else { return }
      bytes.append("\(indentation)\(palette.paint("= \(name):", .frame)) ")
      bytes.append(visible: text)
      bytes.append("\n")
    }
    let rule = describe(item.finding.rule)
    if item.finding.isDisguised { append("note", "the words are disguised", to: &bytes) }
    if let rule {
      append("why", rule.why, to: &bytes)
      for source in rule.sources { append("policy", source.citation, to: &bytes) }
    }
    if let advice = item.advice {
      append("instead", advice.text, to: &bytes)
      if let template = advice.template, let command = advice.command {
        append("help", "the template `\(template)` fits: \(command)", to: &bytes)
      }
    } else if let rule {
      append("instead", rule.instead, to: &bytes)
    }
  }
}

extension PolicySource {
  /// Who says so, in one line.
  ///
  /// Only a page of the marketplace's or the law's own is cited as its word.
  package var citation: String {
    let place = document + (section.map { ", \($0)" } ?? "")
    let address = address.map { " <\($0)>" } ?? ""
    return switch standing {
    case .official: "\(place)\(address) (official\(readDate))"
    // Where only copies were read there is no address, and nobody else to name.
    case .secondary where self.address == nil: "\(place), as reported by others (secondary\(readDate))"
    case .secondary: "as reported by \(place)\(address) (secondary\(readDate))"
    case .ownReading: "\(place) (own reading)"
    }
  }

  private var readDate: String { read.map { ", read \($0)" } ?? "" }
}

extension Totals {
  /// The findings in words: `3 errors, 1 warning in 2 of 10 drafts`.
  package var summary: String {
    let drafts = checked == 1 ? "draft" : "drafts"
    if findings == 0 { return "no findings in \(checked) \(drafts)" }
    let words = [
      (errors, errors == 1 ? "error" : "errors"), (warnings, warnings == 1 ? "warning" : "warnings"), (infos, "info"),
    ]
    let listed = words.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return "\(listed) in \(withFindings) of \(checked) \(drafts)"
  }
}
