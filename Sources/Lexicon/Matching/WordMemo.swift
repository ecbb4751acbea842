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
}

/// Remembers what words mean, since text says the same words again and again.
///
/// A table of fixed size in which a new word may push out an old one, so memory does not grow with the text.
struct WordMemo {
  private static let size = 8_192
  private static let mostSymbols = 1 << 16

  private var keys = [UInt64](repeating: 0, count: WordMemo.size)
  private var meanings = [WordMeaning](repeating: WordMeaning(), count: WordMemo.size)
  private(set) var symbols: [UInt32] = []

  /// The meaning of a token, read from the lexicon where it is not remembered.
  @inline(__always)
  mutating func meaning(
    of token: Token, in utf8: Span<UInt8>, _ image: LanguageImage, _ functionWords: HashTable
  ) -> WordMeaning {
    let slot = Int(truncatingIfNeeded: token.hash ^ (token.hash >> 32)) & (Self.size - 1)
    if keys[slot] == token.hash { return meanings[slot] }
    let meaning = read(token, in: utf8, image, functionWords)
    keys[slot] = token.hash
    meanings[slot] = meaning
    return meaning
  }

  @inline(never)
  private mutating func read(
    _ token: Token, in utf8: Span<UInt8>, _ image: LanguageImage, _ functionWords: HashTable
  ) -> WordMeaning {
    if symbols.count > Self.mostSymbols {
      symbols.removeAll(keepingCapacity: true)
      for index in keys.indices { keys[index] = 0 }
    }
    var meaning = WordMeaning()
    meaning.languages = functionWords(token.hash) ?? 0
    meaning.start = UInt32(symbols.count)
    addSymbols(of: utf8, token.range, hash: token.hash, kind: token.kind, image)
    if symbols.count == Int(meaning.start), token.kind == .word, let plain = Disguise.undone(utf8, token.range, image) {
      addSymbols(of: plain.span, 0..<plain.count, hash: TokenHash.of(plain.span, 0..<plain.count), kind: .word, image)
      meaning.isDisguised = true
    }
    meaning.count = UInt16(symbols.count - Int(meaning.start))
    return meaning
  }

  /// Appends the symbols of one spelling.
  private mutating func addSymbols(
    of utf8: Span<UInt8>, _ range: Range<Int>, hash: UInt64, kind: Token.Kind, _ image: LanguageImage
  ) {
    add(image.words(hash), image)
    if kind == .number, image.numberSymbol != 0 { symbols.append(image.numberSymbol - 1) }
    guard kind == .word, range.count <= 64 else { return }
    if !image.prefixes.table.isEmpty {
      var hash = TokenHash.seed
      for at in range.prefix(image.prefixes.longest) {
        hash = TokenHash.adding(utf8[at], to: hash)
        if at + 1 - range.lowerBound >= image.prefixes.shortest { add(image.prefixes.table(hash), image) }
      }
    }
    if !image.suffixes.table.isEmpty {
      let first = max(range.lowerBound, range.upperBound - image.suffixes.longest)
      for start in first..<max(first, range.upperBound - image.suffixes.shortest + 1) {
        add(image.suffixes.table(TokenHash.of(utf8, start..<range.upperBound)), image)
      }
    }
    if !image.infixes.table.isEmpty {
      for start in range {
        var hash = TokenHash.seed
        for at in start..<min(range.upperBound, start + image.infixes.longest) {
          hash = TokenHash.adding(utf8[at], to: hash)
          if at + 1 - start >= image.infixes.shortest { add(image.infixes.table(hash), image) }
        }
      }
    }
  }

  private mutating func add(_ list: UInt32?, _ image: LanguageImage) {
    guard let list else { return }
    let start = Int(list) + 1
    for index in start..<(start + Int(image.symbolLists[Int(list)])) where !symbols.reversed().prefix(16).contains(image.symbolLists[index]) {
      symbols.append(image.symbolLists[index])
    }
  }
}
