package import SourceText

/// Finds the ends of sentences (UAX #29) in UTF-8 text.
package struct SentenceBreaker: ~Copyable {
  private var iterator: BoundaryIterator?

  /// The classes of ASCII, asked of ICU once.
  let asciiClasses = SentenceClass.ascii

  /// A breaker; ICU's iterator is opened with the first text that needs it.
  package init() {}

  /// The end of each sentence of a text, in order; the last one is the end of the text.
  ///
  /// Only lines with characters that the rules pass over (combining marks, format characters) reach ICU; the answer is
  /// the same.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  /// - Throws: An error of ICU's, in practice only when its data cannot be loaded.
  package mutating func breaks(of utf8: Span<UInt8>) throws(ICUError) -> [Int] {
    var ends: [Int] = []
    ends.reserveCapacity(utf8.count / 64 + 1)
    var start = 0
    while let lineStart = appendBreaks(of: utf8, from: start, to: &ends) {
      // Every line end ends a sentence, so lines stand alone.
      var lineEnd = lineStart
      while lineEnd < utf8.count, utf8[lineEnd] != 0x0A { lineEnd += 1 }
      if lineEnd < utf8.count { lineEnd += 1 }
      if iterator == nil { iterator = try BoundaryIterator(.sentence) }
      try iterator?.forEachBoundary(in: utf8, lineStart..<lineEnd) { ends.append($0) }
      start = lineEnd
    }
    return ends
  }

  /// The sentences of a text as people write it: as ``breaks(of:)``, but a line end within a sentence that an author
  /// wrapped by hand does not end it.
  ///
  /// - Throws: An error of ICU's, in practice only when its data cannot be loaded.
  package mutating func sentences(of utf8: Span<UInt8>) throws(ICUError) -> [ByteRange] {
    var sentences: [ByteRange] = []
    var start = 0
    for end in try breaks(of: utf8) {
      if let last = sentences.last, Self.isWrapped(utf8, after: last, next: start..<end) {
        sentences[sentences.count - 1] = last.lowerBound..<end
      } else {
        sentences.append(start..<end)
      }
      start = end
    }
    return sentences
  }

  /// Whether a line end between two stretches only wraps a long line: what follows goes on in lower case.
  private static func isWrapped(_ utf8: Span<UInt8>, after line: ByteRange, next: ByteRange) -> Bool {
    guard line.count >= 40, line.count < 4_000, (utf8[next.lowerBound] &- 0x61) < 26 else { return false }
    var end = line.upperBound
    guard utf8[end - 1] == 0x0A else { return false }
    end -= 1
    if end > line.lowerBound, utf8[end - 1] == 0x0D { end -= 1 }
    guard end > line.lowerBound else { return false }
    switch utf8[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"), 0x0A:
      return false
    default: return true
    }
  }
}
