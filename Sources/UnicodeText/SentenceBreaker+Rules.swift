internal import CICU

/// The classes of characters that the rules for sentences tell apart (UAX #29, Sentence_Break).
enum SentenceClass: UInt8 {
  case other
  case separator
  case space
  case lower
  case upper
  /// A letter without case.
  case letter
  case numeric
  case aTerm
  case sTerm
  case close
  case sContinue
  /// A mark or a format character, which the rules pass over.
  case ignored
}

extension SentenceClass {
  /// The class of a scalar, by ICU's word.
  init(_ scalar: UInt32) {
    switch USentenceBreak(UInt32(icu_sentenceBreak(UChar32(bitPattern: scalar)))) {
    case U_SB_SEP, U_SB_CR, U_SB_LF: self = .separator
    case U_SB_SP: self = .space
    case U_SB_LOWER: self = .lower
    case U_SB_UPPER: self = .upper
    case U_SB_OLETTER: self = .letter
    case U_SB_NUMERIC: self = .numeric
    case U_SB_ATERM: self = .aTerm
    case U_SB_STERM: self = .sTerm
    case U_SB_CLOSE: self = .close
    case U_SB_SCONTINUE: self = .sContinue
    case U_SB_EXTEND, U_SB_FORMAT: self = .ignored
    default: self = .other
    }
  }

  /// The classes of ASCII.
  static let ascii: [SentenceClass] = (UInt32(0)..<128).map { SentenceClass($0) }
}

extension SentenceBreaker {
  /// Appends the ends of sentences from a line start on, up to the end of the text or to a line that only ICU can read.
  ///
  /// - Returns: Where that line begins.
  func appendBreaks(of utf8: Span<UInt8>, from start: Int, to ends: inout [Int]) -> Int? {
    var lineStart = start
    var endsBefore = ends.count
    var at = start
    while at < utf8.count {
      at = Self.skippingPlain(utf8, from: at)
      guard at < utf8.count else { break }
      let (scalar, length) = utf8.scalar(at: at)
      at += length
      switch sentenceClass(scalar) {
      case .separator:
        // SB3 and SB4.
        if scalar == 0x0D, at < utf8.count, utf8[at] == 0x0A { at += 1 }
        ends.append(at)
      case .aTerm: at = afterTerminator(utf8, at, length: length, isATerm: true, lineStart: lineStart, to: &ends)
      case .sTerm: at = afterTerminator(utf8, at, length: length, isATerm: false, lineStart: lineStart, to: &ends)
      case .ignored:
        ends.removeLast(ends.count - endsBefore)
        return lineStart
      case .other, .space, .lower, .upper, .letter, .numeric, .close, .sContinue: continue
      }
      if utf8[at - 1] == 0x0A {
        lineStart = at
        endsBefore = ends.count
      }
    }
    if utf8.count > start, ends.last != utf8.count { ends.append(utf8.count) }
    return nil
  }

  /// The first offset from one on whose scalar may end a sentence or be one that the rules pass over.
  private static func skippingPlain(_ utf8: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at < utf8.count {
      switch utf8[at] {
      case 0..<0x80:
        at = utf8.firstEndOrNonASCII(from: at)
        guard at < utf8.count, utf8[at] >= 0x80 else { return at }
      // Latin, Greek and Cyrillic letters from U+00C0 to U+02FF and from U+0380 to U+047F.
      case 0xC3...0xCB, 0xCE...0xD1: at += 2
      // Han, and Hangul up to U+CFFF.
      case 0xE4...0xE9, 0xEB, 0xEC: at += 3
      case 0xE3:
        // Kana; between hiragana and katakana stand marks.
        let scalar = utf8.scalar(at: at).value
        guard (0x3041...0x3096).contains(scalar) || (0x30A1...0x30FE).contains(scalar) else { return at }
        at += 3
      default: return at
      }
    }
    return utf8.count
  }

  private func sentenceClass(_ scalar: UInt32) -> SentenceClass {
    scalar < 0x80 ? asciiClasses[Int(scalar)] : SentenceClass(scalar)
  }

  /// Applies SB6 to SB11 after a terminator that ends before `at`, and answers where to go on.
  private func afterTerminator(
    _ utf8: Span<UInt8>, _ at: Int, length: Int, isATerm: Bool, lineStart: Int, to ends: inout [Int]
  ) -> Int {
    var here = at
    func next() -> SentenceClass? { here < utf8.count ? sentenceClass(utf8.scalar(at: here).value) : nil }
    func advance() { here += utf8.scalar(at: here).length }
    if isATerm {
      switch next() {
      case .numeric: return at
      case .upper where at - length > lineStart:
        let before = sentenceClass(utf8.scalar(before: at - length) ?? 0)
        if before == .upper || before == .lower { return at }
      default: break
      }
    }
    while next() == .close { advance() }
    while next() == .space { advance() }
    switch next() {
    case .separator:
      let isCR = utf8[here] == 0x0D
      advance()
      if isCR, here < utf8.count, utf8[here] == 0x0A { here += 1 }
      ends.append(here)
      return here
    case .sContinue, .aTerm, .sTerm, .ignored, nil: return here
    case .lower where isATerm: return here
    case .other, .close, .space, .lower, .upper, .letter, .numeric: break
    }
    let end = here
    if isATerm {
      scan: while let next = next() {
        switch next {
        case .lower: return end
        case .upper, .letter, .separator, .aTerm, .sTerm, .ignored: break scan
        case .other, .space, .numeric, .close, .sContinue: advance()
        }
      }
    }
    ends.append(end)
    return end
  }
}

extension Span<UInt8> {
  /// The offset of the first byte at or after one that is LF, CR, `!`, `.`, `?` or not ASCII; at the end the count.
  fileprivate func firstEndOrNonASCII(from start: Int) -> Int {
    unsafe withUnsafeBytes { bytes in
      var at = start
      while at + 8 <= bytes.count {
        let word = UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        // In each term the lowest high bit that is set marks a byte that is really there.
        var found = word
        found |= word.bytes(equalTo: 0x0A)
        found |= word.bytes(equalTo: 0x0D)
        found |= word.bytes(equalTo: 0x21)
        found |= word.bytes(equalTo: 0x2E)
        found |= word.bytes(equalTo: 0x3F)
        found &= 0x8080_8080_8080_8080
        if found != 0 { return at + found.trailingZeroBitCount / 8 }
        at += 8
      }
      while at < bytes.count {
        switch unsafe bytes[at] {
        case 0x0A, 0x0D, 0x21, 0x2E, 0x3F, 0x80...: return at
        default: at += 1
        }
      }
      return at
    }
  }
}

extension UInt64 {
  /// The high bit of each byte that equals a value, and perhaps of bytes above such a one.
  @inline(__always)
  fileprivate func bytes(equalTo value: UInt8) -> UInt64 {
    let difference = self ^ (UInt64(value) &* 0x0101_0101_0101_0101)
    return (difference &- 0x0101_0101_0101_0101) & ~difference
  }
}
