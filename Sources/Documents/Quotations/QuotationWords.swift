internal import Lexicon
internal import LexiconImages
internal import YAMLReading

/// The words by which programs say that they quote somebody else's message.
struct QuotationWords: Sendable {
  /// Parts of lines before a quotation, in their order.
  let attributions: [[[UInt8]]]

  /// What stands before the colon in the first line of a quoted head, and in those below it, in lower case.
  let from: Set<[UInt8]>
  let below: Set<[UInt8]>

  /// What stands between hyphens before a quotation, in lower case.
  let separators: Set<[UInt8]>

  /// Classes and identifiers of elements in HTML that hold a quotation.
  let htmlNames: Set<String>

  /// Those of `lexicons/data/quotations.yml`, read when the first text needs them.
  static let builtIn: QuotationWords = {
    let archive = ImageStorage(LexiconImages.sources)
    guard let file = LexiconArchive.bytes(ofFile: "data/quotations.yml", in: archive),
      let words = try? QuotationWords(file)
    else { preconditionFailure("the program was built with a mistake in lexicons/data/quotations.yml") }
    return words
  }()

  /// Reads words from YAML.
  ///
  /// - Throws: What is wrong with the file, with its place.
  init(_ yaml: [UInt8]) throws(YAMLError) {
    let root = try YAMLNode.parse(yaml)
    func lists(_ key: String) throws(YAMLError) -> [YAMLNode] {
      guard let list = root?[key]?.sequence else {
        throw YAMLError(message: "`\(key)` is missing or no list", position: YAMLPosition(line: 1, column: 1))
      }
      return list
    }
    func words(_ key: String) throws(YAMLError) -> [String] { try lists(key).compactMap(\.string) }
    attributions = try lists("attributions").compactMap(\.strings).map { $0.map { Array($0.utf8) } }
    from = Set(try words("from").map { Array($0.utf8).asciiLowercased })
    below = Set(try words("below").map { Array($0.utf8).asciiLowercased })
    separators = Set(try words("separators").map { Array($0.utf8).asciiLowercased })
    htmlNames = Set(try words("html"))
  }
}
