/// What a compiled image is asked about: each set has rules of its own over the same languages.
package enum RuleSet: String, Sendable, CaseIterable {
  /// The rules below `rules/`: what a draft may not say.
  case violations
  /// The rules below `situations/`: what has happened, and the values that a draft names.
  case situations

  /// The folder of its rules.
  var folder: String {
    switch self {
    case .violations: "rules"
    case .situations: "situations"
    }
  }

  /// Whether a file of a language is read for it.
  ///
  /// Situations may be built from every concept, and violations know none of theirs: so the image that each check
  /// reads holds nothing that only advice needs.
  func reads(languageFile path: String) -> Bool {
    self == .situations || !Self.isOfSituations(path)
  }

  /// Whether a file is one that only situations are made of.
  package static func concernsSituationsAlone(_ path: String) -> Bool {
    path.hasPrefix(Self.situations.folder + "/") || isOfSituations(path)
  }

  /// Whether a file is of advice alone, and no part of what checks drafts: compiling that again would change nothing.
  package static func concernsAdviceAlone(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return concernsSituationsAlone(path) || path == "answers.yml"
      || (parts.count == 3 && (parts[1] == "templates" || parts[1] == "fixing"))
  }

  /// `en/situations.yml`, or a file of the folder `en/situations/`.
  static func isOfSituations(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count == 2 && parts[1] == "situations.yml" || parts.count == 3 && parts[1] == "situations"
  }
}
