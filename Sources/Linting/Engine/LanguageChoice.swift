import Lexicon
import UnicodeText

/// Tells which languages a text is written in, by script and function words.
struct LanguageChoice {
  let image: LexiconImage

  /// The number of ``EngineConcept/universalLanguage``.
  let universal: Int

  /// The languages with a lexicon that are written in Latin letters, to read a text that gives no sign.
  private let latin: [Int]

  /// By script, the languages that are written in it, and those of them with a lexicon.
  private let written: [[Int]]
  private let checked: [[Int]]

  /// Each language alone, so that an answer is not made anew for each text.
  private let alone: [[Int]]

  init(_ image: LexiconImage) {
    self.image = image
    let universal = image.languageCodes.firstIndex(of: EngineConcept.universalLanguage) ?? 0
    self.universal = universal
    alone = image.languageCodes.indices.map { [$0] }
    written = Script.allCases.map { script in
      image.languageCodes.indices.filter { $0 != universal && image.languageScripts[$0] & Self.bit(script) != 0 }
    }
    checked = written.map { $0.filter { image.hasLexicon($0) } }
    latin = checked[Int(Script.latin.rawValue)]
  }

  private static func bit(_ script: Script) -> UInt16 { 1 << UInt16(script.rawValue) }

  /// The number of a language by its BCP 47 tag (`pt-BR`, `de_DE`), or nil where nobody knows it.
  func number(ofTag tag: String) -> Int? {
    let code = Self.code(ofTag: tag)
    return image.languageCodes.firstIndex(of: code)
  }

  /// The language of a tag, in lower case.
  static func code(ofTag tag: String) -> String {
    let bytes = tag.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    return String(decoding: bytes.map { ($0 &- 0x41) < 26 ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  /// What a stretch of text shows of its languages.
  struct Signs {
    /// Function words by language.
    var votes: [Int]
    /// Tokens by script.
    var scripts = [Int](repeating: 0, count: Script.allCases.count)
    var tokens = 0

    init(languages: Int) { votes = [Int](repeating: 0, count: languages) }
  }

  func addSigns(
    of tokens: Span<Token>, in utf8: Span<UInt8>, _ functionWords: inout FunctionWords, to signs: inout Signs
  ) {
    for index in tokens.indices {
      let token = tokens[index]
      guard token.kind == .word || token.kind == .ideograph else { continue }
      signs.tokens += 1
      signs.scripts[Int(Script(utf8.scalar(at: token.start).value).rawValue)] += 1
      if isSpacedLetter(tokens, index) { continue }
      var bits = functionWords.languages(of: token.hash)
      while bits != 0 {
        signs.votes[bits.trailingZeroBitCount] += 1
        bits &= bits - 1
      }
    }
  }

  /// Whether a token is a letter of a word that is written in spaced letters: many languages have words of one letter.
  private func isSpacedLetter(_ tokens: Span<Token>, _ index: Int) -> Bool {
    guard tokens[index].range.count == 1 else { return false }
    if index > 0, tokens[index - 1].range.count == 1 { return true }
    return index + 1 < tokens.count ? tokens[index + 1].range.count == 1 : false
  }

  /// The languages to read a text in: mostly one; several where it shows too little; none where no known
  /// language is written so.
  func languages(for signs: Signs) -> [Int] {
    guard let script = mainScript(of: signs) else { return latin }
    let written = written[Int(script.rawValue)]
    guard var best = written.first else { return [] }
    // Languages that share a script are told by their function words. They share many of these too, so one that cannot
    // be checked has to show clearly more of them, and as many as running text has.
    func weight(_ language: Int) -> Int {
      let votes = signs.votes[language]
      if image.hasLexicon(language) { return votes * 3 }
      return votes * 10 < signs.tokens ? 0 : votes * 2
    }
    for language in written where weight(language) > weight(best) { best = language }
    if weight(best) > 0 || written.count == 1 { return alone[best] }
    let checked = checked[Int(script.rawValue)]
    return checked.isEmpty ? alone[best] : checked
  }

  /// Kana anywhere make a text Japanese, however many Chinese characters stand beside them.
  private func mainScript(of signs: Signs) -> Script? {
    let kana = Int(Script.kana.rawValue)
    if signs.scripts[kana] > 0, signs.scripts[kana] * 12 >= signs.scripts[Int(Script.han.rawValue)] {
      let latin = signs.scripts[Int(Script.latin.rawValue)]
      if signs.scripts[kana] * 2 >= latin { return .kana }
    }
    guard let best = signs.scripts.indices.max(by: { signs.scripts[$0] < signs.scripts[$1] }), signs.scripts[best] > 0
    else { return nil }
    return Script(rawValue: UInt8(best))
  }

  /// A second language that a sentence speaks, whose main language was told or found for the whole.
  ///
  /// - Parameter matcher: One that has read the sentence.
  func other(than main: [Int], _ matcher: Matcher, tokens: Int) -> Int? {
    let own = main.map { matcher.votes(for: $0) }.max() ?? 0
    // Short stretches share too many words between languages to tell anything.
    let least = max(3, 2 * own + 2)
    for language in image.languageCodes.indices where matcher.votes(for: language) >= least {
      if Int(matcher.votes(for: language)) * 5 >= tokens { return language }
    }
    return nil
  }
}
