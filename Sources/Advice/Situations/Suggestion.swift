/// A template that fits a draft, filled with what the draft tells.
package struct Suggestion: Sendable {
  package let template: Template

  /// Why it is suggested.
  package let situation: RankedSituation

  /// By place, those that the draft tells.
  package let values: [String: String]

  /// The text; places without a value stay as `{{name}}`.
  package let text: String

  /// The places that still need a value.
  package var open: [String] {
    template.placeholders.filter { !$0.isOptional && values[$0.name] == nil }.map(\.name)
  }

  package init(_ template: Template, for situation: RankedSituation, _ values: [String: String]) {
    self.template = template
    self.situation = situation
    self.values = values
    text = template.draft(with: values)
  }
}
