internal import SourceText

/// Reads the translations in a PO file of gettext; where one is missing, the text that is shown in its place.
struct GettextReader {
  /// A message under construction.
  private struct Entry {
    var context: MappedText?
    var source: MappedText?
    var plural: MappedText?
    var translations: [(form: String?, text: MappedText)] = []
    var isFuzzy = false
  }

  /// The string that continuation lines go on.
  private enum Field {
    case context
    case source
    case plural
    case translation
  }

  private var entry = Entry()
  private var field: Field?
  private var language: AttributeValue?
  private var isFirst = true

  static func read(_ document: inout Document, path: String) {
    let bytes = document.utf8
    let utf8 = bytes.span
    var reader = GettextReader()
    reader.language = FileLanguage.ofStem(path)
    var at = 0
    while at < utf8.count {
      let end = utf8.lineEnd(from: at, end: utf8.count)
      reader.line(utf8, at..<end, &document)
      at = end
    }
    reader.finish(&document)
  }

  // MARK: Lines

  private mutating func line(_ utf8: Span<UInt8>, _ line: ByteRange, _ document: inout Document) {
    let start = utf8.skipSpaces(from: line.lowerBound, end: line.upperBound)
    guard start < line.upperBound, utf8[start] != 0x0A, utf8[start] != 0x0D else { return }
    switch utf8[start] {
    case UInt8(ascii: "#"): comment(utf8, start..<line.upperBound, &document)
    case UInt8(ascii: "\""):
      guard let field else { return add("a string without a keyword", at: start, &document) }
      append(string(utf8, start..<line.upperBound, &document), to: field)
    default: keyword(utf8, start..<line.upperBound, &document)
    }
  }

  private mutating func comment(_ utf8: Span<UInt8>, _ line: ByteRange, _ document: inout Document) {
    if utf8.hasASCII("#~", at: line.lowerBound, end: line.upperBound) {
      if utf8.firstASCII("msgid ", from: line.lowerBound, end: line.upperBound) != nil {
        document.passedOver.values += 1
      }
      return
    }
    if !entry.translations.isEmpty { finish(&document) }
    if utf8.hasASCII("#,", at: line.lowerBound, end: line.upperBound),
      utf8.firstASCII("fuzzy", from: line.lowerBound, end: line.upperBound) != nil
    {
      entry.isFuzzy = true
    }
  }

  private mutating func keyword(_ utf8: Span<UInt8>, _ line: ByteRange, _ document: inout Document) {
    var at = line.lowerBound
    while at < line.upperBound, utf8[at].isASCIILetter || utf8[at] == UInt8(ascii: "_") { at += 1 }
    let word = utf8.text(line.lowerBound..<at)
    var form: String?
    if at < line.upperBound, utf8[at] == UInt8(ascii: "["),
      let close = utf8.firstASCII("]", from: at, end: line.upperBound)
    {
      form = utf8.text((at + 1)..<close)
      at = close + 1
    }
    let field: Field
    switch word {
    case "msgctxt": field = .context
    case "msgid": field = .source
    case "msgid_plural": field = .plural
    case "msgstr": field = .translation
    default: return add("`\(word)` is no keyword of PO files", at: line.lowerBound, &document)
    }
    if field == .context || field == .source, !entry.translations.isEmpty { finish(&document) }
    self.field = field
    if field == .translation { entry.translations.append((form, MappedText())) }
    at = utf8.skipSpaces(from: at, end: line.upperBound)
    guard at < line.upperBound, utf8[at] == UInt8(ascii: "\"") else {
      return add("a string in quotation marks is missing", at: at, &document)
    }
    append(string(utf8, at..<line.upperBound, &document), to: field)
  }

  private func add(_ message: String, at offset: Int, _ document: inout Document) {
    document.problems.append(DocumentProblem(message, at: offset))
  }

  // MARK: Strings

  /// The pieces of a string that begins with a quotation mark.
  private func string(_ utf8: Span<UInt8>, _ line: ByteRange, _ document: inout Document) -> EscapedText {
    var end = line.upperBound
    while utf8[end - 1].isASCIISpace { end -= 1 }
    let text = EscapedText(utf8, from: line.lowerBound + 1, end: end, .c)
    if !text.isClosed { add("the string that begins here is not closed", at: line.lowerBound, &document) }
    return text
  }

  private mutating func append(_ piece: EscapedText, to field: Field) {
    func joined(_ text: MappedText?) -> MappedText {
      guard var text else { return piece.text }
      text.append(contentsOf: piece.text)
      return text
    }
    switch field {
    case .context: entry.context = joined(entry.context)
    case .source: entry.source = joined(entry.source)
    case .plural: entry.plural = joined(entry.plural)
    case .translation:
      let last = entry.translations.count - 1
      entry.translations[last].text = joined(entry.translations[last].text)
    }
  }

  // MARK: Entries

  private mutating func finish(_ document: inout Document) {
    defer {
      entry = Entry()
      field = nil
      isFirst = false
    }
    guard let source = entry.source else { return }
    if source.utf8.isEmpty, entry.context == nil {
      if let header = entry.translations.first { takeHeader(header.text) }
      return
    }
    if entry.isFuzzy {
      document.passedOver.values += 1
      return
    }
    let label = String(decoding: (entry.context ?? source).utf8, as: UTF8.self).shortened
    var isTranslated = false
    for (form, text) in entry.translations where !text.utf8.isEmpty {
      isTranslated = true
      var draft = DocumentDraft(label: form.map { "\(label) [\($0)]" } ?? label, text: text)
      draft.attributes[.language] = language
      document.drafts.append(draft)
    }
    if isTranslated { return }
    for text in [source, entry.plural].compactMap(\.self) {
      if text.utf8.isSentence {
        document.drafts.append(DocumentDraft(label: label, text: text))
      } else {
        document.passedOver.values += 1
      }
    }
  }

  /// Takes the language from the header, the translation of nothing.
  private mutating func takeHeader(_ text: MappedText) {
    for line in text.utf8.split(separator: 0x0A) {
      let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard parts.count == 2, String(decoding: parts[0], as: UTF8.self).lowercased() == "language" else { continue }
      let value = parts[1].drop(while: \.isASCIISpace).prefix { !$0.isASCIISpace }
      guard !value.isEmpty else { continue }
      let range = text.map.source(of: value.startIndex..<value.endIndex)
      language = AttributeValue(String(decoding: value, as: UTF8.self), range)
    }
  }
}

extension String {
  /// A text that names something, short enough for one line.
  var shortened: String {
    let line = unicodeScalars.prefix { $0 != "\n" }
    guard line.count > 40 || line.count < unicodeScalars.count else { return self }
    return String(String.UnicodeScalarView(line.prefix(40))) + "…"
  }
}
