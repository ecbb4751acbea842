internal import Feedback
internal import Reporting

/// Figures as a page for a browser.
enum MetricsPage {
  static func page(_ report: MetricsReport) -> [UInt8] {
    let metrics = report.metrics
    let counts = metrics.figures(.year).counts
    let share = metrics.percent(\.positive, of: counts).map { ", \($0) % positive" } ?? ""
    var bytes: [UInt8] = []
    FeedbackPage.appendHead(
      "Feedback as of \(metrics.asOf)",
      "\(counts.total) in 365 days\(share), \(counts.negative) negative, \(counts.neutral) neutral", to: &bytes)
    bytes.element("p", "\(ReadingNotes.summary(report.collection)).")
    if metrics.isPartial {
      bytes.element("p", "No percentages: the files hold no entry with 4 or 5 stars.")
    }
    appendWindows(metrics, to: &bytes)
    bytes.html("<section>\n<h2>By month</h2>\n")
    bytes.html(
      "<p><span class=\"key good\"></span> positive <span class=\"key fair\"></span> neutral "
        + "<span class=\"key bad\"></span> negative</p>\n")
    MonthPlot.append(metrics.months, to: &bytes)
    bytes.html("</section>\n")
    appendCauses(metrics, to: &bytes)
    appendGranted(metrics, to: &bytes)
    FeedbackPage.appendTail(report.collection, malformed: report.malformed, to: &bytes)
    return bytes
  }

  private static func appendWindows(_ metrics: Metrics, to bytes: inout [UInt8]) {
    bytes.html("<section>\n<h2>Windows</h2>\n<table class=\"shares\">\n<thead><tr><th scope=\"col\">window</th>")
    for title in ["total", "positive", "neutral", "negative", "stars", "negative before"] {
      bytes.html("<th scope=\"col\">\(title)</th>")
    }
    bytes.html("</tr></thead>\n<tbody>\n")
    for window in Metrics.Window.allCases {
      let figures = metrics.figures(window)
      bytes.html("<tr><th scope=\"row\">\(window.title)</th><td>\(figures.counts.total)</td>")
      for (_, path) in Metrics.parts { bytes.html("<td>\(share(path, figures.counts, metrics))</td>") }
      bytes.html("<td>\(metrics.mean(of: figures.counts).map(Hundredths.text) ?? "–")</td>")
      bytes.html("<td>\(window == .lifetime ? "" : share(\.negative, figures.before, metrics))</td></tr>\n")
    }
    bytes.html("</tbody>\n</table>\n</section>\n")
  }

  private static func share(_ part: KeyPath<Counts, Int>, _ counts: Counts, _ metrics: Metrics) -> String {
    "\(counts[keyPath: part])" + (metrics.percent(part, of: counts).map { " (\($0) %)" } ?? "")
  }

  private static func appendCauses(_ metrics: Metrics, to bytes: inout [UInt8]) {
    guard !metrics.causes.isEmpty else { return }
    bytes.html("<section>\n<h2>Causes of negative and neutral feedback</h2>\n")
    CausePlot.append(metrics.causes, to: &bytes)
    for cause in metrics.causes {
      bytes.element("h3", cause.cause.rawValue)
      let counts = Metrics.Window.allCases.map { "\($0.title): \(cause.count($0))" }.joined(separator: ", ")
      bytes.element("p", counts)
      for example in cause.examples { bytes.element("blockquote", example, "class=\"draft\"") }
    }
    bytes.html("</section>\n")
  }

  private static func appendGranted(_ metrics: Metrics, to bytes: inout [UInt8]) {
    if metrics.requests > 0 {
      bytes.html("<section>\n<h2>If all that is suggested were granted (\(metrics.requests))</h2>\n<ul>\n")
      for window in Metrics.Window.allCases {
        let counts = metrics.granted(window)
        let parts = Metrics.parts.map { "\($0.name) \(share($0.path, counts, metrics))" }.joined(separator: ", ")
        bytes.item("\(window.title): \(parts)")
      }
      bytes.html("</ul>\n</section>\n")
    }
    guard let defects = metrics.defects else { return }
    let now = defects.hundredthsOfPercent(defects.negative).map(Hundredths.text) ?? "–"
    let granted = defects.hundredthsOfPercent(defects.negativeIfGranted).map(Hundredths.text) ?? "–"
    bytes.html("<section>\n<h2>Order defect rate</h2>\n")
    bytes.element(
      "p",
      "Of \(defects.orders) orders of \(DefectShare.days) days \(defects.negative) have negative feedback, which adds "
        + "\(now) % to the rate, and \(granted) % if all were granted.")
    bytes.html("</section>\n")
  }
}
