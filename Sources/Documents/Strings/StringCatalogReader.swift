internal import JSONReading
internal import SourceText

/// Reads Apple's string catalogs (`.xcstrings`): the text of each key in each language, or the key where it is the text.
struct StringCatalogReader {
  private var path = ValuePath()
  private var sourceLanguage: AttributeValue?

  /// The key whose entry is read, and whether it has a text of its own in the source's language.
  private var key: (name: JSONValue, hasText: Bool)?

  /// The drafts that are keys, of which the language may be told later.
  private var keys: [Int] = []

  static func read(_ document: inout Document) {
    let utf8 = document.utf8
    var reader = StringCatalogReader()
    do throws(JSONError) {
      try JSONReader.walk(utf8.span, in: utf8.indices) { reader.take($0, utf8, &document) }
    } catch {
      document.problems.append(DocumentProblem(error.problem.description, at: error.offset))
    }
    for index in reader.keys { document.drafts[index].attributes[.language] = reader.sourceLanguage }
  }

  private mutating func take(_ event: JSONEvent, _ utf8: [UInt8], _ document: inout Document) {
    switch event {
    case .startObject, .startArray: path.steps.append(.key(""))
    case .end:
      path.steps.removeLast()
      if path.steps.count == 2 { endKey(utf8, &document) }
    case .name(let name):
      path.steps[path.steps.count - 1] = .key(name.string(in: utf8.span) ?? "")
      if path.steps.count == 2, path.steps[0] == .key("strings") { key = (name, hasText: false) }
    case .value(let value): take(value, utf8, &document)
    }
  }

  private mutating func take(_ value: JSONValue, _ utf8: [UInt8], _ document: inout Document) {
    guard value.kind == .string else { return }
    if path.steps == [.key("sourceLanguage")] {
      sourceLanguage = AttributeValue(value.string(in: utf8.span) ?? "", value.range)
    }
    guard path.steps.count >= 6, path.steps.suffix(2) == [.key("stringUnit"), .key("value")],
      path.steps[2] == .key("localizations"), case .key(let language) = path.steps[3]
    else { return }
    key?.hasText = true
    let text = value.mappedText(in: utf8.span)
    guard !text.utf8.isEmpty else {
      document.passedOver.values += 1
      return
    }
    let attributes: DraftAttributes = [.language: AttributeValue(language, value.range)]
    document.drafts.append(DocumentDraft(label: path.description, text: text, attributes: attributes))
  }

  /// Takes the key for the text where no language has one.
  private mutating func endKey(_ utf8: [UInt8], _ document: inout Document) {
    guard let key else { return }
    self.key = nil
    if key.hasText { return }
    let text = key.name.mappedText(in: utf8.span)
    guard text.utf8.isSentence else {
      document.passedOver.values += 1
      return
    }
    keys.append(document.drafts.count)
    document.drafts.append(DocumentDraft(label: path.description, text: text))
  }
}
