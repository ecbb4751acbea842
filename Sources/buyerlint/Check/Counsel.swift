internal import Advice
internal import Linting
internal import Project
internal import Reporting

/// Adds advice to findings; what it needs is read with the first of them, so that clean drafts cost nothing.
final class Counsel: Sendable {
  private let tools: AdviceTools
  private let tellsFixes: Bool
  private let describe: @Sendable (String) -> RuleDescription?

  /// A counsel that asks `describe` for what to do instead.
  ///
  /// - Parameter tellsFixes: Whether some report has a place for fixes, which take longer than all other advice.
  init(_ tools: AdviceTools, tellsFixes: Bool, describe: @escaping @Sendable (String) -> RuleDescription?) {
    self.tools = tools
    self.tellsFixes = tellsFixes
    self.describe = describe
  }

  /// Gives each finding of a draft its advice: what to do instead, and the template that fits.
  ///
  /// A template needs a situation that the draft tells: a hint alone would put the wrong words in a seller's mouth.
  func advise(_ checked: inout Checked, _ draft: Draft, _ settings: FileSettings) throws(LintingError) {
    guard !checked.text.items.isEmpty || checked.subject?.items.isEmpty == false else { return }
    var draft = draft
    draft.language = draft.language ?? checked.language
    let findings = checked.text.items.map(\.finding)
    let found = try tools.advisor(for: settings).suggestions(
      for: draft, findings, marketplace: settings.linter.configuration.marketplace)
    let template = found.list.first.flatMap { $0.situation.isTold ? $0.template : nil }
    let fixes = try fixes(of: draft, findings, settings)
    for index in checked.text.items.indices {
      advise(&checked.text.items[index], template)
      let finding = checked.text.items[index].finding
      let own = fixes.filter { $0.findings.contains(finding) }
      checked.text.items[index].advice?.fixes = own.map { Reporting.Advice.Fix($0) }
    }
    for index in (checked.subject?.items ?? []).indices { advise(&checked.subject!.items[index], template) }
  }

  private func advise(_ item: inout ReportItem, _ template: Template?) {
    guard let rule = describe(item.finding.rule) else { return }
    item.advice = Reporting.Advice(
      text: rule.instead, template: template?.id,
      command: template.map { "buyerlint templates show \($0.id) --lang \($0.language)" })
  }

  /// What mends the text; a subject is too short to cut from.
  private func fixes(of draft: Draft, _ findings: [Finding], _ settings: FileSettings) throws(LintingError) -> [Fix] {
    guard tellsFixes, findings.contains(where: Fixer.concerns) else { return [] }
    return try tools.fixer(for: settings).fixes(of: draft, findings, .unsafe).fixes
  }
}

extension Reporting.Advice.Fix {
  fileprivate init(_ fix: Fix) {
    self.init(fix.safety == .safe ? .safe : .unsafe, fix.edits.map { Reporting.Advice.Edit($0.range, $0.text) })
  }
}
