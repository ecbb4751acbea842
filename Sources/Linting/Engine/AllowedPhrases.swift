import Lexicon
import SourceText
import UnicodeText

/// Phrases whose words mean nothing, such as the names of shops and products.
///
/// They are known by their words: case, spacing and punctuation do not matter.
struct AllowedPhrases: Sendable {
  /// The hashes of the words of each phrase, by that of its first.
  private var phrases: [UInt64: [[UInt64]]] = [:]

  /// - Throws: ``LintingError/noWord(_:)`` for a phrase that holds none.
  init(_ texts: [String]) throws(LintingError) {
    for text in texts {
      let words: [UInt64]
      do throws(ICUError) {
        words = try Self.words(of: text)
      } catch {
        throw .icu("\(error)")
      }
      guard let first = words.first else { throw .noWord(text) }
      phrases[first, default: []].append(words)
    }
  }

  private static func words(of text: String) throws(ICUError) -> [UInt64] {
    let folded = try FoldedText(Array(text.utf8).span)
    var tokens: [Token] = []
    Tokenizer.append(folded.utf8.span, 0..<folded.utf8.count, to: &tokens)
    return tokens.map(\.hash)
  }

  /// The places of phrases in a sentence, in tokens of it.
  func places(in tokens: [Token], _ sentence: Range<Int>) -> [Hit] {
    guard !phrases.isEmpty else { return [] }
    var places: [Hit] = []
    for start in sentence {
      for words in phrases[tokens[start].hash] ?? [] {
        let end = start + words.count
        guard end <= sentence.upperBound, words.indices.allSatisfy({ tokens[start + $0].hash == words[$0] }) else {
          continue
        }
        places.append(Hit(start: UInt16(start - sentence.lowerBound), end: UInt16(end - sentence.lowerBound)))
      }
    }
    return places
  }
}

/// What is innocent in drafts of a marketplace and a channel.
struct Allowances: Sendable {
  let hosts: AllowedHosts
  let phrases: AllowedPhrases

  init(_ marketplace: RuleBook.Marketplace, _ channel: Channel, hosts own: [String], _ phrases: AllowedPhrases) {
    // Tracking links are for the one buyer: in public they would say where a parcel is.
    hosts = AllowedHosts(
      hosts: marketplace.hosts + own, relayDomains: marketplace.relayDomains,
      allowsCarriers: channel == .message)
    self.phrases = phrases
  }
}
