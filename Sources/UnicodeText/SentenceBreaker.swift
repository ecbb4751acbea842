package import SourceText

/// Finds the ends of sentences (UAX #29) in UTF-8 text.
package struct SentenceBreaker: ~Copyable {
  private var iterator: BoundaryIterator?
  private let abbreviations: Abbreviations

  /// The classes of ASCII, asked of ICU once.
  let asciiClasses = SentenceClass.ascii

  /// A breaker; ICU's iterator is opened with the first text that needs it.
  ///
  /// - Parameter abbreviations: What does not end the sentences that ``sentences(of:)`` gives.
  package init(abbreviations: Abbreviations = Abbreviations()) { self.abbreviations = abbreviations }

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

  /// The sentences of a text as people write it: as ``breaks(of:)``, but neither a line end within a sentence that an
  /// author wrapped by hand ends it, nor an abbreviation, nor an exclamation mark in place of a letter.
  ///
  /// - Throws: An error of ICU's, in practice only when its data cannot be loaded.
  package mutating func sentences(of utf8: Span<UInt8>) throws(ICUError) -> [ByteRange] {
    var sentences: [ByteRange] = []
    var start = 0
    for end in try breaks(of: utf8) {
      if let last = sentences.last, goesOn(utf8, after: last, next: start..<end) {
        sentences[sentences.count - 1] = last.lowerBound..<end
      } else {
        sentences.append(start..<end)
      }
      start = end
    }
    return sentences
  }

  /// Whether a sentence goes on behind what seems to be its end.
  private func goesOn(_ utf8: Span<UInt8>, after last: ByteRange, next: ByteRange) -> Bool {
    // Joined without end, a text of nothing else would be one sentence.
    guard last.count < Self.longestJoined else { return false }
    switch utf8[last.upperBound - 1] {
    case 0x0A, 0x0D: return Self.isWrapped(utf8, after: last, next: next)
    case 0x20, 0xA0: return abbreviations.end(utf8, last)
    case UInt8(ascii: "!"): return Self.isLetter(utf8, last.upperBound - 1, in: last.lowerBound..<next.upperBound)
    default: return false
    }
  }

  private static let longestJoined = 4_000

  /// Whether the exclamation mark at an offset stands for a letter, as in "b!tch" and not as in "Hello!Thanks".
  private static func isLetter(_ utf8: Span<UInt8>, _ at: Int, in range: ByteRange) -> Bool {
    guard at > range.lowerBound, at + 1 < range.upperBound else { return false }
    let (before, after) = (utf8[at - 1], utf8[at + 1])
    return after &- 0x61 < 26 ? (before | 0x20) &- 0x61 < 26 : after &- 0x41 < 26 && before &- 0x41 < 26
  }

  /// Whether a line end between two stretches only wraps a long line: what follows goes on in lower case.
  private static func isWrapped(_ utf8: Span<UInt8>, after line: ByteRange, next: ByteRange) -> Bool {
    guard line.count >= 40, (utf8[next.lowerBound] &- 0x61) < 26 else { return false }
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
