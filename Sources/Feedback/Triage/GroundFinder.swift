internal import SourceText

/// Tells which ground of the marketplace's a comment meets.
///
/// The order is the marketplace's: obscene words and personal data wherever they stand; the others only where the whole
/// comment is about one thing, so that each clause is of it or says nothing. A clause that may be about anything stands
/// against each ground: to ask without one is itself against the rules.
struct GroundFinder {
  let comment: ReadComment
  let entry: FeedbackEntry

  /// What is found: the decision, the words for it, and the clauses against.
  struct Verdict {
    var decision: TriageResult.Decision
    var condition: TriageResult.Condition?
    var evidence: [ByteRange]
    var blockedBy: [ByteRange] = []
  }

  private static let ofParcels = ClauseClasses(.delay, .handling, .packing, .dispatch, .marketplace)

  var verdict: Verdict {
    if !comment.obscene.isEmpty { return Verdict(decision: .removeObscene, evidence: comment.obscene) }
    if !comment.personal.isEmpty { return Verdict(decision: .removePersonalData, evidence: comment.personal) }
    if let product = review { return product }
    if entry.fulfillment == .amazon {
      return entire(Self.ofParcels, .strikeFulfilledByAmazon) ?? none(against: leaning(to: Self.ofParcels))
    }
    return delivery ?? none(against: leaning(to: ClauseClasses(.delay)))
  }

  /// A review of the product; its words are open, so clauses among them that tell nothing else belong to it.
  private var review: Verdict? {
    let own = ClauseClasses(.product)
    let said = comment.clauses.filter { $0.classes == own }
    guard !said.isEmpty,
      comment.clauses.allSatisfy({ $0.classes == own || $0.isFiller || $0.isUnknown })
    else { return nil }
    return Verdict(decision: .removeProductReview, evidence: said.map(\.range))
  }

  /// A parcel that the seller sent in time and that is late or lost.
  private var delivery: Verdict? {
    guard entry.fulfillment == .merchant, entry.isShippedOnTime == true, entry.hasBuyShipping != false,
      var verdict = entire(ClauseClasses(.delay), .strikeDelivery)
    else { return nil }
    if entry.hasBuyShipping == nil { verdict.condition = .buyShipping }
    return verdict
  }

  private func entire(_ classes: ClauseClasses, _ decision: TriageResult.Decision) -> Verdict? {
    let said = comment.clauses.filter { !$0.isFiller && !$0.isUnknown && classes.isSuperset(of: $0.classes) }
    guard !said.isEmpty,
      comment.clauses.allSatisfy({
        $0.isFiller || !$0.isUnknown && classes.isSuperset(of: $0.classes)
      })
    else { return nil }
    return Verdict(decision: decision, evidence: said.map(\.range))
  }

  private func none(against classes: ClauseClasses) -> Verdict {
    let against = comment.clauses.filter {
      !$0.isFiller && ($0.isUnknown || !classes.isSuperset(of: $0.classes))
    }
    return Verdict(decision: .none, evidence: [], blockedBy: against.map(\.range))
  }

  /// The ground that the comment comes closest to, whose clauses are not told as those against it.
  private func leaning(to classes: ClauseClasses) -> ClauseClasses {
    let product = ClauseClasses(.product)
    let counts = [classes, product].map { own in
      comment.clauses.count { !$0.isUnknown && !$0.isFiller && own.isSuperset(of: $0.classes) }
    }
    return counts[1] > counts[0] ? product : classes
  }
}
