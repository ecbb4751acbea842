import UnicodeText

/// What the lexicon makes of a word.
struct WordMeaning {
  /// Where its symbols lie in ``WordMemo/symbols``.
  var start: UInt32 = 0
  var count: UInt16 = 0

  /// Whether it means that only with a disguise undone.
  var isDisguised = false

  /// A bit for each language that has the word as a function word.
  var languages: UInt32 = 0

  /// The same for words that mean the same, and 0 for those that mean nothing; its two lowest bits are free.
  var signature: UInt64 = 0
}

/// Numbers that tell sentences and words apart by what they mean.
package enum WordSignature {
  static func of(_ count: Int) -> UInt64 { joined(0xCBF2_9CE4_8422_2325, UInt64(count)) }

  @inline(__always)
  package static func joined(_ signature: UInt64, _ next: UInt64) -> UInt64 {
    let mixed = (signature ^ next) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }
}

/// Remembers what words mean, since text says the same words again and again.
///
/// A table in which a new word may push out an old one, so memory does not grow with the text. A short text uses a small
/// part of it, since memory that is touched for the first time is slow.
final class WordMemo {
  private static let size = 8_192
  private static let firstSize = 512
  private static let mostSymbols = 1 << 15

  /// A word by its hash, and what it means.
  private struct Entry {
    var key: UInt64 = 0
    var meaning = WordMeaning()
  }

  /// How many symbols one sentence may bring at most.
  private static let reserve = 1 << 14

  private let image: LanguageImage
  private let functionWords: HashTable
  private let entries = ScratchArray<Entry>(count: WordMemo.size)
  private let symbols = ScratchArray<UInt32>(count: WordMemo.mostSymbols)
  private var symbolCount = 0
  private var mask = WordMemo.firstSize - 1

  /// How many words were read.
  private var readCount = 0

  /// Where the symbols of the word that is being read begin.
  private var wordStart = 0

  init(_ image: LanguageImage, functionWords: HashTable) {
    self.image = image
    self.functionWords = functionWords
  }

  @inline(__always)
  func symbol(at index: Int) -> UInt32 { symbols[index] }

  /// Forgets everything when it knows too much; meanings asked before are then void.
  func makeRoom() {
    guard symbolCount > Self.mostSymbols - Self.reserve else { return }
    symbolCount = 0
    entries.fill(Entry())
  }

  /// The meaning of a token, read from the lexicon where it is not remembered.
  @inline(__always)
  func meaning(of token: Token, in utf8: Span<UInt8>) -> WordMeaning {
    // What was put together has the hash of a word and other bytes, which tell nothing of how that word begins and ends.
    let key = token.isDisguised ? ~token.hash : token.hash
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    let entry = entries[slot]
    if entry.key == key { return entry.meaning }
    let meaning = read(token, in: utf8)
    if mask < Self.size - 1, readCount > mask / 2 {
      // What lies in the small part is not moved: it is found there no more, and read again.
      mask = Self.size - 1
      slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    }
    entries[slot] = Entry(key: key, meaning: meaning)
    return meaning
  }

  @inline(never)
  private func read(_ token: Token, in utf8: Span<UInt8>) -> WordMeaning {
    readCount += 1
    var meaning = WordMeaning()
    meaning.languages = functionWords(token.hash) ?? 0
    wordStart = symbolCount
    meaning.start = UInt32(symbolCount)
    if token.isDisguised {
      add(image.words(token.hash))
    } else {
      addSymbols(of: utf8, token.range, hash: token.hash, kind: token.kind)
    }
    if symbolCount == Int(meaning.start), !token.isDisguised, token.kind == .word,
      let plain = Disguise.undone(utf8, token.range, image)
    {
      addSymbols(of: plain.span, 0..<plain.count, hash: TokenHash.of(plain.span, 0..<plain.count), kind: .word)
      meaning.isDisguised = true
    }
    meaning.count = UInt16(symbolCount - Int(meaning.start))
    meaning.signature = signature(of: meaning)
    return meaning
  }

  private func signature(of meaning: WordMeaning) -> UInt64 {
    guard meaning.count > 0 || meaning.languages != 0 else { return 0 }
    var signature = WordSignature.of(Int(meaning.languages) << 1 | (meaning.isDisguised ? 1 : 0))
    for at in Int(meaning.start)..<symbolCount { signature = WordSignature.joined(signature, UInt64(symbols[at])) }
    return signature & ~3
  }

  /// Appends the symbols of one spelling.
  private func addSymbols(of utf8: Span<UInt8>, _ range: Range<Int>, hash: UInt64, kind: Token.Kind) {
    add(image.words(hash))
    if kind == .number, image.numberSymbol != 0 { append(image.numberSymbol - 1) }
    guard kind == .word, range.count <= 64 else { return }
    if !image.prefixes.table.isEmpty {
      var hash = TokenHash.seed
      for at in range.prefix(image.prefixes.longest) {
        hash = TokenHash.adding(utf8[at], to: hash)
        if at + 1 - range.lowerBound >= image.prefixes.shortest { add(image.prefixes.table(hash)) }
      }
    }
    if !image.suffixes.table.isEmpty {
      let first = max(range.lowerBound, range.upperBound - image.suffixes.longest)
      for start in first..<max(first, range.upperBound - image.suffixes.shortest + 1) {
        add(image.suffixes.table(TokenHash.of(utf8, start..<range.upperBound)))
      }
    }
    if !image.infixes.table.isEmpty {
      for start in range {
        var hash = TokenHash.seed
        for at in start..<min(range.upperBound, start + image.infixes.longest) {
          hash = TokenHash.adding(utf8[at], to: hash)
          if at + 1 - start >= image.infixes.shortest { add(image.infixes.table(hash)) }
        }
      }
    }
  }

  private func add(_ list: UInt32?) {
    guard let list else { return }
    let start = Int(list) + 1
    for index in start..<(start + Int(image.symbolLists[Int(list)])) { append(image.symbolLists[index]) }
  }

  /// Notes a symbol of the word that is being read, once.
  private func append(_ symbol: UInt32) {
    guard symbolCount < symbols.count else { return }
    for index in wordStart..<symbolCount where symbols[index] == symbol { return }
    symbols[symbolCount] = symbol
    symbolCount += 1
  }
}
