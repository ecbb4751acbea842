import Lexicon
import LexiconImages

extension Engine {
  /// The engine of a set of rules, from the built-in lexicons and files that add to them or take their place.
  ///
  /// - Throws: ``LintingError/lexicon(_:)`` with all mistakes in the files.
  static func built(for set: RuleSet, lexicons files: [String: [UInt8]] = [:]) throws(LintingError) -> Engine {
    let image = LexiconImage(ImageStorage(builtInImage(of: set)))
    guard !files.isEmpty else { return Engine(image) }
    let builtIn = LexiconArchive.files(ImageStorage(LexiconImages.sources)).filter { files[$0.path] == nil }
    let own = files.map { LexiconFile(path: $0.key, bytes: $0.value) }
    do throws(LexiconProblems) {
      let kept = KeptLanguages(image, changed: files.keys)
      let compiled = try LexiconCompiler.compile(builtIn + own, for: set, keeping: kept)
      return Engine(LexiconImage(ImageStorage(copying: compiled)))
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
