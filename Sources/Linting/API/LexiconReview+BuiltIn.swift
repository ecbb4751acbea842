package import Lexicon
import LexiconImages

extension LexiconReview {
  /// A review of the built-in lexicons, and of files that add to them or take their place.
  ///
  /// - Throws: ``LintingError/lexicon(_:)`` with all mistakes in the files.
  package init(lexicons files: [String: [UInt8]]) throws(LintingError) {
    let builtIn = LexiconArchive.files(ImageStorage(LexiconImages.sources)).filter { files[$0.path] == nil }
    let own = files.map { LexiconFile(path: $0.key, bytes: $0.value) }
    do throws(LexiconProblems) {
      try self.init(builtIn + own, cues: Cue.allCases.map(\.conceptName))
    } catch {
      throw .lexicon(error.list)
    }
  }
}
