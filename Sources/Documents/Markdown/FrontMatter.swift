internal import SourceText

/// What stands in YAML before the text of a template.
struct FrontMatter {
  private(set) var attributes: DraftAttributes = [:]
  private(set) var subject: MappedText?
  private(set) var suppressions: [DeclaredSuppression] = []
  private(set) var problems: [DocumentProblem] = []

  /// Where the text begins.
  private(set) var end = 0

  /// Reads the front matter that a document begins with, if it does.
  init(_ utf8: Span<UInt8>) {
    var at = utf8.lineEnd(from: 0, end: utf8.count)
    guard Self.isFence(utf8, 0..<at, ends: false) else { return }
    let start = at
    while at < utf8.count {
      let lineEnd = utf8.lineEnd(from: at, end: utf8.count)
      if Self.isFence(utf8, at..<lineEnd, ends: true) {
        end = lineEnd
        read(utf8, start..<at)
        return
      }
      at = lineEnd
    }
    // A line of hyphens alone is a rule in Markdown; with `key:` behind it, it was meant to be more.
    let next = start..<utf8.lineEnd(from: start, end: utf8.count)
    guard Self.isKey(utf8, next) else { return }
    problems.append(DocumentProblem("the front matter that begins here is not closed with `---`", at: 0))
    at = start
    while at < utf8.count {
      let line = at..<utf8.lineEnd(from: at, end: utf8.count)
      guard Self.isKey(utf8, line) else { break }
      at = line.upperBound
    }
    end = at
    read(utf8, start..<at)
  }

  private static func isFence(_ utf8: Span<UInt8>, _ line: ByteRange, ends: Bool) -> Bool {
    var stop = line.upperBound
    while stop > line.lowerBound, utf8[stop - 1].isASCIISpace { stop -= 1 }
    guard stop - line.lowerBound == 3 else { return false }
    return utf8.hasASCII("---", at: line.lowerBound, end: stop)
      || (ends && utf8.hasASCII("...", at: line.lowerBound, end: stop))
  }

  /// Whether a line begins with a word and a colon.
  private static func isKey(_ utf8: Span<UInt8>, _ line: ByteRange) -> Bool {
    var at = line.lowerBound
    while at < line.upperBound,
      utf8[at].isASCIILetter || utf8[at].isASCIIDigit || utf8[at] == UInt8(ascii: "_")
        || utf8[at] == UInt8(ascii: "-")
    { at += 1 }
    return at > line.lowerBound && at < line.upperBound && utf8[at] == UInt8(ascii: ":")
  }

  private mutating func read(_ utf8: Span<UInt8>, _ range: ByteRange) {
    var depth = 0
    var key = ""
    var entry = ""
    let problem = YAMLScalars.forEach(utf8, in: range) { event in
      switch event {
      case .startMapping, .startSequence:
        depth += 1
        if case .startMapping = event, depth == 3, key == "suppress" {
          suppressions.append(DeclaredSuppression(range: range.lowerBound..<range.lowerBound))
        }
      case .end: depth -= 1
      case .name(let name):
        if depth == 1 { key = name.lowercased() } else { entry = name.lowercased() }
      case .scalar(let scalar):
        let value = String(decoding: scalar.text.utf8, as: UTF8.self)
        if depth == 3, key == "suppress" {
          take(entry, AttributeValue(value, scalar.range))
        } else if depth == 1, key == "subject" {
          subject = scalar.text
        } else if depth == 1, key == "suppress" {
          let form = "`- rule: RULE`, `sentence: FINGERPRINT` and `reason: TEXT`"
          problems.append(DocumentProblem("`suppress` is a list of \(form)", at: scalar.range.lowerBound))
        } else if depth == 1, let attribute = DraftAttribute(key: key) {
          attributes[attribute] = AttributeValue(value, scalar.range)
        }
      }
    }
    if let problem { problems.append(DocumentProblem("front matter: \(problem.message)", at: problem.offset)) }
  }

  /// Takes a member of the last entry of `suppress`.
  private mutating func take(_ name: String, _ value: AttributeValue) {
    let last = suppressions.count - 1
    guard last >= 0 else { return }
    if suppressions[last].range.isEmpty { suppressions[last].range = value.range }
    switch name {
    case "rule": suppressions[last].rule = value.text
    case "sentence": suppressions[last].sentence = value.text
    case "reason": suppressions[last].reason = value.text
    default:
      let known = "known are `rule`, `sentence` and `reason`"
      problems.append(DocumentProblem("`\(name.prefix(40))` says nothing here; \(known)", at: value.range.lowerBound))
    }
  }
}
