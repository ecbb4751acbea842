internal import Feedback
internal import Reporting

/// Figures for people at a terminal.
enum MetricsText {
  /// The columns of the longest bar.
  private static let barWidth = 40

  static func text(_ report: MetricsReport) -> [UInt8] {
    let metrics = report.metrics
    var bytes: [UInt8] = []
    bytes.line("Feedback as of \(metrics.asOf): \(ReadingNotes.summary(report.collection))")
    if metrics.later > 0 { bytes.line("\(metrics.later) of later days left out") }
    bytes.line("")
    bytes.line("                total       positive        neutral       negative   stars   negative before")
    for window in Metrics.Window.allCases { bytes.line(line(window, metrics)) }
    if metrics.isPartial {
      bytes.line("No percentages: there is no entry with 4 or 5 stars. If that is all feedback, say `--complete`.")
    }
    appendMonths(metrics, to: &bytes)
    appendCauses(metrics, to: &bytes)
    appendGranted(metrics, to: &bytes)
    return bytes
  }

  private static func line(_ window: Metrics.Window, _ metrics: Metrics) -> String {
    let figures = metrics.figures(window)
    var line = window.title.padded(to: 14) + "\(figures.counts.total)".aligned(to: 7)
    for (_, path) in Metrics.parts { line += share(path, figures.counts, metrics).aligned(to: 15) }
    line += (metrics.mean(of: figures.counts).map(Hundredths.text) ?? "-").aligned(to: 8)
    return line + (window == .lifetime ? "" : share(\.negative, figures.before, metrics).aligned(to: 18))
  }

  /// `12  34 %`.
  private static func share(_ part: KeyPath<Counts, Int>, _ counts: Counts, _ metrics: Metrics) -> String {
    let percent = metrics.percent(part, of: counts).map { "\($0) %" } ?? ""
    return "\(counts[keyPath: part])" + percent.aligned(to: 7)
  }

  private static func appendMonths(_ metrics: Metrics, to bytes: inout [UInt8]) {
    let most = metrics.months.map(\.counts.total).max() ?? 0
    guard most > 0 else { return }
    bytes.line("")
    bytes.line("By month      # negative   + neutral   . positive")
    for (month, counts) in metrics.months {
      let signs = [("#", counts.negative), ("+", counts.neutral), (".", counts.positive)]
      // What is there has a sign at least.
      let bar = signs.map { sign, count in
        String(repeating: sign, count: count == 0 ? 0 : max(1, count * barWidth / most))
      }.joined()
      bytes.line("\(month.padded(to: 14))\(bar)\(bar.isEmpty ? "" : " ")\(counts.total)")
    }
  }

  private static func appendCauses(_ metrics: Metrics, to bytes: inout [UInt8]) {
    guard !metrics.causes.isEmpty else { return }
    bytes.line("")
    bytes.line("Causes".padded(to: 18) + Metrics.Window.allCases.map { $0.title.aligned(to: 10) }.joined())
    for cause in metrics.causes {
      let counts = Metrics.Window.allCases.map { "\(cause.count($0))".aligned(to: 10) }.joined()
      bytes.line(cause.cause.rawValue.padded(to: 18) + counts)
      for example in cause.examples { bytes.line("    “\(example)”") }
    }
  }

  private static func appendGranted(_ metrics: Metrics, to bytes: inout [UInt8]) {
    if metrics.requests > 0 {
      let verb = metrics.requests == 1 ? "request that is suggested was" : "requests that are suggested were"
      bytes.line("")
      bytes.line("If \(metrics.requests == 1 ? "the" : "all") \(metrics.requests) \(verb) granted:")
      for window in Metrics.Window.allCases {
        let counts = metrics.granted(window)
        bytes.line(
          window.title.padded(to: 14) + "\(counts.total)".aligned(to: 7)
            + Metrics.parts.map { share($0.path, counts, metrics).aligned(to: 15) }.joined())
      }
    }
    guard let defects = metrics.defects else { return }
    bytes.line("")
    let now = defects.hundredthsOfPercent(defects.negative).map(Hundredths.text) ?? "-"
    let granted = defects.hundredthsOfPercent(defects.negativeIfGranted).map(Hundredths.text) ?? "-"
    bytes.line(
      "Of \(defects.orders) orders of \(DefectShare.days) days \(defects.negative) have negative feedback, which adds "
        + "\(now) % to the order defect rate, and \(granted) % if all were granted")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - utf8.count))
  }

  fileprivate func aligned(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - utf8.count)) + self
  }
}
