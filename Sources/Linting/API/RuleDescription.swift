import Lexicon

/// What the catalogue says of one rule.
public struct RuleDescription: Sendable {
  /// A draft that shows the rule, or what it leaves alone.
  public struct Example: Hashable, Sendable {
    /// The draft, with the words that violate between `⟦` and `⟧` where it is a bad one.
    public let text: String

    /// Where the draft would be read.
    public let channel: Channel

    /// The language (`en`).
    public let language: String

    /// Whether the seller writes first.
    public let isProactive: Bool

    /// Whether it goes out as it is.
    public let isFinal: Bool

    /// An example as given; the marks in its text are not checked.
    public init(text: String, channel: Channel, language: String, isProactive: Bool = false, isFinal: Bool = false) {
      self.text = text
      self.channel = channel
      self.language = language
      self.isProactive = isProactive
      self.isFinal = isFinal
    }
  }

  /// `family/name`, stable for ever.
  public let id: String

  /// What is forbidden, in one line.
  public let summary: String

  /// What a finding says of the words: one line, lower case, no full stop.
  public let message: String

  /// The reason, in sentences.
  public let why: String

  /// What to write or do in place of it, in sentences.
  public let instead: String

  /// The documents it rests on, as the rule's file lists them.
  public let sources: [PolicySource]

  /// The level in the profile `amazon` by channel and target; what is off is missing.
  public let severities: [Channel: [Target: Severity]]

  /// The level where a draft does not say that the seller writes first, if that makes a difference.
  public let reactiveSeverity: Severity?

  /// Drafts that it reports, in all languages.
  public let badExamples: [Example]

  /// Drafts that it leaves alone, in all languages.
  public let goodExamples: [Example]

  /// A description as given; nothing is checked.
  public init(
    id: String, summary: String, message: String, why: String, instead: String, sources: [PolicySource],
    severities: [Channel: [Target: Severity]], reactiveSeverity: Severity?, badExamples: [Example],
    goodExamples: [Example]
  ) {
    self.id = id
    self.summary = summary
    self.message = message
    self.why = why
    self.instead = instead
    self.sources = sources
    self.severities = severities
    self.reactiveSeverity = reactiveSeverity
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

    /// As machines read it: `official`, `secondary`, `own-reading`.
    public var name: String {
      switch self {
      case .official: "official"
      case .secondary: "secondary"
      case .ownReading: "own-reading"
      }
    }
  }

  /// The short name by which rules cite it (`AM-CPR`).
  public let id: String

  /// The document's title, with who issued it.
  public let document: String

  /// The section inside it, where that is known.
  public let section: String?

  /// The page's URL; nil where only a copy by others was read.
  public let address: String?

  /// How far it can be relied on.
  public let standing: Standing

  /// The day it was read, `YYYY-MM-DD`, where that is known.
  public let read: String?

  /// A source as given; nothing is checked.
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

extension RuleDescription {
  /// The rules of an image, by id.
  static func all(of image: LexiconImage) -> [RuleDescription] {
    let catalogue = image.catalogue
    let documents = Dictionary(uniqueKeysWithValues: catalogue.documents.map { ($0.id, PolicySource($0)) })
    let examples = Dictionary(grouping: catalogue.examples, by: \.rule)
    let amazon = image.rules.marketplaces.firstIndex { $0.name == Configuration().marketplace } ?? 0
    return image.rules.rules.enumerated().map { number, rule in
      let entry = catalogue.entries[number]
      let own = examples[rule.id] ?? []
      var severities: [Channel: [Target: Severity]] = [:]
      for channel in Channel.allCases {
        for target in Target.allCases {
          let level = image.rules.level(
            of: number, marketplace: amazon, channel: Int(channel.rawValue), target: Int(target.rawValue))
          severities[channel, default: [:]][target] = Severity(rawValue: level)
        }
      }
      return RuleDescription(
        id: rule.id, summary: entry.summary, message: rule.message, why: entry.why, instead: entry.instead,
        sources: entry.sources.compactMap { documents[$0] }, severities: severities,
        reactiveSeverity: rule.reactive.flatMap { Severity(rawValue: $0) },
        badExamples: own.filter(\.isBad).map { Example($0) },
        goodExamples: own.filter { !$0.isBad }.map { Example($0) })
    }.sorted { $0.id < $1.id }
  }
}

extension RuleDescription.Example {
  fileprivate init(_ example: ExampleSource) {
    self.init(
      text: example.text, channel: example.isPublic ? .publicResponse : .message, language: example.language,
      isProactive: example.state.contains(.proactive), isFinal: example.state.contains(.final))
  }
}

extension PolicySource {
  fileprivate init(_ document: Catalogue.Document) {
    self.init(
      id: document.id, document: document.document, section: document.section, address: document.address,
      standing: Standing.allCases.first { $0.name == document.standing } ?? .ownReading, read: document.read)
  }
}
