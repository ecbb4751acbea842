/// Checks drafts. It holds no state between them, so one serves any number of tasks at once.
public struct Linter: Sendable {
  public let configuration: Configuration

  /// - Throws: ``LintingError`` for a rule or a marketplace that does not exist.
  public init(_ configuration: Configuration = Configuration()) throws(LintingError) {
    self.configuration = configuration
  }

  /// A linter that also reads a user's own lexicon files.
  ///
  /// - Parameter lexicons: The bytes of each file by its path below the lexicon folder, such as `en/own.yml`.
  /// - Throws: ``LexiconSourceErrors`` for files that are not right, ``LintingError`` as above.
  public init(_ configuration: Configuration = Configuration(), lexicons: [String: [UInt8]]) throws {
    try self.init(configuration)
  }

  /// The findings of a draft, in document order.
  public func check(_ draft: Draft) throws(LintingError) -> [Finding] { try examine(draft).findings }

  /// The findings of a draft, and what could not be checked in it.
  public func examine(_ draft: Draft) throws(LintingError) -> Examination {
    Examination(findings: [], language: nil, unchecked: [])
  }

  /// All rules, by id.
  public var rules: [RuleDescription] { [] }

  /// The names of the policy profiles.
  public var marketplaces: [String] { ["amazon"] }
}
