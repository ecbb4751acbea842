internal import Lexicon
internal import SourceText
internal import UnicodeText

// What a number is when it is nothing personal.
extension NumberDetector {
  /// How many groups from an index on are a date, or 0.
  func dateLength(_ run: NumberRun, _ index: Int) -> Int {
    let groups = run.groups
    guard index + 2 < groups.count else { return isCompactDate(groups[index]) ? 1 : 0 }
    let parts = groups[index...(index + 2)]
    guard parts.allSatisfy(\.isPure), groups[index + 1].isJoined, groups[index + 2].isJoined,
      groups[index + 1].separator == groups[index + 2].separator
    else { return isCompactDate(groups[index]) ? 1 : 0 }
    switch groups[index + 1].separator {
    case .dot, .slash, .hyphen: break
    case .none, .blank, .bracket, .other: return 0
    }
    // One more group of the same kind, and it is a number taken apart.
    if index + 3 < groups.count, groups[index + 3].isJoined, groups[index + 3].separator == groups[index + 1].separator
    {
      return 0
    }
    let values = parts.map { value($0) }
    let lengths = parts.map(\.count)
    let isDay = (1...31).contains(values[0]) && (1...31).contains(values[1]) && min(values[0], values[1]) <= 12
    if lengths[0] <= 2, lengths[1] <= 2, isDay, lengths[2] == 4 || lengths[2] == 2 {
      return lengths[2] == 2 || (1900...2100).contains(values[2]) ? 3 : 0
    }
    let isYearFirst = lengths[0] == 4 && (1900...2100).contains(values[0])
    return isYearFirst && (1...12).contains(values[1]) && (1...31).contains(values[2]) ? 3 : 0
  }

  private func isCompactDate(_ group: NumberRun.Group) -> Bool {
    guard group.isPure, group.count == 8 else { return false }
    let value = value(group)
    let isYearFirst =
      (1990...2050).contains(value / 10_000) && (1...12).contains(value / 100 % 100) && (1...31).contains(value % 100)
    return isYearFirst
  }

  func value(_ group: NumberRun.Group) -> Int {
    guard group.count <= 15 else { return Int.max }
    return view.bytes[group.range].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// Whether groups are hours, years, an amount, a place on the map or the like, and no number that one dials.
  func isInnocent(_ run: NumberRun, _ groups: Range<Int>) -> Bool {
    let range = run.range(groups)
    return isBesideMoney(range) || isMeasure(range) || areTimes(run, groups) || isDecimal(run, groups)
      || isThousands(run, groups) || isBarcode(run, groups) || isAddressOfMachine(run, groups)
  }

  /// Whether groups are money, a measure or a decimal fraction.
  func isAmount(_ run: NumberRun, _ groups: Range<Int>) -> Bool {
    let range = run.range(groups)
    return isBesideMoney(range) || isMeasure(range) || isDecimal(run, groups)
  }

  private func isBesideMoney(_ range: ByteRange) -> Bool {
    let before = view.token(at: range.lowerBound) - 1
    if before >= 0, view.beforeBlanks(range.lowerBound) == view.tokens[before].end, isMoney(before) { return true }
    let after = view.token(at: range.upperBound)
    guard after < view.tokens.count, view.afterBlanks(range.upperBound) == view.tokens[after].start else {
      return false
    }
    return isMoney(after) || view.bytes[view.tokens[after].start] == UInt8(ascii: "%")
  }

  private func isMoney(_ token: Int) -> Bool {
    let token = view.tokens[token]
    switch token.kind {
    case .symbol, .ideograph: return shared.data.moneySigns.contains(view.bytes, token.range)
    case .word: return shared.data.moneyCodes.contains(token.hash)
    case .number, .placeholder: return false
    }
  }

  private func isMeasure(_ range: ByteRange) -> Bool {
    let after = view.token(at: range.upperBound)
    guard after < view.tokens.count, view.tokens[after].isWord else { return false }
    let isNext = view.afterBlanks(range.upperBound) == view.tokens[after].start
    return isNext && shared.data.units.contains(view.tokens[after].hash)
  }

  /// Hours ("9.00-18.00", "0900-1800") and spans of years ("2019-2024").
  private func areTimes(_ run: NumberRun, _ range: Range<Int>) -> Bool {
    let groups = run.groups[range]
    let values = groups.map { value($0) }
    if groups.count == 2, groups.allSatisfy({ $0.count == 4 }) {
      return values.allSatisfy { (1900...2100).contains($0) } || values.allSatisfy { $0 <= 2400 && $0 % 100 < 60 }
    }
    guard groups.count == 4, groups.allSatisfy({ $0.count <= 2 }) else { return false }
    return values[0] <= 24 && values[2] <= 24 && values[1] < 60 && values[3] < 60
      && groups[groups.startIndex + 1].separator == .dot && groups[groups.startIndex + 3].separator == .dot
  }

  private func isDecimal(_ run: NumberRun, _ range: Range<Int>) -> Bool {
    let groups = run.groups[range]
    guard groups.count == 2, let last = groups.last else { return false }
    return last.separator == .dot && last.isJoined && groups[range.lowerBound].count <= 3
  }

  /// "12.500.000": groups of three digits behind a shorter one.
  private func isThousands(_ run: NumberRun, _ range: Range<Int>) -> Bool {
    let groups = run.groups[range]
    guard groups.count >= 2, groups[range.lowerBound].count < 3 || groups.count == 2 else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 && $0.isJoined && $0.separator == .dot }
  }

  /// An EAN of thirteen digits in one block, or an ISBN: its check digit holds.
  private func isBarcode(_ run: NumberRun, _ range: Range<Int>) -> Bool {
    let digits = run.digits(range, in: view)
    guard digits.count == 13, digits.allSatisfy({ $0 < 0x3A }) else { return false }
    let isBook = digits.starts(with: "978".utf8) || digits.starts(with: "979".utf8)
    return (range.count == 1 || isBook) && CheckDigits.gs1(digits)
  }

  /// An IP address or a version: four short groups with full stops.
  private func isAddressOfMachine(_ run: NumberRun, _ range: Range<Int>) -> Bool {
    let groups = run.groups[range]
    guard groups.count == 4, groups.allSatisfy({ $0.isPure && $0.count <= 3 }) else { return false }
    return groups.dropFirst().allSatisfy { $0.separator == .dot && $0.isJoined }
      && groups.allSatisfy { value($0) < 256 && ($0.count == 1 || view.bytes[$0.range.lowerBound] != 0x30) }
  }

  /// Whether digits only go up, as a row of sizes does.
  func isRising(_ digits: [UInt8]) -> Bool {
    zip(digits, digits.dropFirst()).allSatisfy { $0 < $1 || ($0 == 0x39 && $1 == 0x31) }
  }
}
