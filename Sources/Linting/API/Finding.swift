public import SourceText

/// How bad a finding is.
public enum Severity: UInt8, Sendable, Comparable, CaseIterable {
  case info
  case warning
  case error

  /// As reports and options write it: `info`, `warning`, `error`.
  public var name: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// Reads ``name``; nil for a text that names no level.
  public init?(_ name: String) {
    guard let level = Severity.allCases.first(where: { $0.name == name }) else { return nil }
    self = level
  }

  /// Orders from the mildest to the worst.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// One violation in a draft.
public struct Finding: Hashable, Sendable {
  /// The rule's id, `family/name`.
  public let rule: String

  /// The level for the draft's channel, target and marketplace; a disguise has raised a warning to an error.
  public let severity: Severity

  /// What the words do, in one line without a full stop.
  public let message: String

  /// The words, in UTF-8 bytes of the draft.
  public let range: ByteRange

  /// Whether the words were written so that a word list would miss them.
  public let isDisguised: Bool

  /// The part of the rule's id before the slash.
  public var family: Substring { rule.prefix { $0 != "/" } }

  /// A finding as given; nothing is checked.
  public init(rule: String, severity: Severity, message: String, range: ByteRange, isDisguised: Bool) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.range = range
    self.isDisguised = isDisguised
  }
}

/// All that a check says of a draft.
public struct Examination: Sendable {
  /// In document order; no two of one rule on one range.
  public let findings: [Finding]

  /// The main language (`en`), or nil for a draft without words.
  public let language: String?

  /// Languages that parts of the draft are written in and that no lexicon covers.
  public let unchecked: [String]

  /// An examination as given; findings are expected in document order.
  public init(findings: [Finding], language: String?, unchecked: [String]) {
    self.findings = findings
    self.language = language
    self.unchecked = unchecked
  }
}
