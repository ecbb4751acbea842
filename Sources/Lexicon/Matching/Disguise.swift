import UnicodeText

/// Undoes what is done to single words so that word lists miss them: digits and signs for letters, look-alikes of other
/// scripts, accents that do not belong, stars over letters.
enum Disguise {
  /// A spelling that the lexicon has, for a word that it does not have.
  ///
  /// - Parameters:
  ///   - utf8: Folded text.
  ///   - range: A word in it.
  static func undone(_ utf8: Span<UInt8>, _ range: Range<Int>, _ image: LanguageImage) -> [UInt8]? {
    guard range.count >= 2, range.count <= 48 else { return nil }
    var letters: [UInt8] = []

    // The same with the accents of Latin letters, which many languages have by right.
    var accentedLetters: [UInt8] = []
    var digits = 0
    var foreign = 0
    var accented = 0
    var plain = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = utf8.scalar(at: at)
      switch scalar {
      case 0x61...0x7A:
        letters.append(UInt8(scalar))
        accentedLetters.append(UInt8(scalar))
        plain += 1
      case 0x30...0x39:
        letters.append(UInt8(scalar))
        accentedLetters.append(UInt8(scalar))
        digits += 1
      case 0x27:
        letters.append(0x27)
        accentedLetters.append(0x27)
      default:
        if let digit = digit(drawnBy: scalar) {
          letters.append(digit)
          accentedLetters.append(digit)
          digits += 1
          break
        }
        guard let ascii = LookAlikes.letter(for: scalar) else { return nil }
        letters.append(ascii)
        if LookAlikes.isAccentedLatin(scalar) {
          accented += 1
          accentedLetters.append(scalar: scalar)
        } else {
          foreign += 1
          accentedLetters.append(ascii)
        }
      }
      at += length
    }
    if foreign > 0, accented > 0, digits == 0, knows(accentedLetters, image) { return accentedLetters }
    // One accent is how a language writes; several in a word that the lexicon knows without them are not.
    if accented >= 2 { foreign += accented } else if accented > 0 { return nil }
    guard digits + foreign > 0, plain > 0 || foreign >= 3, digits <= max(plain + foreign, 2) else { return nil }
    if digits == 0 { return knows(letters, image) ? letters : nil }
    guard letters[0] < 0x30 || letters[0] > 0x39 || plain >= 3 else { return nil }
    return withLettersForDigits(letters, image)
  }

  /// The digit that stands for the same letters as a sign does.
  static func digit(drawnBy sign: UInt32) -> UInt8? {
    switch sign {
    case 0x21: UInt8(ascii: "1")
    case 0x24: UInt8(ascii: "5")
    case 0x40: UInt8(ascii: "4")
    case 0x20AC: UInt8(ascii: "3")
    default: nil
    }
  }

  private static func knows(_ word: [UInt8], _ image: LanguageImage) -> Bool {
    image.words(TokenHash.of(word.span, 0..<word.count)) != nil
  }

  /// The letters that a digit stands for; `1` is an `i` or an `l`.
  private static func withLettersForDigits(_ word: [UInt8], _ image: LanguageImage) -> [UInt8]? {
    for one in [UInt8(ascii: "i"), UInt8(ascii: "l")] {
      let spelled = word.map { letter(for: $0, one: one) }
      if knows(spelled, image) { return spelled }
    }
    return nil
  }

  private static func letter(for byte: UInt8, one: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"): one
    case UInt8(ascii: "3"): UInt8(ascii: "e")
    case UInt8(ascii: "4"): UInt8(ascii: "a")
    case UInt8(ascii: "5"): UInt8(ascii: "s")
    case UInt8(ascii: "7"): UInt8(ascii: "t")
    case UInt8(ascii: "8"): UInt8(ascii: "b")
    case UInt8(ascii: "9"): UInt8(ascii: "g")
    default: byte
    }
  }
}
