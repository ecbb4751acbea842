import SourceText

/// What a linter finds in an example of a rule.
package struct ExampleOutcome: Sendable {
  package let rule: String
  package let example: RuleDescription.Example

  /// Whether it has to be found.
  package let isBad: Bool

  /// The words that the rule reports.
  package let words: [String]

  /// Other rules that report something in it, each once.
  package let otherRules: [String]

  /// Whether a bad example was found where its marks say, or a good one was left alone.
  package let isRight: Bool
}

extension Linter {
  /// What this linter finds in the examples of a rule, the bad ones first.
  ///
  /// - Throws: Errors of ICU's.
  package func outcomes(of rule: RuleDescription) throws(LintingError) -> [ExampleOutcome] {
    var outcomes: [ExampleOutcome] = []
    for example in rule.badExamples { outcomes.append(try outcome(of: example, rule.id, isBad: true)) }
    for example in rule.goodExamples { outcomes.append(try outcome(of: example, rule.id, isBad: false)) }
    return outcomes
  }

  private func outcome(
    of example: RuleDescription.Example, _ rule: String, isBad: Bool
  ) throws(LintingError) -> ExampleOutcome {
    let marked = MarkedText(example.text)
    let utf8 = Array(marked.text.utf8)
    let findings = try check(
      Draft(
        marked.text, channel: example.channel, language: example.language,
        isProactive: example.isProactive ? true : nil, isFinal: example.isFinal ? true : nil))
    let own = findings.filter { $0.rule == rule }
    var others: [String] = []
    for finding in findings where finding.rule != rule && !others.contains(finding.rule) { others.append(finding.rule) }
    let isFound = own.contains { finding in marked.range.map { finding.range.overlaps($0) } ?? false }
    return ExampleOutcome(
      rule: rule, example: example, isBad: isBad, words: own.map { String(decoding: utf8[$0.range], as: UTF8.self) },
      otherRules: others, isRight: isBad ? isFound : own.isEmpty)
  }
}
