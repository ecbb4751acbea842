/// A compiled lexicon folder.
package final class LexiconImage: Sendable {
  private let storage: ImageStorage
  private let sections: [Range<Int>]

  /// The codes of the languages (`en`), in the order of their bits.
  package let languageCodes: [String]
  package let languageNames: [String]

  /// For each language, a bit for each ``Script`` that it is written in.
  package let languageScripts: [UInt16]

  /// From function words to a bit for each language.
  package let functionWords: HashTable
  package let rules: RuleBook

  private static let languageTable = 0
  private static let ruleSection = 1
  private static let catalogueSection = 2
  private static let detectorSection = 3
  private static let firstLanguage = 4

  package init(_ storage: ImageStorage) {
    self.storage = storage
    var reader = ImageReader(storage, 0..<storage.count)
    let ends = reader.readArray(of: UInt32.self).map { Int($0) }
    sections = zip(ends.dropLast(), ends.dropFirst()).map { $0..<$1 }
    var languages = ImageReader(storage, sections[Self.languageTable])
    languageCodes = languages.readStrings()
    languageNames = languages.readStrings()
    languageScripts = languages.readArray()
    functionWords = HashTable(&languages)
    rules = RuleBook(ImageReader(storage, sections[Self.ruleSection]))
  }

  /// Whether a language can be checked and not only told.
  package func hasLexicon(_ language: Int) -> Bool { !sections[Self.firstLanguage + language].isEmpty }

  /// The lexicon of a language by its number; reading it costs nothing but looking.
  package func language(_ number: Int) -> LanguageImage {
    LanguageImage(code: languageCodes[number], ImageReader(storage, sections[Self.firstLanguage + number]))
  }

  /// The bytes of a language's lexicon; none where it has none.
  func section(ofLanguage number: Int) -> [UInt8] { storage.bytes(sections[Self.firstLanguage + number]) }

  package var detectorData: DetectorData {
    var reader = ImageReader(storage, sections[Self.detectorSection])
    return DetectorData(&reader)
  }

  package var catalogue: Catalogue {
    Catalogue(ImageReader(storage, sections[Self.catalogueSection]), ruleCount: rules.rules.count)
  }

  /// Puts sections together, behind the offset of each and of the end.
  static func assemble(_ sections: [[UInt8]]) -> [UInt8] {
    var offset = UInt32.storedSize * (sections.count + 2)
    var offsets = [UInt32(offset)]
    for section in sections {
      offset += section.count
      offsets.append(UInt32(offset))
    }
    var writer = ImageWriter()
    writer.write(offsets)
    for section in sections { writer.append(section) }
    return writer.bytes
  }
}
