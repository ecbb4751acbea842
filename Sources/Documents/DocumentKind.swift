/// A format of documents.
package enum DocumentKind: String, Sendable, CaseIterable {
  case text
  case markdown
  case html
  case email = "eml"
  case csv
  case tsv
  case json
  case ndjson
  case yaml
  case gettext = "po"
  case strings
  case xcstrings
  case properties

  /// The endings of the names of its files.
  package var endings: [String] {
    switch self {
    case .text: [".txt", ".text"]
    case .markdown: [".md", ".markdown"]
    case .html: [".html", ".htm", ".xhtml"]
    case .email: [".eml"]
    case .csv: [".csv"]
    case .tsv: [".tsv", ".tab"]
    case .json: [".json"]
    case .ndjson: [".ndjson", ".jsonl"]
    case .yaml: [".yml", ".yaml"]
    case .gettext: [".po", ".pot"]
    case .strings: [".strings"]
    case .xcstrings: [".xcstrings"]
    case .properties: [".properties"]
    }
  }

  /// The kind that the name of a file tells, in whatever case it is written.
  package init?(path: String) {
    let name = path.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }
    guard let dot = name.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = "." + String(decoding: name[..<dot].reversed(), as: UTF8.self).lowercased()
    guard let kind = Self.kinds[ending] else { return nil }
    self = kind
  }

  private static let kinds = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { kind in kind.endings.map { ($0, kind) } })
}
