package import UnicodeText

/// The facts that the detectors of personal data go by, compiled from `lexicons/data`.
package struct DetectorData: Sendable {
  // Telephone numbers.

  /// For each calling code (0 to 999) the lengths of what may follow it, as bits; 0 for a code that is not assigned.
  package internal(set) var phoneLengths: [UInt32] = []
  /// What is dialled in front of a calling code, as ASCII digits with a 0 byte after each.
  package internal(set) var internationalPrefixes: [UInt8] = []
  /// Digits spelled in katakana, the longest spelling first: for each the digit, how many bytes spell it, and these.
  package internal(set) var katakanaDigits: [UInt8] = []
  package internal(set) var spokenHyphens = WordSet([])
  package internal(set) var phoneGroupings = ShapeTable()

  // Numbers with a shape.

  package internal(set) var orders = ShapeTable()
  package internal(set) var tracking = ShapeTable()
  package internal(set) var nationalIDs = ShapeTable()
  package internal(set) var postcodes = ShapeTable()
  package internal(set) var checks = CheckRules()

  /// For each pair of letters (26 x first + second) the length of that country's IBANs, or 0.
  package internal(set) var ibanLengths: [UInt8] = []

  /// The ranges of card numbers' first digits, four numbers each: lowest, highest, how many digits, lengths as bits and in
  /// the top bit whether the brand is common.
  package internal(set) var cardRanges: [UInt32] = []
  package internal(set) var cardEndings = WordSet([])

  // The Internet.

  package internal(set) var certainTLDs = WordSet([])
  package internal(set) var tlds = WordSet([])
  package internal(set) var wordTLDs = WordSet([])
  package internal(set) var mailProviders = WordSet([])
  package internal(set) var mailDomains = WordSet([])
  package internal(set) var reversedMailDomains = WordSet([])
  package internal(set) var bracketedAt = WordSet([])
  package internal(set) var bracketedDot = WordSet([])
  package internal(set) var notMailboxes = WordSet([])
  package internal(set) var carrierHosts = WordSet([])
  package internal(set) var connectors = WordSet([])
  package internal(set) var accountNameWords = WordSet([])
  package internal(set) var notAccounts = WordSet([])

  // Money, names, places and form.

  package internal(set) var moneySigns = WordSet([])
  package internal(set) var moneyCodes = WordSet([])
  package internal(set) var capitalMoneyCodes = WordSet([])
  package internal(set) var nameParticles = WordSet([])
  var wholeAbbreviations = WordSet([])
  var numberAbbreviations = WordSet([])
  var wordsAfterOrdinals = WordSet([])
  var abbreviationEndings: [UInt64] = []
  package internal(set) var abbreviatedTitles = WordSet([])
  package internal(set) var notNames = WordSet([])
  package internal(set) var notFirstNames = WordSet([])
  package internal(set) var notPersons = WordSet([])
  package internal(set) var notLastNames = WordSet([])
  package internal(set) var nameFollowers = WordSet([])
  package internal(set) var familyNames = WordSet([])
  package internal(set) var roleEndings = WordSet([])
  package internal(set) var roles = WordSet([])
  package internal(set) var states = WordSet([])
  package internal(set) var leadingStreetWords = WordSet([])
  package internal(set) var trailingStreetWords = WordSet([])
  package internal(set) var notStreets = WordSet([])
  package internal(set) var units = WordSet([])
  package internal(set) var htmlTags = WordSet([])
  /// The most code points that a draft may have.
  package internal(set) var longestDraft = 0

  init() {}

  /// What does not end a sentence in any language.
  package var abbreviations: Abbreviations {
    Abbreviations(
      always: wholeAbbreviations.hashes, beforeNumbers: numberAbbreviations.hashes,
      afterOrdinals: wordsAfterOrdinals.hashes, endings: abbreviationEndings)
  }

  /// Every set of words, in the order of the image.
  private mutating func forEachSet(_ body: (inout WordSet) -> Void) {
    body(&spokenHyphens)
    body(&cardEndings)
    body(&certainTLDs)
    body(&tlds)
    body(&wordTLDs)
    body(&mailProviders)
    body(&mailDomains)
    body(&reversedMailDomains)
    body(&bracketedAt)
    body(&bracketedDot)
    body(&notMailboxes)
    body(&carrierHosts)
    body(&connectors)
    body(&accountNameWords)
    body(&notAccounts)
    body(&moneySigns)
    body(&moneyCodes)
    body(&capitalMoneyCodes)
    body(&nameParticles)
    body(&wholeAbbreviations)
    body(&numberAbbreviations)
    body(&wordsAfterOrdinals)
    body(&abbreviatedTitles)
    body(&notNames)
    body(&notFirstNames)
    body(&notPersons)
    body(&notLastNames)
    body(&nameFollowers)
    body(&familyNames)
    body(&roleEndings)
    body(&roles)
    body(&states)
    body(&leadingStreetWords)
    body(&trailingStreetWords)
    body(&notStreets)
    body(&units)
    body(&htmlTags)
  }

  /// Every table of shapes, in the order of the image.
  private mutating func forEachTable(_ body: (inout ShapeTable) -> Void) {
    body(&phoneGroupings)
    body(&orders)
    body(&tracking)
    body(&nationalIDs)
    body(&postcodes)
  }

  package func write(to writer: inout ImageWriter) {
    writer.write(phoneLengths)
    writer.write(internationalPrefixes)
    writer.write(katakanaDigits)
    writer.write(abbreviationEndings)
    writer.write(ibanLengths)
    writer.write(cardRanges)
    writer.write(UInt32(longestDraft))
    checks.write(to: &writer)
    var copy = self
    copy.forEachTable { $0.write(to: &writer) }
    copy.forEachSet { $0.write(to: &writer) }
  }

  package init(_ reader: inout ImageReader) {
    phoneLengths = reader.readArray()
    internationalPrefixes = reader.readArray()
    katakanaDigits = reader.readArray()
    abbreviationEndings = reader.readArray()
    ibanLengths = reader.readArray()
    cardRanges = reader.readArray()
    longestDraft = Int(reader.read(UInt32.self))
    checks = CheckRules(&reader)
    forEachTable { $0 = ShapeTable(&reader) }
    forEachSet { $0 = WordSet(&reader) }
  }
}
