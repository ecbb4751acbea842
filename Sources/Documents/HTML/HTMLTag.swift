internal import SourceText

/// A start tag or an end tag.
struct HTMLTag {
  /// In lower case.
  let name: String
  let isEnd: Bool

  /// Where it begins and ends, with its brackets.
  let range: ByteRange

  fileprivate let attributes: [(name: ByteRange, value: ByteRange)]

  /// The bytes of an attribute's value, without quotation marks.
  func value(of name: StaticString, in utf8: Span<UInt8>) -> ByteRange? {
    attributes.first {
      utf8.hasASCII(name, at: $0.name.lowerBound, end: $0.name.upperBound) && $0.name.count == name.utf8CodeUnitCount
    }?.value
  }
}

/// Reads tags; what it has learned of marks that are missing keeps it linear on any text.
struct HTMLTagReader {
  private let end: Int

  /// From where on there is no such mark, once that is known.
  private var noBracket = Int.max
  private var noQuote: [UInt8: Int] = [:]

  init(end: Int) { self.end = end }

  /// The tag that begins at `<`, if one does and ends.
  mutating func tag(_ utf8: Span<UInt8>, at start: Int) -> HTMLTag? {
    guard start < noBracket else { return nil }
    var at = start + 1
    let isEnd = at < end && utf8[at] == UInt8(ascii: "/")
    if isEnd { at += 1 }
    guard at < end, utf8[at].isASCIILetter else { return nil }
    let nameStart = at
    while at < end, !utf8[at].isASCIISpace, utf8[at] != UInt8(ascii: "/"), utf8[at] != UInt8(ascii: ">") { at += 1 }
    var name = ""
    for index in nameStart..<at { name.unicodeScalars.append(Unicode.Scalar(utf8[index].asciiLowercased)) }
    var attributes: [(name: ByteRange, value: ByteRange)] = []
    while at < end {
      switch utf8[at] {
      case UInt8(ascii: ">"): return HTMLTag(name: name, isEnd: isEnd, range: start..<(at + 1), attributes: attributes)
      case UInt8(ascii: "/"), 0x20, 0x09, 0x0A, 0x0C, 0x0D: at += 1
      default: attributes.append(attribute(utf8, &at))
      }
    }
    noBracket = min(noBracket, start)
    return nil
  }

  private mutating func attribute(_ utf8: Span<UInt8>, _ at: inout Int) -> (name: ByteRange, value: ByteRange) {
    let start = at
    at += 1
    while at < end, !utf8[at].isASCIISpace, utf8[at] != UInt8(ascii: "/"), utf8[at] != UInt8(ascii: ">"),
      utf8[at] != UInt8(ascii: "=")
    { at += 1 }
    let name = start..<at
    var next = at
    while next < end, utf8[next].isASCIISpace { next += 1 }
    guard next < end, utf8[next] == UInt8(ascii: "=") else { return (name, at..<at) }
    at = next + 1
    while at < end, utf8[at].isASCIISpace { at += 1 }
    if at < end, utf8[at] == UInt8(ascii: "\"") || utf8[at] == UInt8(ascii: "'") {
      let quote = utf8[at]
      if let close = closing(quote, utf8, from: at + 1) {
        defer { at = close + 1 }
        return (name, (at + 1)..<close)
      }
    }
    let valueStart = at
    while at < end, !utf8[at].isASCIISpace, utf8[at] != UInt8(ascii: ">") { at += 1 }
    return (name, valueStart..<at)
  }

  private mutating func closing(_ quote: UInt8, _ utf8: Span<UInt8>, from start: Int) -> Int? {
    if let none = noQuote[quote], start >= none { return nil }
    var at = start
    while at < end {
      if utf8[at] == quote { return at }
      at += 1
    }
    noQuote[quote] = start
    return nil
  }
}
