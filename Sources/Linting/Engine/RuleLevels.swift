import Lexicon

/// What level each rule has under a configuration.
struct RuleLevels: Sendable {
  private let book: RuleBook

  /// The configured level of each rule, where it says one.
  private let own: [OwnLevel]
  private let defaultMarketplace: Int

  private enum OwnLevel {
    case none
    case off
    case level(Severity)
  }

  init(_ configuration: Configuration, _ book: RuleBook) throws(LintingError) {
    self.book = book
    let selected = try Self.rules(named: configuration.selected, book)
    let ignored = try Self.rules(named: configuration.ignored, book)
    var own = [OwnLevel](repeating: .none, count: book.rules.count)
    for (name, severity) in configuration.severities {
      for rule in try Self.rules(named: [name], book) { own[rule] = severity.map { .level($0) } ?? .off }
    }
    for rule in book.rules.indices {
      if ignored.contains(rule) || (!configuration.selected.isEmpty && !selected.contains(rule)) { own[rule] = .off }
    }
    self.own = own
    defaultMarketplace = try Self.marketplace(named: configuration.marketplace, book)
  }

  /// Whether any of the rules that an id or a family names is not turned off.
  func looks(for name: String) throws(LintingError) -> Bool {
    try Self.rules(named: [name], book).contains { rule in
      if case .off = own[rule] { false } else { true }
    }
  }

  /// The rules that a list of ids and families names.
  private static func rules(named names: [String], _ book: RuleBook) throws(LintingError) -> Set<Int> {
    var numbers: Set<Int> = []
    for name in names {
      let found = book.rules.indices.filter { book.rules[$0].id == name || book.rules[$0].id.hasPrefix(name + "/") }
      guard !found.isEmpty else {
        let families = book.rules.map { String($0.id.prefix { $0 != "/" }) }
        throw .unknownRule(name, nearest: SpellingDistance.nearest(to: name, among: book.rules.map(\.id) + families))
      }
      numbers.formUnion(found)
    }
    return numbers
  }

  private static func marketplace(named name: String, _ book: RuleBook) throws(LintingError) -> Int {
    guard let number = book.marketplaces.firstIndex(where: { $0.name == name }) else {
      throw .unknownMarketplace(name, known: book.marketplaces.map(\.name))
    }
    return number
  }

  /// The number of a policy profile; nil names the configuration's.
  func marketplace(named name: String?) throws(LintingError) -> Int {
    guard let name else { return defaultMarketplace }
    return try Self.marketplace(named: name, book)
  }

  /// The severity of a finding, or nil where the rule is off.
  func severity(of rule: Int, marketplace: Int, _ draft: Draft, isDisguised: Bool) -> Severity? {
    switch own[rule] {
    case .off: return nil
    case .level(let level): return level
    case .none: break
    }
    var level = book.level(
      of: rule, marketplace: marketplace, channel: Int(draft.channel.rawValue), target: Int(draft.target.rawValue))
    if let reactive = book.rules[rule].reactive, draft.isProactive != true, Severity(rawValue: level) != nil {
      level = reactive
    }
    guard let severity = Severity(rawValue: level) else { return nil }
    // Who hides the words knows that they are forbidden.
    return isDisguised && severity == .warning ? .error : severity
  }
}
