/// Tells what made the buyer write.
enum CauseRanking {
  /// What is specific comes before what often follows from it: who was sent the wrong thing asks for the money too.
  private static let order: [TriageResult.Cause] = [
    .wrongItem, .missingPart, .damaged, .notReceived, .late, .notAsDescribed, .defect, .rudeness, .noAnswer, .refund,
    .price,
  ]

  /// The cause of a comment; nil for one without words, and for praise that names none.
  static func cause(of comment: ReadComment, rating: Int?) -> TriageResult.Cause? {
    if comment.clauses.isEmpty { return nil }
    if let cause = order.first(where: { comment.causes.contains($0) }) { return cause }
    return (rating ?? 1) >= 4 ? nil : .other
  }
}
