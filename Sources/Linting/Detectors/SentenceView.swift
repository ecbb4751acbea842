internal import SourceText
internal import UnicodeText

/// A passage with the questions that detectors ask of it.
final class SentenceView {
  let source: [UInt8]
  let text: FoldedText
  /// The folded text.
  let bytes: [UInt8]
  let tokens: [Token]
  let sentence: Range<Int>
  let cues: [Passage.CueHit]

  /// Where the last token of the sentence ends, in folded bytes.
  let end: Int

  init(_ passage: Passage) {
    source = passage.source
    text = passage.text
    bytes = passage.text.utf8
    tokens = passage.tokens
    sentence = passage.sentence
    cues = passage.cues
    end = passage.sentence.isEmpty ? 0 : passage.tokens[passage.sentence.upperBound - 1].end
  }

  /// The folded byte at an offset; 0 outside of the text.
  func byte(_ offset: Int) -> UInt8 {
    bytes.indices.contains(offset) ? bytes[offset] : 0
  }

  /// The scalar that begins at an offset, and its length in bytes.
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let bytes = bytes
    return bytes.span.scalar(at: offset)
  }

  func scalar(before offset: Int) -> UInt32? {
    let bytes = bytes
    return bytes.span.scalar(before: offset)
  }

  func hash(of range: ByteRange) -> UInt64 {
    let bytes = bytes
    return TokenHash.of(bytes.span, range)
  }

  /// Whether a katakana stands at an offset, by its three bytes.
  static func isKatakana(_ utf8: Span<UInt8>, _ offset: Int) -> Bool {
    guard utf8[offset] == 0xE3 else { return false }
    return utf8[offset + 1] == 0x83 || (utf8[offset + 1] == 0x82 && utf8[offset + 2] >= 0xA1)
  }

  func isDigit(_ offset: Int) -> Bool { byte(offset) &- 0x30 < 10 }

  /// Whether an ASCII letter or digit stands at an offset.
  func isAlphanumeric(_ offset: Int) -> Bool {
    let byte = byte(offset)
    return byte &- 0x30 < 10 || byte &- 0x61 < 26
  }

  /// The index of the first token that ends after an offset.
  func token(at offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Skips blanks on one line.
  func afterBlanks(_ offset: Int) -> Int {
    var at = offset
    while byte(at) == 0x20 || byte(at) == 0x09 { at += 1 }
    return at
  }

  /// The offset after the last character that is no blank, at or before an offset.
  func beforeBlanks(_ offset: Int) -> Int {
    var at = offset
    while at > 0, bytes[at - 1] == 0x20 || bytes[at - 1] == 0x09 { at -= 1 }
    return at
  }
}

extension Token {
  // Comparing kinds of another module calls a function; a pattern does not.
  var isWord: Bool { if case .word = kind { true } else { false } }
  var isNumber: Bool { if case .number = kind { true } else { false } }
  var isSymbol: Bool { if case .symbol = kind { true } else { false } }
  var isIdeograph: Bool { if case .ideograph = kind { true } else { false } }
  var isPlaceholder: Bool { if case .placeholder = kind { true } else { false } }
}

// MARK: Cues

extension SentenceView {
  /// A cue that stands before a number.
  struct NearCue {
    let cue: Cue
    /// The bytes between the cue and the number.
    let distance: Int
    /// Whether a sentence ends between them.
    let isAcross: Bool
  }

  /// The cue that stands closest before an offset, of those that tell what a number is.
  ///
  /// - Parameter reach: How many bytes may lie between, at most.
  func nearestCue(before offset: Int, reach: Int) -> NearCue? {
    var nearest: Passage.CueHit?
    for hit in cues where hit.cue.rawValue <= Cue.notPhone.rawValue {
      let end = tokens[hit.tokens.upperBound - 1].end
      guard end <= offset, offset - end <= reach else { continue }
      guard let other = nearest else {
        nearest = hit
        continue
      }
      if isCloser(hit, than: other) { nearest = hit }
    }
    return nearest.map { hit in
      let end = tokens[hit.tokens.upperBound - 1].end
      return NearCue(
        cue: hit.cue == .carrier ? meaning(ofCarrier: hit) : hit.cue, distance: offset - end,
        isAcross: holdsSentenceEnd(end..<offset))
    }
  }

  /// A carrier's name tells of a parcel's number; "call UPS" tells of the carrier's telephone.
  private func meaning(ofCarrier hit: Passage.CueHit) -> Cue {
    hasCue(.phone, before: tokens[hit.tokens.lowerBound].start, reach: Self.callingReach) ? .phone : .tracking
  }

  /// How many bytes may lie between a word for calling and the carrier, as in "call the UPS store".
  private static let callingReach = 12

  /// Whether one cue tells more of the number behind both than another.
  ///
  /// In "order number is" the words for an order and for a telephone overlap or touch; what is more telling counts, and a
  /// telephone word tells least.
  private func isCloser(_ hit: Passage.CueHit, than other: Passage.CueHit) -> Bool {
    let touches = hit.tokens.upperBound >= other.tokens.lowerBound && other.tokens.upperBound >= hit.tokens.lowerBound
    if touches, Self.weight(hit.cue) != Self.weight(other.cue) { return Self.weight(hit.cue) > Self.weight(other.cue) }
    return hit.tokens.upperBound > other.tokens.upperBound
  }

  private static func weight(_ cue: Cue) -> Int {
    switch cue {
    case .phone, .handle, .carrier: 0
    case .notPhone: 1
    default: 2
    }
  }

  /// Whether a sentence or a line ends in a range.
  private func holdsSentenceEnd(_ range: ByteRange) -> Bool {
    range.contains { index in
      switch bytes[index] {
      case 0x0A: true
      // An abbreviation ("no. 5") is short, and what follows a sentence's end is a word.
      case UInt8(ascii: "!"), UInt8(ascii: "?"): byte(index + 1) == 0x20
      case UInt8(ascii: "."): byte(index + 1) == 0x20 && !isAbbreviation(endingAt: index)
      default: false
      }
    }
  }

  private func isAbbreviation(endingAt dot: Int) -> Bool {
    let token = token(at: max(0, dot - 1))
    return token < tokens.count && tokens[token].end == dot && tokens[token].end - tokens[token].start <= 3
  }

  func hasCue(_ cue: Cue, before offset: Int, reach: Int) -> Bool {
    cues.contains { hit in
      let end = tokens[hit.tokens.upperBound - 1].end
      return hit.cue == cue && end <= offset && offset - end <= reach && !holdsSentenceEnd(end..<offset)
    }
  }

  func hasCue(_ cue: Cue, after offset: Int, reach: Int) -> Bool {
    cues.contains { hit in
      let start = tokens[hit.tokens.lowerBound].start
      return hit.cue == cue && start >= offset && start - offset <= reach && !holdsSentenceEnd(offset..<start)
    }
  }

  /// The end (a token index) of a cue that begins at a token.
  func cue(_ cue: Cue, at token: Int) -> Int? {
    cues.first { $0.cue == cue && $0.tokens.lowerBound == token }?.tokens.upperBound
  }
}

// MARK: As it was written

extension SentenceView {
  /// Whether the character at a folded offset was a capital in the draft.
  func isCapital(_ offset: Int) -> Bool {
    let folded = scalar(at: offset)
    let start = text.sourceRange(of: offset..<(offset + folded.length)).lowerBound
    let source = source
    let written = source.span.scalar(at: start).value
    if written < 0x80 { return written &- 0x41 < 26 }
    // Full-width letters fold to others, capital or not.
    if (0xFF21...0xFF5A).contains(written) { return written <= 0xFF3A }
    return written != folded.value && ScalarClass(folded.value) == .letter
  }

  /// Whether all letters of a range were capitals; digits and signs do not count.
  func isAllCapitals(_ range: ByteRange) -> Bool {
    range.allSatisfy { bytes[$0] &- 0x61 >= 26 || isCapital($0) }
  }

  /// Whether ASCII was written in full-width, circled or other odd characters, or with invisible ones between.
  func isOddlyWritten(_ range: ByteRange) -> Bool {
    guard !text.isAligned || source.count != bytes.count else { return false }
    let written = text.sourceRange(of: range)
    let source = source
    var at = written.lowerBound
    while at < written.upperBound {
      let (scalar, length) = source.span.scalar(at: at)
      at += length
      switch scalar {
      case 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0x20D0...0x20F0, 0x2070...0x209F, 0x2460...0x24FF,
        0x2776...0x2793,
        0xFF01...0xFF5E, 0x1D400...0x1D7FF, 0x1F100...0x1F1FF:
        return true
      default: continue
      }
    }
    return false
  }

  /// Whether any token of a range is known to be disguised.
  func holdsDisguise(_ range: ByteRange) -> Bool {
    var index = token(at: range.lowerBound)
    while index < tokens.count, tokens[index].start < range.upperBound {
      if tokens[index].isDisguised { return true }
      index += 1
    }
    return isOddlyWritten(range)
  }
}

/// What the detectors found so far; what was found first keeps its place.
struct DetectionList {
  private(set) var detections: [Detection] = []

  func isFree(_ range: ByteRange) -> Bool {
    !detections.contains { $0.range.overlaps(range) }
  }

  /// Adds a finding, unless its place is taken.
  mutating func add(_ kind: Detection.Kind, _ range: ByteRange, in view: SentenceView, isDisguised: Bool = false) {
    guard !range.isEmpty, isFree(range) else { return }
    detections.append(
      Detection(kind: kind, range: range, isDisguised: isDisguised || view.holdsDisguise(range)))
  }

  mutating func sort() { detections.sort { $0.range.lowerBound < $1.range.lowerBound } }
}
