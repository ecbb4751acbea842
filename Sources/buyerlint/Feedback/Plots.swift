internal import Feedback
internal import Reporting

/// Bars of months, one beside the other.
enum MonthPlot {
  private static let (width, height, base) = (720, 220, 190)

  static func append(_ months: [(month: String, counts: Counts)], to bytes: inout [UInt8]) {
    let most = max(1, months.map(\.counts.total).max() ?? 1)
    let step = width / max(1, months.count)
    bytes.html("<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\">\n")
    bytes.element("title", "Entries by month, at most \(most)")
    for (index, (month, counts)) in months.enumerated() {
      var top = base
      for (part, style) in [(counts.negative, "bad"), (counts.neutral, "fair"), (counts.positive, "good")]
      where part > 0 {
        // What is there is seen.
        let size = max(2, part * (base - 20) / most)
        top -= size
        bytes.html(
          "<rect class=\"\(style)\" x=\"\(index * step + 6)\" y=\"\(top)\" width=\"\(step - 12)\" height=\"\(size)\">"
            + "<title>\(month): \(counts.negative) negative, \(counts.neutral) neutral, \(counts.positive) positive</title>"
            + "</rect>\n")
      }
      bytes.html("<text x=\"\(index * step + step / 2)\" y=\"\(base + 18)\" text-anchor=\"middle\">\(month)</text>\n")
      if counts.total > 0 {
        bytes.html(
          "<text x=\"\(index * step + step / 2)\" y=\"\(top - 4)\" text-anchor=\"middle\">\(counts.total)</text>\n")
      }
    }
    bytes.html("</svg>\n")
  }
}

/// Bars of causes, one below the other.
enum CausePlot {
  private static let (width, step, start) = (720, 24, 150)

  static func append(_ causes: [CauseFigures], to bytes: inout [UInt8]) {
    let most = max(1, causes.map { $0.count(.lifetime) }.max() ?? 1)
    bytes.html("<svg viewBox=\"0 0 \(width) \(causes.count * step)\" role=\"img\">\n")
    bytes.element("title", "Causes by how often they came")
    for (index, cause) in causes.enumerated() {
      let count = cause.count(.lifetime)
      let size = max(2, count * (width - start - 60) / most)
      let line = index * step
      bytes.html(
        "<text x=\"\(start - 8)\" y=\"\(line + 16)\" text-anchor=\"end\">\(cause.cause.rawValue)</text>"
          + "<rect class=\"plain\" x=\"\(start)\" y=\"\(line + 4)\" width=\"\(size)\" height=\"\(step - 8)\"></rect>"
          + "<text x=\"\(start + size + 6)\" y=\"\(line + 16)\">\(count)</text>\n")
    }
    bytes.html("</svg>\n")
  }
}
