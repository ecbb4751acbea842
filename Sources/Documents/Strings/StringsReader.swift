internal import SourceText

/// Reads Apple's `.strings`: `"key" = "value";`.
struct StringsReader {
  private let language: AttributeValue?
  private var at = 0

  static func read(_ document: inout Document, path: String) {
    let bytes = document.utf8
    var reader = StringsReader(language: FileLanguage.ofFolder(path))
    reader.readAll(bytes.span, &document)
  }

  private init(language: AttributeValue?) { self.language = language }

  private mutating func readAll(_ utf8: Span<UInt8>, _ document: inout Document) {
    while skipSpace(utf8, &document) {
      let start = at
      guard let key = word(utf8, &document) else {
        problem("a key is expected", &document)
        recover(utf8)
        continue
      }
      var value = key
      if skipSpace(utf8, &document), utf8[at] == UInt8(ascii: "=") {
        at += 1
        guard skipSpace(utf8, &document), let read = word(utf8, &document) else {
          problem("a value is expected", &document)
          recover(utf8)
          continue
        }
        value = read
      }
      if skipSpace(utf8, &document), utf8[at] == UInt8(ascii: ";") {
        at += 1
      } else {
        document.problems.append(DocumentProblem("`;` is missing behind the entry that begins here", at: start))
      }
      guard !value.utf8.isEmpty else {
        document.passedOver.values += 1
        continue
      }
      var draft = DocumentDraft(label: String(decoding: key.utf8, as: UTF8.self).shortened, text: value)
      draft.attributes[.language] = language
      document.drafts.append(draft)
    }
  }

  private func problem(_ message: String, _ document: inout Document) {
    document.problems.append(DocumentProblem(message, at: at))
  }

  /// Goes on behind the next semicolon or line end.
  private mutating func recover(_ utf8: Span<UInt8>) {
    while at < utf8.count, utf8[at] != UInt8(ascii: ";"), utf8[at] != 0x0A { at += 1 }
    at += 1
  }

  /// A string in quotation marks, or a word without them.
  private mutating func word(_ utf8: Span<UInt8>, _ document: inout Document) -> MappedText? {
    guard at < utf8.count else { return nil }
    let start = at
    let quote = utf8[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let text = EscapedText(utf8, from: at + 1, end: utf8.count, .propertyList, quote: quote)
      at = text.end
      if !text.isClosed {
        document.problems.append(DocumentProblem("the string that begins here is not closed", at: start))
      }
      return text.text
    }
    while at < utf8.count, utf8[at].isASCIILetter || utf8[at].isASCIIDigit || Self.signs.contains(utf8[at]) { at += 1 }
    guard at > start else { return nil }
    var text = MappedText()
    text.copy(start..<at, of: utf8)
    return text
  }

  /// Signs that a word without quotation marks may hold.
  private static let signs = Set("_-.$/:".utf8)

  /// Passes white space and comments; answers whether there is more.
  private mutating func skipSpace(_ utf8: Span<UInt8>, _ document: inout Document) -> Bool {
    while at < utf8.count {
      if utf8[at].isASCIISpace {
        at += 1
      } else if utf8.hasASCII("//", at: at, end: utf8.count) {
        at = utf8.lineEnd(from: at, end: utf8.count)
      } else if utf8.hasASCII("/*", at: at, end: utf8.count) {
        guard let end = utf8.firstASCII("*/", from: at + 2, end: utf8.count) else {
          problem("the comment that begins here is not closed", &document)
          at = utf8.lineEnd(from: at, end: utf8.count)
          continue
        }
        at = end + 2
      } else {
        return true
      }
    }
    return false
  }
}
