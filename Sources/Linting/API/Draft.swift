import Lexicon

/// Who can read a draft once it is sent.
public enum Channel: UInt8, Sendable, CaseIterable {
  /// Private, to one buyer, through the marketplace's messaging.
  case message
  /// Under a buyer's feedback, where every shopper reads it.
  case publicResponse

  /// The name in records, files and options; `public-response` is read too.
  public var name: String {
    switch self {
    case .message: "message"
    case .publicResponse: "public_response"
    }
  }

  /// Reads ``name``; nil for a text that names no channel.
  public init?(_ name: String) {
    switch name {
    case "message": self = .message
    case "public_response", "public-response": self = .publicResponse
    default: return nil
    }
  }
}

/// What a draft talks about.
public enum Target: UInt8, Sendable, CaseIterable {
  case sellerFeedback
  case productReview
  /// Judged as a product review, the stricter of the two.
  case unknown

  /// As records, files and options write it; hyphens are read too.
  public var name: String {
    switch self {
    case .sellerFeedback: "seller_feedback"
    case .productReview: "product_review"
    case .unknown: "unknown"
    }
  }

  /// Reads ``name``; nil for a text that names no target.
  public init?(_ name: String) {
    switch name {
    case "seller_feedback", "seller-feedback": self = .sellerFeedback
    case "product_review", "product-review": self = .productReview
    case "unknown": self = .unknown
    default: return nil
    }
  }
}

/// One text about to be sent.
public struct Draft: Sendable {
  /// The text, well-formed UTF-8.
  public var utf8: [UInt8]

  /// Where it will be read.
  public var channel: Channel

  /// What it asks or speaks about; severities follow it.
  public var target: Target

  /// The policy profile by name; nil takes the configuration's.
  public var marketplace: String?

  /// The language as a BCP 47 tag (`pt-BR`, `de_DE`); nil has it told by script and function words.
  public var language: String?

  /// Whether the seller writes first, without a question of the buyer's; nil where that is not known.
  public var isProactive: Bool?

  /// Whether the draft goes out as it is, so that no placeholder may be left in it; nil where that is not known.
  public var isFinal: Bool?

  /// A draft of a text, to be judged as a private message about a product review where nothing else is said.
  public init(
    _ text: String, channel: Channel = .message, target: Target = .unknown, marketplace: String? = nil,
    language: String? = nil, isProactive: Bool? = nil, isFinal: Bool? = nil
  ) {
    self.init(
      utf8: Array(text.utf8), channel: channel, target: target, marketplace: marketplace, language: language,
      isProactive: isProactive, isFinal: isFinal)
  }

  /// A draft of bytes that the caller has found to be well-formed UTF-8.
  public init(
    utf8: [UInt8], channel: Channel = .message, target: Target = .unknown, marketplace: String? = nil,
    language: String? = nil, isProactive: Bool? = nil, isFinal: Bool? = nil
  ) {
    self.utf8 = utf8
    self.channel = channel
    self.target = target
    self.marketplace = marketplace
    self.language = language
    self.isProactive = isProactive
    self.isFinal = isFinal
  }
}

extension Draft {
  /// What the draft says of itself, as rules ask for it.
  var state: DraftState {
    var state: DraftState = []
    if isProactive == true { state.insert(.proactive) }
    if isFinal == true { state.insert(.final) }
    return state
  }
}
