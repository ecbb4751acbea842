package import Linting

/// What a run has counted.
package struct Totals: Hashable, Sendable {
  /// Findings by severity.
  package var errors = 0
  package var warnings = 0
  package var infos = 0

  /// Findings that are not reported.
  package var accepted = AcceptedCounts()

  /// Findings for which the run fails.
  package var failing = 0

  /// Drafts that were checked, wholly or in part, and those of them with findings.
  package var checked = 0
  package var withFindings = 0

  /// Drafts that a buyer wrote, documents of no bytes, and documents without a draft.
  package var buyers = 0
  package var empty = 0
  package var withoutDraft = 0

  /// Parts of documents that were not read: code, what somebody else is quoted with, values that are no prose, attachments.
  package var codeBlocks = 0
  package var quotations = 0
  package var otherValues = 0
  package var attachments = 0

  /// Hidden files and directories, and files of other kinds, met in directories.
  package var hidden = 0
  package var otherFiles = 0

  /// Files and directories that a configuration excludes.
  package var excluded = 0

  /// Paths that name nothing.
  package var missing = 0

  /// Lines, documents and files that could not be read or checked.
  package var failed = 0

  /// Drafts in which something could not be checked: by language, and those that are not UTF-8 throughout.
  package var uncheckedByLanguage: [String: Int] = [:]
  package var undecodable = 0

  /// Drafts that were not checked in full.
  package var unchecked = 0

  package init() {}

  /// Counts a draft.
  ///
  /// - Parameter failOn: The mildest severity that fails the run; nil for none.
  package mutating func count(_ report: DraftReport, failOn: Severity? = .warning) {
    switch report.outcome {
    case .failed: failed += 1
    case .passedOver(.buyer): buyers += 1
    case .passedOver(.empty): empty += 1
    case .passedOver(.noDraft): withoutDraft += 1
    case .checked(let checked): count(checked, failOn)
    }
  }

  private mutating func count(_ report: Checked, _ failOn: Severity?) {
    checked += 1
    for language in report.unchecked { uncheckedByLanguage[language, default: 0] += 1 }
    if report.undecodable != nil { undecodable += 1 }
    if report.undecodable != nil || !report.unchecked.isEmpty { unchecked += 1 }
    accepted += report.accepted
    let before = findings
    for finding in report.findings {
      if let failOn, finding.severity >= failOn { failing += 1 }
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
    }
    if findings > before { withFindings += 1 }
  }

  /// Adds what another part of the run has counted.
  package mutating func add(_ other: Totals) {
    errors += other.errors
    warnings += other.warnings
    infos += other.infos
    accepted += other.accepted
    failing += other.failing
    checked += other.checked
    withFindings += other.withFindings
    buyers += other.buyers
    empty += other.empty
    withoutDraft += other.withoutDraft
    codeBlocks += other.codeBlocks
    quotations += other.quotations
    otherValues += other.otherValues
    attachments += other.attachments
    hidden += other.hidden
    excluded += other.excluded
    otherFiles += other.otherFiles
    missing += other.missing
    failed += other.failed
    uncheckedByLanguage.merge(other.uncheckedByLanguage, uniquingKeysWith: +)
    undecodable += other.undecodable
    unchecked += other.unchecked
  }

  package var findings: Int { errors + warnings + infos }
}

extension Totals {
  /// Drafts and files that nobody needed to check.
  package var passedOver: Int { buyers + empty + withoutDraft + hidden + otherFiles + excluded }
}
