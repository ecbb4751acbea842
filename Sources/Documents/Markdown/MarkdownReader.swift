internal import SourceText

/// Reads the prose of Markdown, as it is written but for links, HTML, escapes and comments.
///
/// Emphasis stays in the text: its signs are neither words nor do they part any.
struct MarkdownReader {
  private let codeLanguages: Set = ["", "text", "txt", "plain", "plaintext"]
  private var inline: MarkdownInline
  private var prose: [ByteRange] = []
  private var proseStart: Int?
  private var hasNoCommentEnd = false
  private var problems: [DocumentProblem] = []
  private var passedOver = PassedOverCounts()

  /// Reads a document: front matter, and the prose behind it.
  static func read(_ document: inout Document) {
    let bytes = document.utf8
    let utf8 = bytes.span
    let front = FrontMatter(utf8)
    let range = front.end..<utf8.count
    var reader = MarkdownReader(inline: MarkdownInline(MarkdownDefinitions(utf8, in: range), end: range.upperBound))
    reader.split(utf8, range)
    for part in reader.prose { reader.inline.append(utf8, part) }
    var draft = DocumentDraft(text: reader.inline.text, subject: front.subject, attributes: front.attributes)
    draft.suppressions = front.suppressions
    document.drafts.append(draft)
    document.problems += front.problems + reader.problems
    document.passedOver += reader.passedOver
  }

  private init(inline: MarkdownInline) { self.inline = inline }

  // MARK: Blocks

  /// Finds the stretches of prose.
  private mutating func split(_ utf8: Span<UInt8>, _ range: ByteRange) {
    var at = range.lowerBound
    var isInQuotation = false
    while at < range.upperBound {
      let end = utf8.lineEnd(from: at, end: range.upperBound)
      let start = utf8.skipSpaces(from: at, end: min(end, at + 3))
      let isQuotation = start < end && utf8[start] == UInt8(ascii: ">")
      if isQuotation {
        endProse(at)
        if !isInQuotation { passedOver.quotations += 1 }
        at = end
      } else if let fence = MarkdownFence(utf8, line: at..<end) {
        endProse(at)
        at = block(utf8, fence, line: at..<end, range)
      } else {
        at = line(utf8, at..<end, range)
      }
      isInQuotation = isQuotation
    }
    endProse(range.upperBound)
  }

  private mutating func endProse(_ end: Int) {
    if let start = proseStart, start < end { prose.append(start..<end) }
    proseStart = nil
  }

  /// Takes in a line that is neither fence nor quotation, and answers where to go on.
  private mutating func line(_ utf8: Span<UInt8>, _ line: ByteRange, _ range: ByteRange) -> Int {
    if proseStart == nil { proseStart = line.lowerBound }
    guard let start = utf8.firstASCII("<!--", from: line.lowerBound, end: line.upperBound) else {
      return line.upperBound
    }
    guard !hasNoCommentEnd, let end = utf8.firstASCII("-->", from: start + 4, end: range.upperBound) else {
      if !hasNoCommentEnd {
        problems.append(DocumentProblem("the comment that begins here is not closed with `-->`", at: start))
      }
      hasNoCommentEnd = true
      return line.upperBound
    }
    endProse(start)
    return end + 3
  }

  /// Takes in a fenced block.
  private mutating func block(
    _ utf8: Span<UInt8>, _ fence: MarkdownFence, line: ByteRange, _ range: ByteRange
  ) -> Int {
    let isProse = codeLanguages.contains(fence.language)
    var at = line.upperBound
    let start = at
    while at < range.upperBound {
      let end = utf8.lineEnd(from: at, end: range.upperBound)
      if fence.isClosed(utf8, by: at..<end) {
        if isProse, start < at { prose.append(start..<at) } else { passedOver.code += 1 }
        return end
      }
      at = end
    }
    problems.append(DocumentProblem("the block that begins here is not closed", at: line.lowerBound))
    if isProse, start < at { prose.append(start..<at) } else { passedOver.code += 1 }
    return at
  }
}

/// The line that begins a fenced block.
struct MarkdownFence {
  /// The first word behind the fence, in lower case.
  let language: String
  private let mark: UInt8
  private let length: Int

  /// The fence that a line is, if it is one.
  init?(_ utf8: Span<UInt8>, line: ByteRange) {
    let start = utf8.skipSpaces(from: line.lowerBound, end: min(line.upperBound, line.lowerBound + 3))
    guard start < line.upperBound, utf8[start] == UInt8(ascii: "`") || utf8[start] == UInt8(ascii: "~") else {
      return nil
    }
    mark = utf8[start]
    var at = start
    while at < line.upperBound, utf8[at] == mark { at += 1 }
    length = at - start
    guard length >= 3 else { return nil }
    at = utf8.skipSpaces(from: at, end: line.upperBound)
    let word = at
    while at < line.upperBound, !utf8[at].isASCIISpace, utf8[at] != UInt8(ascii: "{") { at += 1 }
    language = utf8.text(word..<at).lowercased()
    // A backtick on the same line makes it code inside a line.
    while at < line.upperBound, mark == UInt8(ascii: "`") {
      if utf8[at] == mark { return nil }
      at += 1
    }
    if language.utf8.contains(mark) { return nil }
  }

  func isClosed(_ utf8: Span<UInt8>, by line: ByteRange) -> Bool {
    var at = utf8.skipSpaces(from: line.lowerBound, end: min(line.upperBound, line.lowerBound + 3))
    let start = at
    while at < line.upperBound, utf8[at] == mark { at += 1 }
    guard at - start >= length else { return false }
    while at < line.upperBound {
      guard utf8[at].isASCIISpace else { return false }
      at += 1
    }
    return true
  }
}

/// The labels of `[label]: address` lines, in lower case.
struct MarkdownDefinitions {
  private var labels: Set<String> = []

  init(_ utf8: Span<UInt8>, in range: ByteRange) {
    var at = range.lowerBound
    while at < range.upperBound {
      let end = utf8.lineEnd(from: at, end: range.upperBound)
      let start = utf8.skipSpaces(from: at, end: min(end, at + 3))
      if start < end, utf8[start] == UInt8(ascii: "["), let close = utf8.firstASCII("]:", from: start, end: end) {
        labels.insert(utf8.text((start + 1)..<close).lowercased())
      }
      at = end
    }
  }

  var isEmpty: Bool { labels.isEmpty }

  func contains(_ label: String) -> Bool { labels.contains(label.lowercased()) }
}

extension Span<UInt8> {
  /// Where the line that holds an offset ends, with its line feed.
  func lineEnd(from start: Int, end: Int) -> Int {
    LineFeeds.first(in: self, from: start).map { Swift.min($0 + 1, end) } ?? end
  }

  func skipSpaces(from start: Int, end: Int) -> Int {
    var at = start
    while at < end, self[at] == 0x20 || self[at] == 0x09 { at += 1 }
    return at
  }
}
