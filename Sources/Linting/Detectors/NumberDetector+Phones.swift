internal import Lexicon
internal import SourceText
internal import UnicodeText

// Telephone numbers.
extension NumberDetector {
  /// Where the international number that begins at a group ends: `+` or what is dialled for it, a calling code that is
  /// assigned, and a length that occurs there.
  func plusPhoneEnd(_ run: NumberRun, _ index: Int, _ cue: SentenceView.NearCue?) -> Int? {
    let start = run.groups[index].range.lowerBound
    let hasPlus = plusStart(start) < start
    guard hasPlus || !speaksAgainstPhone(cue) else { return nil }
    var limit = index
    while limit < run.groups.count, run.groups[limit].isReadable { limit += 1 }
    // The longest reading wins; what follows a number after a blank seldom makes it too long.
    var end = limit
    while end > index {
      let groups = index..<end
      // Without `+` a number in one block that begins with zeros may be anything.
      let isLikely = hasPlus || groups.count > 1 || cue?.cue == .phone
      if isLikely, isInternational(run, groups, hasPlus: hasPlus) { return run.groups[end - 1].range.upperBound }
      end -= 1
    }
    return nil
  }

  private func isInternational(_ run: NumberRun, _ groups: Range<Int>, hasPlus: Bool) -> Bool {
    var digits = run.digits(groups, in: view)
    guard digits.count <= 24 else { return false }
    if !hasPlus {
      guard let prefix = internationalPrefix(digits) else { return false }
      digits.removeFirst(prefix)
    }
    // +49 (0)30 ...
    let isTrunk = run.groups[groups].dropFirst().prefix(2).contains {
      $0.separator == .bracket && $0.count == 1 && view.bytes[$0.range.lowerBound] == 0x30
    }
    return hasPossibleLength(digits) || (isTrunk && hasPossibleLength(withoutTrunk(digits)))
  }

  /// Where the `+` of a number begins, or the number itself.
  func plusStart(_ start: Int) -> Int {
    var at = start
    while at > 0, start - at < 3, " (".utf8.contains(view.bytes[at - 1]) { at -= 1 }
    guard at > 0, view.bytes[at - 1] == UInt8(ascii: "+"), !view.isAlphanumeric(at - 2) else { return start }
    return at - 1
  }

  private func internationalPrefix(_ digits: [UInt8]) -> Int? {
    var longest = 0
    var length = 0
    var fits = true
    for byte in shared.data.internationalPrefixes {
      if byte == 0 {
        if fits { longest = max(longest, length) }
        (length, fits) = (0, true)
      } else {
        fits = fits && length < digits.count && digits[length] == byte
        length += 1
      }
    }
    return longest > 0 ? longest : nil
  }

  private func hasPossibleLength(_ digits: [UInt8]) -> Bool {
    guard (8...15).contains(digits.count) else { return false }
    var code = 0
    for length in 1...3 {
      code = code * 10 + Int(digits[length - 1] &- 0x30)
      let lengths = shared.data.phoneLengths[code]
      guard lengths != 0, digits[0] != 0x30 else { continue }
      // North American area and exchange codes begin with 2 to 9.
      if code == 1, digits[1] < 0x32 || digits.count > 4 && digits[4] < 0x32 { return false }
      let rest = digits.count - length
      return lengths & (1 << UInt32(rest)) != 0
    }
    return false
  }

  /// Without the 0 that stands in brackets behind the calling code.
  private func withoutTrunk(_ digits: [UInt8]) -> [UInt8] {
    guard let zero = digits.prefix(4).firstIndex(of: 0x30) else { return digits }
    return Array(digits[..<zero] + digits[(zero + 1)...])
  }
}

// MARK: National forms

extension NumberDetector {
  /// The national number that begins at a group: a typical grouping, or a telephone word near it.
  func nationalPhone(_ run: NumberRun, _ index: Int, _ cue: SentenceView.NearCue?, most: Int) -> ByteRange? {
    let start = run.groups[index].range.lowerBound
    guard !speaksAgainstPhone(cue), !isPartOfMore(start) else { return nil }
    if isFreeToBePhone(cue, start), let range = typicalGrouping(start, most: most),
      !isInnocent(run, groups(run, from: index, to: range.upperBound))
    {
      return range
    }
    if let range = takenApart(run, index) { return range }
    // Words such as "find us" lead to accounts; a number must follow them at once.
    let hasCueBefore = cue.map { $0.cue == .phone || ($0.cue == .handle && isStraight($0, start)) } ?? false
    guard hasCueBefore || hasCueAfter(run, index) else { return nil }
    let gap = (start - (cue?.distance ?? 0))..<start
    let isFar =
      gap.count > Self.nearPhoneWord || cue?.isAcross == true
      || gap.dropFirst(2).contains { view.bytes[$0] == UInt8(ascii: "(") || view.isDigit($0) }
    // Across the end of a sentence only a number that stands at once behind it is meant.
    if hasCueBefore, cue?.isAcross == true, !isSentenceStart(start) { return nil }
    return cuedPhone(run, index, digits: hasCueBefore && !isFar ? 7 : 9)
  }

  /// How far from a telephone word a short number may stand, in bytes.
  private static let nearPhoneWord = 25

  /// How close a word for something else must stand to speak against a telephone, in bytes.
  private static let nearOtherWord = 30

  /// Whether the closest cue says that a number is of something else.
  private func speaksAgainstPhone(_ cue: SentenceView.NearCue?) -> Bool {
    guard let cue else { return false }
    switch cue.cue {
    case .phone, .handle: return false
    default: return cue.distance <= Self.nearOtherWord && !cue.isAcross
    }
  }

  /// Whether a typical grouping may be a telephone's: a word says so, or no word before it says otherwise.
  private func isFreeToBePhone(_ cue: SentenceView.NearCue?, _ start: Int) -> Bool {
    if let cue, !cue.isAcross { return cue.cue != .notPhone }
    return !view.cues.contains { hit in
      let end = view.tokens[hit.tokens.upperBound - 1].end
      return hit.cue == .notPhone && end <= start && start - end <= Self.passageOfOther
    }
  }

  /// How far before it, over the ends of sentences, a word such as "serial" speaks against a number without a telephone
  /// word, in bytes.
  private static let passageOfOther = 120

  private func isSentenceStart(_ start: Int) -> Bool {
    let before = view.beforeBlanks(start)
    return before == 0 || ".!?:\n".utf8.contains(view.bytes[before - 1])
  }

  /// Whether a number stands behind a letter, `#` or the like, as part numbers do.
  private func isPartOfMore(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = view.bytes[start - 1]
    return view.isAlphanumeric(start - 1) || before == UInt8(ascii: "#")
      || ("-./_,".utf8.contains(before) && view.isAlphanumeric(start - 2))
  }

  private func groups(_ run: NumberRun, from index: Int, to end: Int) -> Range<Int> {
    let count = run.groups[index...].prefix { $0.range.lowerBound < end }.count
    return index..<(index + max(1, count))
  }

  func typicalGrouping(_ start: Int, most: Int) -> ByteRange? {
    let isBracketed = start > 0 && view.bytes[start - 1] == UInt8(ascii: "(")
    for from in isBracketed ? (start - 1)...start : start...start {
      let end = shared.data.phoneGroupings.firstEnd(
        in: view.bytes, at: from, .exact, shared.data.checks, hasCue: false, most: most
      ) {
        // Another long group behind it, and it is some other number.
        !(view.byte($0) == 0x20 && view.isDigit($0 + 1) && view.isDigit($0 + 2) && view.isDigit($0 + 3))
      }
      if let end { return start..<end }
    }
    return nil
  }

  /// Single digits with signs between: nobody writes anything else so.
  private func takenApart(_ run: NumberRun, _ index: Int) -> ByteRange? {
    let groups = run.groups[index...].prefix { $0.count == 1 && $0.isPure }
    guard (8...15).contains(groups.count), index + groups.count == run.groups.count else { return nil }
    let range = groups.startIndex..<groups.endIndex
    let digits = run.digits(range, in: view)
    guard !isRising(digits), !isRising(digits.reversed()), Set(digits).count > 2 else { return nil }
    return run.range(range)
  }

  private func hasCueAfter(_ run: NumberRun, _ index: Int) -> Bool {
    var end = index + 1
    while end < run.groups.count, run.groups[end].isReadable { end += 1 }
    let offset = run.groups[end - 1].range.upperBound
    return view.hasCue(.phone, after: offset, reach: 30)
  }

  private func cuedPhone(_ run: NumberRun, _ index: Int, digits least: Int) -> ByteRange? {
    var end = index
    var count = 0
    while end < run.groups.count, run.groups[end].isReadable, count + run.groups[end].count <= 13,
      end == index || dateLength(run, end) == 0
    {
      count += run.groups[end].count
      end += 1
    }
    guard end > index, count >= least else { return nil }
    // Cut off in the middle of something longer, it is no telephone number.
    if end < run.groups.count, run.groups[end].isJoined { return nil }
    let groups = index..<end
    guard !isInnocent(run, groups), run.groups[groups].reduce(0, { $0 + $1.digits }) * 2 >= count else { return nil }
    let digits = run.digits(groups, in: view)
    guard Set(digits).count > 2, !(groups.count > 3 && isRising(digits)) else { return nil }
    return run.range(groups)
  }
}
