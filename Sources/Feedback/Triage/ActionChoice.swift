/// Chooses what to do about an entry.
struct ActionChoice {
  let entry: FeedbackEntry
  let comment: ReadComment

  private static let leastPositive = 4

  func action(for decision: TriageResult.Decision, _ cause: TriageResult.Cause?) -> TriageResult.Action {
    // Nobody asks for praise to be taken away, and stars alone cannot be argued with.
    if (entry.rating ?? 1) >= Self.leastPositive || comment.clauses.isEmpty { return .leave }
    // After its days nothing is granted any more.
    switch entry.daysLeft == 0 ? .none : decision {
    case .removeObscene, .removePersonalData, .removeProductReview: return .requestRemoval
    case .strikeFulfilledByAmazon, .strikeDelivery: return .expectStrike
    case .none: break
    }
    switch cause {
    case .late, .notReceived, .damaged, .wrongItem, .missingPart, .defect, .notAsDescribed, .refund, .noAnswer:
      return .contactBuyer
    // What happened cannot be mended any more, but others read it.
    case .rudeness, .price, .other, nil: return entry.response == nil ? .publicResponse : .leave
    }
  }
}
