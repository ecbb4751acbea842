package import SourceText

/// Finds the ends of sentences (UAX #29) in UTF-8 text.
package struct SentenceBreaker: ~Copyable {
  private var iterator: BoundaryIterator?

  /// A breaker; ICU's iterator is opened with the first text that needs it.
  package init() {}

  /// The end of each sentence of a text, in order; the last one is the end of the text.
  ///
  /// Lines of ASCII never reach ICU; the answer is the same.
  ///
  /// - Throws: An error of ICU's, in practice only when its data cannot be loaded.
  package mutating func breaks(of utf8: Span<UInt8>) throws(ICUError) -> [Int] {
    var ends: [Int] = []
    ends.reserveCapacity(utf8.count / 64 + 1)
    var start = 0
    while start < utf8.count {
      let other = utf8.firstNonASCII(from: start) ?? utf8.count
      // Every line end ends a sentence, so lines stand alone.
      var asciiEnd = other
      if other < utf8.count {
        while asciiEnd > start, utf8[asciiEnd - 1] != 0x0A { asciiEnd -= 1 }
      }
      if asciiEnd > start { Self.appendASCIIBreaks(of: utf8, start..<asciiEnd, to: &ends) }
      start = asciiEnd
      guard start < utf8.count else { break }
      var lineEnd = other
      while lineEnd < utf8.count, utf8[lineEnd] != 0x0A { lineEnd += 1 }
      if lineEnd < utf8.count { lineEnd += 1 }
      if iterator == nil { iterator = try BoundaryIterator(.sentence) }
      try iterator?.forEachBoundary(in: utf8, start..<lineEnd) { ends.append($0) }
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
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"), 0x0A: return false
    default: return true
    }
  }
}

// MARK: The rules for ASCII

extension SentenceBreaker {
  /// The classes of UAX #29 (Sentence_Break) that ASCII has.
  private enum Class: UInt8 {
    case other
    case separator
    case space
    case lower
    case upper
    case numeric
    case aTerm
    case sTerm
    case close
    case sContinue
  }

  private static let classes: [Class] = (UInt8(0)..<128).map { byte in
    switch byte {
    case 0x0A, 0x0D: .separator
    case 0x09, 0x0B, 0x0C, 0x20: .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .numeric
    case UInt8(ascii: "."): .aTerm
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .sTerm
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      .close
    case UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: ":"): .sContinue
    default: .other
    }
  }

  private static func appendASCIIBreaks(of utf8: Span<UInt8>, _ range: ByteRange, to ends: inout [Int]) {
    var at = range.lowerBound
    let end = range.upperBound
    while at < end {
      let byte = utf8[at]
      at += 1
      guard byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0A || byte == 0x0D {
        // SB3 and SB4.
        if byte == 0x0D, at < end, utf8[at] == 0x0A { at += 1 }
        ends.append(at)
        continue
      }
      at = afterTerminator(utf8, at, end: end, start: range.lowerBound, to: &ends)
    }
    if ends.last != end { ends.append(end) }
  }

  /// Applies SB6 to SB11 after a terminator that ends before `at`, and answers where to go on.
  private static func afterTerminator(
    _ utf8: Span<UInt8>, _ at: Int, end: Int, start: Int, to ends: inout [Int]
  ) -> Int {
    func classOf(_ offset: Int) -> Class? { offset < end ? classes[Int(utf8[offset])] : nil }
    let isATerm = utf8[at - 1] == 0x2E
    guard let next = classOf(at) else { return at }
    if isATerm {
      if next == .numeric { return at }
      if next == .upper, at - 2 >= start {
        let before = classes[Int(utf8[at - 2])]
        if before == .upper || before == .lower { return at }
      }
    }
    var here = at
    while classOf(here) == .close { here += 1 }
    while classOf(here) == .space { here += 1 }
    switch classOf(here) {
    case .separator:
      if utf8[here] == 0x0D, here + 1 < end, utf8[here + 1] == 0x0A { here += 1 }
      ends.append(here + 1)
      return here + 1
    case .sContinue, .aTerm, .sTerm: return here
    case nil: return here
    case .lower where isATerm: return here
    case .other, .close, .space, .lower, .upper, .numeric: break
    }
    if isATerm {
      var ahead = here
      scan: while let next = classOf(ahead) {
        switch next {
        case .lower: return here
        case .upper, .separator, .aTerm, .sTerm: break scan
        case .other, .space, .numeric, .close, .sContinue: ahead += 1
        }
      }
    }
    ends.append(here)
    return here
  }
}
