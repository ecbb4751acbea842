/// What a compiled image is asked about: each set has rules of its own over the same languages.
package enum RuleSet: String, Sendable, CaseIterable {
  /// The rules below `rules/`: what a draft may not say.
  case violations
  /// The rules below `situations/`: what has happened, and the values that a draft names.
  case situations
  /// The rules below `comments/`: what the clauses of a buyer's comment are about.
  case comments

  /// The folder of its rules.
  package var folder: String {
    switch self {
    case .violations: "rules"
    case .situations: "situations"
    case .comments: "comments"
    }
  }

  /// Whether a file of a language is read for it.
  ///
  /// Each set but violations may have files that it alone reads, and may build from every concept of the others: so the
  /// image that each check reads holds nothing that only advice or buyers' comments need.
  func reads(languageFile path: String) -> Bool {
    let owner = Self.owner(ofLanguageFile: path)
    return owner == nil || owner == self
  }

  /// Whether a file is one that this set alone is made of.
  package func ownsFile(_ path: String) -> Bool {
    path.hasPrefix(folder + "/") || Self.owner(ofLanguageFile: path) == self
  }

  /// Whether a file is of advice alone, and no part of what checks drafts: compiling that again would change nothing.
  package static func concernsAdviceAlone(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return situations.ownsFile(path) || path == "answers.yml"
      || (parts.count == 3 && (parts[1] == "templates" || parts[1] == "fixing"))
  }

  /// The set that alone reads a file of a language: `en/situations.yml`, a file of the folder `en/situations/`, or
  /// `en/examples/comments.yml`; nil for files of all sets.
  static func owner(ofLanguageFile path: String) -> RuleSet? {
    let parts = path.split(separator: "/")
    return allCases.first { set in
      guard set != .violations, parts.count > 1 else { return false }
      let name = set.folder + ".yml"
      return parts.count == 2 && parts[1] == name
        || parts.count == 3 && (parts[1] == set.folder || parts[1] == "examples" && parts[2] == name)
    }
  }
}
