internal import SourceText

/// Reads Java's `.properties`: a draft for each value that is a sentence.
struct PropertiesReader {
  private var at = 0

  /// Where escapes begin that are none.
  private var badEscapes: [Int] = []

  static func read(_ document: inout Document, path: String) {
    let bytes = document.utf8
    let utf8 = bytes.span
    let language = FileLanguage.ofSuffix(path)
    var reader = PropertiesReader()
    while reader.at < utf8.count {
      guard let (key, value) = reader.entry(utf8) else { continue }
      guard value.utf8.isSentence else {
        document.passedOver.values += 1
        continue
      }
      var draft = DocumentDraft(label: String(decoding: key.utf8, as: UTF8.self).shortened, text: value)
      draft.attributes[.language] = language
      document.drafts.append(draft)
    }
    document.problems += reader.badEscapes.map {
      DocumentProblem("`\\u` is not followed by four hexadecimal digits", at: $0)
    }
  }

  /// Reads a line and those that go on with it; nil for a blank one or a comment.
  private mutating func entry(_ utf8: Span<UInt8>) -> (key: MappedText, value: MappedText)? {
    while at < utf8.count, utf8[at].isASCIISpace { at += 1 }
    guard at < utf8.count else { return nil }
    if utf8[at] == UInt8(ascii: "#") || utf8[at] == UInt8(ascii: "!") {
      skipLine(utf8)
      return nil
    }
    var key = MappedText()
    while at < utf8.count, !isLineEnd(utf8[at]), !isSeparator(utf8[at]) { character(utf8, &key) }
    skipBlanks(utf8)
    if at < utf8.count, utf8[at] == UInt8(ascii: "=") || utf8[at] == UInt8(ascii: ":") {
      at += 1
      skipBlanks(utf8)
    }
    var value = MappedText()
    while at < utf8.count, !isLineEnd(utf8[at]) { character(utf8, &value) }
    return (key, value)
  }

  private mutating func skipLine(_ utf8: Span<UInt8>) {
    while at < utf8.count, !isLineEnd(utf8[at]) { at += 1 }
  }

  /// Passes blanks, and line ends behind a backslash.
  private mutating func skipBlanks(_ utf8: Span<UInt8>) {
    while at < utf8.count {
      if utf8[at] == 0x20 || utf8[at] == 0x09 || utf8[at] == 0x0C {
        at += 1
      } else if utf8[at] == UInt8(ascii: "\\"), at + 1 < utf8.count, isLineEnd(utf8[at + 1]) {
        at += 1
        passLineEnd(utf8)
      } else {
        return
      }
    }
  }

  private mutating func passLineEnd(_ utf8: Span<UInt8>) {
    if utf8[at] == 0x0D, at + 1 < utf8.count, utf8[at + 1] == 0x0A { at += 1 }
    at += 1
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") || byte == 0x20 || byte == 0x09 || byte == 0x0C
  }

  /// Reads one character, which a backslash may begin.
  private mutating func character(_ utf8: Span<UInt8>, _ text: inout MappedText) {
    let start = at
    guard utf8[at] == UInt8(ascii: "\\") else {
      // `don''t` is `don't` to MessageFormat, which most of these texts go through.
      let isDoubled =
        utf8[at] == UInt8(ascii: "'") && at > 0 && at + 2 < utf8.count && utf8[at + 1] == UInt8(ascii: "'")
        && utf8[at - 1].isWordPart && utf8[at + 2].isWordPart
      at += isDoubled ? 2 : 1
      if isDoubled { text.append(UInt8(ascii: "'"), for: start..<at) } else { text.copy(utf8[start], at: start) }
      return
    }
    at += 1
    guard at < utf8.count else { return }
    switch utf8[at] {
    case UInt8(ascii: "n"): simple(0x0A, start, &text)
    case UInt8(ascii: "t"): simple(0x09, start, &text)
    case UInt8(ascii: "r"): simple(0x0D, start, &text)
    case UInt8(ascii: "f"): simple(0x0C, start, &text)
    case UInt8(ascii: "u"): unit(utf8, start, &text)
    case 0x0A, 0x0D:
      passLineEnd(utf8)
      while at < utf8.count, utf8[at] == 0x20 || utf8[at] == 0x09 || utf8[at] == 0x0C { at += 1 }
    default:
      let end = at + utf8.scalarLength(at: at, end: utf8.count)
      text.append(utf8.bytes(at..<end), for: start..<end)
      at = end
    }
  }

  private mutating func simple(_ byte: UInt8, _ start: Int, _ text: inout MappedText) {
    at += 1
    text.append(byte, for: start..<at)
  }

  /// Reads `\uXXXX`, two of them for a character beyond the basic plane.
  private mutating func unit(_ utf8: Span<UInt8>, _ start: Int, _ text: inout MappedText) {
    guard let first = utf8.hexadecimalUnit(at: start + 2, end: utf8.count) else {
      badEscapes.append(start)
      return simple(UInt8(ascii: "u"), start, &text)
    }
    at = start + 6
    if first & 0xFC00 == 0xD800, utf8.hasASCII("\\u", at: at, end: utf8.count),
      let second = utf8.hexadecimalUnit(at: at + 2, end: utf8.count), second & 0xFC00 == 0xDC00
    {
      at += 6
      text.append(scalar: 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF, for: start..<at)
    } else {
      text.append(scalar: first, for: start..<at)
    }
  }
}

extension UInt8 {
  fileprivate var isWordPart: Bool { isASCIILetter || self >= 0x80 }
}
