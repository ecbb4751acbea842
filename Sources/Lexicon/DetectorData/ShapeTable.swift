/// Shapes of numbers, such as `###-#######-#######`, in flat arrays.
///
/// `#` is a digit, `@` a letter, `*` either, `%` a hexadecimal digit, `[...]` one of these; `{n}` and `{n,m}` repeat. A hyphen
/// is a hyphen or dash, a blank any one sign between groups, and other signs and the lower-case letters stand for themselves.
package struct ShapeTable: Sendable {
  /// Whether characters may have a blank or hyphen between them that the shape does not show.
  package enum Spacing: Sendable {
    case exact
    case free
  }

  /// The places of characters in a mask: digits 0 to 9, letters 10 to 35, then signs.
  private enum Bit {
    static let hyphen: UInt64 = 1 << 36
    static let separator: UInt64 = 1 << 37
    static let open: UInt64 = 1 << 38
    static let close: UInt64 = 1 << 39
    static let dot: UInt64 = 1 << 40
    static let signs = hyphen | separator | open | close | dot
    static let digits: UInt64 = (1 << 10) - 1
    static let letters: UInt64 = ((1 << 26) - 1) << 10
  }

  private var masks: [UInt64] = []
  /// The least and the most repetitions, in the lower and the upper byte.
  private var repeats: [UInt16] = []
  /// Where each shape begins in ``masks``, and one more.
  private var starts: [UInt32] = [0]
  private var checks: [UInt16] = []
  private var cueFlags: [UInt8] = []
  /// The fewest letters and digits of each shape.
  private var leastCharacters: [UInt8] = []

  init() {}

  /// Adds a shape, or says what is wrong with it.
  mutating func add(_ text: String, check: UInt16, needsCue: Bool) -> String? {
    var atoms: [(mask: UInt64, low: UInt16, high: UInt16)] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "{") {
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")), !atoms.isEmpty else { return "a `{` without `}`" }
        let ends = String(decoding: rest[..<end], as: UTF8.self).split(separator: ",").map { UInt16($0) ?? 0 }
        rest = rest[(end + 1)...]
        guard let low = ends.first, let high = ends.last, low > 0, low <= high, high < 64, ends.count <= 2 else {
          return "a repetition that is not {n} or {n,m}"
        }
        atoms[atoms.count - 1].low = low
        atoms[atoms.count - 1].high = high
        continue
      }
      var mask: UInt64 = 0
      if byte == UInt8(ascii: "[") {
        guard let end = rest.firstIndex(of: UInt8(ascii: "]")), let set = Self.set(rest[..<end]) else {
          return "a set that is not of digits and lower-case letters"
        }
        mask = set
        rest = rest[(end + 1)...]
      } else {
        mask = Self.mask(byte)
      }
      guard mask != 0 else { return "the sign `\(String(decoding: [byte], as: UTF8.self))`, which means nothing here" }
      atoms.append((mask, 1, 1))
    }
    guard !atoms.isEmpty else { return "nothing in it" }
    guard atoms.count(where: { $0.low != $0.high }) <= 2 else { return "more than two repetitions that vary" }
    masks += atoms.map(\.mask)
    repeats += atoms.map { $0.low | $0.high << 8 }
    starts.append(UInt32(masks.count))
    checks.append(check)
    cueFlags.append(needsCue ? 1 : 0)
    leastCharacters.append(UInt8(atoms.reduce(0) { $0 + ($1.mask & Bit.signs == 0 ? Int($1.low) : 0) }))
    return nil
  }

  private static func mask(_ byte: UInt8) -> UInt64 {
    switch byte {
    case UInt8(ascii: "#"): Bit.digits
    case UInt8(ascii: "@"): Bit.letters
    case UInt8(ascii: "*"): Bit.digits | Bit.letters
    case UInt8(ascii: "%"): Bit.digits | 0b11_1111 << 10
    case UInt8(ascii: "-"): Bit.hyphen
    case UInt8(ascii: " "): Bit.separator
    case UInt8(ascii: "("): Bit.open
    case UInt8(ascii: ")"): Bit.close
    case UInt8(ascii: "."): Bit.dot
    default: characterBit(byte)
    }
  }

  private static func set(_ bytes: ArraySlice<UInt8>) -> UInt64? {
    var mask: UInt64 = 0
    var rest = bytes
    while let byte = rest.popFirst() {
      let first = characterBit(byte)
      guard first != 0 else { return nil }
      guard rest.first == UInt8(ascii: "-"), rest.count > 1 else {
        mask |= first
        continue
      }
      rest = rest.dropFirst()
      guard let last = rest.popFirst(), last >= byte else { return nil }
      for character in byte...last { mask |= characterBit(character) }
    }
    return mask
  }

  private static func characterBit(_ byte: UInt8) -> UInt64 {
    if byte &- 0x30 < 10 { return 1 << UInt64(byte &- 0x30) }
    if byte &- 0x61 < 26 { return 1 << UInt64(byte &- 0x61 + 10) }
    return 0
  }

  func write(to writer: inout ImageWriter) {
    writer.write(masks)
    writer.write(repeats)
    writer.write(starts)
    writer.write(checks)
    writer.write(cueFlags)
    writer.write(leastCharacters)
  }

  init(_ reader: inout ImageReader) {
    masks = reader.readArray()
    repeats = reader.readArray()
    starts = reader.readArray()
    checks = reader.readArray()
    cueFlags = reader.readArray()
    leastCharacters = reader.readArray()
  }
}

// MARK: Matching

extension ShapeTable {
  /// Where the first shape that begins at an offset ends; what follows must not go on with a letter or digit.
  ///
  /// - Parameters:
  ///   - rules: By which the check digits are reckoned; they must hold.
  ///   - hasCue: Whether shapes that need a cue have one.
  ///   - most: How many letters and digits there are, to pass over longer shapes.
  ///   - isRight: A last say about where a shape ends.
  package func firstEnd(
    in utf8: [UInt8], at start: Int, _ spacing: Spacing, _ rules: CheckRules, hasCue: Bool, most: Int = Int.max,
    where isRight: (Int) -> Bool = { _ in true }
  ) -> Int? {
    guard start < utf8.count else { return nil }
    let bit = Self.characterBit(utf8[start])
    var characters: [UInt8] = []
    for shape in checks.indices {
      guard Int(leastCharacters[shape]) <= most, hasCue || cueFlags[shape] == 0 else { continue }
      let first = Int(starts[shape])
      guard masks[first] & (Bit.signs | bit) != 0 else { continue }
      characters.removeAll(keepingCapacity: true)
      let end = Self.match(
        masks.span, repeats.span, first..<Int(starts[shape + 1]), utf8.span, start, spacing, &characters
      ) {
        rules.hold(checks[shape], $0)
      }
      if let end, isRight(end) { return end }
    }
    return nil
  }

  private static func match(
    _ masks: Span<UInt64>, _ repeats: Span<UInt16>, _ atoms: Range<Int>, _ utf8: Span<UInt8>, _ start: Int,
    _ spacing: Spacing, _ characters: inout [UInt8], _ isRight: ([UInt8]) -> Bool
  ) -> Int? {
    var at = start
    for atom in atoms {
      let low = Int(repeats[atom] & 0xFF)
      let high = Int(repeats[atom] >> 8)
      let mark = characters.count
      var count = 0
      var end = at
      while count < high, let next = step(masks[atom], utf8, end, spacing, &characters) {
        end = next
        count += 1
      }
      guard count >= low else { return nil }
      if low == high {
        at = end
        continue
      }
      // The longest is tried first.
      while true {
        let rest = (atom + 1)..<atoms.upperBound
        if let found = match(masks, repeats, rest, utf8, end, spacing, &characters, isRight) { return found }
        count -= 1
        guard count >= low else { return nil }
        characters.removeSubrange(mark...)
        end = at
        for _ in 0..<count { end = step(masks[atom], utf8, end, spacing, &characters) ?? end }
      }
    }
    return !continues(utf8, at) && isRight(characters) ? at : nil
  }

  /// Where one character or sign ends that a mask takes, with a blank or hyphen before it where those are free.
  private static func step(
    _ mask: UInt64, _ utf8: Span<UInt8>, _ start: Int, _ spacing: Spacing, _ characters: inout [UInt8]
  ) -> Int? {
    guard start < utf8.count else { return nil }
    if mask & Bit.signs != 0 { return sign(mask, utf8, start) }
    if characterBit(utf8[start]) & mask != 0 {
      characters.append(utf8[start])
      return start + 1
    }
    guard spacing == .free, !characters.isEmpty, let after = sign(Bit.separator, utf8, start), after < utf8.count,
      characterBit(utf8[after]) & mask != 0
    else { return nil }
    characters.append(utf8[after])
    return after + 1
  }

  /// Where a sign between groups ends.
  private static func sign(_ mask: UInt64, _ utf8: Span<UInt8>, _ start: Int) -> Int? {
    let byte = utf8[start]
    switch byte {
    case UInt8(ascii: "-"): return mask & (Bit.hyphen | Bit.separator) != 0 ? start + 1 : nil
    case UInt8(ascii: "("): return mask & Bit.open != 0 ? start + 1 : nil
    case UInt8(ascii: ")"): return mask & Bit.close != 0 ? start + 1 : nil
    case UInt8(ascii: "."): return mask & (Bit.dot | Bit.separator) != 0 ? start + 1 : nil
    case UInt8(ascii: " "), UInt8(ascii: "/"): return mask & Bit.separator != 0 ? start + 1 : nil
    case 0xE2:
      // The dashes U+2010 to U+2015 and the minus sign.
      guard mask & (Bit.hyphen | Bit.separator) != 0, start + 2 < utf8.count else { return nil }
      let isDash = utf8[start + 1] == 0x80 && (0x90...0x95).contains(utf8[start + 2])
      return isDash || (utf8[start + 1] == 0x88 && utf8[start + 2] == 0x92) ? start + 3 : nil
    default: return nil
    }
  }

  /// Whether a number goes on at an offset where a shape has ended.
  private static func continues(_ utf8: Span<UInt8>, _ end: Int) -> Bool {
    guard end < utf8.count else { return false }
    if characterBit(utf8[end]) != 0 { return true }
    guard end + 1 < utf8.count, utf8[end + 1] &- 0x30 < 10 else { return false }
    switch utf8[end] {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): return true
    default: return false
    }
  }
}
