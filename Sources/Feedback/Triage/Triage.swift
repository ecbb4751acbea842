package import Linting

/// Judges entries of feedback.
///
/// It holds no state between them, so one serves any number of tasks at once.
package struct Triage: Sendable {
  /// A triage of the built-in lexicons, and of files that add to them or take their place.
  ///
  /// - Parameter files: Contents by path in the lexicon folder.
  /// - Throws: ``LintingError/lexicon(_:)`` with all mistakes.
  package init(lexicons files: [String: [UInt8]] = [:]) throws(LintingError) {}

  /// What can be done about an entry.
  ///
  /// - Throws: Errors of ICU's.
  package func judge(_ entry: FeedbackEntry) throws(LintingError) -> TriageResult {
    TriageResult(decision: .none, action: (entry.rating ?? 1) >= 4 ? .leave : .publicResponse)
  }
}
