internal import SourceText

/// Reads suppressions out of comments that are never sent to a buyer: `# buyerlint-allow RULE, ...: REASON`.
///
/// In YAML, PO, .strings and .properties a comment holds for the value behind it, or for the one on its own line. In HTML
/// and Markdown, where comments may be sent, it counts only where that is said to be safe, and holds for all of the document.
enum SuppressionComments {
  private static let marker: StaticString = "buyerlint-allow"

  /// How a kind of document begins its comments; nil where it has none that count.
  private static func openings(_ kind: DocumentKind, _ options: ReadingOptions) -> [StaticString]? {
    switch kind {
    case .yaml: ["#"]
    case .gettext: ["#", "#."]
    case .properties: ["#", "!"]
    case .strings: ["//", "/*"]
    case .html, .markdown: options.commentsAreUnsent ? ["<!--"] : nil
    case .text, .email, .csv, .tsv, .json, .ndjson, .xcstrings: nil
    }
  }

  /// Gives the drafts of a document what its comments say.
  static func read(_ document: inout Document, _ kind: DocumentKind, _ options: ReadingOptions) {
    guard let openings = openings(kind, options) else { return }
    let bytes = document.utf8
    let utf8 = bytes.span
    var at = 0
    while let found = utf8.firstASCII(marker, from: at, end: utf8.count) {
      let end = utf8.lineEnd(from: found, end: utf8.count)
      at = end
      guard isComment(utf8, found, openings, mayFollow: kind == .yaml) else { continue }
      let comment = Comment(utf8, found, end: end)
      switch kind {
      case .html, .markdown: give(comment, to: &document) { _ in true }
      default:
        let places = document.drafts.map { $0.source }
        // Text that only looks like a comment.
        if places.contains(where: { $0.contains(found) }) { continue }
        let line = utf8.lineStart(of: found)..<found
        let held = places.first { line.contains($0.lowerBound) } ?? places.first { $0.lowerBound > found }
        guard let held else { continue }
        // The plural forms of one message stand together.
        let stop = kind == .gettext ? utf8.blankLine(from: held.lowerBound) : held.lowerBound + 1
        give(comment, to: &document) { (held.lowerBound..<stop).contains($0.lowerBound) }
      }
    }
  }

  private static func give(_ comment: Comment, to document: inout Document, where holds: (ByteRange) -> Bool) {
    for index in document.drafts.indices where holds(document.drafts[index].source) {
      document.drafts[index].suppressions += comment.suppressions
    }
  }

  /// Whether nothing stands between the opening of a comment and the marker.
  private static func isComment(
    _ utf8: Span<UInt8>, _ marker: Int, _ openings: [StaticString], mayFollow: Bool
  ) -> Bool {
    let lineStart = utf8.lineStart(of: marker)
    var end = marker
    while end > lineStart, utf8[end - 1].isASCIISpace { end -= 1 }
    return openings.contains { opening in
      let start = end - opening.utf8CodeUnitCount
      guard start >= lineStart, utf8.hasASCII(opening, at: start, end: end) else { return false }
      if mayFollow { return start == lineStart || utf8[start - 1].isASCIISpace }
      return utf8.skipSpaces(from: lineStart, end: end) == start
    }
  }

  /// What one comment says.
  private struct Comment {
    private(set) var suppressions: [DeclaredSuppression] = []

    init(_ utf8: Span<UInt8>, _ start: Int, end lineEnd: Int) {
      var end = lineEnd
      for closing in ["*/", "-->"] as [StaticString] {
        if let close = utf8.firstASCII(closing, from: start, end: end) { end = close }
      }
      while end > start, utf8[end - 1].isASCIISpace { end -= 1 }
      let names = start + marker.utf8CodeUnitCount
      let colon = utf8.firstASCII(":", from: names, end: end) ?? end
      var reason = min(colon + 1, end)
      reason = utf8.skipSpaces(from: reason, end: end)
      for name in utf8.text(names..<colon).split(separator: ",", omittingEmptySubsequences: false) {
        var suppression = DeclaredSuppression(range: start..<end)
        suppression.rule = String(name.filter { $0 != " " && $0 != "\t" })
        suppression.reason = utf8.text(reason..<end)
        suppressions.append(suppression)
      }
    }
  }
}

extension DocumentDraft {
  /// Where its text stands in the document.
  fileprivate var source: ByteRange {
    guard !text.utf8.isEmpty else { return 0..<0 }
    return text.map.source(of: 0..<text.utf8.count)
  }
}

extension Span<UInt8> {
  fileprivate func lineStart(of offset: Int) -> Int {
    var at = offset
    while at > 0, self[at - 1] != 0x0A { at -= 1 }
    return at
  }

  /// The end of the text before the first blank line at or behind an offset.
  fileprivate func blankLine(from offset: Int) -> Int {
    var at = lineEnd(from: offset, end: count)
    while at < count {
      let end = lineEnd(from: at, end: count)
      if skipSpaces(from: at, end: end) == end || self[at] == 0x0A || self[at] == 0x0D { return at }
      at = end
    }
    return count
  }
}
