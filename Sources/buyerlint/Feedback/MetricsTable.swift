internal import Feedback

/// Figures as a table for spreadsheets: a row for each window.
enum MetricsTable {
  static func table(_ metrics: Metrics) -> [UInt8] {
    let causes = metrics.causes.map(\.cause.rawValue)
    var table = CommaTable(
      ["window", "total"] + Metrics.parts.flatMap { [$0.name, "\($0.name)_percent"] } + ["stars"]
        + Metrics.parts.map { "\($0.name)_if_granted" } + causes.map { "cause_\($0)" })
    for window in Metrics.Window.allCases {
      let counts = metrics.figures(window).counts
      let granted = metrics.granted(window)
      var row = [window.key, "\(counts.total)"]
      for (_, path) in Metrics.parts {
        row += ["\(counts[keyPath: path])", metrics.percent(path, of: counts).map(String.init) ?? ""]
      }
      row.append(metrics.mean(of: counts).map(Hundredths.text) ?? "")
      row += Metrics.parts.map { "\(granted[keyPath: $0.path])" }
      row += metrics.causes.map { "\($0.count(window))" }
      table.append(row)
    }
    return table.bytes
  }
}
