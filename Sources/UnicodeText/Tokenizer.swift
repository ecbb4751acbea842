package import SourceText

/// Cuts folded text into tokens.
///
/// A token is what ICU's word rules call a word, cut further: at full stops, colons and underscores inside a word (sellers
/// forget the space after a full stop), between the characters of scripts without spaces, and between a number and the
/// letters that follow it. Signs that stand for words are tokens too; punctuation is not, but it parts clauses.
package enum Tokenizer {
  /// Appends the tokens of a stretch of folded text.
  ///
  /// - Complexity: O(*n*) in the bytes of the stretch.
  package static func append(_ utf8: Span<UInt8>, _ range: ByteRange, to tokens: inout [Token]) {
    precondition(range.lowerBound >= 0 && range.upperBound <= utf8.count, "no such range")
    var at = range.lowerBound
    var beginsClause = true
    while at < range.upperBound {
      // In steps, so that a long range does not reserve a token for each byte.
      tokens.append(addingCapacity: min(range.upperBound - at, 64) + 1) { tokens in
        append(utf8, &at, in: range, to: &tokens, &beginsClause)
      }
    }
  }

  /// Appends tokens as long as there is room for two.
  private static func append(
    _ utf8: Span<UInt8>, _ at: inout Int, in range: ByteRange, to tokens: inout OutputSpan<Token>,
    _ beginsClause: inout Bool
  ) {
    let end = range.upperBound
    while at < end, tokens.freeCapacity >= 2 {
      // The caller has checked the range, here and in `word`; nearly all bytes of a text go through these two branches.
      let byte = unsafe utf8[unchecked: at]
      if byte &- 0x61 < 26 {
        at = word(utf8, at, end: end, &tokens, &beginsClause)
        if at < end, unsafe utf8[unchecked: at] == 0x20 { at += 1 }
      } else if byte == 0x20 {
        at += 1
      } else {
        at = other(utf8, at, in: range, &tokens, &beginsClause)
      }
    }
  }

  /// Reads what stands at an offset, whatever it is, and answers where it ends.
  private static func other(
    _ utf8: Span<UInt8>, _ at: Int, in range: ByteRange, _ tokens: inout OutputSpan<Token>, _ beginsClause: inout Bool
  ) -> Int {
    let end = range.upperBound
    let (scalar, length) = utf8.scalar(at: at)
    if scalar < 0x80, let placeholder = placeholder(utf8, at, scalar: scalar, end: end) {
      // A picture in front of a clause is no word of it.
      let isFirst = beginsClause || (at - 2 > range.lowerBound && utf8[at - 1] == 0x20 && utf8[at - 2] >= 0x80)
      let hash = isFirst && scalar == 0x5B ? firstWord(utf8, at..<placeholder) : TokenHash.seed
      add(&tokens, at..<placeholder, hash, .placeholder, &beginsClause)
      return placeholder
    }
    switch ScalarClass(scalar) {
    case .space, .newline, .apostrophe, .mark:
      return at + length
    case .punctuation:
      if partsClauses(utf8, at, scalar: scalar, end: end) { beginsClause = true }
      return at + length
    case .symbol:
      // A star is a word after a number ("1*"), and else only emphasis.
      let isWord = scalar != 0x2A || (at > range.lowerBound && utf8[at - 1] &- 0x30 < 10)
      if isWord {
        add(&tokens, at..<(at + length), TokenHash.of(utf8, at..<(at + length)), .symbol, &beginsClause)
      }
      return at + length
    case .ideograph:
      var stop = at + length
      while stop < end, utf8[stop] >= 0x80 {
        let (next, nextLength) = utf8.scalar(at: stop)
        guard ScalarClass(next) == .mark else { break }
        stop += nextLength
      }
      add(&tokens, at..<stop, TokenHash.of(utf8, at..<stop), .ideograph, &beginsClause)
      return stop
    case .digit:
      return number(utf8, at, end: end, &tokens, &beginsClause)
    case .letter:
      return word(utf8, at, end: end, &tokens, &beginsClause)
    }
  }

  @inline(__always)
  private static func add(
    _ tokens: inout OutputSpan<Token>, _ range: ByteRange, _ hash: UInt64, _ kind: Token.Kind,
    _ beginsClause: inout Bool
  ) {
    tokens.append(
      Token(start: range.lowerBound, end: range.upperBound, hash: hash, kind: kind, beginsClause: beginsClause))
    beginsClause = false
  }

  /// Reads the word that begins with a letter at an offset, and answers where it ends.
  @inline(__always)
  private static func word(
    _ utf8: Span<UInt8>, _ start: Int, end: Int, _ tokens: inout OutputSpan<Token>, _ beginsClause: inout Bool
  ) -> Int {
    var at = start
    var hash = TokenHash.seed
    while at < end {
      let byte = unsafe utf8[unchecked: at]
      if byte &- 0x61 < 26 {
        hash = TokenHash.adding(byte, to: hash)
        at += 1
        continue
      }
      guard byte != 0x20 else { break }
      let next = at + lengthInWord(utf8, at, end: end)
      guard next > at else { break }
      while at < next {
        hash = TokenHash.adding(utf8[at], to: hash)
        at += 1
      }
    }
    add(&tokens, start..<at, hash, .word, &beginsClause)
    return at
  }

  /// The length of the scalar at an offset where a word goes on with it, else 0.
  private static func lengthInWord(_ utf8: Span<UInt8>, _ at: Int, end: Int) -> Int {
    let (scalar, length) = utf8.scalar(at: at)
    switch ScalarClass(scalar) {
    case .letter, .digit, .mark: return length
    case .apostrophe: return at + 1 < end && ScalarClass(utf8.scalar(at: at + 1).value) == .letter ? 1 : 0
    case .punctuation, .space, .newline, .symbol, .ideograph: return 0
    }
  }

  /// Reads the number, or the word, that begins with a digit at an offset, and answers where it ends.
  private static func number(
    _ utf8: Span<UInt8>, _ start: Int, end: Int, _ tokens: inout OutputSpan<Token>, _ beginsClause: inout Bool
  ) -> Int {
    var at = start
    var letters = start
    var hasLetter = false
    var hasDigitAfterLetter = false
    scan: while at < end {
      let (scalar, length) = utf8.scalar(at: at)
      switch ScalarClass(scalar) {
      case .digit:
        if hasLetter { hasDigitAfterLetter = true } else { letters = at + length }
        at += length
      case .letter:
        hasLetter = true
        at += length
      case .mark:
        at += length
      case .apostrophe:
        guard at + 1 < end, hasLetter, ScalarClass(utf8.scalar(at: at + 1).value) == .letter else { break scan }
        at += 1
      case .punctuation:
        // A decimal point or a thousands mark stays inside a number.
        guard !hasLetter, scalar == 0x2E || scalar == 0x2C, at + 1 < end, utf8[at + 1] &- 0x30 < 10 else { break scan }
        at += 1
      case .space, .newline, .symbol, .ideograph: break scan
      }
    }
    if !hasLetter {
      add(&tokens, start..<at, TokenHash.of(utf8, start..<at), .number, &beginsClause)
    } else if hasDigitAfterLetter {
      add(&tokens, start..<at, TokenHash.of(utf8, start..<at), .word, &beginsClause)
    } else {
      add(&tokens, start..<letters, TokenHash.of(utf8, start..<letters), .number, &beginsClause)
      add(&tokens, letters..<at, TokenHash.of(utf8, letters..<at), .word, &beginsClause)
    }
    return at
  }

  /// Whether a punctuation character ends a clause; a hyphen, a full stop or a slash inside words does not.
  private static func partsClauses(_ utf8: Span<UInt8>, _ at: Int, scalar: UInt32, end: Int) -> Bool {
    switch scalar {
    case 0x2C, 0x3A, 0x3B, 0x28, 0x29, 0x22, 0x21, 0x3F, 0x3001, 0x3002, 0x2013, 0x2014, 0x201C, 0x201D, 0x201E, 0x300C,
      0x300D, 0x2026, 0x060C, 0x061B:
      true
    case 0x2D, 0x2E:
      at + 1 < end && (utf8[at + 1] == 0x20 || utf8[at + 1] == 0x0A || utf8[at + 1] == scalar)
    default: false
    }
  }
}

// MARK: Placeholders

extension Tokenizer {
  /// The longest placeholder that is believed to be one, in bytes.
  private static let longestPlaceholder = 80

  /// Where the placeholder that begins at an offset ends, if one does: `{{x}}`, `{x}`, `{% x %}`, `[[x]]`, `[X_Y]`, `${x}`,
  /// `%s`, `%1$s`, `%(x)s`, `%{x}`, `%%x%%`, `<x_y>`, `<% x %>`, `*|x|*`.
  private static func placeholder(_ utf8: Span<UInt8>, _ at: Int, scalar: UInt32, end: Int) -> Int? {
    switch scalar {
    case 0x7B: return closing(utf8, at, end: end, open: 0x7B, close: 0x7D)
    case 0x5B: return bracketed(utf8, at, end: end)
    case 0x24:
      guard at + 1 < end, utf8[at + 1] == 0x7B else { return nil }
      return closing(utf8, at + 1, end: end, open: 0x7B, close: 0x7D)
    case 0x25: return percent(utf8, at, end: end)
    case 0x2A: return enclosed(utf8, at, end: end, 0x2A, 0x7C)
    case 0x3C: return enclosed(utf8, at, end: end, 0x3C, 0x25) ?? angled(utf8, at, end: end)
    default: return nil
    }
  }

  /// What two signs enclose, of which the end has them the other way round: `<% x %>`, `*|x|*`.
  private static func enclosed(_ utf8: Span<UInt8>, _ start: Int, end: Int, _ first: UInt8, _ second: UInt8) -> Int? {
    guard start + 1 < end, utf8[start + 1] == second else { return nil }
    let last: UInt8 = first == 0x3C ? 0x3E : first
    var at = start + 2
    while at + 1 < end, at - start < longestPlaceholder, utf8[at] != 0x0A {
      if utf8[at] == second, utf8[at + 1] == last { return at + 2 }
      at += 1
    }
    return nil
  }

  /// Angle brackets hold a placeholder where underscores join the words.
  private static func angled(_ utf8: Span<UInt8>, _ start: Int, end: Int) -> Int? {
    var at = start + 1
    var hasUnderscore = false
    while at < end, at - start < longestPlaceholder {
      switch utf8[at] {
      case 0x61...0x7A, 0x30...0x39: break
      case 0x5F: hasUnderscore = true
      case 0x3E: return hasUnderscore ? at + 1 : nil
      default: return nil
      }
      at += 1
    }
    return nil
  }

  /// `%{x}`, `%%x%%`, or what ``formatted(_:_:end:)`` tells.
  private static func percent(_ utf8: Span<UInt8>, _ start: Int, end: Int) -> Int? {
    guard start + 1 < end else { return nil }
    if utf8[start + 1] == 0x7B { return closing(utf8, start + 1, end: end, open: 0x7B, close: 0x7D) }
    guard utf8[start + 1] == 0x25 else { return formatted(utf8, start, end: end) }
    var at = start + 2
    while at < end, at - start < longestPlaceholder, (utf8[at] &- 0x61) < 26 || utf8[at] == 0x5F { at += 1 }
    return at > start + 2 && at + 1 < end && utf8[at] == 0x25 && utf8[at + 1] == 0x25 ? at + 2 : nil
  }

  private static func closing(_ utf8: Span<UInt8>, _ start: Int, end: Int, open: UInt8, close: UInt8) -> Int? {
    var at = start
    var depth = 0
    while at < end, at - start < longestPlaceholder {
      let byte = utf8[at]
      if byte == 0x0A { return nil }
      if byte == open { depth += 1 }
      if byte == close {
        depth -= 1
        if depth == 0 { return at + 1 }
      }
      at += 1
    }
    return nil
  }

  /// Square brackets hold a placeholder where the words are joined by underscores or are few and plain letters; a number
  /// in them is a note's.
  private static func bracketed(_ utf8: Span<UInt8>, _ start: Int, end: Int) -> Int? {
    guard let stop = closing(utf8, start, end: end, open: 0x5B, close: 0x5D), stop - start <= 40 else { return nil }
    var spaces = 0
    var isNumber = true
    for index in (start + 1)..<(stop - 1) {
      switch utf8[index] {
      case 0x61...0x7A, 0x5F, 0x80...: isNumber = false
      case 0x30...0x39, 0x5B, 0x5D, 0x2D, 0x2F, 0x27: break
      case 0x20: spaces += 1
      default: return nil
      }
    }
    return spaces <= 2 && !isNumber ? stop : nil
  }

  /// The hash of the first word between square brackets, where it stands alone or before a blank.
  ///
  /// By its form "[Important]" before a subject is as good a placeholder as "[Name]" is; the lexicon knows which words
  /// mean something there.
  private static func firstWord(_ utf8: Span<UInt8>, _ range: ByteRange) -> UInt64 {
    let start = range.lowerBound + 1
    var end = start
    while utf8[end] &- 0x61 < 26 || utf8[end] >= 0x80 { end += 1 }
    return utf8[end] == 0x5D || utf8[end] == 0x20 ? TokenHash.of(utf8, start..<end) : TokenHash.seed
  }

  private static func formatted(_ utf8: Span<UInt8>, _ start: Int, end: Int) -> Int? {
    var at = start + 1
    guard at < end else { return nil }
    if utf8[at] == 0x28 {
      guard let stop = closing(utf8, at, end: end, open: 0x28, close: 0x29), stop < end else { return nil }
      return utf8[stop] == 0x73 || utf8[stop] == 0x64 ? stop + 1 : nil
    }
    while at < end, (utf8[at] &- 0x30) < 10 { at += 1 }
    if at < end, utf8[at] == 0x24 { at += 1 } else if at > start + 1 { return nil }
    guard at < end, utf8[at] == 0x73 || utf8[at] == 0x64 || utf8[at] == 0x40 else { return nil }
    let next = at + 1 < end ? ScalarClass(utf8.scalar(at: at + 1).value) : .space
    return next == .letter || next == .digit ? nil : at + 1
  }
}
