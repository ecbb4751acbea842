/// The rules and marketplaces as the evaluator uses them.
///
/// Concepts are numbered as ``LanguageImage/shared`` says, contexts by their bit.
package struct RuleBook: Sendable {
  /// Where another match has to stand.
  package struct Condition: Sendable {
    package enum Placement: Sendable {
      case before(Int)
      case after(Int)
      case within(Scope)
    }

    package let placement: Placement
    package let unless: UInt16
    package let concepts: [UInt16]
  }

  /// A reference, since patterns are asked for each hit and hold so many parts.
  package final class Pattern: Sendable {
    package let rule: Int

    /// 0 for messages, 1 for public responses, nil for both.
    package let channel: Int?

    /// What a draft has to say of itself.
    package let state: DraftState
    package let marksAll: Bool
    package let isDisguisedOnly: Bool
    /// How much a match tells of a situation.
    package let weight: UInt8
    package let unless: UInt16
    package let find: [UInt16]
    package let with: [Condition]
    package let without: [Condition]

    fileprivate init(_ code: inout CodeReader, rule: Int) {
      _ = code.next()
      let channel = code.next()
      let flags = code.next()
      self.rule = rule
      self.channel = channel == .max ? nil : Int(channel)
      marksAll = flags & 1 != 0
      isDisguisedOnly = flags & 2 != 0
      weight = UInt8(flags >> 2 & 63)
      state = DraftState(rawValue: UInt8(flags >> 8))
      unless = code.next()
      find = code.list()
      with = (0..<Int(code.next())).map { _ in Condition(&code) }
      without = (0..<Int(code.next())).map { _ in Condition(&code) }
    }
  }

  package struct Rule: Sendable {
    package let id: String
    package let message: String

    /// The weaker rules that it silences on the same words.
    package let implies: [UInt16]

    /// The level where nobody says that the seller writes first; nil makes no difference.
    package let reactive: UInt8?
  }

  package struct Marketplace: Sendable {
    package let name: String
    package let title: String
    package let hosts: [String]
    package let relayDomains: [String]

    package init(name: String, title: String, hosts: [String], relayDomains: [String]) {
      self.name = name
      self.title = title
      self.hosts = hosts
      self.relayDomains = relayDomains
    }
  }

  package let contextNames: [String]

  /// The names of concepts by their shared number.
  package let conceptNames: [String]
  package let marketplaces: [Marketplace]
  package let rules: [Rule]
  package let patterns: [Pattern]

  /// For each concept, the patterns that find it, as indices into ``patterns``.
  package let finders: [[UInt16]]
  private let levels: FlatArray<UInt8>

  package init(_ reader: ImageReader) {
    var reader = reader
    contextNames = reader.readStrings()
    conceptNames = reader.readStrings()
    let marketplaceCount = Int(reader.read(UInt16.self))
    marketplaces = (0..<marketplaceCount).map { _ in
      Marketplace(
        name: reader.readString(), title: reader.readString(), hosts: reader.readStrings(),
        relayDomains: reader.readStrings())
    }
    var patterns: [Pattern] = []
    let ruleCount = Int(reader.read(UInt16.self))
    rules = (0..<ruleCount).map { number in
      let id = reader.readString()
      let message = reader.readString()
      let implies = reader.readArray(of: UInt16.self)
      let reactive = reader.read(UInt8.self)
      var code = CodeReader(reader.readFlat())
      while !code.isAtEnd { patterns.append(Pattern(&code, rule: number)) }
      return Rule(id: id, message: message, implies: implies, reactive: reactive == .max ? nil : reactive)
    }
    levels = reader.readFlat()
    self.patterns = patterns
    var finders = [[UInt16]](repeating: [], count: conceptNames.count)
    for (index, pattern) in patterns.enumerated() {
      for concept in pattern.find { finders[Int(concept)].append(UInt16(index)) }
    }
    self.finders = finders
  }

  /// The level of a rule as a number: 0 info, 1 warning, 2 error, 3 off.
  ///
  /// - Parameters:
  ///   - channel: 0 for messages, 1 for public responses.
  ///   - target: 0 for seller feedback, 1 for product reviews, 2 for unknown.
  package func level(of rule: Int, marketplace: Int, channel: Int, target: Int) -> UInt8 {
    levels[(marketplace * rules.count + rule) * 6 + channel * 3 + target]
  }
}

/// Reads runs of numbers.
private struct CodeReader {
  private let numbers: FlatArray<UInt16>
  private var at = 0

  init(_ numbers: FlatArray<UInt16>) { self.numbers = numbers }

  var isAtEnd: Bool { at >= numbers.count }

  mutating func next() -> UInt16 {
    defer { at += 1 }
    return numbers[at]
  }

  mutating func list() -> [UInt16] {
    let count = Int(next())
    return (0..<count).map { _ in next() }
  }
}

extension RuleBook.Condition {
  fileprivate init(_ code: inout CodeReader) {
    let kind = code.next()
    let reach = Int(code.next())
    placement =
      switch kind {
      case 0: .before(reach)
      case 1: .after(reach)
      default: .within(Scope(rawValue: UInt8(kind - 2)) ?? .draft)
      }
    unless = code.next()
    concepts = code.list()
  }
}
