/// What the name of a column or a member says of what stands there.
enum FieldName {
  /// A text that is sent, maybe in a language.
  case text(language: String?)
  /// Texts, in a list or by language.
  case texts
  case subject
  case attribute(DraftAttribute)
  case other

  init(_ name: String) {
    let name = name.lowercased()
    if Self.singular.contains(name) {
      self = .text(language: nil)
    } else if Self.plural.contains(name) {
      self = .texts
    } else if name == "subject" {
      self = .subject
    } else if let attribute = DraftAttribute(key: name), attribute != .final {
      // A column or a string of that name is as well the final text.
      self = .attribute(attribute)
    } else if let language = Self.languageSuffix(name) {
      self = .text(language: language)
    } else {
      self = .other
    }
  }

  private static let singular: Set = [
    "text", "body", "message", "content", "reply", "response", "answer", "template", "html", "body_html", "html_body",
    "body_text", "text_body", "message_text", "message_body", "reply_text", "plain", "plaintext", "msg",
  ]

  /// Whether what stands there is HTML: `html`, `body_html`.
  static func isHTML(_ name: String) -> Bool {
    name.lowercased().split { $0 == "_" || $0 == "-" || $0 == "." }.contains("html")
  }

  private static let plural: Set = [
    "texts", "bodies", "messages", "contents", "replies", "responses", "answers", "templates", "macros", "snippets",
    "translations", "variants",
  ]

  /// The language of a name such as `body_de` or `text-pt-BR`.
  private static func languageSuffix(_ name: String) -> String? {
    for separator: Character in ["_", "-", "."] {
      guard let at = name.firstIndex(of: separator) else { continue }
      let suffix = String(name[name.index(after: at)...])
      if singular.contains(String(name[..<at])), isLanguage(suffix) { return suffix }
    }
    return nil
  }

  /// Whether a word has the form of a language tag: `de`, `pt-BR`, `zh_Hant`.
  static func isLanguage(_ word: String) -> Bool {
    let parts = word.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    guard let first = parts.first, (2...3).contains(first.count), parts.count <= 3 else { return false }
    return parts.allSatisfy { (2...4).contains($0.count) && $0.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit } }
      && first.allSatisfy(\.isASCIILetter)
  }
}
