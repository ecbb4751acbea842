internal import Lexicon
internal import SourceText

/// Reads what a person sees of HTML, and what mail programs show in its place: hidden text, `alt`, `title`, link targets.
struct HTMLReader {
  private var tags: HTMLTagReader
  private var flow = TextFlow()

  /// Links that are open: where the target stands, and where the text began.
  private var links: [(target: ByteRange, textStart: Int)] = []

  /// Texts of `title` attributes, for the end of the block that they stand in.
  private var titles: [ByteRange] = []
  private var preformatted = 0
  private var hasNoCommentEnd = false

  private var language: AttributeValue?
  private var quoted = 0
  private var problems: [DocumentProblem] = []

  struct Result {
    let text: MappedText

    /// What the document says of its language.
    let language: AttributeValue?

    /// How many quotations were passed over.
    let quotations: Int

    /// What hides all that follows it.
    let problems: [DocumentProblem]
  }

  private init(tags: HTMLTagReader) {
    self.tags = tags
  }

  /// The text of a document.
  static func read(_ utf8: Span<UInt8>) -> Result {
    var reader = HTMLReader(tags: HTMLTagReader(end: utf8.count))
    reader.read(utf8)
    return Result(
      text: reader.flow.text, language: reader.language, quotations: reader.quoted, problems: reader.problems)
  }

  /// Reads a document that is one draft.
  static func read(_ document: inout Document) {
    let result = read(document.utf8.span)
    var draft = DocumentDraft(text: result.text)
    draft.attributes[.language] = result.language
    document.drafts.append(draft)
    document.passedOver.quotations += result.quotations
    document.problems += result.problems
  }

  /// Reads a draft that is HTML inside a document of another kind.
  static func read(_ draft: inout DocumentDraft, in document: inout Document) {
    let result = read(draft.text.utf8.span)
    document.take(result.problems, by: draft.text.map)
    document.passedOver.quotations += result.quotations
    draft.text = MappedText(result.text.utf8, result.text.map.followed(by: draft.text.map))
    draft.isHTML = false
  }

  private mutating func read(_ utf8: Span<UInt8>) {
    var at = 0
    while at < utf8.count {
      switch utf8[at] {
      case UInt8(ascii: "<"): at = markup(utf8, at)
      case UInt8(ascii: "&"): at = reference(utf8, at)
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        if preformatted > 0 { flow.copy(at..<(at + 1), of: utf8) } else { flow.space(at..<(at + 1)) }
        at += 1
      default:
        var end = at + 1
        while end < utf8.count, utf8[end] != UInt8(ascii: "<"), utf8[end] != UInt8(ascii: "&"), !utf8[end].isASCIISpace
        {
          end += 1
        }
        flow.copy(at..<end, of: utf8)
        at = end
      }
    }
    endBlock(utf8)
  }

  private mutating func reference(_ utf8: Span<UInt8>, _ at: Int) -> Int {
    guard let entity = HTMLEntity(utf8, at: at, end: utf8.count) else {
      flow.copy(at..<(at + 1), of: utf8)
      return at + 1
    }
    flow.append(entity.text, for: at..<entity.end)
    return entity.end
  }

  // MARK: Markup

  private mutating func markup(_ utf8: Span<UInt8>, _ at: Int) -> Int {
    if at + 1 < utf8.count, utf8[at + 1] == UInt8(ascii: "!") || utf8[at + 1] == UInt8(ascii: "?") {
      return declaration(utf8, at)
    }
    guard let tag = tags.tag(utf8, at: at) else {
      flow.copy(at..<(at + 1), of: utf8)
      return at + 1
    }
    if tag.isEnd { end(utf8, tag) } else if let end = start(utf8, tag) { return end }
    return tag.range.upperBound
  }

  private mutating func declaration(_ utf8: Span<UInt8>, _ at: Int) -> Int {
    guard utf8.hasASCII("<!--", at: at, end: utf8.count) else {
      return utf8.firstASCII(">", from: at, end: utf8.count).map { $0 + 1 } ?? unclosed(utf8, "declaration", at)
    }
    // What stands in a conditional comment is shown by the programs that it is meant for.
    if utf8.hasASCII("[if ", at: at + 4, end: utf8.count) {
      guard let close = utf8.firstASCII("]>", from: at, end: utf8.count) else {
        return unclosed(utf8, "conditional comment", at)
      }
      let rest = close + 2
      if utf8.hasASCII("<!-->", at: rest, end: utf8.count) { return rest + 5 }
      return utf8.hasASCII("-->", at: rest, end: utf8.count) ? rest + 3 : rest
    }
    if !hasNoCommentEnd, let end = utf8.firstASCII("-->", from: at + 2, end: utf8.count) { return end + 3 }
    hasNoCommentEnd = true
    // A comment without an end would hide all that follows.
    flow.copy(at..<(at + 4), of: utf8)
    return at + 4
  }

  /// Takes a start tag in, and answers where to go on if that is not behind it.
  private mutating func start(_ utf8: Span<UInt8>, _ tag: HTMLTag) -> Int? {
    if tag.name == "html" || tag.name == "body", language == nil, let lang = tag.value(of: "lang", in: utf8) {
      language = AttributeValue(utf8.text(lang), lang)
    }
    if HTMLElements.unread.contains(tag.name) { return endOfRawText(utf8, tag) }
    if isQuotation(utf8, tag) {
      quoted += 1
      flow.line(tag.range, blank: true)
      return endOfElement(utf8, tag)
    }
    if HTMLElements.blocks.contains(tag.name) { startBlock(utf8, tag) }
    if let title = tag.value(of: "title", in: utf8), !title.isEmpty { titles.append(title) }
    switch tag.name {
    case "br": flow.line(tag.range)
    case "pre": preformatted += 1
    case "img", "area", "input":
      if let alt = tag.value(of: "alt", in: utf8) { attribute(utf8, alt) }
      if tag.name == "area", let target = tag.value(of: "href", in: utf8) { show(utf8, target, textStart: nil) }
      if tag.name == "input", let value = tag.value(of: "value", in: utf8) { attribute(utf8, value) }
    case "a":
      endLinks(utf8)
      if let target = tag.value(of: "href", in: utf8) { links.append((target, flow.text.utf8.count)) }
    default: break
    }
    return nil
  }

  private mutating func end(_ utf8: Span<UInt8>, _ tag: HTMLTag) {
    switch tag.name {
    case "a": endLinks(utf8)
    case "pre": preformatted = max(0, preformatted - 1)
    default: break
    }
    if HTMLElements.blocks.contains(tag.name) { startBlock(utf8, tag) }
  }

  private mutating func startBlock(_ utf8: Span<UInt8>, _ tag: HTMLTag) {
    endBlock(utf8)
    flow.line(tag.range, blank: HTMLElements.paragraphs.contains(tag.name))
  }

  private mutating func endBlock(_ utf8: Span<UInt8>) {
    endLinks(utf8)
    for title in titles {
      flow.line(title)
      attribute(utf8, title)
    }
    titles.removeAll(keepingCapacity: true)
  }

  private mutating func endLinks(_ utf8: Span<UInt8>) {
    for link in links { show(utf8, link.target, textStart: link.textStart) }
    links.removeAll(keepingCapacity: true)
  }

  /// Shows where a link leads, behind its text unless that says the same.
  private mutating func show(_ utf8: Span<UInt8>, _ target: ByteRange, textStart: Int?) {
    guard let first = target.first, utf8[first] != UInt8(ascii: "#") else { return }
    var address = utf8.bytes(target)[...]
    if let textStart {
      for scheme in ["mailto:", "tel:", "https://", "http://"] where address.starts(with: scheme.utf8) {
        address = address.dropFirst(scheme.utf8.count)
        break
      }
      if flow.text.utf8[textStart...].hasSuffix(address) { return }
    }
    let start = target.lowerBound..<target.lowerBound
    flow.append([0x20, UInt8(ascii: "(")], for: start)
    attribute(utf8, target)
    flow.append([UInt8(ascii: ")")], for: target.upperBound..<target.upperBound)
  }

  /// Appends the value of an attribute, with its character references resolved.
  private mutating func attribute(_ utf8: Span<UInt8>, _ range: ByteRange) {
    var at = range.lowerBound
    while at < range.upperBound {
      if utf8[at] == UInt8(ascii: "&"),
        let entity = HTMLEntity(utf8, at: at, end: range.upperBound, isInAttribute: true)
      {
        flow.append(entity.text, for: at..<entity.end)
        at = entity.end
      } else {
        flow.copy(at..<(at + 1), of: utf8)
        at += 1
      }
    }
  }

  private mutating func endOfRawText(_ utf8: Span<UInt8>, _ tag: HTMLTag) -> Int {
    var at = tag.range.upperBound
    while let next = utf8.firstASCII("</", from: at, end: utf8.count) {
      let end = next + 2 + tag.name.utf8.count
      if end <= utf8.count, utf8.text((next + 2)..<end).lowercased() == tag.name {
        return utf8.firstASCII(">", from: end, end: utf8.count).map { $0 + 1 } ?? utf8.count
      }
      at = next + 2
    }
    return unclosed(utf8, "`\(tag.name)`", tag.range.lowerBound)
  }

  /// Tells of something that hides the rest of the text, and answers where that ends.
  private mutating func unclosed(_ utf8: Span<UInt8>, _ what: String, _ start: Int) -> Int {
    problems.append(DocumentProblem("the \(what) that begins here is not closed and hides what follows", at: start))
    return utf8.count
  }

  // MARK: Quotations

  private func isQuotation(_ utf8: Span<UInt8>, _ tag: HTMLTag) -> Bool {
    func has(_ name: StaticString, _ words: Set<String>?) -> Bool {
      guard let range = tag.value(of: name, in: utf8) else { return false }
      let words = words ?? QuotationWords.builtIn.htmlNames
      return utf8.bytes(range).split(whereSeparator: \.isASCIISpace).contains {
        words.contains(String(decoding: $0, as: UTF8.self))
      }
    }
    if tag.name == "blockquote", has("type", ["cite"]) { return true }
    return has("class", nil) || has("id", nil)
  }

  /// Where the element ends that a tag begins.
  private mutating func endOfElement(_ utf8: Span<UInt8>, _ start: HTMLTag) -> Int {
    var depth = 1
    var at = start.range.upperBound
    while at < utf8.count {
      guard utf8[at] == UInt8(ascii: "<"), let tag = tags.tag(utf8, at: at) else {
        at += 1
        continue
      }
      at = tag.range.upperBound
      guard tag.name == start.name else { continue }
      depth += tag.isEnd ? -1 : 1
      if depth == 0 { return at }
    }
    return utf8.count
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ other: ArraySlice<UInt8>) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}

extension Document {
  /// Takes in what is wrong with a text inside it, which stands where a map says.
  mutating func take(_ problems: [DocumentProblem], by map: SourceMap) {
    for problem in problems {
      let place = map.source(of: problem.offset..<problem.offset)
      self.problems.append(DocumentProblem(problem.message, at: place.lowerBound))
    }
  }
}
