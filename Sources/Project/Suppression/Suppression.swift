/// A finding that somebody has accepted, with a reason.
package struct Suppression: Hashable, Sendable {
  /// A rule's id or a family.
  package var rule: String

  /// The sentence that it holds for; nil holds for the whole draft.
  package var sentence: Fingerprint?

  package var reason: String

  package init(rule: String, sentence: Fingerprint?, reason: String) {
    self.rule = rule
    self.sentence = sentence
    self.reason = reason
  }

  /// Whether a finding of a rule in a sentence is accepted by it.
  func holds(rule: String, sentence: Fingerprint) -> Bool {
    let isMeant =
      rule == self.rule || (rule.hasPrefix(self.rule) && rule.utf8.dropFirst(self.rule.utf8.count).first == 0x2F)
    return isMeant && (self.sentence == nil || self.sentence == sentence)
  }
}

/// Why a suppression does not hold.
package struct SuppressionMistake: Error {
  /// In one line without a full stop.
  package let message: String
}

extension Suppression {
  /// Reads what was written down.
  ///
  /// - Throws: What is missing, and how to mend it.
  package init(rule: String, sentence: String?, reason: String) throws(SuppressionMistake) {
    guard !rule.isEmpty else {
      throw SuppressionMistake(message: "a suppression names no `rule`; `buyerlint rules` lists them")
    }
    guard reason.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
      throw SuppressionMistake(
        message: "the suppression of `\(rule)` gives no `reason`; say in words why it is accepted")
    }
    var fingerprint: Fingerprint?
    if let sentence {
      fingerprint = Fingerprint(sentence)
      guard fingerprint != nil else {
        let form = "16 hexadecimal digits; `buyerlint check --format json` gives them as `fingerprint`"
        throw SuppressionMistake(message: "`\(sentence.prefix(40))` is no fingerprint of a sentence: it takes \(form)")
      }
    }
    self.init(rule: rule, sentence: fingerprint, reason: reason)
  }
}
