internal import Reporting

/// What the process tells the one that started it.
enum ExitStatus {
  static let clean: Int32 = 0
  static let findings: Int32 = 1
  /// The usage was wrong, or something was not checked.
  static let failed: Int32 = 2
}

/// Why a run ends with ``ExitStatus/failed`` though it was called rightly; in one line each.
extension Totals {
  func failures(_ options: CheckOptions) -> [String] {
    var reasons: [String] = []
    if failed > 0 { reasons.append("\(failed) could not be read or checked") }
    if !options.allowsEmpty {
      if missing > 0 { reasons.append("\(missing) of the paths name nothing to check (--allow-empty accepts that)") }
      if checked == 0, failed == 0, missing == 0 {
        reasons.append("nothing was there to check (--allow-empty accepts that)")
      }
    }
    if unchecked > 0, !options.allowsUnchecked {
      reasons.append("\(unchecked) were not checked in full (--allow-unchecked accepts that)")
    }
    return reasons
  }

  func status(_ options: CheckOptions) -> Int32 {
    if !failures(options).isEmpty { return ExitStatus.failed }
    if !options.exitsZero, let level = options.failOn, findings(from: level) > 0 { return ExitStatus.findings }
    return ExitStatus.clean
  }

  /// What was checked and what not, for standard error.
  func footer(_ options: CheckOptions, withNotice: Bool) -> String {
    func list(_ counts: [(Int, String)]) -> String {
      counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
    var parts = ["checked \(checked) \(checked == 1 ? "draft" : "drafts")"]
    let overs = list([
      (buyers, "by buyers"), (empty, "empty"), (hidden, "hidden"), (otherFiles, "of other kinds"),
    ])
    if !overs.isEmpty { parts.append("passed over: \(overs)") }
    let languages = uncheckedByLanguage.sorted { $0.key < $1.key }.map { ($0.value, "with text in `\($0.key)`") }
    let unchecked = list(languages + [(undecodable, "not UTF-8")])
    if !unchecked.isEmpty { parts.append("not checked in full: \(unchecked)") }
    if failed > 0 { parts.append("failed: \(failed)") }
    if missing > 0 { parts.append("naming nothing: \(missing)") }
    var text = "buyerlint: \(parts.joined(separator: "; "))\n"
    for reason in failures(options) { text += "buyerlint: status 2: \(reason)\n" }
    if withNotice { text += "\(notice)\n" }
    return text
  }
}
