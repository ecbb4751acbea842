/// A finding that was accepted and is not there any more.
package struct AbsentResult: Hashable, Sendable {
  package var path: String
  package var rule: String

  /// Of its sentence.
  package var fingerprint: String

  /// Which of the findings of the rule in that sentence it was, from 1.
  package var occurrence: Int

  package init(path: String, rule: String, fingerprint: String, occurrence: Int) {
    self.path = path
    self.rule = rule
    self.fingerprint = fingerprint
    self.occurrence = occurrence
  }
}
