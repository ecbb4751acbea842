import Lexicon
import SourceText
import UnicodeText

/// Reads drafts with the lexicons: folds, cuts and finds concepts. It keeps buffers, so each task has its own.
final class DraftReader {
  private let choice: LanguageChoice
  private let detectors: DetectorBank
  private var matchers: [Int: ConceptFinder] = [:]
  private var sentenceBreaker = SentenceBreaker()

  /// The tokens of a stretch of sentences, and where each sentence ends among them.
  private var tokens: [Token] = []
  private var ends: [Int] = []

  /// How much text is cut into tokens at once, in bytes.
  private static let stretch = 16_384

  /// A concept that one sentence says more often tells nothing more, and would make long sentences slow.
  static let mostHitsOfOneConcept = 48

  init(_ choice: LanguageChoice, _ detectors: DetectorBank) {
    self.choice = choice
    self.detectors = detectors
  }

  /// Reads a draft.
  ///
  /// - Parameters:
  ///   - language: The language it was said to be in, as a BCP 47 tag.
  func read(_ source: [UInt8], _ folded: FoldedText, language tag: String?, _ hosts: AllowedHosts) throws(ICUError)
    -> ReadDraft
  {
    var draft = ReadDraft()
    let utf8 = folded.utf8.span
    let sentences = try sentenceBreaker.sentences(of: utf8)
    let told = told(tag, &draft)
    var number = 0
    var next = 0
    while next < sentences.count {
      let first = next
      tokens.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      while next < sentences.count, next == first || sentences[next].upperBound - sentences[first].lowerBound < Self.stretch {
        cut(sentences[next], utf8)
        next += 1
      }
      let languages = told ?? found(utf8, &draft)
      if draft.language == nil, let main = languages.first, !tokens.isEmpty {
        draft.language = choice.image.languageCodes[main]
      }
      var start = 0
      for end in ends {
        try readSentence(
          start..<end, number: number, languages: languages, source, folded, hosts, &draft)
        number += 1
        start = end
      }
    }
    draft.spreadContexts()
    return draft
  }

  /// Cuts a sentence into tokens, and a very long one into pieces.
  private func cut(_ sentence: ByteRange, _ utf8: Span<UInt8>) {
    let start = tokens.count
    Tokenizer.append(utf8, sentence, to: &tokens)
    var end = start
    while tokens.count - end > Matcher.mostTokens {
      end += Matcher.mostTokens
      ends.append(end)
    }
    if tokens.count > end { ends.append(tokens.count) }
  }

  // MARK: Languages

  /// The language that the caller names; nil where none is named.
  private func told(_ tag: String?, _ draft: inout ReadDraft) -> [Int]? {
    guard let tag, !tag.isEmpty else { return nil }
    let code = LanguageChoice.code(ofTag: tag)
    draft.language = code
    if let number = choice.number(ofTag: tag), choice.image.hasLexicon(number) { return [number] }
    draft.unchecked.insert(code)
    return [choice.universal]
  }

  /// The languages that a stretch shows; what has no lexicon is noted.
  private func found(_ utf8: Span<UInt8>, _ draft: inout ReadDraft) -> [Int] {
    var signs = LanguageChoice.Signs(languages: choice.image.languageCodes.count)
    choice.addSigns(of: tokens.span.extracting(first: 400), in: utf8, to: &signs)
    guard signs.tokens > 0 else { return [choice.universal] }
    let languages = choice.languages(for: signs)
    let checked = languages.filter { choice.image.hasLexicon($0) }
    guard checked.isEmpty else { return checked }
    draft.unchecked.insert(languages.first.map { choice.image.languageCodes[$0] } ?? EngineConcept.universalLanguage)
    if draft.language == nil { draft.language = languages.first.map { choice.image.languageCodes[$0] } }
    return [choice.universal]
  }

  // MARK: Sentences

  private func readSentence(
    _ range: Range<Int>, number: Int, languages: [Int], _ source: [UInt8], _ folded: FoldedText,
    _ hosts: AllowedHosts, _ draft: inout ReadDraft
  ) throws(ICUError) {
    let firstHit = draft.hits.count
    var contexts = WideContexts()
    var read = 0
    while read < languages.count {
      contexts.add(
        finder(languages[read]).find(
          tokens, range, source, folded, hosts, detectors, into: &draft.hits))
      read += 1
    }
    let main = finder(languages[0]).matcher
    if let other = choice.other(than: languages, main.votes, tokens: main.tokenCount) {
      if choice.image.hasLexicon(other) {
        contexts.add(finder(other).find(tokens, range, source, folded, hosts, detectors, into: &draft.hits))
      } else if draft.unchecked.isEmpty {
        draft.unchecked.insert(choice.image.languageCodes[other])
      }
    }
    guard draft.hits.count > firstHit || !contexts.isEmpty else { return }
    draft.sentences.append(
      ReadSentence(
        number: number, hits: firstHit..<draft.hits.count, neighbourContexts: contexts.neighbours,
        draftContexts: contexts.draft))
  }

  private func finder(_ language: Int) -> ConceptFinder {
    if let finder = matchers[language] { return finder }
    let finder = ConceptFinder(Matcher(choice.image.language(language), functionWords: choice.image.functionWords))
    matchers[language] = finder
    return finder
  }
}

/// The contexts of a sentence that reach beyond it, a bit each.
struct WideContexts {
  var neighbours: UInt16 = 0
  var draft: UInt16 = 0

  var isEmpty: Bool { neighbours | draft == 0 }

  mutating func add(_ other: WideContexts) {
    neighbours |= other.neighbours
    draft |= other.draft
  }
}
