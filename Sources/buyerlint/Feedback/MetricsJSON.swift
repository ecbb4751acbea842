internal import Feedback
internal import Reporting

/// Figures for machines.
enum MetricsJSON {
  /// One object on one line.
  static func object(_ report: MetricsReport) -> [UInt8] {
    let metrics = report.metrics
    var writer = JSONWriter()
    writer.object { writer in
      writer.name("as_of")
      writer.string(metrics.asOf.description)
      writer.name("coverage")
      writer.string(metrics.isPartial ? "negative-and-neutral-only" : "complete")
      writer.name("windows")
      writer.object { writer in
        for window in Metrics.Window.allCases {
          let figures = metrics.figures(window)
          writer.name(window.key)
          writer.object { writer in
            append(figures.counts, metrics, to: &writer)
            writer.name("before")
            if window == .lifetime { writer.null() } else { writer.object { append(figures.before, metrics, to: &$0) } }
            writer.name("trend")
            append(trend: figures, metrics, isLifetime: window == .lifetime, to: &writer)
          }
        }
      }
      writer.name("causes")
      writer.object { writer in
        for cause in metrics.causes { append(cause, to: &writer) }
      }
      writer.name("months")
      writer.array { writer in
        for (month, counts) in metrics.months {
          writer.object { writer in
            writer.name("month")
            writer.string(month)
            for (name, path) in Metrics.parts {
              writer.name(name)
              writer.number(counts[keyPath: path])
            }
          }
        }
      }
      writer.name("odr")
      append(metrics.defects, to: &writer)
      writer.name("if_granted")
      writer.object { writer in
        writer.name("requests")
        writer.number(metrics.requests)
        writer.name("windows")
        writer.object { writer in
          for window in Metrics.Window.allCases {
            writer.name(window.key)
            writer.object { append(metrics.granted(window), metrics, to: &$0) }
          }
        }
      }
      writer.name("after_as_of")
      writer.number(metrics.later)
      ReadingNotes.append(report.collection, malformed: report.malformed, to: &writer)
    }
    return writer.finish() + [UInt8(ascii: "\n")]
  }

  private static func append(_ counts: Counts, _ metrics: Metrics, to writer: inout JSONWriter) {
    writer.name("total")
    writer.number(counts.total)
    for (name, path) in Metrics.parts {
      writer.name(name)
      writer.object { writer in
        writer.name("count")
        writer.number(counts[keyPath: path])
        writer.name("percent")
        writer.number(orNull: metrics.percent(path, of: counts))
      }
    }
    writer.name("stars")
    writer.hundredths(orNull: metrics.mean(of: counts))
  }

  private static func append(
    trend figures: Metrics.Figures, _ metrics: Metrics, isLifetime: Bool, to writer: inout JSONWriter
  ) {
    if isLifetime { return writer.null() }
    writer.object { writer in
      for (name, path) in Metrics.parts {
        writer.name(name)
        writer.number(orNull: metrics.trend(path, figures))
      }
    }
  }

  private static func append(_ cause: CauseFigures, to writer: inout JSONWriter) {
    writer.name(cause.cause.rawValue)
    writer.object { writer in
      for window in Metrics.Window.allCases {
        writer.name(window.key)
        writer.number(cause.count(window))
      }
      writer.name("examples")
      writer.array { writer in
        for example in cause.examples { writer.string(example) }
      }
    }
  }

  private static func append(_ defects: DefectShare?, to writer: inout JSONWriter) {
    guard let defects else { return writer.null() }
    writer.object { writer in
      writer.name("days")
      writer.number(DefectShare.days)
      writer.name("orders")
      writer.number(defects.orders)
      writer.name("negative")
      writer.number(defects.negative)
      writer.name("percent")
      writer.hundredths(orNull: defects.hundredthsOfPercent(defects.negative))
      writer.name("percent_if_granted")
      writer.hundredths(orNull: defects.hundredthsOfPercent(defects.negativeIfGranted))
    }
  }
}

extension JSONWriter {
  fileprivate mutating func hundredths(orNull number: Int?) {
    if let number { raw(Array(Hundredths.text(number).utf8)) } else { null() }
  }
}
