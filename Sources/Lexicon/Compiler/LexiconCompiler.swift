import UnicodeText
import YAMLReading

/// Compiles a lexicon folder to one image.
package enum LexiconCompiler {
  /// - Parameters:
  ///   - files: All files of the folder; order does not matter.
  ///   - set: The rules that the image is for.
  ///   - kept: What of another image need not be compiled again.
  /// - Returns: The image, which ``LexiconImage`` reads.
  /// - Throws: All mistakes in the files.
  package static func compile(
    _ files: [LexiconFile], for set: RuleSet = .violations, keeping kept: KeptLanguages? = nil
  ) throws(LexiconProblems) -> [UInt8] {
    var problems = LexiconProblems()
    let sources = LexiconSources(files.sorted { $0.path < $1.path }, set, &problems)
    var known = Set(EngineConcept.detected)
    known.formUnion([EngineConcept.innocent, EngineConcept.clauseMark])
    for language in sources.languages { known.formUnion(language.concepts.keys) }
    let shared = RuleCompiler.concepts(of: sources.rules).sorted()
    let contextNames =
      Set(sources.languages.flatMap { $0.contexts.map(\.name) }).sorted() + [EngineConcept.quotedContext]
    let numbers = Dictionary(uniqueKeysWithValues: shared.enumerated().map { ($0.element, $0.offset) })
    let rules = RuleCompiler(
      rules: sources.rules, marketplaces: sources.marketplaces, documents: sources.documents, sharedConcepts: numbers,
      contextNames: contextNames, knownConcepts: known)
    rules.check(&problems)
    let compiler = LanguageCompiler(
      sharedConcepts: numbers, contextNames: contextNames, knownConcepts: known, keepsOnlyReached: set != .violations)
    var languageSections: [[UInt8]] = []
    for language in sources.languages {
      if let section = kept?.section(of: language.code, concepts: shared, contexts: contextNames) {
        languageSections.append(section)
      } else {
        languageSections.append(language.hasLexicon ? compiler.compile(language, &problems) : [])
      }
    }
    let detectors = detectorSection(of: files, &problems)
    checkQuotations(in: files, &problems)
    guard problems.list.isEmpty else { throw problems }

    var ruleWriter = ImageWriter()
    rules.writeRules(to: &ruleWriter)
    var catalogueWriter = ImageWriter()
    rules.writeCatalogue(examples: sources.examples, to: &catalogueWriter)
    var languageWriter = ImageWriter()
    writeFunctionWords(of: sources.languages, to: &languageWriter)
    return LexiconImage.assemble(
      [languageWriter.bytes, ruleWriter.bytes, catalogueWriter.bytes, detectors] + languageSections)
  }

  /// The words of quotations are not compiled, since only documents need them, but a mistake is told as early as others.
  private static func checkQuotations(in files: [LexiconFile], _ problems: inout LexiconProblems) {
    for file in files where file.path == QuotationWords.path {
      do {
        _ = try QuotationWords(file.bytes)
      } catch {
        problems.add(file.path, error.position, error.message)
      }
    }
  }

  private static func detectorSection(of files: [LexiconFile], _ problems: inout LexiconProblems) -> [UInt8] {
    let own = files.filter { $0.path.hasPrefix("data/") && $0.path != QuotationWords.path }
      .map { (path: $0.path, bytes: $0.bytes) }
    var writer = ImageWriter()
    do {
      try DetectorData(compiling: own).write(to: &writer)
    } catch {
      problems.add(
        error.path, error.position ?? YAMLPosition(line: 1, column: 1), "\(error.message); \(error.remedy)")
    }
    return writer.bytes
  }

  /// The codes of the languages, and a table from their function words to a bit for each language.
  private static func writeFunctionWords(of languages: [LanguageSource], to writer: inout ImageWriter) {
    writer.write(languages.map(\.code))
    writer.write(languages.map(\.name))
    writer.write(
      languages.map { language in
        Script.allCases.reduce(UInt16(0)) { $0 | (language.scripts.contains($1.code) ? 1 << UInt16($1.rawValue) : 0) }
      })
    var masks: [UInt64: UInt32] = [:]
    for (number, language) in languages.enumerated() {
      for word in language.functionWords {
        guard case .success(let tokens) = LexiconText.tokens(of: word), tokens.count == 1 else { continue }
        let token = tokens[0]
        masks[TokenHash.of(token.span, 0..<token.count), default: 0] |= 1 << UInt32(number)
      }
    }
    HashTable.write(masks.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }, to: &writer)
  }
}
