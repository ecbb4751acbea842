package import Linting
internal import SourceText
internal import Synchronization

/// One page for a browser or a printer that needs nothing else: counts, drafts with their findings marked, rules.
///
/// Drafts are held until the counts above them are known; of very many only the first are shown, and the page says so.
package final class HTMLReporter: Reporter {
  private let describe: @Sendable (String) -> RuleDescription?
  private let version: String
  private let state = Mutex(State())

  private struct State {
    var drafts: [UInt8] = []
    var shown = 0
    var files: [String: Int] = [:]
  }

  /// Stands for the number of the draft, until it is known; text never holds it.
  private static let number: UInt8 = 0

  /// Stands before each draft.
  private static let begin: UInt8 = 1

  private static let mostDrafts = 2_000
  private static let mostFiles = 50

  /// Bytes of a draft that are shown before the first and behind the last finding, and at most.
  private static let context = 400
  private static let longest = 8_000

  /// A reporter for a version of the program that asks `describe` for what the catalogue says of a rule.
  package init(version: String, describe: @escaping @Sendable (String) -> RuleDescription?) {
    self.version = version
    self.describe = describe
  }

  package var head: [UInt8] { [] }
  package var separator: [UInt8] { [] }
  package var tellsProblems: Bool { true }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) {
    guard case .checked(let checked) = report.outcome else { return }
    let findings = report.findings()
    guard !findings.isEmpty else { return }
    state.withLock { $0.files[report.origin.plainPath, default: 0] += findings.count }
    bytes.append(Self.begin)
    bytes.append("<article aria-labelledby=\"d\0\">\n<h3 id=\"d\0\"><bdi>")
    bytes.append(html: report.origin.plainPath)
    bytes.append("</bdi>")
    if let part = report.origin.part {
      bytes.append(" <small>(<bdi>")
      bytes.append(html: part)
      bytes.append("</bdi>)</small>")
    }
    bytes.append("</h3>\n")
    var number = 0
    for (text, title) in [(checked.subject, "Subject"), (checked.text, "Text")] {
      guard let text, !text.items.isEmpty else { continue }
      bytes.append("<div class=\"draft\" dir=\"auto\" role=\"group\" aria-label=\"\(title)\"")
      if let language = checked.language { bytes.append(" lang=\"\(language)\"") }
      bytes.append(">")
      Self.append(text, to: &bytes)
      bytes.append("</div>\n")
    }
    bytes.append("<ol>\n")
    for found in findings {
      number += 1
      Self.append(found, to: &bytes)
    }
    bytes.append("</ol>\n</article>\n")
  }

  package func absorb(_ bytes: [UInt8]) -> [UInt8] {
    state.withLock { state in
      for byte in bytes {
        if byte == Self.begin {
          state.shown += 1
        } else if state.shown <= Self.mostDrafts {
          if byte == Self.number { state.drafts.append(decimal: state.shown) } else { state.drafts.append(byte) }
        }
      }
    }
    return []
  }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) {
    let state = state.withLock { $0 }
    HTMLPage.appendHead(totals, version, to: &bytes)
    if totals.findings > 0 {
      var families: [String: Int] = [:]
      var rules: [String: Int] = [:]
      for (level, count) in totals.byRule {
        families[String(level.rule.prefix { $0 != "/" }), default: 0] += count
        rules[level.rule, default: 0] += count
      }
      HTMLPage.appendTable("Family", families, to: &bytes)
      HTMLPage.appendTable("Rule", rules, to: &bytes)
      HTMLPage.appendTable("File", state.files, limit: Self.mostFiles, to: &bytes)
    }
    bytes.append("</section>\n")
    HTMLPage.appendProblems(totals, to: &bytes)
    if totals.findings > 0 {
      bytes.append("<section aria-labelledby=\"drafts\">\n<h2 id=\"drafts\">Drafts</h2>\n")
      bytes += state.drafts
      if state.shown > Self.mostDrafts {
        bytes.append("<p>\(state.shown - Self.mostDrafts) further drafts have findings and are not shown.</p>\n")
      }
      bytes.append("</section>\n<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">Rules</h2>\n")
      for id in totals.rules { HTMLPage.appendRule(id, describe(id), to: &bytes) }
      bytes.append("</section>\n")
    }
    bytes.append("</main>\n</body>\n</html>\n")
  }
}

extension HTMLReporter {
  private static func append(_ found: ReportedFinding, to bytes: inout [UInt8]) {
    let finding = found.finding
    bytes.append("<li data-rule=\"\(finding.rule)\" data-level=\"\(finding.severity.name)\"")
    bytes.append(" data-line=\"\(found.start.line)\" data-path=\"")
    bytes.append(html: found.origin.plainPath)
    bytes.append("\"><strong class=\"level \(finding.severity.name)\">\(finding.severity.name)</strong> ")
    bytes.append(html: finding.message)
    if let field = found.field { bytes.append(" (\(field))") }
    bytes.append(": <q><bdi>")
    let words = String(decoding: found.evidence.prefix(300), as: UTF8.self)
    bytes.append(html: found.evidence.count > 300 ? words + "…" : words)
    bytes.append("</bdi></q> <span class=\"place\">line \(found.start.line), column \(found.start.column)</span> ")
    bytes.append("<a href=\"#r-\(anchor(finding.rule))\">\(finding.rule)</a></li>\n")
  }

  static func anchor(_ rule: String) -> String { rule.split(separator: "/").joined(separator: "--") }

  /// The draft, or what of it is around its findings; each piece is marked with the worst that covers it.
  private static func append(_ text: CheckedText, to bytes: inout [UInt8]) {
    let ranges = text.items.map(\.finding.range)
    var start = max(0, (ranges.map(\.lowerBound).min() ?? 0) - context)
    var end = min(text.utf8.count, (ranges.map(\.upperBound).max() ?? 0) + context, start + longest)
    if start < 200 { start = 0 }
    while start > 0, text.utf8[start] & 0xC0 == 0x80 { start -= 1 }
    while end < text.utf8.count, text.utf8[end] & 0xC0 == 0x80 { end += 1 }
    var levels: [Int: [Int]] = [:]
    for item in text.items {
      levels[item.finding.range.lowerBound, default: [0, 0, 0]][Int(item.finding.severity.rawValue)] += 1
      levels[item.finding.range.upperBound, default: [0, 0, 0]][Int(item.finding.severity.rawValue)] -= 1
    }
    var open = [0, 0, 0]
    var at = start
    if start > 0 { bytes.append("… ") }
    for offset in levels.keys.sorted() + [end] {
      if offset > at, at < end {
        let piece = String(decoding: text.utf8[at..<min(offset, end)], as: UTF8.self)
        let worst = open.lastIndex { $0 > 0 }.flatMap { Severity(rawValue: UInt8($0)) }
        if let worst { bytes.append("<mark class=\"\(worst.name)\" title=\"\(worst.name)\">") }
        bytes.append(html: piece)
        if worst != nil { bytes.append("</mark>") }
        at = offset
      }
      for (level, change) in (levels[offset] ?? []).enumerated() { open[level] += change }
    }
    if end < text.utf8.count { bytes.append(" …") }
  }
}
