internal import SourceText
internal import UnicodeText

/// Reads headers with encoded words (RFC 2047): `=?utf-8?Q?Gr=C3=BC=C3=9Fe?=`.
struct EncodedWords {
  private(set) var text = MappedText()
  private(set) var unknownCharsets: [String] = []

  /// What the value of a header says.
  static func decode(_ utf8: Span<UInt8>, _ value: ByteRange) throws(ICUError) -> EncodedWords {
    var reader = EncodedWords()
    try reader.read(utf8, value.trimmed(in: utf8))
    return reader
  }

  private mutating func read(_ utf8: Span<UInt8>, _ range: ByteRange) throws(ICUError) {
    var at = range.lowerBound
    var isAfterWord = false
    while at < range.upperBound {
      let spaceEnd = Self.spaceEnd(utf8, at, range.upperBound)
      if let word = Self.word(utf8, spaceEnd, range.upperBound) {
        // White space between two encoded words is no part of the text.
        if spaceEnd > at, !isAfterWord { space(utf8, at..<spaceEnd) }
        try append(word, utf8)
        at = word.range.upperBound
        isAfterWord = true
      } else {
        if spaceEnd > at { space(utf8, at..<spaceEnd) }
        var end = spaceEnd
        while end < range.upperBound, !utf8[end].isASCIISpace { end += 1 }
        text.append(contentsOf: DecodedText(utf8: utf8, in: spaceEnd..<end).text)
        at = end
        isAfterWord = false
      }
    }
  }

  private static func spaceEnd(_ utf8: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, utf8[at].isASCIISpace { at += 1 }
    return at
  }

  /// Appends white space without the line ends that only wrap the header.
  private mutating func space(_ utf8: Span<UInt8>, _ range: ByteRange) {
    for at in range where utf8[at] != 0x0A && utf8[at] != 0x0D { text.copy(utf8[at], at: at) }
  }

  private struct Word {
    let charset: String
    let isBase64: Bool
    let content: ByteRange
    let range: ByteRange
  }

  /// The encoded word that begins at an offset, if one does.
  private static func word(_ utf8: Span<UInt8>, _ start: Int, _ end: Int) -> Word? {
    guard start + 1 < end, utf8[start] == UInt8(ascii: "="), utf8[start + 1] == UInt8(ascii: "?") else { return nil }
    var marks: [Int] = []
    var at = start + 2
    while at < end, !utf8[at].isASCIISpace, marks.count < 3 {
      if utf8[at] == UInt8(ascii: "?") { marks.append(at) }
      at += 1
    }
    guard marks.count == 3, at < end, utf8[at] == UInt8(ascii: "="), marks[1] == marks[0] + 2 else { return nil }
    let letter = utf8[marks[0] + 1] | 0x20
    guard letter == UInt8(ascii: "q") || letter == UInt8(ascii: "b") else { return nil }
    // A language may stand behind the charset.
    let charset = utf8.text((start + 2)..<marks[0]).prefix { $0 != "*" }
    return Word(
      charset: String(charset), isBase64: letter == UInt8(ascii: "b"), content: (marks[1] + 1)..<marks[2],
      range: start..<(at + 1))
  }

  private mutating func append(_ word: Word, _ utf8: Span<UInt8>) throws(ICUError) {
    let transferred =
      word.isBase64
      ? TransferEncoding.base64(utf8, word.content).text
      : TransferEncoding.quotedPrintable(utf8, word.content, isWord: true)
    let charset = Charset(named: word.charset)
    if charset == nil { unknownCharsets.append(word.charset) }
    let bytes = transferred.utf8
    let decoded = try (charset ?? .utf8).decode(bytes.span, in: bytes.indices)
    text.append(contentsOf: MappedText(decoded.text.utf8, decoded.text.map.followed(by: transferred.map)))
  }
}
