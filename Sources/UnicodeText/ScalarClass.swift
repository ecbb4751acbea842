internal import CICU

/// What a scalar is to the tokenizer.
package enum ScalarClass: UInt8, Sendable {
  case space
  /// A line feed or carriage return.
  case newline
  case punctuation
  /// A sign that stands for itself: `$`, `%`, `+`, a star, an emoji.
  case symbol
  case digit
  case letter
  /// A letter of a script that is written without spaces; each is a token of its own.
  case ideograph
  /// A combining mark; it belongs to the letter before it.
  case mark
  case apostrophe
}

extension ScalarClass {
  /// The class of a scalar of folded text.
  package init(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80: self = ScalarClass(ascii: UInt8(scalar))
    case 0xF7: self = .symbol
    // Latin, the common letters of Greek, Cyrillic, Hebrew and Arabic, and Hangul.
    case 0xE0..<0x0250, 0x03AC...0x03CE, 0x0410...0x0481, 0x05D0...0x05EA, 0x0620...0x064A, 0xAC00...0xD7A3:
      self = .letter
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF: self = .ideograph
    default: self.init(byICU: scalar)
    }
  }

  /// The class of an ASCII byte.
  ///
  /// ICU says the same, but for what the tokenizer sees otherwise: `'`, and signs such as `@` and `%` that stand for
  /// words.
  private init(ascii byte: UInt8) {
    switch byte {
    case 0x0A, 0x0D: self = .newline
    case 0x00...0x20, 0x7F: self = .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .letter
    case UInt8(ascii: "'"): self = .apostrophe
    case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "@"),
      UInt8(ascii: "&"), UInt8(ascii: "*"):
      self = .symbol
    default: self = .punctuation
    }
  }

  /// The class of a scalar beyond ASCII, by ICU's word.
  init(byICU scalar: UInt32) {
    if ScalarClass.isUnspaced(scalar) {
      self = .ideograph
      return
    }
    switch UInt32(icu_generalCategory(UChar32(bitPattern: scalar))) {
    case U_UPPERCASE_LETTER.rawValue, U_LOWERCASE_LETTER.rawValue, U_TITLECASE_LETTER.rawValue,
      U_MODIFIER_LETTER.rawValue, U_OTHER_LETTER.rawValue:
      self = .letter
    case U_NON_SPACING_MARK.rawValue, U_ENCLOSING_MARK.rawValue, U_COMBINING_SPACING_MARK.rawValue:
      self = .mark
    case U_DECIMAL_DIGIT_NUMBER.rawValue, U_LETTER_NUMBER.rawValue, U_OTHER_NUMBER.rawValue:
      self = .digit
    case U_LINE_SEPARATOR.rawValue, U_PARAGRAPH_SEPARATOR.rawValue:
      self = .newline
    case U_SPACE_SEPARATOR.rawValue, U_CONTROL_CHAR.rawValue, U_FORMAT_CHAR.rawValue, U_UNASSIGNED.rawValue,
      U_SURROGATE.rawValue, U_PRIVATE_USE_CHAR.rawValue:
      self = .space
    case U_MATH_SYMBOL.rawValue, U_CURRENCY_SYMBOL.rawValue, U_MODIFIER_SYMBOL.rawValue, U_OTHER_SYMBOL.rawValue:
      self = .symbol
    default:
      self = .punctuation
    }
  }

  /// Whether a scalar belongs to a script written without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese.
  package static func isUnspaced(_ scalar: UInt32) -> Bool {
    if scalar < 0x0E01 { return false }
    switch scalar {
    case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
      return true
    case 0x0E01...0x0E30, 0x0E32...0x0E33, 0x0E40...0x0E46, 0x0E81...0x0EB0, 0x0EC0...0x0EC6, 0x1000...0x102A,
      0x1780...0x17B3:
      return true
    default: return false
    }
  }

  /// Whether a scalar is katakana or its long mark, whose runs are words of foreign origin.
  package static func isKatakana(_ scalar: UInt32) -> Bool {
    (0x30A1...0x30FA).contains(scalar) || scalar == 0x30FC
  }
}
