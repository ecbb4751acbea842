/// What the catalogue says of one rule.
public struct RuleDescription: Sendable {
  public struct Example: Hashable, Sendable {
    /// The draft, with the words that violate between `⟦` and `⟧` where it is a bad one.
    public let text: String
    public let channel: Channel
    /// The language (`en`).
    public let language: String

    public init(text: String, channel: Channel, language: String) {
      self.text = text
      self.channel = channel
      self.language = language
    }
  }

  public let id: String
  public let summary: String
  public let message: String
  public let why: String
  public let instead: String
  public let sources: [PolicySource]

  /// The level by channel in the profile `amazon` about a product review; nil is off.
  public let severity: [Channel: Severity]
  public let badExamples: [Example]
  public let goodExamples: [Example]

  public init(
    id: String, summary: String, message: String, why: String, instead: String, sources: [PolicySource],
    severity: [Channel: Severity], badExamples: [Example], goodExamples: [Example]
  ) {
    self.id = id
    self.summary = summary
    self.message = message
    self.why = why
    self.instead = instead
    self.sources = sources
    self.severity = severity
    self.badExamples = badExamples
    self.goodExamples = goodExamples
  }
}

/// A policy document that a rule rests on.
public struct PolicySource: Hashable, Sendable {
  /// How a source is known to say so.
  public enum Standing: UInt8, Sendable, CaseIterable {
    /// The marketplace's or the law's own page.
    case official
    /// A page of others that reports it.
    case secondary
    /// Our own reading of policy or practice.
    case ownReading

    public var name: String {
      switch self {
      case .official: "official"
      case .secondary: "secondary"
      case .ownReading: "own-reading"
      }
    }
  }

  public let id: String
  public let document: String
  public let section: String?
  public let address: String?
  public let standing: Standing

  /// The day it was read, `YYYY-MM-DD`, where that is known.
  public let read: String?

  public init(
    id: String, document: String, section: String?, address: String?, standing: Standing, read: String?
  ) {
    self.id = id
    self.document = document
    self.section = section
    self.address = address
    self.standing = standing
    self.read = read
  }
}
