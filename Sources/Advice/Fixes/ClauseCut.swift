internal import Linting
internal import SourceText

/// Cuts a clause out of a sentence where what stays is a whole sentence that promises nothing new.
struct ClauseCut {
  private let view: TextView
  private let leadingConditions: Bool

  init(_ view: TextView, leadingConditions: Bool) {
    self.view = view
    self.leadingConditions = leadingConditions
  }

  /// What joins clauses and goes with the one that goes.
  private static let joints: [StaticString] = [
    " ", ",", ";", "–", "—", "-", "、", "，", "；", "\u{A0}", "\u{3000}", ":", "…",
  ]
  /// The edits that leave a whole sentence; nil where the sentence has to go.
  func edits(_ sentence: ByteRange, _ findings: [Finding], _ isClean: Cuts.IsClean) throws(LintingError) -> [TextEdit]?
  {
    for part in parts(sentence, findings) {
      let bytes = Array(view.utf8[part])
      guard try isClean(bytes) else { continue }
      var edits: [TextEdit] = []
      if part.lowerBound > sentence.lowerBound {
        edits.append(TextEdit(sentence.lowerBound..<part.lowerBound, ""))
        if let capital = view.utf8.capital(at: part.lowerBound) { edits.append(capital) }
      }
      let end = self.end(of: sentence)
      if part.upperBound < end { edits.append(TextEdit(part.upperBound..<end, "")) }
      // What was a question asked with the clause that goes.
      for (question, stop) in [("?", "."), ("？", "。")] where part.upperBound < end {
        let sign = end..<min(end + question.utf8.count, sentence.upperBound)
        if view.utf8[sign].elementsEqual(question.utf8) { edits.append(TextEdit(sign, stop)) }
      }
      return edits
    }
    return nil
  }

  /// Parts of a sentence that may stay, the best first.
  private func parts(_ sentence: ByteRange, _ findings: [Finding]) -> [ByteRange] {
    let conditions = view.places(of: .condition, in: sentence)
    var parts: [ByteRange] = []
    if let condition = conditions.first {
      if condition.lowerBound > sentence.lowerBound {
        let kept = trimmed(sentence.lowerBound..<condition.lowerBound)
        if isOwed(kept), !view.holds(.condition, in: kept) { parts.append(kept) }
      }
      if leadingConditions || conditions.count == 1 { parts += partsBehind(conditions, sentence) }
    }
    for joint in view.places(of: .conjunction, in: sentence) {
      let head = trimmed(sentence.lowerBound..<joint.lowerBound)
      // What is granted already may be part of what is found: the request beside it ties the two.
      if view.holds(.owed, in: head), states(head, findings) {
        parts.append(head)
      } else if states(head, findings) || standsAlone(head, findings),
        !findings.contains(where: { $0.range.overlaps(head) })
      {
        parts.append(head)
      }
      let tail = trimmed(joint.upperBound..<end(of: sentence))
      let isFree = conditions.allSatisfy { $0.lowerBound > joint.lowerBound }
      if isFree, states(tail, findings), !findings.contains(where: { $0.range.overlaps(tail) }) { parts.append(tail) }
    }
    if let tail = tailBehindAddress(sentence, findings), conditions.isEmpty { parts.append(tail) }
    return parts
  }

  /// What stands behind a condition at the front, where the language lets it stand alone.
  private func partsBehind(_ conditions: [ByteRange], _ sentence: ByteRange) -> [ByteRange] {
    guard leadingConditions, conditions.count == 1, let condition = conditions.first else { return [] }
    let stop = end(of: sentence)
    guard
      let comma = (condition.upperBound..<stop).first(where: { view.utf8.length(ofAny: [",", "、", "，"], at: $0) > 0 })
    else { return [] }
    let kept = trimmed(comma..<stop)
    return isOwed(kept) ? [kept] : []
  }

  /// Whether a clause grants what is owed, and not just under the condition beside it.
  private func isOwed(_ clause: ByteRange) -> Bool {
    guard let owed = view.places(of: .owed, in: clause).first, !view.holds(.voluntary, in: clause) else { return false }
    // "is approved once you have ..." grants nothing yet; something else has to stand between the two.
    return owed.upperBound < clause.upperBound
  }

  /// Families of which one clause can be wrong while the one beside it is not.
  private static let separable: Set<Substring> = ["personal-data", "off-platform", "promotion", "channel"]

  /// Whether a clause is a statement by itself.
  private func states(_ clause: ByteRange, _ findings: [Finding]) -> Bool {
    guard !clause.isEmpty, !view.holds(.condition, in: clause), !view.holds(.voluntary, in: clause) else {
      return false
    }
    if view.holds(.owed, in: clause) { return true }
    guard findings.allSatisfy({ Self.separable.contains($0.family) }) else { return false }
    return view.places(of: .fact, in: clause).contains { $0.lowerBound <= clause.lowerBound + 2 }
  }

  /// Up to so many words the front of a sentence is no clause.
  private static let briefWeight = 3

  /// Whether what stands before a request is a sentence of its own: an apology, or a fact that is given for nothing.
  private func standsAlone(_ head: ByteRange, _ findings: [Finding]) -> Bool {
    guard view.utf8.weight(of: head) > Self.briefWeight, !view.holds(.condition, in: head),
      !view.holds(.voluntary, in: head), !view.holds(.feedback, in: head),
      !findings.contains(where: { $0.family == "incentive" })
    else { return false }
    if view.holds(.apology, in: head) { return true }
    return view.places(of: .fact, in: head).contains { $0.lowerBound <= head.lowerBound + 2 }
  }

  /// The statement behind an address that shows somebody's name.
  private func tailBehindAddress(_ sentence: ByteRange, _ findings: [Finding]) -> ByteRange? {
    guard
      let comma = (sentence.lowerBound..<sentence.upperBound).first(where: {
        view.utf8.length(ofAny: [",", "、", "，"], at: $0) > 0
      }), findings.allSatisfy({ $0.range.upperBound <= comma }),
      findings.contains(where: { $0.range.lowerBound < comma })
    else { return nil }
    let address = sentence.lowerBound..<comma
    let isGreeting = view.places(of: .courtesy, in: sentence).contains { $0.lowerBound <= sentence.lowerBound + 2 }
    let isName =
      findings.allSatisfy { $0.rule == "personal-data/full-name" } && !view.isStatement(address)
      && view.utf8.weight(of: address) <= Self.longestAddress
    guard isGreeting || isName else { return nil }
    let tail = trimmed(comma..<end(of: sentence))
    guard !view.holds(.condition, in: tail) else { return nil }
    return view.isStatement(tail) || (isName && view.utf8.weight(of: tail) > Self.briefWeight) ? tail : nil
  }

  /// The longest address of somebody, in words.
  private static let longestAddress = 8

  /// Where the signs begin that end a sentence.
  private func end(of sentence: ByteRange) -> Int {
    var end = sentence.upperBound
    while end > sentence.lowerBound {
      let length = view.utf8.length(ofAny: TextView.ends, endingAt: end)
      guard length > 0 else { break }
      end -= length
    }
    return end
  }

  /// A range without what joins clauses at its ends.
  private func trimmed(_ range: ByteRange) -> ByteRange {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let length = view.utf8.length(ofAny: Self.joints, at: low)
      guard length > 0 else { break }
      low += length
    }
    while high > low {
      let length = view.utf8.length(ofAny: Self.joints, endingAt: high)
      guard length > 0 else { break }
      high -= length
    }
    return low..<max(low, high)
  }
}
