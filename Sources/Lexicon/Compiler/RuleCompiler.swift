import YAMLReading

/// Compiles rules, marketplaces and sources to the sections that ``RuleBook`` and ``Catalogue`` read.
struct RuleCompiler {
  let rules: [RuleSource]
  let marketplaces: [MarketplaceSource]
  let documents: [PolicyDocumentSource]
  let sharedConcepts: [String: Int]
  let contextNames: [String]
  let knownConcepts: Set<String>

  /// The concepts that rules name.
  static func concepts(of rules: [RuleSource]) -> Set<String> {
    var names: Set<String> = []
    for pattern in rules.flatMap(\.patterns) {
      names.formUnion(pattern.find.map(\.name))
      for condition in pattern.with + pattern.without { names.formUnion(condition.concepts.map(\.name)) }
    }
    return names
  }

  func check(_ problems: inout LexiconProblems) {
    let ids = Set(rules.map(\.id))
    let families = Set(ids.map { String($0.prefix { $0 != "/" }) })
    let documentIDs = Set(documents.map(\.id))
    for rule in rules {
      for (name, position) in rule.sources where !documentIDs.contains(name) {
        problems.add(rule.path, position, unknown("source", name, among: documentIDs))
      }
      for (name, position) in rule.implies where !ids.contains(name) {
        problems.add(rule.path, position, unknown("rule", name, among: ids))
      }
      for pattern in rule.patterns {
        var concepts = pattern.find
        var contexts = pattern.unless
        for condition in pattern.with + pattern.without {
          concepts += condition.concepts
          contexts += condition.unless ?? []
        }
        for (name, position) in concepts where !knownConcepts.contains(name) {
          problems.add(rule.path, position, unknown("concept", name, among: knownConcepts))
        }
        for (name, position) in contexts where !contextNames.contains(name) {
          problems.add(rule.path, position, unknown("context", name, among: contextNames))
        }
      }
    }
    for marketplace in marketplaces {
      for (name, position, _) in marketplace.severities where !ids.contains(name) && !families.contains(name) {
        problems.add(marketplace.path, position, unknown("rule or family", name, among: ids.union(families)))
      }
    }
  }

  // MARK: What is read at each start

  func writeRules(to writer: inout ImageWriter) {
    writer.write(contextNames)
    writer.write(sharedConcepts.sorted { $0.value < $1.value }.map(\.key))
    writer.write(UInt16(marketplaces.count))
    for marketplace in marketplaces {
      writer.write(marketplace.name)
      writer.write(marketplace.title)
      writer.write(marketplace.hosts)
      writer.write(marketplace.relayDomains)
    }
    let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element.id, $0.offset) })
    writer.write(UInt16(rules.count))
    for rule in rules {
      writer.write(rule.id)
      writer.write(rule.texts["message"] ?? "")
      writer.write(rule.implies.compactMap { numbers[$0.name].map { UInt16($0) } })
      writer.write(rule.reactive?.rawValue ?? .max)
      writer.write(rule.patterns.flatMap { code(of: $0) })
    }
    writer.write(marketplaces.flatMap { marketplace in rules.flatMap { levels(of: $0, in: marketplace) } })
  }

  private func levels(of rule: RuleSource, in marketplace: MarketplaceSource) -> [UInt8] {
    var levels = rule.severity.levels.map { $0 ?? .error }
    let family = rule.id.prefix { $0 != "/" }
    // A rule's own line holds over its family's, wherever they stand.
    for name in [String(family), rule.id] {
      for severity in marketplace.severities where severity.name == name {
        for (index, level) in severity.levels.levels.enumerated() { levels[index] = level ?? levels[index] }
      }
    }
    return levels.map(\.rawValue)
  }

  private func code(of pattern: RulePatternSource) -> [UInt16] {
    var code = [pattern.channel.map { UInt16($0) } ?? .max]
    code.append(
      (pattern.marksAll ? 1 : 0) | (pattern.isDisguisedOnly ? 2 : 0) | UInt16(pattern.weight) << 2
        | UInt16(pattern.state.rawValue) << 8)
    let unless = mask(pattern.unless)
    code += [unless] + numbers(pattern.find)
    for conditions in [pattern.with, pattern.without] {
      code.append(UInt16(conditions.count))
      for condition in conditions {
        switch condition.placement {
        case .within(let scope): code += [2 + UInt16(scope.rawValue), 0]
        case .before(let reach): code += [0, UInt16(reach)]
        case .after(let reach): code += [1, UInt16(reach)]
        }
        code.append(condition.unless.map { mask($0) } ?? unless)
        code += numbers(condition.concepts)
      }
    }
    return [UInt16(code.count)] + code
  }

  private func numbers(_ names: [(name: String, position: YAMLPosition)]) -> [UInt16] {
    let numbers = names.compactMap { sharedConcepts[$0.name].map { UInt16($0) } }
    return [UInt16(numbers.count)] + numbers
  }

  private func mask(_ names: [(name: String, position: YAMLPosition)]) -> UInt16 {
    names.reduce(0) { mask, item in mask | contextNames.firstIndex(of: item.name).map { 1 << UInt16($0) }! }
  }

  // MARK: What is read for the catalogue

  func writeCatalogue(examples: [ExampleSource], to writer: inout ImageWriter) {
    writer.write(UInt16(documents.count))
    for document in documents {
      writer.write(document.id)
      for key in PolicyDocumentSource.keys { writer.write(document.texts[key]) }
    }
    for rule in rules {
      for key in RuleSource.textKeys { writer.write(rule.texts[key] ?? "") }
      writer.write(rule.sources.map(\.name))
    }
    writer.write(UInt32(examples.count))
    for example in examples {
      writer.write(example.rule)
      writer.write(example.language)
      writer.write(example.isBad)
      writer.write(example.text)
      writer.write(example.isPublic)
      writer.write(example.state.rawValue)
    }
  }
}
