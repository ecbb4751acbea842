package import Linting

/// Mends drafts: it takes out what violates, and never adds a statement.
package struct Fixer: Sendable {
  /// The findings of a draft that are open: not those that somebody has accepted.
  package typealias Review = (Draft) throws(LintingError) -> [Finding]

  private let linter: Linter
  private let lexicon: FixingLexicon

  /// A fixer that cuts drafts as a linter reads them.
  ///
  /// - Parameter files: Lexicon files of the caller's, by path in the lexicon folder.
  /// - Throws: ``LintingError/lexicon(_:)`` with all mistakes in what languages say of fixes.
  package init(_ linter: Linter, lexicons files: [String: [UInt8]] = [:]) throws(LintingError) {
    self.linter = linter
    lexicon = try FixingLexicon(files)
  }

  /// Looks for mistakes in what lexicon files say of fixes.
  ///
  /// - Throws: ``LintingError/lexicon(_:)`` with all of them.
  package static func checkLexicons(_ files: [String: [UInt8]]) throws(LintingError) { _ = try FixingLexicon(files) }

  /// The findings that fixes are for: those at warning or above.
  package static func concerns(_ finding: Finding) -> Bool { finding.severity >= .warning }

  /// Mends a draft.
  ///
  /// - Parameters:
  ///   - findings: What is open in it.
  ///   - safety: Whether only safe fixes are made, or unsafe ones too.
  ///   - review: Answers what is open in a mended draft; nil takes all that the linter finds.
  package func fixes(
    of draft: Draft, _ findings: [Finding], _ safety: Fix.Safety, review: Review? = nil
  ) throws(LintingError) -> FixedDraft {
    let open = findings.filter(Self.concerns)
    guard !open.isEmpty else { return FixedDraft(utf8: draft.utf8, outcome: .clean, left: []) }
    var repair = Repair(draft, open, linter, lexicon)
    return try repair.run(safety) { draft throws(LintingError) in
      if let review { return try review(draft) }
      return try linter.check(draft)
    }
  }
}
