package import Linting

/// A compliant draft for a situation, with places for what differs.
package struct Template: Sendable {
  /// Its name; a language has each name once.
  package let id: String

  /// What happened: `late`, `damaged`, `thanks`.
  package let situation: String
  package let channel: Channel
  package let language: String

  /// What it is for, in one line of English.
  package let summary: String

  /// The target that it is offered for; nil for any.
  package let target: Target?

  /// The marketplaces that it is offered for; empty for all.
  package let marketplaces: [String]

  /// In the order of the text.
  package let placeholders: [Placeholder]

  let text: TemplateText

  /// Whether it may be sent on a marketplace, about a target.
  package func isOffered(on marketplace: String, about target: Target) -> Bool {
    (marketplaces.isEmpty || marketplaces.contains(marketplace)) && (self.target == nil || self.target == target)
  }

  /// The text with its places: `Hello {{name}}`.
  package var source: String { text.filled(with: Dictionary(placeholders.map { ($0.name, "{{\($0.name)}}") }) { $1 }) }

  /// The text with the values that are known; other places stay, but for parts that may be left out.
  package func draft(with values: [String: String]) -> String { text.filled(with: values) }

  /// The text with all values.
  ///
  /// - Throws: The values that are missing, unknown or unfit.
  package func rendered(with values: [String: String]) throws(TemplateError) -> String {
    var faults: [String] = []
    for placeholder in placeholders {
      guard let value = values[placeholder.name] else {
        if !placeholder.isOptional {
          faults.append(
            "`\(placeholder.name)` is missing: --set \(placeholder.name)=\(placeholder.kind.rawValue.uppercased())")
        }
        continue
      }
      if let fault = placeholder.fault(of: value) { faults.append("`\(placeholder.name)`: \(fault)") }
    }
    let known = placeholders.map(\.name)
    for name in values.keys.sorted() where !known.contains(name) {
      let list = known.map { "`\($0)`" }.joined(separator: ", ")
      faults.append("the template has no place `\(name)`\(known.isEmpty ? "" : "; it has \(list)")")
    }
    guard faults.isEmpty else { throw TemplateError(faults: faults) }
    return text.filled(with: values)
  }
}

/// Why a template cannot be rendered.
package struct TemplateError: Error, Hashable, Sendable {
  /// One line each, without a full stop.
  package let faults: [String]
}
