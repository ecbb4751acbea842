internal import SourceText

/// A text of lines, in which white space is shown as browsers do.
struct TextFlow {
  private(set) var text = MappedText()

  /// White space that is shown once something follows.
  private var space: ByteRange?
  private var line: ByteRange?
  private var lineCount = 0

  /// White space between words, which runs of it are one of.
  mutating func space(_ range: ByteRange) { space = (space?.lowerBound ?? range.lowerBound)..<range.upperBound }

  /// The end of a line, or of a paragraph; several at one place are one.
  mutating func line(_ range: ByteRange, blank: Bool = false) {
    lineCount = blank ? 2 : max(lineCount, 1)
    line = range
  }

  mutating func copy(_ range: ByteRange, of document: Span<UInt8>) {
    flush()
    text.copy(range, of: document)
  }

  mutating func append(_ bytes: [UInt8], for range: ByteRange) {
    flush()
    text.append(bytes, for: range)
  }

  private mutating func flush() {
    if let line, !text.utf8.isEmpty {
      text.append([UInt8](repeating: 0x0A, count: lineCount), for: line)
    } else if let space, !text.utf8.isEmpty {
      text.append(0x20, for: space)
    }
    line = nil
    lineCount = 0
    space = nil
  }
}
