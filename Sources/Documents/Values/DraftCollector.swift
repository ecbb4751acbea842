internal import SourceText

/// Makes drafts of the values of a tree as they come along.
///
/// What an object says of channel, language and so on holds for the drafts in it and in the objects inside it.
struct DraftCollector {
  private struct Frame {
    /// The step that the next value is reached by.
    var step: ValueStep

    /// The drafts that were there when it began.
    let firstDraft: Int
    var attributes: DraftAttributes = [:]
    var subject: MappedText?

    /// Whether all strings in it are texts, by the name that it has.
    let holdsTexts: Bool
  }

  private let patterns: [ValuePattern]
  private var path = ValuePath()
  private var frames: [Frame] = []

  /// Drafts by name or pattern, and those that only look like sentences.
  private var drafts: [DocumentDraft] = []
  private var sentences: [DocumentDraft] = []
  private var isDraft: [Bool] = []
  private var values = 0

  init(fields: [String]) { patterns = fields.map(ValuePattern.init) }

  // MARK: The tree

  mutating func startObject() { start(.key("")) }

  mutating func startArray() { start(.index(0)) }

  private mutating func start(_ first: ValueStep) {
    var holdsTexts = false
    if case .key(let key)? = frames.last?.step {
      switch FieldName(key) {
      case .text, .texts: holdsTexts = true
      case .subject, .attribute, .other: break
      }
    }
    frames.append(Frame(step: first, firstDraft: isDraft.count, holdsTexts: holdsTexts))
    path.steps.append(first)
  }

  mutating func name(_ name: String) { step(.key(name)) }

  private mutating func step(_ step: ValueStep) {
    guard !frames.isEmpty else { return }
    frames[frames.count - 1].step = step
    path.steps[path.steps.count - 1] = step
  }

  mutating func end() {
    guard let frame = frames.popLast() else { return }
    path.steps.removeLast()
    if let subject = frame.subject { attach(subject, frame.firstDraft) }
    if !frame.attributes.isEmpty { spread(frame.attributes, from: frame.firstDraft) }
    valueEnded()
  }

  private mutating func valueEnded() {
    if case .index(let index)? = frames.last?.step { step(.index(index + 1)) }
  }

  // MARK: Values

  /// Takes a string in; `text` is made only if it may be a draft.
  mutating func string(_ value: String, _ range: ByteRange, _ text: () -> MappedText) {
    defer { valueEnded() }
    if !patterns.isEmpty {
      if patterns.contains(where: { $0.matches(path) }) { return add(text(), language: nil, range) }
      if case .key(let key)? = frames.last?.step { takeAttribute(key, value, range) }
      values += 1
      return
    }
    switch frames.last?.step {
    case .key(let key)?:
      switch FieldName(key) {
      case .text(let language): add(text(), language: language, range)
      case .subject: frames[frames.count - 1].subject = text()
      case .attribute: takeAttribute(key, value, range)
      case .texts, .other:
        if frames[frames.count - 1].holdsTexts, FieldName.isLanguage(key) {
          add(text(), language: key, range)
        } else {
          addSentence(value, text)
        }
      }
    case .index?:
      if frames[frames.count - 1].holdsTexts { add(text(), language: nil, range) } else { addSentence(value, text) }
    case nil: add(text(), language: nil, range)
    }
  }

  /// Takes a number, a boolean or null in.
  mutating func other(_ value: String, _ range: ByteRange) {
    if case .key(let key)? = frames.last?.step, value != "null" { takeAttribute(key, value, range) }
    valueEnded()
  }

  private mutating func takeAttribute(_ key: String, _ value: String, _ range: ByteRange) {
    guard let attribute = DraftAttribute(key: key), !value.isEmpty else { return }
    if attribute == .final, !["true", "false"].contains(value) { return }
    frames[frames.count - 1].attributes[attribute] = AttributeValue(value, range)
  }

  private mutating func add(_ text: MappedText, language: String?, _ range: ByteRange) {
    var draft = DocumentDraft(label: path.description, text: text)
    if case .key(let key)? = frames.last?.step { draft.isHTML = FieldName.isHTML(key) }
    if let language { draft.attributes[.language] = AttributeValue(language, range) }
    drafts.append(draft)
    isDraft.append(true)
  }

  private mutating func addSentence(_ value: String, _ text: () -> MappedText) {
    guard drafts.isEmpty, Array(value.utf8).isSentence else {
      values += 1
      return
    }
    sentences.append(DocumentDraft(label: path.description, text: text()))
    isDraft.append(false)
  }

  // MARK: What holds for several

  /// The places among drafts and sentences of all that came since a moment.
  private func places(since first: Int) -> (drafts: Range<Int>, sentences: Range<Int>) {
    let count = isDraft[first...].count { $0 }
    let others = isDraft.count - first - count
    return ((drafts.count - count)..<drafts.count, (sentences.count - others)..<sentences.count)
  }

  private mutating func spread(_ attributes: DraftAttributes, from first: Int) {
    let places = places(since: first)
    for index in places.drafts { drafts[index].attributes.merge(attributes) { own, _ in own } }
    for index in places.sentences { sentences[index].attributes.merge(attributes) { own, _ in own } }
  }

  private mutating func attach(_ subject: MappedText, _ first: Int) {
    if let index = places(since: first).drafts.first {
      drafts[index].subject = subject
    } else {
      path.steps.append(.key("subject"))
      drafts.append(DocumentDraft(label: path.description, text: subject))
      isDraft.append(true)
      path.steps.removeLast()
    }
  }

  /// Ends all that is open, and hands the drafts over.
  mutating func finish(_ document: inout Document) {
    while !frames.isEmpty { end() }
    if drafts.isEmpty {
      document.drafts += sentences
    } else {
      document.drafts += drafts
      values += sentences.count
    }
    document.passedOver.values += values
  }
}
