/// What the process tells the one that started it.
package enum ExitStatus {
  package static let clean: Int32 = 0
  package static let findings: Int32 = 1
  /// The usage was wrong, or something was not checked.
  package static let failed: Int32 = 2
}

/// When a run counts as failed: by its findings, and by what was not checked unless that is allowed.
package struct Gate: Sendable {
  package var exitsZero = false
  package var allowsEmpty = false
  package var allowsUnchecked = false

  /// Whether something else than paths chose what to check, so that nothing to check is no failure.
  package var isSelected = false

  package init() {}

  /// The exit status of a run that has counted this.
  package func status(of totals: Totals) -> Int32 {
    if !failures(of: totals).isEmpty { return ExitStatus.failed }
    if !exitsZero, totals.failing > 0 { return ExitStatus.findings }
    return ExitStatus.clean
  }

  /// Why the status is ``ExitStatus/failed``, in one line each.
  package func failures(of totals: Totals) -> [String] {
    var reasons: [String] = []
    if totals.failed > 0 { reasons.append("\(totals.failed) could not be read or checked") }
    if !allowsEmpty {
      if totals.missing > 0 {
        reasons.append("\(totals.missing) of the paths name nothing to check (--allow-empty accepts that)")
      }
      if !isSelected, totals.checked == 0, totals.failed == 0, totals.missing == 0 {
        reasons.append("nothing was there to check (--allow-empty accepts that)")
      }
    }
    if totals.unchecked > 0, !allowsUnchecked {
      reasons.append("\(totals.unchecked) not checked in full (--allow-unchecked accepts that)")
    }
    return reasons
  }

  /// What was checked and what not, and why the run failed if it did: the lines for standard error.
  package func footer(of totals: Totals, withNotice: Bool) -> String {
    "buyerlint: \(totals.account)\n" + complaint(of: totals) + (withNotice ? "\(notice)\n" : "")
  }

  /// Why the run failed: the lines for standard error, none where it did not.
  package func complaint(of totals: Totals) -> String {
    failures(of: totals).map { "buyerlint: status \(ExitStatus.failed): \($0)\n" }.joined()
  }
}

extension Totals {
  /// What was checked, passed over, not checked and why, in one line.
  fileprivate var account: String {
    func list(_ counts: [(Int, String)]) -> String {
      counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
    var parts = ["checked \(checked) \(checked == 1 ? "draft" : "drafts")"]
    let over = list([
      (buyers, "by buyers"), (empty, "empty"), (withoutDraft, "without a draft"), (hidden, "hidden"),
      (otherFiles, "of other kinds"), (excluded, "excluded"),
      (quotations, quotations == 1 ? "quotation" : "quotations"),
      (codeBlocks, codeBlocks == 1 ? "block of code" : "blocks of code"),
      (otherValues, otherValues == 1 ? "other value" : "other values"),
      (attachments, attachments == 1 ? "attachment" : "attachments"),
    ])
    if !over.isEmpty { parts.append("passed over: \(over)") }
    let languages = uncheckedByLanguage.sorted { $0.key < $1.key }.map { ($0.value, "with text in `\($0.key)`") }
    let unchecked = list(languages + [(undecodable, "not UTF-8")])
    if !unchecked.isEmpty { parts.append("not checked in full: \(unchecked)") }
    let accepted = list([(accepted.suppressed, "suppressed"), (accepted.inBaseline, "in the baseline")])
    if !accepted.isEmpty { parts.append("accepted findings: \(accepted)") }
    if failed > 0 { parts.append("failed: \(failed)") }
    if missing > 0 { parts.append("naming nothing: \(missing)") }
    return parts.joined(separator: "; ")
  }
}
