internal import Linting
internal import SourceText

/// A draft with its sentences and what stands in them.
struct TextView {
  struct Sentence {
    /// Without white space at its ends.
    let range: ByteRange

    /// With the white space behind it.
    let whole: ByteRange
  }

  let draft: Draft
  let sentences: [Sentence]

  /// Whether the lexicon tells anything of fixes in the draft's language.
  let isKnown: Bool
  private let places: [FixingLexicon.Concept: [ByteRange]]

  var utf8: [UInt8] { draft.utf8 }

  init(
    _ draft: Draft, _ sentences: [ByteRange], _ places: [FixingLexicon.Concept: [ByteRange]], isKnown: Bool
  ) {
    self.draft = draft
    self.isKnown = isKnown
    self.places = places
    self.sentences = sentences.compactMap { whole in
      let range = draft.utf8.trimmed(whole)
      return range.isEmpty ? nil : Sentence(range: range, whole: whole)
    }
  }

  /// Where a concept stands within a range.
  func places(of concept: FixingLexicon.Concept, in range: ByteRange) -> [ByteRange] {
    (places[concept] ?? []).filter { range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound }
  }

  func holds(_ concept: FixingLexicon.Concept, in range: ByteRange) -> Bool {
    !places(of: concept, in: range).isEmpty
  }

  /// The number of the sentence that an offset stands in.
  func sentence(at offset: Int) -> Int? { sentences.firstIndex { $0.whole.contains(offset) } }

  /// Whether an empty line parts a sentence from the one before it.
  func beginsParagraph(_ number: Int) -> Bool {
    guard number > 0 else { return true }
    let gap = utf8[sentences[number - 1].range.upperBound..<sentences[number].range.lowerBound]
    return gap.count { $0 == 0x0A } > 1
  }

  /// Whether a sentence begins an item of a list.
  func beginsItem(_ number: Int) -> Bool {
    let start = sentences[number].range.lowerBound
    var line = start
    while line > 0, utf8[line - 1] != 0x0A, utf8[line - 1] != 0x0D { line -= 1 }
    let marker = utf8[line..<start].filter { $0 > 0x20 } + utf8[start..<min(start + 4, utf8.count)]
    return Self.begins(marker)
  }

  /// Whether a line begins as items do: with a sign, or a number and a sign.
  private static func begins(_ line: [UInt8]) -> Bool {
    let digits = line.prefix { $0 &- 0x30 < 10 }.count
    if digits > 0, digits < line.count {
      return line[digits] == UInt8(ascii: ")") || line[digits] == UInt8(ascii: ".")
    }
    return line.length(ofAny: ["-", "*", "+", "–", "•", "・", "●", "■", "·"], at: 0) > 0
  }

  /// Whether something stands there besides greetings, thanks, names and fragments.
  var hasSubstance: Bool {
    sentences.indices.contains { number in
      let sentence = sentences[number]
      if isStatement(sentence.range) { return true }
      let weight = utf8.weight(of: sentence.range)
      let isWhole = beginsItem(number) && utf8.length(ofAny: Self.ends, endingAt: sentence.range.upperBound) > 0
      if isWhole, weight > 1, !holds(.courtesy, in: sentence.range) { return true }
      if weight <= Self.nameWeight || isLine(sentence.range) { return false }
      return weight > Self.courtesyWeight || !holds(.courtesy, in: sentence.range)
    }
  }

  /// Whether a sentence states what is owed or another fact.
  func isStatement(_ sentence: ByteRange) -> Bool { holds(.owed, in: sentence) || holds(.fact, in: sentence) }

  /// Whether a sentence is a line without an end, such as a name or a heading.
  func isLine(_ sentence: ByteRange) -> Bool {
    utf8.length(ofAny: Self.ends, endingAt: sentence.upperBound) == 0 && utf8.weight(of: sentence) <= Self.lineWeight
  }

  /// What ends a sentence.
  static let ends: [StaticString] = [".", "!", "?", "。", "！", "？", "…", "．"]

  /// Up to so many words a sentence is a name, a sign-off or a fragment.
  private static let nameWeight = 3

  /// Up to so many words a line without an end is no sentence.
  private static let lineWeight = 6

  /// Up to so many words a sentence with a courtesy in it says nothing else.
  private static let courtesyWeight = 12
}

extension [UInt8] {
  /// The length of white space of any kind at an offset; 0 where there is none.
  func spaceLength(at offset: Int) -> Int {
    switch self[offset] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2 where offset + 1 < count && self[offset + 1] == 0xA0: return 2
    case 0xE3 where offset + 2 < count && self[offset + 1] == 0x80 && self[offset + 2] == 0x80: return 3
    default: return 0
    }
  }

  /// A range without white space at its ends.
  func trimmed(_ range: ByteRange) -> ByteRange {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, spaceLength(at: low) > 0 { low += spaceLength(at: low) }
    while high > low {
      if spaceLength(at: high - 1) == 1 {
        high -= 1
      } else if high - low >= 2, spaceLength(at: high - 2) == 2 {
        high -= 2
      } else if high - low >= 3, spaceLength(at: high - 3) == 3 {
        high -= 3
      } else {
        break
      }
    }
    return low..<Swift.max(low, high)
  }

  /// About how many words stand in a range: in scripts without spaces, three characters are one.
  func weight(of range: ByteRange) -> Int {
    var words = 0
    var characters = 0
    var isInWord = false
    var depth = 0
    for index in range {
      let byte = self[index]
      // What a placeholder stands for is not known.
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth = Swift.max(0, depth - 1) }
      if depth > 0 { continue }
      if byte >= 0xE3, byte < 0xEE {
        characters += 1
        isInWord = false
      } else if byte >= 0xE3 || byte & 0xC0 == 0x80 {
        continue
      } else {
        let isPart = byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
        if isPart, !isInWord { words += 1 }
        isInWord = isPart || (isInWord && byte == UInt8(ascii: "'"))
      }
    }
    return words + (characters + 2) / 3
  }

  /// The letter at an offset in upper case, and its bytes; nil where there is none in lower case.
  func capital(at offset: Int) -> TextEdit? {
    let length = scalarLength(at: offset)
    guard let scalar = String(decoding: self[offset..<(offset + length)], as: UTF8.self).unicodeScalars.first,
      scalar.properties.isLowercase
    else { return nil }
    return TextEdit(offset..<(offset + length), scalar.properties.uppercaseMapping)
  }

  func scalarLength(at offset: Int) -> Int {
    var length = 1
    while offset + length < count, self[offset + length] & 0xC0 == 0x80 { length += 1 }
    return length
  }

  /// Whether a character stands at an offset.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    return (0..<length).allSatisfy { unsafe self[offset + $0] == text.utf8Start[$0] }
  }

  /// The length of whichever of some characters stands at an offset, or 0.
  func length(ofAny characters: [StaticString], at offset: Int) -> Int {
    characters.first { has($0, at: offset) }?.utf8CodeUnitCount ?? 0
  }

  /// The length of whichever of some characters ends at an offset, or 0.
  func length(ofAny characters: [StaticString], endingAt offset: Int) -> Int {
    characters.first { has($0, at: offset - $0.utf8CodeUnitCount) }?.utf8CodeUnitCount ?? 0
  }
}
