package import Lexicon
package import SourceText
import UnicodeText

extension Linter {
  /// A linter of some lexicon files alone.
  ///
  /// - Throws: ``LintingError``; all mistakes in the files are in ``LintingError/lexicon(_:)``.
  package init(compiling files: [LexiconFile], _ configuration: Configuration) throws(LintingError) {
    let image: [UInt8]
    do throws(LexiconProblems) {
      image = try LexiconCompiler.compile(files, for: .violations)
    } catch {
      throw .lexicon(error.list)
    }
    try self.init(configuration, engine: Engine(LexiconImage(ImageStorage(copying: image))))
  }

  /// The sentences of a text as rules see them, with the white space behind each, one after the other.
  package func sentences(of utf8: [UInt8]) throws(LintingError) -> [ByteRange] {
    do throws(ICUError) {
      return try engine.sentences(of: utf8)
    } catch {
      throw .icu("\(error)")
    }
  }

  /// Characters in a range of a text that nobody sees and that break words.
  package static func hiddenCharacters(in utf8: [UInt8], _ range: ByteRange) -> [ByteRange] {
    HiddenCharacters.ranges(in: utf8.span, range)
  }
}
