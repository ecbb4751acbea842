internal import Feedback
internal import Reporting

/// The parts that pages on feedback have in common.
enum FeedbackPage {
  static func appendHead(_ title: String, _ summary: String, to bytes: inout [UInt8]) {
    bytes.html(
      """
      \(HTMLPage.opening(title: title, style: HTMLPage.style + style))
      <h1>\(title)</h1>
      <p class="summary">
      """)
    bytes.append(html: summary)
    bytes.html("</p>\n<p>\(notice)</p>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n")
  }

  /// What was kept aside, and the end of the page.
  static func appendTail(_ collection: FeedbackCollection, malformed: [MalformedRow], to bytes: inout [UInt8]) {
    if !malformed.isEmpty {
      bytes.html("<section>\n<h2>Kept aside</h2>\n<ul>\n")
      for row in malformed { bytes.item("\(row.place.file):\(row.place.line): \(row.reason)") }
      bytes.html("</ul>\n</section>\n")
    }
    if !collection.conflicts.isEmpty {
      bytes.html("<section>\n<h2>Orders that come twice and differ</h2>\n<ul>\n")
      for conflict in collection.conflicts {
        bytes.item(
          "\(conflict.id): \(conflict.kept.file):\(conflict.kept.line) holds, "
            + "not \(conflict.dropped.file):\(conflict.dropped.line)")
      }
      bytes.html("</ul>\n</section>\n")
    }
    bytes.html(
      "<footer><p class=\"place\">Written by buyerlint \(Program.version).</p></footer>\n</main>\n</body>\n</html>\n")
  }

  /// The three parts of a plot differ in lightness, so that they are told apart without colours.
  private static let style = """
    :root { --good: #1d6b45; --fair: #b98a1c; --bad: #8f1f1a; }
    @media (prefers-color-scheme: dark) { :root { --good: #4fb083; --fair: #f0cd75; --bad: #e0685f; } }
    .good { fill: var(--good); } .fair { fill: var(--fair); } .bad { fill: var(--bad); } .plain { fill: var(--bar); }
    svg { width: 100%; height: auto; } svg text { fill: var(--fg); font: 12px system-ui, sans-serif; }
    .shares td { padding-inline-end: .5rem; }
    .entry { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem; }
    .key { display: inline-block; width: .8rem; height: .8rem; } .key.good { background: var(--good); }
    .key.fair { background: var(--fair); } .key.bad { background: var(--bad); }

    """
}

extension [UInt8] {
  /// Appends HTML as it is.
  mutating func html(_ html: String) { append(contentsOf: html.utf8) }

  mutating func item(_ text: String) {
    html("<li><bdi>")
    append(html: text)
    html("</bdi></li>\n")
  }

  /// An element with a text in it.
  mutating func element(_ name: String, _ text: String, _ attributes: String = "") {
    html("<\(name)\(attributes.isEmpty ? "" : " \(attributes)")>")
    append(html: text)
    html("</\(name)>\n")
  }
}
