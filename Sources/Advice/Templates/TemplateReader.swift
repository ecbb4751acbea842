internal import Lexicon
internal import Linting
internal import YAMLReading

/// Reads a template: Markdown with front matter.
///
///     ---
///     situation: late
///     channel: message
///     summary: A parcel is late
///     values:
///       name: name?
///       order: order-id
///     ---
///     Hello{{#name}} {{name}}{{/name}}, ...
struct TemplateReader {
  private let path: String
  private(set) var problems = LexiconProblems()

  init(path: String) { self.path = path }

  private static let start = YAMLPosition(line: 1, column: 1)

  /// The template in a file, or nil where a mistake was noted.
  mutating func read(_ file: LexiconFile) -> Template? {
    let text = String(decoding: file.bytes, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---", let close = lines.dropFirst().firstIndex(of: "---") else {
      return fail(Self.start, "a template begins with front matter between two lines `---`")
    }
    let front: YAMLNode?
    // The first fence is part of the YAML, so that lines count from the top.
    do throws(YAMLError) {
      front = try YAMLNode.parse(Array(lines[..<close].joined(separator: "\n").utf8))
    } catch {
      return fail(error.position, error.message)
    }
    lines.removeSubrange(...close)
    var body = lines.joined(separator: "\n")[...]
    while body.utf8.last == 0x0A { body = body.dropLast() }
    do throws(TemplateText.Mistake) {
      return template(front, try TemplateText(String(body)))
    } catch {
      return fail(YAMLPosition(line: close + 1 + error.line, column: 1), error.message)
    }
  }

  private mutating func fail(_ position: YAMLPosition, _ message: String) -> Template? {
    problems.add(path, position, message)
    return nil
  }

  private static let keys = ["situation", "channel", "summary", "target", "marketplaces", "values"]

  private mutating func template(_ front: YAMLNode?, _ text: TemplateText) -> Template? {
    guard let front, let members = front.mapping else {
      return fail(Self.start, "the front matter says `situation`, `channel`, `summary` and `values`")
    }
    for (key, _) in members where !Self.keys.contains(key.string ?? "") {
      _ = fail(key.start, SpellingDistance.unknown(key.string ?? "", known: Self.keys))
    }
    guard let situation = front["situation"]?.string, let summary = front["summary"]?.string else {
      return fail(front.start, "`situation` and `summary` are needed")
    }
    guard let channel = front["channel"]?.string.flatMap({ Channel($0) }) else {
      return fail(front["channel"]?.start ?? front.start, "`channel` is `message` or `public_response`")
    }
    let target = front["target"].map { $0.string.flatMap { Target($0) } }
    if case .some(nil) = target {
      return fail(front["target"]?.start ?? front.start, "`target` is `seller_feedback` or `product_review`")
    }
    let places = placeholders(front["values"], text)
    guard problems.list.isEmpty else { return nil }
    let parts = path.split(separator: "/")
    return Template(
      id: String((parts.last ?? "").dropLast(".md".utf8.count)), situation: situation, channel: channel,
      language: String(parts.first ?? ""), summary: summary, target: target ?? nil,
      marketplaces: front["marketplaces"]?.strings ?? [], placeholders: places, text: text)
  }

  private mutating func placeholders(_ node: YAMLNode?, _ text: TemplateText) -> [Placeholder] {
    var declared: [String: Placeholder] = [:]
    for (key, value) in node?.mapping ?? [] {
      let name = key.string ?? ""
      let written = value.string ?? ""
      let isOptional = written.utf8.last == UInt8(ascii: "?")
      guard let kind = Placeholder.Kind(rawValue: isOptional ? String(written.dropLast()) : written) else {
        let known = Placeholder.Kind.allCases.map(\.rawValue)
        problems.add(path, value.start, SpellingDistance.unknown(written, known: known))
        continue
      }
      if !text.names.contains(name) { problems.add(path, key.start, "the text has no place `{{\(name)}}`") }
      declared[name] = Placeholder(name: name, kind: kind, isOptional: isOptional)
    }
    return text.names.compactMap { name in
      if declared[name] == nil {
        problems.add(path, node?.start ?? Self.start, "`{{\(name)}}` is not among the `values`")
      }
      return declared[name]
    }
  }
}

extension SpellingDistance {
  /// The message for a word that is none of those that are known.
  fileprivate static func unknown(_ word: String, known: [String]) -> String {
    let near = nearest(to: word, among: known).map { "did you mean `\($0)`?" }
    return "`\(word)` is not known; \(near ?? "known are \(known.joined(separator: ", "))")"
  }
}
