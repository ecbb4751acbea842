internal import Advice
internal import Linting

/// Writes what is sent: the ground to the marketplace, a message to the buyer, or a response in public.
struct ReplyDrafts: Sendable {
  private let library: TemplateLibrary
  private let linter: Linter

  private static let marketplace = "amazon"

  /// - Throws: ``LintingError/lexicon(_:)`` with all mistakes.
  init(lexicons files: [String: [UInt8]]) throws(LintingError) {
    library = try TemplateLibrary(lexicons: files)
    let own = files.filter { !ClueFinder.isOfCommentsAlone($0.key) }
    linter = try own.isEmpty ? Linter() : Linter(lexicons: own)
  }

  /// The draft for a result; nil where there is nothing to write, no template in the language, or none that complies.
  ///
  /// - Throws: Errors of ICU's.
  func draft(for result: TriageResult, _ entry: FeedbackEntry) throws(LintingError) -> String? {
    switch result.action {
    case .requestRemoval, .expectStrike: return Self.ground(for: result.decision)
    case .contactBuyer:
      return try first(Self.situations(of: result.cause, entry), .message, result, entry)
    case .publicResponse: return try first(["apology"], .publicResponse, result, entry)
    case .leave: return nil
    }
  }

  /// The templates to think of, the best first.
  private static func situations(of cause: TriageResult.Cause?, _ entry: FeedbackEntry) -> [String] {
    switch cause {
    case .late where entry.fulfillment == .amazon, .notReceived where entry.fulfillment == .amazon:
      ["marketplace-fulfilled"]
    case .late: ["late"]
    case .notReceived: ["not-received"]
    case .damaged: ["damaged"]
    case .wrongItem: ["wrong-item"]
    case .missingPart: ["missing-part"]
    case .defect: ["defect"]
    case .notAsDescribed, .refund: ["return"]
    case .noAnswer, .rudeness, .price, .other, nil: ["question"]
    }
  }

  private func first(
    _ situations: [String], _ channel: Channel, _ result: TriageResult, _ entry: FeedbackEntry
  ) throws(LintingError) -> String? {
    guard let language = result.language.map({ String($0.prefix { $0 != "-" && $0 != "_" }) }) else { return nil }
    for situation in situations {
      for template in library.templates(
        for: situation, channel, language: language, marketplace: Self.marketplace, target: .sellerFeedback)
      {
        let text = template.draft(with: Self.values(for: template, entry))
        let draft = Draft(
          text, channel: channel, target: .sellerFeedback, marketplace: Self.marketplace, language: language)
        if try linter.check(draft).allSatisfy({ $0.severity < .warning }) { return text }
      }
    }
    return nil
  }

  /// The order is named in private alone, and only where the ID is one.
  private static func values(for template: Template, _ entry: FeedbackEntry) -> [String: String] {
    guard template.channel == .message, isOrder(entry.id) else { return [:] }
    return Dictionary(
      template.placeholders.filter { $0.kind == .order }.map { ($0.name, entry.id) }, uniquingKeysWith: { $1 })
  }

  /// `111-5550100-5550199`.
  private static func isOrder(_ id: String) -> Bool {
    let parts = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.map(\.count) == [3, 7, 7] && parts.joined().allSatisfy { $0 &- 0x30 < 10 }
  }

  /// What the request says; the marketplace reads it, not the buyer.
  private static func ground(for decision: TriageResult.Decision) -> String? {
    switch decision {
    case .removeObscene: "Ground: the comment holds words that are generally held obscene."
    case .removePersonalData: "Ground: the comment holds data that tell who the seller is in person."
    case .removeProductReview: "Ground: the whole comment is about the product; no part of it is about the service."
    case .strikeFulfilledByAmazon:
      "Ground: Amazon fulfilled this order, and the whole comment is about its fulfilment."
    case .strikeDelivery:
      "Ground: the order was shipped on time, and the whole comment is about a parcel that was late or did not come."
    case .none: nil
    }
  }
}
