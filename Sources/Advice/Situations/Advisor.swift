internal import Lexicon
package import Linting

/// Knows what to write in place of a draft.
///
/// It holds no state between drafts, so one serves any number of tasks at once.
package struct Advisor: Sendable {
  package let library: TemplateLibrary
  private let finder: ClueFinder
  private let answers: Answers

  /// An advisor of the built-in lexicons, and of files that add to them or take their place.
  ///
  /// - Parameter files: Contents by path in the lexicon folder.
  /// - Throws: ``LintingError/lexicon(_:)`` with all mistakes.
  package init(lexicons files: [String: [UInt8]] = [:]) throws(LintingError) {
    library = try TemplateLibrary(lexicons: files)
    var problems = LexiconProblems()
    answers = Answers(lexicons: files, &problems)
    guard problems.list.isEmpty else { throw .lexicon(problems.list) }
    finder = try ClueFinder(lexicons: files)
  }

  /// What is suggested for a draft.
  package struct Suggestions: Sendable {
    /// The draft's main language (`en`); nil for one without words.
    package let language: String?

    /// The best first; empty where the draft tells nothing or its language has no templates.
    package let list: [Suggestion]

    package init(language: String?, list: [Suggestion]) {
      self.language = language
      self.list = list
    }
  }

  /// The templates that fit a draft, filled with what it tells.
  ///
  /// Where its words do not tell what it is about, what is wrong with it does: who sells reviews may ask for one, plainly.
  ///
  /// - Parameters:
  ///   - findings: What is open in it.
  ///   - marketplace: The policy profile, where the draft names none.
  ///   - own: Values that hold above what the draft tells.
  /// - Throws: Errors of ICU's.
  package func suggestions(
    for draft: Draft, _ findings: [Finding] = [], marketplace: String, setting own: [String: String] = [:]
  ) throws(LintingError) -> Suggestions {
    let (clues, main) = try finder.clues(in: draft)
    let language = draft.language.map(Self.code) ?? main
    guard let language else { return Suggestions(language: nil, list: []) }
    let values = DraftValues(clues, in: draft.utf8)
    let told = clues + answers.clues(for: findings.filter(Fixer.concerns), in: draft.channel)
    let list = SituationRanking.rank(told, in: draft.utf8).flatMap { situation in
      library.templates(
        for: situation.name, draft.channel, language: language, marketplace: draft.marketplace ?? marketplace,
        target: draft.target
      ).map { template in
        let known = values.values(for: template).merging(own) { _, own in own }
        return Suggestion(template, for: situation, known)
      }
    }
    return Suggestions(language: language, list: list)
  }

  /// The language of a tag: `pt` of `pt-BR`.
  private static func code(ofTag tag: String) -> String {
    String(tag.prefix { $0 != "-" && $0 != "_" })
  }
}
