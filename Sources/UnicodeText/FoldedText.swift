internal import CICU
package import SourceText

/// A text as the lexicons see it, which knows the source bytes that each of its own came from.
///
/// Folding is ICU's NFKC_Casefold, which also takes away invisible characters and bidirectional controls. On top of it
/// the decimal digits of every script become ASCII, the typographic apostrophes become `'`, and marks that only strike
/// through or enclose a letter go. So do those that writers leave out as they like: the dot that tells the Turkish letters
/// i apart, vowel signs, hamza and the lengthening stroke of Arabic, the dot below letters of Hindi.
package struct FoldedText: Sendable {
  /// The folded text.
  package internal(set) var utf8: [UInt8] = []

  /// The stretches that folding changed in length, in order; between them bytes correspond one to one.
  var edits: [Edit] = []

  /// A stretch of the source and the stretch of folded text that it became, in bytes.
  struct Edit: Hashable {
    let source: ByteRange
    let folded: ByteRange
  }

  /// Folds a text, which is UTF-8.
  ///
  /// Only what ``simpleFolding(_:)`` does not know reaches ICU; the answer is the same.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  /// - Throws: An error of ICU's, in practice only when memory runs out.
  package init(_ source: Span<UInt8>) throws(ICUError) {
    utf8.reserveCapacity(source.count)
    try fold(source)
  }

  /// Folds a text by ICU alone, in one piece: what ``init(_:)`` is measured against.
  ///
  /// - Throws: An error of ICU's, in practice only when memory runs out.
  init(byICUAlone source: Span<UInt8>) throws(ICUError) {
    try appendFolded(source, 0..<source.count)
  }

  /// The source bytes that a range of the folded text came from, always whole characters.
  ///
  /// What folded to nothing (a soft hyphen) is in the answer only when the range has folded text on both sides of it.
  ///
  /// - Parameter range: A range of ``utf8``, not empty, that begins and ends between characters.
  /// - Returns: A range of the source, in UTF-8 bytes.
  package func sourceRange(of range: ByteRange) -> ByteRange {
    precondition(!range.isEmpty && range.upperBound <= utf8.count, "no such folded range")
    let start = sourceOffset(of: range.lowerBound, asEnd: false)
    let end = sourceOffset(of: range.upperBound, asEnd: true)
    return start..<max(start, end)
  }

  /// The folded offset of a source offset that stands between characters; one inside a changed stretch answers the
  /// start of what it became.
  package func foldedOffset(of offset: Int) -> Int {
    let index = edits.partitioningIndex { $0.source.upperBound > offset }
    if index < edits.count, edits[index].source.lowerBound <= offset { return edits[index].folded.lowerBound }
    guard index > 0 else { return offset }
    return edits[index - 1].folded.upperBound + (offset - edits[index - 1].source.upperBound)
  }

  /// Whether folding changed no length, so that folded and source offsets are the same.
  package var isAligned: Bool { edits.isEmpty }

  private func sourceOffset(of offset: Int, asEnd: Bool) -> Int {
    // The first edit whose folded text ends after the offset (or, for an end, not before it).
    let index = edits.partitioningIndex { asEnd ? $0.folded.upperBound >= offset : $0.folded.upperBound > offset }
    if index < edits.count {
      let edit = edits[index]
      if asEnd {
        if edit.folded.lowerBound < offset { return edit.source.upperBound }
      } else if edit.folded.lowerBound <= offset {
        return edit.source.lowerBound
      }
    }
    guard index > 0 else { return offset }
    return edits[index - 1].source.upperBound + (offset - edits[index - 1].folded.upperBound)
  }
}
