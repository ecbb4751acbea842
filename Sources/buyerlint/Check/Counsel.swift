internal import Advice
internal import Linting
internal import Reporting
internal import Synchronization

/// Adds advice to findings; what it needs is read with the first of them, so that clean drafts cost nothing.
final class Counsel: Sendable {
  private let lexicons: [String]
  private let describe: @Sendable (String) -> RuleDescription?
  private let advisor = Mutex<Advisor?>(nil)

  /// A counsel of the built-in templates and of those in `lexicons`, which asks `describe` for what to do instead.
  init(lexicons: [String], describe: @escaping @Sendable (String) -> RuleDescription?) {
    self.lexicons = lexicons
    self.describe = describe
  }

  /// Gives each finding of a draft its advice: what to do instead, and the template that fits.
  ///
  /// A template needs a situation that the draft tells: a hint alone would put the wrong words in a seller's mouth.
  func advise(_ checked: inout Checked, _ draft: Draft, _ linter: Linter) throws(LintingError) {
    guard !checked.text.items.isEmpty || checked.subject?.items.isEmpty == false else { return }
    var draft = draft
    draft.language = draft.language ?? checked.language
    let found = try known().suggestions(for: draft, marketplace: linter.configuration.marketplace)
    let template = found.list.first.flatMap { $0.situation.isTold ? $0.template : nil }
    for index in checked.text.items.indices { advise(&checked.text.items[index], template) }
    for index in (checked.subject?.items ?? []).indices { advise(&checked.subject!.items[index], template) }
  }

  private func advise(_ item: inout ReportItem, _ template: Template?) {
    guard let rule = describe(item.finding.rule) else { return }
    item.advice = Reporting.Advice(
      text: rule.instead, template: template?.id,
      command: template.map { "buyerlint templates show \($0.id) --lang \($0.language)" })
  }

  private func known() throws(LintingError) -> Advisor {
    if let known = advisor.withLock({ $0 }) { return known }
    let made: Advisor
    do throws(UsageError) {
      made = try Advisors.make(lexicons: lexicons)
    } catch {
      throw .icu(error.message)
    }
    advisor.withLock { $0 = made }
    return made
  }
}
