public import Lexicon

/// What a linter is asked to look for.
public struct Configuration: Sendable {
  /// The policy profile of drafts that name none.
  public var marketplace: String

  /// Rule ids or families to report; empty reports all.
  public var selected: [String]

  /// Rule ids or families not to report.
  public var ignored: [String]

  /// Levels by rule id or family that stand above the profile's.
  ///
  /// nil turns the rule off. The last that fits holds.
  public var severities: [(rule: String, severity: Severity?)]

  /// Hosts of the caller's own, in lower case: links to them and to their sub-domains are innocent on every marketplace.
  public var allowedHosts: [String]

  /// Names of shops and products: what they cover whole is no sign of anything, in every language.
  ///
  /// They are known by their words; case, spacing and punctuation do not matter.
  public var allowedPhrases: [String]

  /// A configuration whose names are not checked; making a ``Linter`` of it is what throws.
  public init(
    marketplace: String = "amazon", selected: [String] = [], ignored: [String] = [],
    severities: [(rule: String, severity: Severity?)] = [], allowedHosts: [String] = [], allowedPhrases: [String] = []
  ) {
    self.marketplace = marketplace
    self.selected = selected
    self.ignored = ignored
    self.severities = severities
    self.allowedHosts = allowedHosts
    self.allowedPhrases = allowedPhrases
  }
}

/// Why a linter cannot be made or a draft not be checked.
public enum LintingError: Error, Sendable {
  /// A name in the configuration that is neither a rule nor a family.
  case unknownRule(String, nearest: String?)
  /// A profile that no lexicon has, in the configuration or in a draft.
  case unknownMarketplace(String, known: [String])
  /// An allowed phrase in which there is no word.
  case noWord(String)
  /// Mistakes in lexicon files of the caller's.
  case lexicon([LexiconProblem])
  /// What ICU says of its own failure.
  case icu(String)
}

extension LintingError: CustomStringConvertible {
  /// What is wrong and how to mend it; a line for each mistake.
  public var description: String {
    switch self {
    case .unknownRule(let name, let nearest):
      "no rule or family is called `\(name)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
        + " `buyerlint rules` lists them"
    case .unknownMarketplace(let name, let known):
      "no marketplace is called `\(name)`; known are \(known.joined(separator: ", "))"
    case .noWord(let phrase): "there is no word in the phrase `\(phrase)`"
    case .lexicon(let problems): problems.map(\.description).joined(separator: "\n")
    case .icu(let message): message
    }
  }
}
