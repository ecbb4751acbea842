package import SourceText

/// What can be done about an entry of feedback, and why.
package struct TriageResult: Hashable, Sendable {
  /// What the marketplace takes out of the rating, whatever the rating is.
  package enum Decision: String, Sendable, CaseIterable {
    case removeObscene = "remove:obscene"
    case removePersonalData = "remove:personal-data"
    case removeProductReview = "remove:product-review"
    case strikeFulfilledByAmazon = "strike:fulfilled-by-amazon"
    case strikeDelivery = "strike:delivery"
    case none

    /// Whether the seller has to ask for it.
    package var isRequest: Bool { self != .none }
  }

  /// What has to be true besides, and is not known.
  package enum Condition: String, Sendable {
    case buyShipping = "buy-shipping"
  }

  /// What to do now.
  package enum Action: String, Sendable, CaseIterable {
    case requestRemoval = "request-removal"
    case expectStrike = "expect-strike"
    case contactBuyer = "contact-buyer"
    case publicResponse = "public-response"
    case leave
  }

  /// What made the buyer write.
  package enum Cause: String, Sendable, CaseIterable {
    case late
    case notReceived = "not-received"
    case damaged
    case wrongItem = "wrong-item"
    case missingPart = "missing-part"
    case defect
    case notAsDescribed = "not-as-described"
    case refund
    case noAnswer = "no-answer"
    case rudeness
    case price
    case other
  }

  /// Words of the comment.
  package struct Passage: Hashable, Sendable {
    package let text: String

    /// Where they stand, in UTF-8 bytes of the comment.
    package let range: ByteRange

    package init(text: String, range: ByteRange) {
      self.text = text
      self.range = range
    }
  }

  package var decision: Decision
  package var condition: Condition?
  package var action: Action

  /// nil for a comment without words, and for praise.
  package var cause: Cause?

  /// The words that show the decision, or the cause where there is none.
  package var evidence: [Passage]

  /// The clauses that stand against a request.
  package var blockedBy: [Passage]

  /// What to send or to ask for; nil where there is nothing to write.
  package var draft: String?

  /// The comment's language, given or told (`en`); nil for one without words.
  package var language: String?

  package init(
    decision: Decision, condition: Condition? = nil, action: Action, cause: Cause? = nil, evidence: [Passage] = [],
    blockedBy: [Passage] = [], draft: String? = nil, language: String? = nil
  ) {
    self.decision = decision
    self.condition = condition
    self.action = action
    self.cause = cause
    self.evidence = evidence
    self.blockedBy = blockedBy
    self.draft = draft
    self.language = language
  }
}
