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
    let name = Array(path.utf8)
    var dot = name.count - 1
    while dot >= 0, name[dot] != UInt8(ascii: "."), name[dot] != UInt8(ascii: "/") { dot -= 1 }
    guard dot >= 0, name[dot] == UInt8(ascii: ".") else { return nil }
    let ending = name[dot...].map { ($0 &- 0x41) < 26 ? $0 + 0x20 : $0 }
    // Compared one by one: a dictionary of them takes longer to make than a short draft to check.
    for kind in Self.allCases where kind.endings.contains(where: { $0.utf8.elementsEqual(ending) }) {
      self = kind
      return
    }
    return nil
  }
}
