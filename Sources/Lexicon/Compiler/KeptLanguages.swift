/// The languages of an image whose files have not changed since it was compiled: their sections serve again.
package struct KeptLanguages {
  private let image: LexiconImage

  /// The folders in which files were added or replaced.
  private let changed: Set<String>

  /// - Parameters:
  ///   - image: What was compiled for the same set of rules.
  ///   - paths: The files that were added since, or took the place of others.
  package init(_ image: LexiconImage, changed paths: some Sequence<String>) {
    self.image = image
    changed = Set(paths.map { String($0.prefix { $0 != "/" }) })
  }

  /// The compiled section of a language; nil where it has to be compiled, since its files, what holds in all languages,
  /// or the numbers of concepts and contexts are others.
  func section(of language: String, concepts: [String], contexts: [String]) -> [UInt8]? {
    guard !changed.contains(language), !changed.contains(EngineConcept.universalLanguage) else { return nil }
    guard image.rules.conceptNames == concepts, image.rules.contextNames == contexts else { return nil }
    return image.languageCodes.firstIndex(of: language).map { image.section(ofLanguage: $0) }
  }
}
