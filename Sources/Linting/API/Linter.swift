import Lexicon
import SourceText
import UnicodeText

/// Checks drafts.
///
/// It holds no state between them, so one serves any number of tasks at once.
public struct Linter: Sendable {
  /// What it was made with.
  public let configuration: Configuration
  let engine: Engine
  private let levels: RuleLevels

  /// By marketplace and channel.
  private let allowed: [[Allowances]]

  /// A linter of the built-in lexicons.
  ///
  /// - Throws: ``LintingError`` for a rule or a marketplace that does not exist.
  public init(_ configuration: Configuration = Configuration()) throws(LintingError) {
    try self.init(configuration, engine: Engine.built(for: .violations))
  }

  /// A linter of the built-in lexicons and of files that add to them.
  ///
  /// - Parameter files: Contents by path in the lexicon folder, such as `en/own.yml`; one with the path of a built-in
  ///   file takes its place.
  /// - Throws: ``LintingError``; all mistakes in the files are in ``LintingError/lexicon(_:)``.
  public init(_ configuration: Configuration = Configuration(), lexicons files: [String: [UInt8]]) throws(LintingError)
  {
    let hasOwn = files.keys.contains { !RuleSet.concernsAdviceAlone($0) }
    try self.init(configuration, engine: Engine.built(for: .violations, lexicons: hasOwn ? files : [:]))
  }

  init(_ configuration: Configuration, engine: Engine) throws(LintingError) {
    self.configuration = configuration
    self.engine = engine
    levels = try RuleLevels(configuration, engine.image.rules)
    let phrases = try AllowedPhrases(configuration.allowedPhrases)
    allowed = engine.image.rules.marketplaces.map { marketplace in
      Channel.allCases.map { Allowances(marketplace, $0, hosts: configuration.allowedHosts, phrases) }
    }
  }

  /// A linter of the same lexicons under another configuration; it shares all that is large.
  ///
  /// - Throws: ``LintingError`` for a rule or a marketplace that does not exist, or a phrase without a word.
  public func configured(_ configuration: Configuration) throws(LintingError) -> Linter {
    try Linter(configuration, engine: engine)
  }

  /// The findings of a draft, in document order.
  ///
  /// - Throws: ``LintingError/unknownMarketplace(_:known:)``, and errors of ICU's.
  public func check(_ draft: Draft) throws(LintingError) -> [Finding] { try examine(draft).findings }

  /// The findings of a draft, and what could not be checked in it.
  ///
  /// - Throws: As ``check(_:)``.
  public func examine(_ draft: Draft) throws(LintingError) -> Examination {
    let marketplace = try levels.marketplace(named: draft.marketplace)
    do throws(ICUError) {
      let folded = try FoldedText(draft.utf8.span)
      let scope = scope(of: draft, marketplace: marketplace)
      let read = try engine.read(draft.utf8, folded, scope)
      var evaluator = RuleEvaluator(
        engine.image.rules, read, folded, channel: Int(draft.channel.rawValue), state: draft.state)
      let findings = evaluator.matches().compactMap { match in
        finding(match, in: draft, folded, marketplace: marketplace)
      }
      return Examination(
        findings: findings.sorted {
          ($0.range.lowerBound, $0.range.upperBound, $0.rule) < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
        },
        language: read.language, unchecked: read.unchecked.sorted())
    } catch {
      throw .icu("\(error)")
    }
  }

  /// What reading a draft depends on.
  ///
  /// - Throws: ``LintingError/unknownMarketplace(_:known:)``.
  func scope(of draft: Draft) throws(LintingError) -> ReadingScope {
    scope(of: draft, marketplace: try levels.marketplace(named: draft.marketplace))
  }

  private func scope(of draft: Draft, marketplace: Int) -> ReadingScope {
    ReadingScope(
      language: draft.language, channel: Int(draft.channel.rawValue), state: draft.state,
      allowed: allowed[marketplace][Int(draft.channel.rawValue)])
  }

  private func finding(
    _ match: RuleEvaluator.Match, in draft: Draft, _ folded: FoldedText, marketplace: Int
  ) -> Finding? {
    let range = folded.sourceRange(of: match.bytes)
    let isDisguised = match.isDisguised || HiddenCharacters.stand(in: draft.utf8.span, range)
    guard
      let severity = levels.severity(
        of: match.rule, marketplace: marketplace, draft, isDisguised: isDisguised)
    else { return nil }
    let rule = engine.image.rules.rules[match.rule]
    return Finding(
      rule: rule.id, severity: severity, message: rule.message, range: range, isDisguised: isDisguised)
  }

  /// Whether it looks for a rule, or for any rule of a family.
  ///
  /// - Throws: ``LintingError/unknownRule(_:nearest:)``.
  public func looks(for rule: String) throws(LintingError) -> Bool { try levels.looks(for: rule) }

  /// All rules, by id.
  public var rules: [RuleDescription] { RuleDescription.all(of: engine.image) }

  /// The ids of all rules, in no order that means anything.
  package var ruleIDs: [String] { engine.image.rules.rules.map(\.id) }

  /// The names of the policy profiles.
  public var marketplaces: [String] { engine.image.rules.marketplaces.map(\.name) }

  /// The languages that have a lexicon, as tags (`en`); not `und`, which stands for all of them.
  public var languages: [String] {
    let image = engine.image
    return image.languageCodes.indices.filter { image.hasLexicon($0) }.map { image.languageCodes[$0] }
      .filter { $0 != EngineConcept.universalLanguage }
  }
}
