internal import SourceText
internal import YAMLReading

/// Finds for what libyaml read the bytes that say it, which libyaml does not tell.
struct YAMLScalarText {
  private let end: Int
  private var at: Int
  private var text = MappedText()

  /// What a scalar says, with a map that is exact; where the way of reading it is not understood, one to all of its bytes.
  static func read(_ utf8: Span<UInt8>, _ range: ByteRange, _ style: YAMLEvent.Style, _ value: [UInt8]) -> MappedText {
    var reader = YAMLScalarText(range)
    reader.skipProperties(utf8)
    switch style {
    case .plain: reader.flow(utf8, quote: nil)
    case .singleQuoted: reader.flow(utf8, quote: UInt8(ascii: "'"))
    case .doubleQuoted: reader.flow(utf8, quote: UInt8(ascii: "\""))
    case .literal: reader.block(utf8, value, isFolded: false)
    case .folded: reader.block(utf8, value, isFolded: true)
    }
    if reader.text.utf8 == value { return reader.text }
    var whole = MappedText()
    whole.append(value, for: range)
    return whole
  }

  private init(_ range: ByteRange) {
    at = range.lowerBound
    end = range.upperBound
  }

  /// Passes an anchor and a tag.
  private mutating func skipProperties(_ utf8: Span<UInt8>) {
    while at < end, utf8[at] == UInt8(ascii: "&") || utf8[at] == UInt8(ascii: "!") {
      while at < end, !utf8[at].isASCIISpace { at += 1 }
      while at < end, utf8[at].isASCIISpace { at += 1 }
    }
  }

  // MARK: Plain and quoted

  private mutating func flow(_ utf8: Span<UInt8>, quote: UInt8?) {
    let stop = quote == nil ? end : end - 1
    if quote != nil { at += 1 }
    while at < stop {
      let byte = utf8[at]
      if byte == quote, quote == UInt8(ascii: "'") {
        text.append(byte, for: at..<(at + 2))
        at += 2
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        escape(utf8, stop)
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        space(utf8, stop)
      } else {
        text.copy(byte, at: at)
        at += 1
      }
    }
  }

  /// White space: as it is inside a line; with a line end in it one space, or the further line ends.
  private mutating func space(_ utf8: Span<UInt8>, _ stop: Int) {
    let start = at
    var breaks = 0
    while at < stop, utf8[at].isASCIISpace {
      if utf8[at] == 0x0A || (utf8[at] == 0x0D && !(at + 1 < stop && utf8[at + 1] == 0x0A)) { breaks += 1 }
      at += 1
    }
    switch breaks {
    case 0: text.copy(start..<at, of: utf8)
    case 1: text.append(0x20, for: start..<at)
    default: text.append([UInt8](repeating: 0x0A, count: breaks - 1), for: start..<at)
    }
  }

  private mutating func escape(_ utf8: Span<UInt8>, _ stop: Int) {
    let start = at
    guard at + 1 < stop else {
      at = stop
      return
    }
    let letter = utf8[at + 1]
    at += 2
    switch letter {
    case UInt8(ascii: "x"): hexadecimal(utf8, start, digits: 2, stop)
    case UInt8(ascii: "u"): hexadecimal(utf8, start, digits: 4, stop)
    case UInt8(ascii: "U"): hexadecimal(utf8, start, digits: 8, stop)
    case 0x0A, 0x0D:
      // A line that goes on: its end and the white space before the next one are nothing.
      if letter == 0x0D, at < stop, utf8[at] == 0x0A { at += 1 }
      while at < stop, utf8[at].isASCIISpace {
        if utf8[at] == 0x0A { text.append(0x0A, for: at..<(at + 1)) }
        at += 1
      }
    default:
      if let bytes = Self.escapes[letter] { text.append(bytes, for: start..<at) }
    }
  }

  private mutating func hexadecimal(_ utf8: Span<UInt8>, _ start: Int, digits: Int, _ stop: Int) {
    var value: UInt32 = 0
    for _ in 0..<digits where at < stop {
      value = value << 4 | (utf8[at].hexadecimalValue ?? 0)
      at += 1
    }
    text.append(Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8), for: start..<at)
  }

  private static let escapes: [UInt8: [UInt8]] = [
    UInt8(ascii: "0"): [0x00], UInt8(ascii: "a"): [0x07], UInt8(ascii: "b"): [0x08], UInt8(ascii: "t"): [0x09],
    0x09: [0x09], UInt8(ascii: "n"): [0x0A], UInt8(ascii: "v"): [0x0B], UInt8(ascii: "f"): [0x0C],
    UInt8(ascii: "r"): [0x0D], UInt8(ascii: "e"): [0x1B], 0x20: [0x20], UInt8(ascii: "\""): [0x22],
    UInt8(ascii: "/"): [0x2F], UInt8(ascii: "\\"): [0x5C], UInt8(ascii: "N"): [0xC2, 0x85],
    UInt8(ascii: "_"): [0xC2, 0xA0], UInt8(ascii: "L"): [0xE2, 0x80, 0xA8], UInt8(ascii: "P"): [0xE2, 0x80, 0xA9],
  ]

  // MARK: Blocks

  private mutating func block(_ utf8: Span<UInt8>, _ value: [UInt8], isFolded: Bool) {
    at = utf8.lineEnd(from: at, end: end)
    let indentation = indentation(utf8, value)
    while at < end, text.utf8.count < value.count {
      let start = at
      while at < end, at - start < indentation, utf8[at] == 0x20 { at += 1 }
      let content = at
      while at < end, utf8[at] != 0x0A, utf8[at] != 0x0D { at += 1 }
      text.copy(content..<at, of: utf8)
      lineEnds(utf8, value, indentation, isFolded: isFolded)
    }
  }

  /// The line ends behind a line, those of empty lines among them: as many, or one space, or one less.
  private mutating func lineEnds(_ utf8: Span<UInt8>, _ value: [UInt8], _ indentation: Int, isFolded: Bool) {
    var breaks: [ByteRange] = []
    while at < end {
      var next = at
      // An empty line may have less white space than the text.
      while next < end, !breaks.isEmpty, next - at < indentation, utf8[next] == 0x20 { next += 1 }
      guard next < end, utf8[next] == 0x0A || utf8[next] == 0x0D else { break }
      let start = at
      at = next + (utf8[next] == 0x0D && next + 1 < end && utf8[next + 1] == 0x0A ? 2 : 1)
      breaks.append(start..<at)
    }
    if isFolded, breaks.count == 1, text.utf8.count < value.count, value[text.utf8.count] == 0x20 {
      text.append(0x20, for: breaks[0])
      return
    }
    // Folding takes the first of several away.
    var wanted = 0
    while wanted < breaks.count, text.utf8.count + wanted < value.count, value[text.utf8.count + wanted] == 0x0A {
      wanted += 1
    }
    for range in breaks.suffix(wanted) { text.append(0x0A, for: range) }
  }

  /// The spaces that each line begins with and that are no part of the text.
  private func indentation(_ utf8: Span<UInt8>, _ value: [UInt8]) -> Int {
    guard let first = value.split(separator: 0x0A, omittingEmptySubsequences: true).first else { return 0 }
    let own = first.prefix { $0 == 0x20 }.count
    var line = at
    while line < end {
      let lineEnd = utf8.lineEnd(from: line, end: end)
      let content = utf8.skipBlanks(from: line, end: lineEnd)
      if content < lineEnd, utf8[content] != 0x0A, utf8[content] != 0x0D { return max(0, content - line - own) }
      line = lineEnd
    }
    return 0
  }
}

extension Span<UInt8> {
  fileprivate func skipBlanks(from start: Int, end: Int) -> Int {
    var at = start
    while at < end, self[at] == 0x20 { at += 1 }
    return at
  }
}
