import Lexicon
package import SourceText
import UnicodeText

/// Words of a draft that tell what it is about.
package struct Clue: Hashable, Sendable {
  /// What they speak for: a situation (`late`), or a value that they name (`value/amount`).
  package let id: String

  /// How much they tell, from 0 to 63.
  package let weight: Int

  /// What the words say, in one line without a full stop.
  package let message: String

  /// The words, in UTF-8 bytes of the draft.
  package let range: ByteRange

  /// A clue as given; nothing is checked.
  package init(id: String, weight: Int, message: String, range: ByteRange) {
    self.id = id
    self.weight = weight
    self.message = message
    self.range = range
  }
}

/// Finds clues with an image that knows situations, or what buyers' comments are about, where ``Linter`` knows
/// violations.
///
/// It holds no state between drafts, so one serves any number of tasks at once.
package struct ClueFinder: Sendable {
  private let engine: Engine

  /// A finder of situations, of the built-in lexicons and of files that add to them or take their place.
  ///
  /// - Throws: ``LintingError/lexicon(_:)``.
  package init(lexicons files: [String: [UInt8]] = [:]) throws(LintingError) {
    try self.init(for: .situations, lexicons: files)
  }

  /// A finder of what buyers' comments are about.
  ///
  /// - Throws: ``LintingError/lexicon(_:)``.
  package static func ofComments(lexicons files: [String: [UInt8]] = [:]) throws(LintingError) -> ClueFinder {
    try ClueFinder(for: .comments, lexicons: files)
  }

  /// Whether a file of a lexicon folder changes nothing but what comments are read for.
  package static func isOfCommentsAlone(_ path: String) -> Bool { RuleSet.comments.ownsFile(path) }

  /// Where none of the files is of the set, the built-in ones serve as they are: compiling takes a while.
  private init(for set: RuleSet, lexicons files: [String: [UInt8]]) throws(LintingError) {
    let hasOwn = files.keys.contains { set.ownsFile($0) }
    engine = try Engine.built(for: set, lexicons: hasOwn ? files : [:])
  }

  /// The clues of a draft in document order, and its main language.
  ///
  /// - Parameter merging: Whether words of one rule that overlap count once, as the shortest of them.
  /// - Throws: Errors of ICU's.
  package func clues(in draft: Draft, merging: Bool = true) throws(LintingError) -> (clues: [Clue], language: String?) {
    let book = engine.image.rules
    let channel = Int(draft.channel.rawValue)
    // Links are no clues, so it does not matter whose are allowed.
    let allowed = Allowances(
      RuleBook.Marketplace(name: "", title: "", hosts: [], relayDomains: []), draft.channel, hosts: [],
      try AllowedPhrases([]))
    do throws(ICUError) {
      let folded = try FoldedText(draft.utf8.span)
      let scope = ReadingScope(language: draft.language, channel: channel, state: draft.state, allowed: allowed)
      let read = try engine.read(draft.utf8, folded, scope)
      var evaluator = RuleEvaluator(book, read, folded, channel: channel, state: draft.state)
      let clues = (merging ? evaluator.matches() : evaluator.allMatches()).map { match in
        Clue(
          id: book.rules[match.rule].id, weight: Int(match.weight), message: book.rules[match.rule].message,
          range: folded.sourceRange(of: match.bytes))
      }
      return (clues.sorted { ($0.range.lowerBound, $0.id) < ($1.range.lowerBound, $1.id) }, read.language)
    } catch {
      throw .icu("\(error)")
    }
  }

  /// What is said of its rules, with their examples.
  package var rules: [RuleDescription] { RuleDescription.all(of: engine.image) }

  /// The situations that it tells apart, by name.
  package var situations: [String] { engine.image.rules.rules.map(\.id).filter { !$0.contains("/") }.sorted() }
}
