package import Linting
internal import SourceText

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

  /// Findings by rule and severity, reported ones, and the rules of those that are accepted.
  package var byRule: [RuleLevel: Int] = [:]
  package var acceptedRules: Set<String> = []

  /// What could not be read or checked, the first ``mostProblems`` in order.
  package var problems: [Problem] = []

  /// What a baseline holds and is gone.
  package var absent: [AbsentResult] = []

  package init() {}

  /// Counts a draft.
  ///
  /// - Parameter failOn: The mildest severity that fails the run; nil for none.
  package mutating func count(_ report: DraftReport, failOn: Severity? = .warning) {
    switch report.outcome {
    case .failed(let failure):
      failed += 1
      if problems.count < Self.mostProblems { problems.append(Problem(report.origin, failure)) }
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
      byRule[RuleLevel(rule: finding.rule, severity: finding.severity), default: 0] += 1
      if let failOn, finding.severity >= failOn { failing += 1 }
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
    }
    for item in report.text.accepted + (report.subject?.accepted ?? []) { acceptedRules.insert(item.finding.rule) }
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
    byRule.merge(other.byRule, uniquingKeysWith: +)
    acceptedRules.formUnion(other.acceptedRules)
    problems += other.problems.prefix(Self.mostProblems - problems.count)
  }

  package var findings: Int { errors + warnings + infos }
}

extension Totals {
  /// How many problems are remembered, so that memory has a bound.
  package static let mostProblems = 1_000

  /// The rules of all findings, by name.
  package var rules: [String] { Set(byRule.keys.map(\.rule)).union(acceptedRules).sorted() }

  /// Drafts and files that nobody needed to check.
  package var passedOver: Int { buyers + empty + withoutDraft + hidden + otherFiles + excluded }
}

/// A rule at a level.
package struct RuleLevel: Hashable, Sendable {
  package var rule: String
  package var severity: Severity

  package init(rule: String, severity: Severity) {
    self.rule = rule
    self.severity = severity
  }
}

/// What could not be read or checked, and where.
package struct Problem: Hashable, Sendable {
  package var path: String

  /// From 1, where there is one place.
  package var line: Int?
  package var column: Int?
  package var message: String

  package init(_ origin: Origin, _ failure: Failure) {
    path = origin.path
    line = failure.position?.line
    column = failure.position?.column
    if case .record(let record) = origin {
      line = record.line
      column = nil
    }
    message = failure.message
  }
}
