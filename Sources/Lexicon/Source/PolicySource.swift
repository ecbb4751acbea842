import YAMLReading

/// A policy document of `sources.yml`.
struct PolicyDocumentSource {
  let id: String
  var texts: [String: String] = [:]

  static let keys = ["document", "section", "address", "standing", "read"]
  static let standings = ["official", "secondary", "own-reading"]

  static func read(_ file: LexiconFile, _ problems: inout LexiconProblems) -> [PolicyDocumentSource] {
    guard let root = problems.parse(file) else { return [] }
    return (root.mapping ?? []).map { key, value in
      var document = PolicyDocumentSource(id: key.string ?? "")
      for (property, text) in value.mapping ?? [] {
        guard let name = property.string, keys.contains(name) else {
          problems.add(file.path, property.start, unknown("key", property.string ?? "", among: keys))
          continue
        }
        document.texts[name] = text.string
      }
      if document.texts["document"] == nil { problems.add(file.path, value.start, "the source has no `document`") }
      if !standings.contains(document.texts["standing"] ?? "") {
        problems.add(file.path, value.start, "`standing` is one of \(standings.joined(separator: ", "))")
      }
      return document
    }
  }
}

/// A policy profile of `marketplaces/`.
struct MarketplaceSource {
  var name = ""
  var title = ""
  var hosts: [String] = []
  var relayDomains: [String] = []
  var severities: [(name: String, position: YAMLPosition, levels: LevelTable)] = []
  let path: String

  static let keys = ["name", "title", "hosts", "relay-domains", "severity", "sources"]

  static func read(_ file: LexiconFile, _ problems: inout LexiconProblems) -> MarketplaceSource? {
    guard let root = problems.parse(file) else { return nil }
    var marketplace = MarketplaceSource(path: file.path)
    for (key, value) in root.mapping ?? [] {
      switch key.string ?? "" {
      case "name": marketplace.name = value.string ?? ""
      case "title": marketplace.title = value.string ?? ""
      case "hosts": marketplace.hosts = value.strings ?? []
      case "relay-domains": marketplace.relayDomains = value.strings ?? []
      case "sources": break
      case "severity":
        for (name, levels) in value.mapping ?? [] {
          var reader = RuleReader(path: file.path)
          var table = LevelTable()
          reader.readLevels(levels, channel: nil, into: &table)
          problems.add(reader.problems)
          marketplace.severities.append((name.string ?? "", name.start, table))
        }
      case let name: problems.add(file.path, key.start, unknown("key", name, among: keys))
      }
    }
    if marketplace.name.isEmpty { problems.add(file.path, root.start, "the marketplace has no `name`") }
    return marketplace
  }
}
