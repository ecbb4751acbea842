import Lexicon
import LexiconImages

extension Engine {
  /// The engine of a set of rules, from the built-in lexicons and files that add to them or take their place.
  ///
  /// - Throws: ``LintingError/lexicon(_:)`` with all mistakes in the files.
  static func built(for set: RuleSet, lexicons files: [String: [UInt8]] = [:]) throws(LintingError) -> Engine {
    guard !files.isEmpty else { return Engine(LexiconImage(ImageStorage(builtInImage(of: set)))) }
    let builtIn = LexiconArchive.files(ImageStorage(LexiconImages.sources)).filter { files[$0.path] == nil }
    let own = files.map { LexiconFile(path: $0.key, bytes: $0.value) }
    do throws(LexiconProblems) {
      return Engine(LexiconImage(ImageStorage(copying: try LexiconCompiler.compile(builtIn + own, for: set))))
    } catch {
      throw .lexicon(error.list)
    }
  }

  private static func builtInImage(of set: RuleSet) -> StaticString {
    switch set {
    case .violations: LexiconImages.image
    case .situations: LexiconImages.situations
    case .comments: LexiconImages.comments
    }
  }
}
