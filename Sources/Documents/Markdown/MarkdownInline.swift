internal import SourceText

/// Reads what stands inside lines of Markdown.
struct MarkdownInline {
  private(set) var text = MappedText()
  private let definitions: MarkdownDefinitions
  private var tags: HTMLTagReader

  /// What the current stretch leaves out, and what it puts there.
  private var edits: [(range: ByteRange, text: [UInt8])] = []

  /// Targets of `<a>` that are open.
  private var target: ByteRange?

  /// The longest address of a link, and the longest text of one, in bytes.
  private static let longest = 2_048

  init(_ definitions: MarkdownDefinitions, end: Int) {
    self.definitions = definitions
    tags = HTMLTagReader(end: end)
  }

  /// Appends the text of a stretch of prose.
  mutating func append(_ utf8: Span<UInt8>, _ range: ByteRange) {
    findLinks(utf8, range)
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    var next = 0
    var at = range.lowerBound
    var plain = at
    while at < range.upperBound {
      if next < edits.count, at >= edits[next].range.lowerBound {
        let edit = edits[next]
        next += 1
        // An escape may have taken the sign that the link was told by.
        guard edit.range.lowerBound >= at else { continue }
        text.copy(plain..<at, of: utf8)
        text.append(edit.text, for: edit.range)
        at = edit.range.upperBound
        plain = at
        continue
      }
      guard let end = special(utf8, at, plain: plain, range) else {
        at += 1
        continue
      }
      at = end
      plain = end
    }
    text.copy(plain..<range.upperBound, of: utf8)
    edits.removeAll(keepingCapacity: true)
  }

  /// Reads what stands for something else at an offset, and answers where it ends; nil where there is nothing of that kind.
  private mutating func special(_ utf8: Span<UInt8>, _ at: Int, plain: Int, _ range: ByteRange) -> Int? {
    switch utf8[at] {
    case UInt8(ascii: "&"):
      guard let entity = HTMLEntity(utf8, at: at, end: range.upperBound) else { return nil }
      text.copy(plain..<at, of: utf8)
      text.append(entity.text, for: at..<entity.end)
      return entity.end
    case UInt8(ascii: "\\"):
      guard at + 1 < range.upperBound, utf8[at + 1].isASCIIPunctuation else { return nil }
      text.copy(plain..<at, of: utf8)
      text.append(utf8[at + 1], for: at..<(at + 2))
      return at + 2
    case UInt8(ascii: "<"):
      if let end = address(utf8, at, plain: plain, range) { return end }
      guard let tag = tags.tag(utf8, at: at), tag.range.upperBound <= range.upperBound, HTMLElements.isKnown(tag.name)
      else { return nil }
      text.copy(plain..<at, of: utf8)
      take(tag, utf8)
      return tag.range.upperBound
    default: return nil
    }
  }

  /// Reads `<https://example.com>`, without the brackets.
  private mutating func address(_ utf8: Span<UInt8>, _ start: Int, plain: Int, _ range: ByteRange) -> Int? {
    var at = start + 1
    var isAddress = false
    while at < range.upperBound, at - start < Self.longest {
      switch utf8[at] {
      case UInt8(ascii: ">"):
        guard isAddress else { return nil }
        text.copy(plain..<start, of: utf8)
        text.copy((start + 1)..<at, of: utf8)
        return at + 1
      case UInt8(ascii: ":"), UInt8(ascii: "@"): isAddress = isAddress || at > start + 1
      case UInt8(ascii: "<"), UInt8(ascii: "\""), 0...0x20: return nil
      default: break
      }
      at += 1
    }
    return nil
  }

  private mutating func take(_ tag: HTMLTag, _ utf8: Span<UInt8>) {
    if tag.name == "a" {
      if let target {
        text.append([0x20, UInt8(ascii: "(")], for: target.lowerBound..<target.lowerBound)
        text.copy(target, of: utf8)
        text.append(UInt8(ascii: ")"), for: target.upperBound..<target.upperBound)
      }
      target = tag.isEnd ? nil : tag.value(of: "href", in: utf8)
    }
    if tag.name == "br" || HTMLElements.blocks.contains(tag.name) {
      text.append(0x0A, for: tag.range)
    } else if !tag.isEnd, let alt = tag.value(of: "alt", in: utf8) {
      text.copy(alt, of: utf8)
    }
  }
}

// MARK: Links

extension MarkdownInline {
  /// Notes what links leave out: `[text](address "title")` becomes `text (address "title")`, `[text][label]` becomes `text`,
  /// and `![alt](address)` becomes `alt`.
  private mutating func findLinks(_ utf8: Span<UInt8>, _ range: ByteRange) {
    var open: [Int] = []
    var at = range.lowerBound
    while at < range.upperBound {
      switch utf8[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "["): open.append(at)
      case UInt8(ascii: "]"):
        if let start = open.popLast(), let end = link(utf8, start, close: at, range) {
          at = end
          continue
        }
      // Brackets do not reach over blank lines.
      case 0x0A where at + 1 < range.upperBound && utf8[at + 1] == 0x0A: open.removeAll(keepingCapacity: true)
      default: break
      }
      at += 1
    }
  }

  /// Notes the edits of a link, and answers where to look for the next.
  private mutating func link(_ utf8: Span<UInt8>, _ start: Int, close: Int, _ range: ByteRange) -> Int? {
    let next = close + 1
    let isImage = start > range.lowerBound && utf8[start - 1] == UInt8(ascii: "!")
    let opening = (isImage ? start - 1 : start)..<(start + 1)
    if next < range.upperBound, utf8[next] == UInt8(ascii: "("), let end = destination(utf8, next, range) {
      edits.append((opening, []))
      if isImage {
        edits.append((close..<end, []))
      } else {
        edits.append((close..<(next + 1), [0x20, UInt8(ascii: "(")]))
      }
      return next + 1
    }
    guard !definitions.isEmpty, close - start < Self.longest else { return nil }
    if next < range.upperBound, utf8[next] == UInt8(ascii: "["),
      let end = utf8.firstASCII("]", from: next, end: min(range.upperBound, next + Self.longest))
    {
      let label = end == next + 1 ? (start + 1)..<close : (next + 1)..<end
      guard definitions.contains(utf8.text(label)) else { return nil }
      edits += [(opening, []), (close..<(end + 1), [])]
      return end + 1
    }
    let isDefinition = next < range.upperBound && utf8[next] == UInt8(ascii: ":")
    if !isDefinition, definitions.contains(utf8.text((start + 1)..<close)) {
      edits += [(opening, []), (close..<next, [])]
    }
    return nil
  }

  /// Where the address ends that begins with a parenthesis, and maybe a title with it.
  private func destination(_ utf8: Span<UInt8>, _ start: Int, _ range: ByteRange) -> Int? {
    var depth = 0
    var at = start
    while at < range.upperBound, at - start < Self.longest {
      switch utf8[at] {
      case UInt8(ascii: "("):
        depth += 1
        // Deeper ones are none in CommonMark either; each would be looked through for each that it is in.
        if depth > 8 { return nil }
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return at + 1 }
      case UInt8(ascii: "\\"): at += 1
      case 0x0A where at + 1 < range.upperBound && utf8[at + 1] == 0x0A: return nil
      default: break
      }
      at += 1
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isASCIIPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
}
