package import Documents
package import Linting
package import Project
package import Reporting
internal import SourceText
internal import UnicodeText

/// Sorts the findings of one draft: those to report, and those that are accepted.
package struct DraftReview {
  private let review: FindingReview
  private let file: FindingReview.File
  private let keepsAccepted: Bool
  private var declared: [Suppression] = []

  /// Where each of ``declared`` stands, and whether it has accepted something.
  private var declarations: [(written: DeclaredSuppression, isUsed: Bool)] = []
  package private(set) var accepted = AcceptedCounts()

  /// What was accepted of the last text; empty unless it is to be kept.
  package private(set) var acceptedItems: [ReportItem] = []

  /// A review that, if asked to, keeps what it accepts.
  package init(_ review: FindingReview, _ file: FindingReview.File, keepsAccepted: Bool) {
    self.review = review
    self.file = file
    self.keepsAccepted = keepsAccepted
  }

  /// Takes what the draft says is accepted, and answers what of it is wrong, and why.
  package mutating func declare(_ suppressions: [DeclaredSuppression]) -> [(DeclaredSuppression, message: String)] {
    var mistakes: [(DeclaredSuppression, message: String)] = []
    for written in suppressions {
      do throws(SuppressionMistake) {
        let suppression = try Suppression(rule: written.rule, sentence: written.sentence, reason: written.reason)
        if case .unknown(let message) = review.meaning(of: suppression.rule, in: file) {
          mistakes.append((written, message))
        } else {
          declared.append(suppression)
          declarations.append((written, isUsed: false))
        }
      } catch {
        mistakes.append((written, error.message))
      }
    }
    return mistakes
  }

  /// What is left to report of the findings in a text.
  ///
  /// - Parameter withFingerprints: Whether items tell the fingerprints of their sentences.
  package mutating func items(
    _ findings: [Finding], in utf8: Span<UInt8>, withFingerprints: Bool
  ) throws(LintingError) -> [ReportItem] {
    acceptedItems = []
    guard !findings.isEmpty else { return [] }
    guard withFingerprints || !declared.isEmpty || review.isNeeded(for: file) else {
      return findings.map { ReportItem($0) }
    }
    let fingerprints: SentenceFingerprints
    do throws(ICUError) {
      fingerprints = try SentenceFingerprints(utf8)
    } catch {
      throw .icu("\(error)")
    }
    var items: [ReportItem] = []
    for finding in findings {
      let fingerprint = fingerprints[finding.range]
      func accept(_ acceptance: Acceptance) {
        guard keepsAccepted else { return }
        acceptedItems.append(ReportItem(finding, fingerprint: fingerprint.description, acceptance: acceptance))
      }
      let verdict = review.judge(finding, fingerprint, in: file, declared: declared) { declarations[$0].isUsed = true }
      switch verdict {
      case .open:
        items.append(ReportItem(finding, fingerprint: withFingerprints ? fingerprint.description : nil))
      case .suppressed(let reason, let isInDraft):
        accepted.suppressed += 1
        accept(.suppressed(reason: reason, isInDraft: isInDraft))
      case .inBaseline:
        accepted.inBaseline += 1
        accept(.inBaseline)
      }
    }
    return items
  }

  /// The suppressions of the draft's own that have accepted nothing, though the run looks for what they name.
  package var needless: [DeclaredSuppression] {
    declarations.indices.compactMap { number in
      guard !declarations[number].isUsed, case .asked = review.meaning(of: declared[number].rule, in: file) else {
        return nil
      }
      return declarations[number].written
    }
  }
}

extension DraftReport {
  /// What is wrong with a file of the project's own.
  package init(_ mistake: ProjectMistake) {
    let position = TextPosition(line: mistake.line, column: mistake.column, offset: 0)
    self.init(
      .document(path: mistake.shownPath, draft: nil), .failed(Failure(mistake.message, at: position)))
  }
}
