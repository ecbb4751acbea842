internal import Lexicon
internal import SourceText
internal import UnicodeText

/// Finds postal addresses: a street with a house number, or a postal code in its place.
struct AddressDetector {
  let view: SentenceView
  let shared: SharedDetectorData

  func detect(into found: inout DetectionList) {
    for hit in view.cues where hit.cue == .street && view.sentence.contains(hit.tokens.lowerBound) {
      guard let range = street(hit.tokens) else { continue }
      found.add(.address, withTown(range), in: view)
    }
    detectPostcodes(into: &found)
  }

  private func street(_ cue: Range<Int>) -> ByteRange? {
    let word = view.tokens[cue.upperBound - 1]
    if word.isIdeograph { return blockNumber(cue) }
    // "Avenue" and "place" lead in French and trail in English.
    if shared.data.leadingStreetWords.contains(view.tokens[cue.lowerBound].hash), let range = leadingStreet(cue) {
      return range
    }
    if let compound = hasNumberBehind(word) { return trailingStreet(cue, isCompound: compound) }
    return numberedStreet(cue) ?? gluedNumber(cue)
  }

  // MARK: 18 Birchwood Lane

  private func numberedStreet(_ cue: Range<Int>) -> ByteRange? {
    var index = cue.lowerBound - 1
    var names = 0
    while index >= view.sentence.lowerBound, names < 4, view.tokens[index].isWord, isNext(index, index + 1),
      view.isCapital(view.tokens[index].start)
    {
      names += 1
      index -= 1
    }
    guard names > 0, index >= view.sentence.lowerBound, isNext(index, index + 1), isHouseNumber(index),
      !shared.data.notStreets.contains(view.tokens[cue.lowerBound - 1].hash),
      !shared.data.units.contains(view.tokens[index + 1].hash)
    else { return nil }
    // "4 Corner Lane Set" and "4 Corner Lane mugs" are things to buy: a street ends a phrase, or a comma follows.
    let next = cue.upperBound
    if next < view.sentence.upperBound, view.tokens[next].start == view.tokens[next - 1].end + 1,
      view.byte(view.tokens[next].start - 1) == 0x20, view.tokens[next].isWord,
      view.isCapital(view.tokens[next].start) || isPlural(view.tokens[next])
    {
      return nil
    }
    return view.tokens[index].start..<view.tokens[cue.upperBound - 1].end
  }

  /// Whether a word looks like one for several things; "was" and "has" are too short.
  private func isPlural(_ word: Token) -> Bool {
    word.end - word.start > 3 && view.byte(word.end - 1) == UInt8(ascii: "s")
  }

  // MARK: 27 rue des Tanneurs, via dei Mille 41

  private func leadingStreet(_ cue: Range<Int>) -> ByteRange? {
    let first = cue.upperBound
    // Scripts without capitals: the number is close.
    if first < view.sentence.upperBound, view.bytes[view.tokens[first].start] >= 0x80, !hasCase(first) {
      for index in first..<min(first + 4, view.sentence.upperBound) where view.tokens[index].isNumber {
        return isHouseNumber(index) ? view.tokens[cue.lowerBound].start..<view.tokens[index].end : nil
      }
    } else if first < view.sentence.upperBound, view.tokens[first].isNumber, !hasCase(cue.lowerBound) {
      return isHouseNumber(first) ? view.tokens[cue.lowerBound].start..<view.tokens[first].end : nil
    }
    guard let name = capital(from: first) else { return nil }
    let before = cue.lowerBound - 1
    if before >= view.sentence.lowerBound, isHouseNumber(before), isNext(before, cue.lowerBound, comma: true) {
      return view.tokens[before].start..<view.tokens[name].end
    }
    for index in name..<min(name + 4, view.sentence.upperBound) {
      let token = view.tokens[index]
      if token.isNumber {
        guard isHouseNumber(index), isNext(index - 1, index, comma: true), !isDate(index) else { return nil }
        return view.tokens[cue.lowerBound].start..<houseNumberEnd(index)
      }
      guard index == name || isNext(index - 1, index) else { return nil }
    }
    return nil
  }

  /// The first capitalised word of a street's name, which small words may lead to.
  private func capital(from first: Int) -> Int? {
    for index in first..<max(first, min(first + 4, view.sentence.upperBound)) {
      guard view.tokens[index].isWord, isNext(index - 1, index) else { return nil }
      if view.isCapital(view.tokens[index].start) { return index }
    }
    return nil
  }

  /// "via Posta 12 maggio": a day, with the month in small letters behind it.
  private func isDate(_ index: Int) -> Bool {
    let next = index + 1
    guard next < view.sentence.upperBound, isNext(index, next), view.tokens[next].isWord else { return false }
    return view.tokens[index].end - view.tokens[index].start <= 2 && !view.isCapital(view.tokens[next].start)
  }

  // MARK: Musterstraße 12

  /// Whether a word is, or ends with, a street word that the number follows; true for a compound, nil for neither.
  private func hasNumberBehind(_ word: Token) -> Bool? {
    for start in word.range where view.bytes[start] & 0xC0 != 0x80 {
      if shared.data.trailingStreetWords.contains(view.bytes, start..<word.end) { return start > word.start }
    }
    return nil
  }

  private func trailingStreet(_ cue: Range<Int>, isCompound: Bool) -> ByteRange? {
    let word = cue.upperBound - 1
    var first = cue.lowerBound
    guard word + 1 < view.sentence.upperBound, view.isCapital(view.tokens[first].start), isNext(word, word + 1),
      isHouseNumber(word + 1)
    else { return nil }
    if !isCompound || view.byte(view.tokens[first].start - 1) == UInt8(ascii: "-") {
      while first > view.sentence.lowerBound, view.tokens[first - 1].isWord, isNext(first - 1, first),
        view.isCapital(view.tokens[first - 1].start), cue.lowerBound - first < 3
      {
        first -= 1
      }
      guard first < cue.lowerBound else { return nil }
    }
    return view.tokens[first].start..<houseNumberEnd(word + 1)
  }

  // MARK: 2丁目3番地, 203号室, 105동

  /// A number right before a word of several characters, or two such pairs in a row.
  private func blockNumber(_ cue: Range<Int>) -> ByteRange? {
    guard let range = gluedNumber(cue) else { return nil }
    if cue.count > 1 { return range }
    let next = cue.upperBound + 1
    let isPair =
      view.cues.contains { $0.cue == .street && $0.tokens.lowerBound == next && $0.tokens != cue }
      && view.tokens[next - 1].isNumber && view.tokens[next - 1].start == range.upperBound
    return isPair ? range.lowerBound..<view.tokens[next].end : nil
  }

  private func gluedNumber(_ cue: Range<Int>) -> ByteRange? {
    let before = cue.lowerBound - 1
    let word = view.tokens[cue.lowerBound]
    guard before >= view.sentence.lowerBound, view.tokens[before].isNumber,
      view.tokens[before].end == word.start,
      view.bytes[word.start] >= 0xE0
    else { return nil }
    return view.tokens[before].start..<view.tokens[cue.upperBound - 1].end
  }
}

// MARK: Parts

extension AddressDetector {
  /// Whether only a blank (or a hyphen, a full stop and a blank, a comma) stands between two tokens.
  private func isNext(_ left: Int, _ right: Int, comma: Bool = false) -> Bool {
    let gap = view.tokens[left].end..<view.tokens[right].start
    guard gap.count <= 2 else { return false }
    return gap.allSatisfy {
      view.bytes[$0] == 0x20 || view.bytes[$0] == UInt8(ascii: "-") || view.bytes[$0] == UInt8(ascii: ".")
        || (comma && view.bytes[$0] == UInt8(ascii: ","))
    }
  }

  private func hasCase(_ token: Int) -> Bool {
    // Latin, Greek, Cyrillic, Armenian, and their additions.
    let scalar = view.scalar(at: view.tokens[token].start).value
    return scalar < 0x590 || (0x1E00..<0x2000).contains(scalar)
  }

  /// Whether a token is a number that a house can have, and counts nothing.
  private func isHouseNumber(_ index: Int) -> Bool {
    let token = view.tokens[index]
    guard token.isNumber, token.end - token.start <= 5, view.bytes[token.range].allSatisfy({ $0 &- 0x30 < 10 }),
      view.byte(token.start - 1) != UInt8(ascii: "#")
    else { return false }
    let before = index - 1
    if before >= 0, view.beforeBlanks(token.start) == view.tokens[before].end,
      shared.data.moneySigns.contains(view.tokens[before].hash)
    {
      return false
    }
    let next = index + 1
    guard next < view.tokens.count, view.afterBlanks(token.end) == view.tokens[next].start else { return true }
    let follower = view.tokens[next]
    // The letter of a house, as in "5a".
    if follower.start == token.end, follower.end - follower.start == 1, view.bytes[follower.start] &- 0x61 < 6 {
      return true
    }
    if follower.isSymbol {
      return !shared.data.moneySigns.contains(follower.hash) && view.bytes[follower.start] != UInt8(ascii: "%")
    }
    return !shared.data.units.contains(follower.hash) && !shared.data.moneyCodes.contains(follower.hash)
  }

  /// Where a house number with its letter or flat ("12a", "17/3") ends.
  private func houseNumberEnd(_ index: Int) -> Int {
    var end = view.tokens[index].end
    if view.byte(end) == UInt8(ascii: "/") || view.byte(end) == UInt8(ascii: "-"), view.isDigit(end + 1) {
      end += 1
      while view.isDigit(end) { end += 1 }
    } else if view.byte(end) &- 0x61 < 6, !view.isAlphanumeric(end + 1) {
      end += 1
    }
    return end
  }

  /// A street with the postal code and the town that follow it.
  private func withTown(_ range: ByteRange) -> ByteRange {
    var index = view.token(at: range.upperBound)
    guard index + 1 < view.sentence.upperBound, view.tokens[index].start - range.upperBound <= 2 else { return range }
    if view.tokens[index].isNumber, view.tokens[index].end - view.tokens[index].start >= 4 { index += 1 }
    guard index > 0, view.tokens[index - 1].isNumber, view.tokens[index - 1].start >= range.upperBound,
      view.tokens[index].isWord, view.isCapital(view.tokens[index].start), isNext(index - 1, index)
    else { return range }
    return range.lowerBound..<view.tokens[index].end
  }
}

// MARK: Postal codes

extension AddressDetector {
  private func detectPostcodes(into found: inout DetectionList) {
    for index in view.sentence {
      let token = view.tokens[index]
      if token.isSymbol, view.scalar(at: token.start).value == 0x3012,
        view.isDigit(view.afterBlanks(token.end))
      {
        var end = view.afterBlanks(token.end)
        while view.isDigit(end) || (view.byte(end) == UInt8(ascii: "-") && view.isDigit(end + 1)) { end += 1 }
        found.add(.address, token.start..<end, in: view)
      }
      guard token.isWord, token.end - token.start <= 4, view.isCapital(token.start), isAfterPlace(token, found)
      else { continue }
      if token.end - token.start == 2, shared.data.states.contains(token.hash), isZIP(index + 1),
        view.isAllCapitals(token.range)
      {
        found.add(.address, token.start..<view.tokens[index + 1].end, in: view)
      } else if let end = postcodeEnd(token.start) {
        found.add(.address, token.start..<end, in: view)
      }
    }
  }

  private func isZIP(_ index: Int) -> Bool {
    guard index < view.sentence.upperBound, isNext(index - 1, index) else { return false }
    let token = view.tokens[index]
    return token.isNumber && token.end - token.start == 5
      && view.bytes[token.range].allSatisfy { $0 &- 0x30 < 10 }
  }

  /// Whether a comma, or an address close by, leads to a postal code.
  private func isAfterPlace(_ token: Token, _ found: DetectionList) -> Bool {
    let before = view.beforeBlanks(token.start)
    guard before > 0 else { return false }
    if view.bytes[before - 1] == UInt8(ascii: ",") { return true }
    return found.detections.contains {
      $0.kind == .address && $0.range.upperBound <= token.start && token.start - $0.range.upperBound < 40
    }
  }

  private func postcodeEnd(_ start: Int) -> Int? {
    let end = shared.data.postcodes.firstEnd(in: view.bytes, at: start, .exact, shared.data.checks, hasCue: false) {
      view.isAllCapitals(start..<$0)
    }
    // "S8, 4GB" is no place.
    return end.flatMap { shared.data.units.contains(view.tokens[view.token(at: $0 - 1)].hash) ? nil : $0 }
  }
}
