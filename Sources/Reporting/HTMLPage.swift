internal import Linting

/// The parts of the page that are no drafts.
package enum HTMLPage {
  /// The start of a page, up to what its header says.
  package static func opening(title: String, style: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="color-scheme" content="light dark">
    <title>buyerlint: \(title)</title>
    <style>
    \(style)</style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the report</a>
    <header>
    """
  }

  static func appendHead(_ totals: Totals, _ version: String, to bytes: inout [UInt8]) {
    bytes.append(
      """
      \(opening(title: totals.summary, style: style))
      <h1>What buyers would read</h1>
      <p class="summary">\(totals.summary)</p>
      <p>\(notice)</p>
      <p class="place">Written by buyerlint \(version).</p>
      </header>
      <main id="main" tabindex="-1">
      <section aria-labelledby="summary">
      <h2 id="summary">Summary</h2>

      """)
    bytes.append("<dl class=\"counts\">\n")
    let counts = [
      ("errors", "error", totals.errors), ("warnings", "warning", totals.warnings), ("info", "info", totals.infos),
    ]
    for (name, level, count) in counts {
      bytes.append("<div><dt><span class=\"level \(level)\">\(name)</span></dt><dd>\(count)</dd></div>\n")
    }
    bytes.append("<div><dt>drafts</dt><dd>\(totals.checked)</dd></div>\n</dl>\n")
  }

  /// A table of counts, the most frequent first, with a bar for each.
  static func appendTable(_ title: String, _ counts: [String: Int], limit: Int = .max, to bytes: inout [UInt8]) {
    let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let most = max(1, rows.first?.value ?? 1)
    bytes.append("<table>\n<caption>By \(title.lowercased())</caption>\n<thead><tr><th scope=\"col\">\(title)</th>")
    bytes.append("<th scope=\"col\">Findings</th></tr></thead>\n<tbody>\n")
    for (name, count) in rows.prefix(limit) {
      bytes.append("<tr><th scope=\"row\"><bdi>")
      bytes.append(html: name)
      let share = max(1, count * 100 / most)
      bytes.append("</bdi></th><td><span class=\"bar\" style=\"width:\(share)%\"></span>")
      bytes.append("<span class=\"count\">\(count)</span></td></tr>\n")
    }
    bytes.append("</tbody>\n</table>\n")
    if rows.count > limit {
      let rest = rows.dropFirst(limit).reduce(0) { $0 + $1.value }
      bytes.append("<p>\(rows.count - limit) more have \(rest) findings.</p>\n")
    }
  }

  static func appendProblems(_ totals: Totals, to bytes: inout [UInt8]) {
    guard totals.failed > 0 || totals.unchecked > 0 else { return }
    bytes.append("<section aria-labelledby=\"problems\">\n<h2 id=\"problems\">Not checked</h2>\n<ul>\n")
    for problem in totals.problems {
      bytes.append("<li><bdi>")
      bytes.append(html: problem.path + (problem.line.map { ":\($0)" } ?? ""))
      bytes.append("</bdi>: ")
      bytes.append(html: problem.message)
      bytes.append("</li>\n")
    }
    if totals.failed > totals.problems.count {
      bytes.append("<li>\(totals.failed - totals.problems.count) more</li>\n")
    }
    for (language, count) in totals.uncheckedByLanguage.sorted(by: { $0.key < $1.key }) {
      bytes.append("<li>\(count) with text in \(language), not checked in full</li>\n")
    }
    if totals.undecodable > 0 { bytes.append("<li>\(totals.undecodable) not text throughout</li>\n") }
    bytes.append("</ul>\n</section>\n")
  }

  static func appendRule(_ id: String, _ rule: RuleDescription?, to bytes: inout [UInt8]) {
    bytes.append("<article class=\"rule\" id=\"r-\(HTMLReporter.anchor(id))\">\n<h3>\(id)</h3>\n")
    if let rule {
      for (name, text) in [("", rule.summary), ("Why: ", rule.why), ("Instead: ", rule.instead)] where !text.isEmpty {
        bytes.append("<p>\(name)")
        bytes.append(html: text)
        bytes.append("</p>\n")
      }
      if !rule.sources.isEmpty {
        bytes.append("<ul>\n")
        for source in rule.sources {
          bytes.append("<li>")
          bytes.append(html: source.citation)
          bytes.append("</li>\n")
        }
        bytes.append("</ul>\n")
      }
    }
    bytes.append("</article>\n")
  }

  /// Texts and marks have a contrast of at least 4.5 to 1 in both schemes; marks are underlined too, for print without colours.
  package static let style = """
    :root { color-scheme: light dark; --fg: #1b1b1b; --bg: #fff; --soft: #555; --line: #c8c8c8; --bar: #3b6ea8;
      --link: #0b4fa0; --ef: #5c0a05; --eb: #ffd9d6; --wf: #4a3200; --wb: #ffe9b8; --if: #0b2f66; --ib: #d6e6ff; }
    @media (prefers-color-scheme: dark) { :root { --fg: #e8e8e8; --bg: #16181c; --soft: #b5b5b5; --line: #474b52;
      --bar: #7fb0e8; --link: #9cc8ff; --ef: #ffe1de; --eb: #5c1a16; --wf: #ffefc4; --wb: #4f3a06; --if: #dcebff;
      --ib: #123a6b; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--fg);
      background: var(--bg); overflow-wrap: anywhere; }
    h1, h2, h3 { line-height: 1.25; }
    h2 { border-bottom: 1px solid var(--line); margin-top: 2rem; }
    a { color: var(--link); }
    a:focus, main:focus { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; background: var(--bg); padding: .5rem; }
    .summary { font-size: 1.25rem; font-weight: 600; }
    .place, small { color: var(--soft); }
    .counts { display: flex; flex-wrap: wrap; gap: 1rem; margin: 0; }
    .counts div { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem; }
    .counts dd { margin: 0; font-size: 1.5rem; font-weight: 600; }
    table { width: 100%; border-collapse: collapse; margin: 1.5rem 0; table-layout: fixed; }
    caption { text-align: start; font-weight: 600; }
    th, td { text-align: start; font-weight: normal; padding: .25rem .5rem; border-bottom: 1px solid var(--line); }
    thead th { font-weight: 600; }
    td { position: relative; padding-inline-end: 4rem; }
    .bar { display: inline-block; height: .8rem; background: var(--bar); vertical-align: middle; }
    .count { position: absolute; right: .5rem; }
    .draft { white-space: pre-wrap; unicode-bidi: plaintext; border: 1px solid var(--line); border-radius: .5rem; padding: .75rem; margin: .5rem 0; }
    article { margin: 1.5rem 0; break-inside: avoid; }
    .level, mark { border-radius: .2rem; padding: 0 .2rem; }
    mark { text-decoration: underline; text-decoration-thickness: 2px; print-color-adjust: exact; }
    .error { color: var(--ef); background: var(--eb); }
    .warning { color: var(--wf); background: var(--wb); text-decoration-style: dashed; }
    .info { color: var(--if); background: var(--ib); text-decoration-style: dotted; }
    @media print { .skip { display: none; } body { max-width: none; } }

    """
}
