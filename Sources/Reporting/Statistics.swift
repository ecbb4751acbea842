internal import Linting

extension Totals {
  /// How often each rule and each family was found, the most frequent first, in two tables.
  package var statistics: String {
    var byFamily: [String: Int] = [:]
    for (level, count) in byRule { byFamily[String(level.rule.prefix { $0 != "/" }), default: 0] += count }
    let rules = byRule.map { ($0.value, "\($0.key.severity.name.padded(to: 9))\($0.key.rule)") }
    let width = String(findings).utf8.count
    func table(_ title: String, _ rows: [(Int, String)]) -> String {
      let sorted = rows.sorted { ($1.0, $0.1) < ($0.0, $1.1) }
      let lines = sorted.map { count, name in
        "  \(String(repeating: " ", count: width - String(count).utf8.count))\(count)  \(name)\n"
      }
      return "\(title):\n\(lines.joined())"
    }
    if byRule.isEmpty { return "no findings to count\n" }
    return table("findings by rule", rules) + table("findings by family", byFamily.map { ($0.value, $0.key) })
  }
}

extension String {
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - utf8.count)) }
}
