internal import Lexicon
internal import LexiconImages
package import Linting

/// The templates of all languages.
package struct TemplateLibrary: Sendable {
  /// By language, then by name.
  package let templates: [Template]

  /// The built-in templates, and those of the caller's that add to them or take their place.
  ///
  /// - Parameter files: Contents by path in the lexicon folder (`en/templates/late.md`); other files are passed over.
  /// - Throws: ``LintingError/lexicon(_:)`` with all mistakes.
  package init(lexicons files: [String: [UInt8]] = [:]) throws(LintingError) {
    let builtIn = LexiconArchive.files(ImageStorage(LexiconImages.sources), where: Self.isTemplate)
      .filter { files[$0.path] == nil }
    let own = files.filter { Self.isTemplate($0.key) }.map { LexiconFile(path: $0.key, bytes: $0.value) }
    var templates: [Template] = []
    var problems = LexiconProblems()
    for file in (builtIn + own).sorted(by: { $0.path < $1.path }) {
      var reader = TemplateReader(path: file.path)
      if let template = reader.read(file) { templates.append(template) }
      problems.add(reader.problems)
    }
    guard problems.list.isEmpty else { throw .lexicon(problems.list) }
    self.templates = templates
  }

  /// `en/templates/NAME.md`.
  private static func isTemplate(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count == 3 && parts[1] == "templates" && path.hasSuffix(".md")
  }

  /// The situations that there are templates for, by name.
  package var situations: [String] { Set(templates.map(\.situation)).sorted() }

  /// The templates for a situation in a language, those of the channel and marketplace.
  package func templates(
    for situation: String, _ channel: Channel, language: String, marketplace: String, target: Target
  ) -> [Template] {
    templates.filter {
      $0.situation == situation && $0.channel == channel && $0.language == language
        && $0.isOffered(on: marketplace, about: target)
    }
  }
}
