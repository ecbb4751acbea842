internal import Lexicon
internal import SourceText
internal import UnicodeText

/// Tells what the numbers of a sentence are: of accounts, cards, orders, parcels, people or telephones.
struct NumberDetector {
  let view: SentenceView
  let shared: SharedDetectorData

  func detect(into found: inout DetectionList) {
    detectPartialCards(into: &found)
    var covered = 0
    for index in view.sentence {
      let token = view.tokens[index]
      guard token.start >= covered, begins(token), view.byte(token.start) < 0x80 else { continue }
      if let end = spacedPrefix(index, into: &found) {
        covered = end
        continue
      }
      guard view.isAlphanumeric(token.start), holdsDigit(token) else { continue }
      if token.isWord, let end = ibanEnd(token.start) {
        covered = add(.iban, token.start..<end, into: &found)
        continue
      }
      let run = NumberRun(view, at: token.start)
      classify(run, into: &found)
      covered = max(run.end, token.end)
    }
  }

  private func begins(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .word: true
    case .symbol, .ideograph, .placeholder: false
    }
  }

  private func holdsDigit(_ token: Token) -> Bool {
    token.isNumber || view.bytes[token.range].contains { $0 &- 0x30 < 10 }
  }

  /// A number that begins with letters of its own before a blank ("RR 123 456 785 DE", "DE 89 3704 ...").
  private func spacedPrefix(_ index: Int, into found: inout DetectionList) -> Int? {
    let token = view.tokens[index]
    guard token.isWord, (2...4).contains(token.end - token.start), !holdsDigit(token),
      view.byte(token.end) == 0x20 || view.byte(token.end) == UInt8(ascii: "-"), view.isDigit(token.end + 1)
    else { return nil }
    if let end = ibanEnd(token.start) { return add(.iban, token.start..<end, into: &found) }
    if let end = shapeEnd(shared.data.tracking, at: token.start, .free, hasCue: false) {
      return add(.tracking, token.start..<end, into: &found)
    }
    return nil
  }

  func add(_ kind: Detection.Kind, _ range: ByteRange, into found: inout DetectionList, isDisguised: Bool = false)
    -> Int
  {
    found.add(kind, range, in: view, isDisguised: isDisguised)
    return range.upperBound
  }

  private func classify(_ run: NumberRun, into found: inout DetectionList) {
    let groups = run.groups
    var index = 0
    var first = 0
    while index < groups.count {
      guard groups[index...].reduce(0, { $0 + $1.digits }) >= 4 else { return }
      if let end = classify(run, index, isFirst: index == first, into: &found) {
        while index < groups.count, groups[index].range.lowerBound < end { index += 1 }
        first = index
        continue
      }
      let date = dateLength(run, index)
      index += max(1, date)
      if date > 0 { first = index }
    }
  }

  /// Tells what begins at a group, and answers where it ends.
  private func classify(_ run: NumberRun, _ index: Int, isFirst: Bool, into found: inout DetectionList) -> Int? {
    let start = run.groups[index].range.lowerBound
    let cue = view.nearestCue(before: beforeSigns(start), reach: 60)
    let most = mostCharacters(run, index)
    if isFirst {
      if let end = ibanEnd(start) { return add(.iban, start..<end, into: &found) }
      if let end = plusPhoneEnd(run, index, cue) {
        return add(.phone, plusStart(start)..<end, into: &found, isDisguised: isTakenApart(run, index, end))
      }
      // Straight after its word a number is what the word says.
      if let cue, cue.distance <= Self.nearWord || typicalGrouping(start, most: most) == nil,
        let end = cuedEnd(run, index, cue, into: &found)
      {
        return end
      }
      if let end = shapeEnd(shared.data.orders, at: start, .exact, hasCue: isCued(.orderID, cue, start), most: most) {
        return add(.orderID, start..<end, into: &found)
      }
      if let end = shapeEnd(shared.data.tracking, at: start, .free, hasCue: isCued(.tracking, cue, start), most: most) {
        return add(.tracking, start..<end, into: &found)
      }
      let hasIDCue = cue?.cue == .nationalID && cue?.isAcross == false
      if let end = shapeEnd(shared.data.nationalIDs, at: start, .exact, hasCue: hasIDCue, most: most) {
        return add(.nationalID, start..<end, into: &found)
      }
    }
    if dateLength(run, index) > 0 { return nil }
    if let end = cardEnd(run, index, cue) {
      return add(.card, start..<end, into: &found, isDisguised: isTakenApart(run, index, end))
    }
    guard isFirst else { return nil }
    if let range = nationalPhone(run, index, cue, most: most) {
      return add(.phone, range, into: &found, isDisguised: isTakenApart(run, index, range.upperBound))
    }
    return nil
  }

  /// How many letters and digits a number that begins at a group can have.
  private func mostCharacters(_ run: NumberRun, _ index: Int) -> Int {
    // A group of letters alone, which ends a run, may go on with it after a hyphen; after a blank two letters may.
    if view.byte(run.end) == UInt8(ascii: "-") { return Int.max }
    return run.groups[index...].reduce(2) { $0 + $1.count }
  }

  /// How far from its word a number may stand that looks like a telephone's, in bytes.
  private static let nearWord = 12

  /// Whether a cue speaks for a number: the closest one before it, or one behind it where none stands before.
  private func isCued(_ cue: Cue, _ nearest: SentenceView.NearCue?, _ start: Int) -> Bool {
    if let nearest, !nearest.isAcross { return nearest.cue == cue }
    return view.hasCue(cue, after: start, reach: 40)
  }

  /// Skips what may stand between a word and its number: `#`, `:`, brackets, quotation marks and blanks.
  func beforeSigns(_ start: Int) -> Int {
    var at = start
    while at > 0, " #:(\"'*=+.".utf8.contains(view.bytes[at - 1]) { at -= 1 }
    return at
  }

  /// Whether digits stand each alone, so that nobody's eye but a machine is meant to miss them, or letters stand for some.
  func isTakenApart(_ run: NumberRun, _ index: Int, _ end: Int) -> Bool {
    let groups = run.groups[index...].prefix { $0.range.lowerBound < end }
    return groups.count(where: { $0.count == 1 }) * 2 > groups.count && groups.count > 5
      || groups.contains { !$0.isPure }
  }
}

// MARK: Shapes

extension NumberDetector {
  /// Where the first shape of a table that fits ends; its check digit must hold.
  ///
  /// - Parameters:
  ///   - hasCue: Whether shapes that need a cue have one.
  ///   - most: How many letters and digits there are, to pass over longer shapes.
  func shapeEnd(
    _ shapes: ShapeTable, at start: Int, _ spacing: ShapeTable.Spacing, hasCue: Bool, most: Int = Int.max
  ) -> Int? {
    guard start == 0 || !isGlued(start) else { return nil }
    return shapes.firstEnd(in: view.bytes, at: start, spacing, shared.data.checks, hasCue: hasCue, most: most)
  }

  /// Whether a number only goes on at an offset: a letter, digit or joining sign stands before it.
  private func isGlued(_ start: Int) -> Bool {
    if view.isAlphanumeric(start - 1) { return true }
    return "-./".utf8.contains(view.bytes[start - 1]) && view.isAlphanumeric(start - 2)
  }

  /// Where the IBAN that begins at an offset ends: a country's letters, its length and a right check.
  func ibanEnd(_ start: Int) -> Int? {
    let first = view.byte(start) &- 0x61
    let second = view.byte(start + 1) &- 0x61
    guard first < 26, second < 26, start == 0 || !isGlued(start) else { return nil }
    let length = Int(shared.data.ibanLengths[Int(first) * 26 + Int(second)])
    guard length > 0 else { return nil }
    var characters: [UInt8] = []
    var at = start
    var group = start
    while characters.count < length {
      if !characters.isEmpty, !view.isAlphanumeric(at), " -.".utf8.contains(view.byte(at)) {
        guard !isPlainWord(group..<at) else { return nil }
        at += 1
        group = at
      }
      guard at < view.end, view.isAlphanumeric(at) else { return nil }
      characters.append(view.bytes[at])
      at += 1
    }
    guard !isPlainWord(group..<at), !view.isAlphanumeric(at), characters[2] < 0x3A, characters[3] < 0x3A else {
      return nil
    }
    return CheckDigits.iban(characters) || view.hasCue(.bank, before: start, reach: 40) ? at : nil
  }

  /// Whether a group of an IBAN looks more like a word: "at 303 555 will" has the form of one.
  private func isPlainWord(_ group: ByteRange) -> Bool {
    group.count > 2 && group.allSatisfy { view.byte($0) &- 0x61 < 26 } && !view.isAllCapitals(group)
  }
}
