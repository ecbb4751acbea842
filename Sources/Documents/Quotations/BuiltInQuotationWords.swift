internal import Lexicon
internal import LexiconImages

extension QuotationWords {
  /// Those that the program was built with, which the lexicon compiler has read without a mistake; read when the first text
  /// needs them.
  static let builtIn: QuotationWords = {
    guard let file = LexiconArchive.bytes(ofFile: path, in: ImageStorage(LexiconImages.sources)),
      let words = try? QuotationWords(file)
    else { preconditionFailure("the program was built without \(path)") }
    return words
  }()
}
