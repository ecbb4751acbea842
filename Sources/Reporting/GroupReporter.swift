internal import Linting
internal import SourceText
internal import Synchronization
internal import UnicodeText

/// One row for each distinct sentence with findings, or for each value of an echoed member, with how often it comes.
///
/// Memory grows with the distinct rows, up to a bound; what comes first beyond it is counted together.
package final class GroupReporter: Reporter {
  package enum Key: Sendable {
    case sentence
    /// The one member that records echo.
    case echoed
  }

  package enum Style: Sendable {
    case text
    case json
    case ndjson
  }

  /// How many rows are kept.
  private let limit: Int

  private let key: Key
  private let style: Style
  private let state = Mutex(State())

  private struct State {
    var rows: [[UInt8]: Row] = [:]
    var others = 0
  }

  /// What is told of a group.
  fileprivate struct Row {
    /// A sentence as it stands, or a JSON value.
    var shown: [UInt8]
    var count = 0
    var rules: [RuleLevel: Int] = [:]
  }

  /// A reporter that keeps at most `limit` rows.
  package init(_ key: Key, _ style: Style, limit: Int = 100_000) {
    self.key = key
    self.style = style
    self.limit = limit
  }

  package var head: [UInt8] { [] }
  package var separator: [UInt8] { [] }
  package var tellsProblems: Bool { false }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) {
    guard case .checked(let checked) = report.outcome else { return }
    var groups: [(key: [UInt8], shown: [UInt8], rules: [RuleLevel])] = []
    func add(_ key: [UInt8], _ shown: @autoclosure () -> [UInt8], _ finding: Finding) {
      let rule = RuleLevel(rule: finding.rule, severity: finding.severity)
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].rules.append(rule)
      } else {
        groups.append((key, shown(), [rule]))
      }
    }
    switch key {
    case .echoed:
      var value: [UInt8] = []
      if case .record(let record) = report.origin { value = Self.value(of: record.echoed) }
      for finding in checked.findings { add(value, value, finding) }
    case .sentence:
      for text in [checked.text, checked.subject].compactMap({ $0 }) where !text.items.isEmpty {
        let sentences = Self.sentences(of: text)
        for item in text.items {
          let range = sentences.covering(item.finding.range)
          let shown = Self.beginning(of: text.utf8[range])
          add(item.fingerprint.map { Array($0.utf8) } ?? shown, shown, item.finding)
        }
      }
    }
    for group in groups { Self.write(group, to: &bytes) }
  }

  /// Counts what ``append(_:to:)`` wrote, in the order of the input, so that of many it is always the first that are kept.
  package func absorb(_ bytes: [UInt8]) -> [UInt8] {
    state.withLock { state in
      var at = 0
      func field() -> [UInt8] {
        let count = (0..<4).reduce(0) { $0 << 8 | Int(bytes[at + $1]) }
        defer { at += 4 + count }
        return Array(bytes[(at + 4)..<(at + 4 + count)])
      }
      while at < bytes.count {
        let (key, shown, rules) = (field(), field(), field())
        if state.rows[key] == nil {
          guard state.rows.count < limit else {
            state.others += 1
            continue
          }
          state.rows[key] = Row(shown: shown)
        }
        state.rows[key]?.count += 1
        for rule in rules.split(separator: 0x0A) {
          let severity = Severity(rawValue: rule.first.map { $0 - 0x30 } ?? 0) ?? .info
          let level = RuleLevel(rule: String(decoding: rule.dropFirst(), as: UTF8.self), severity: severity)
          state.rows[key]?.rules[level, default: 0] += 1
        }
      }
    }
    return []
  }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) {
    let (rows, others) = state.withLock { ($0.rows, $0.others) }
    let sorted = rows.values.sorted { left, right in
      left.count == right.count ? left.shown.lexicographicallyPrecedes(right.shown) : left.count > right.count
    }
    switch style {
    case .text:
      let width = sorted.first.map { String($0.count).utf8.count } ?? 0
      for row in sorted {
        let count = String(row.count)
        bytes.append(
          "\(String(repeating: " ", count: width - count.utf8.count))\(count)  \(row.worst.name.padded(to: 9))")
        if row.shown.isEmpty { bytes.append("(none)") } else { bytes.append(visible: row.line) }
        bytes.append("  [\(row.ruleNames.joined(separator: ", "))]\n")
      }
      if others > 0 { bytes.append("\(others)  beyond the first \(limit) distinct ones\n") }
    case .json, .ndjson:
      var lines = sorted.map(object)
      if others > 0 { lines.append(Array("{\"others\":\(others)}".utf8)) }
      if style == .json { bytes.append("[\n") }
      for (number, line) in lines.enumerated() {
        bytes += line
        bytes.append(style == .json && number + 1 < lines.count ? ",\n" : "\n")
      }
      if style == .json { bytes.append("]\n") }
    }
  }

  private func object(_ row: Row) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      switch key {
      case .sentence:
        writer.name("sentence")
        writer.string(row.shown.span)
      case .echoed:
        writer.name("key")
        if row.shown.isEmpty { writer.null() } else { writer.raw(row.shown) }
      }
      writer.name("count")
      writer.number(row.count)
      writer.name("severity")
      writer.string(row.worst.name)
      writer.name("rules")
      writer.array { writer in
        for rule in row.ruleNames { writer.string(rule) }
      }
    }
    return writer.finish()
  }
}

extension GroupReporter {
  /// The bytes of a sentence that are kept; the rest is told by the fingerprint alone.
  private static let longestShown = 500

  private static func beginning(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = bytes.drop { $0 <= 0x20 }
    var end = min(bytes.endIndex, bytes.startIndex + longestShown)
    while end < bytes.endIndex, end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    while end > bytes.startIndex, bytes[end - 1] <= 0x20 { end -= 1 }
    return Array(bytes[..<end])
  }

  /// Fields with their lengths before them: the key, what is shown, the rules with their levels.
  private static func write(_ group: (key: [UInt8], shown: [UInt8], rules: [RuleLevel]), to bytes: inout [UInt8]) {
    let rules = group.rules.map { "\($0.severity.rawValue)\($0.rule)\n" }.joined()
    for field in [group.key, group.shown, Array(rules.utf8)] {
      for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: field.count >> shift)) }
      bytes += field
    }
  }

  /// The value in `"name":value`.
  private static func value(of echoed: [UInt8]) -> [UInt8] {
    var at = 1
    while at < echoed.count, echoed[at] != UInt8(ascii: "\"") { at += echoed[at] == UInt8(ascii: "\\") ? 2 : 1 }
    return Array(echoed.dropFirst(at + 2))
  }

  private static func sentences(of text: CheckedText) -> Sentences {
    var breaker = SentenceBreaker()
    // Only where memory runs out does ICU find none; then the words stand for their sentence.
    return Sentences(ranges: (try? breaker.sentences(of: text.utf8.span)) ?? [])
  }

  private struct Sentences {
    let ranges: [ByteRange]

    /// The sentences that a range touches.
    func covering(_ range: ByteRange) -> ByteRange {
      let first = ranges.partitioningIndex { $0.upperBound > range.lowerBound }
      let last = ranges.partitioningIndex { $0.upperBound >= range.upperBound }
      let start = first < ranges.count ? ranges[first].lowerBound : range.lowerBound
      let end = last < ranges.count ? ranges[last].upperBound : range.upperBound
      return min(start, range.lowerBound)..<max(end, range.upperBound)
    }
  }
}

extension GroupReporter.Row {
  fileprivate var worst: Severity { rules.keys.map(\.severity).max() ?? .info }

  fileprivate var ruleNames: [String] { Set(rules.keys.map(\.rule)).sorted() }

  /// The text on one line.
  fileprivate var line: String {
    String(decoding: shown, as: UTF8.self).unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
  }
}
