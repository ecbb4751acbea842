package import Linting
internal import SourceText

/// Judges entries of feedback.
///
/// It holds no state between them, so one serves any number of tasks at once.
package struct Triage: Sendable {
  private let reader: CommentReader
  private let drafts: ReplyDrafts

  /// A triage of the built-in lexicons, and of files that add to them or take their place.
  ///
  /// - Parameter files: Contents by path in the lexicon folder.
  /// - Throws: ``LintingError/lexicon(_:)`` with all mistakes.
  package init(lexicons files: [String: [UInt8]] = [:]) throws(LintingError) {
    reader = try CommentReader(lexicons: files)
    drafts = try ReplyDrafts(lexicons: files)
  }

  /// What can be done about an entry.
  ///
  /// - Throws: Errors of ICU's.
  package func judge(_ entry: FeedbackEntry) throws(LintingError) -> TriageResult {
    let comment = try reader.read(entry.comment, language: entry.language)
    let verdict = GroundFinder(comment: comment, entry: entry).verdict
    let cause = CauseRanking.cause(of: comment, rating: entry.rating)
    var result = TriageResult(
      decision: verdict.decision, condition: verdict.condition, action: .leave, cause: cause,
      evidence: passages(verdict.evidence, entry), blockedBy: passages(verdict.blockedBy, entry),
      language: comment.language)
    result.action = ActionChoice(entry: entry, comment: comment).action(for: result.decision, cause)
    result.draft = try drafts.draft(for: result, entry)
    return result
  }

  private func passages(_ ranges: [ByteRange], _ entry: FeedbackEntry) -> [TriageResult.Passage] {
    Set(ranges).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }.map { range in
      TriageResult.Passage(text: String(decoding: entry.comment[range], as: UTF8.self), range: range)
    }
  }
}
