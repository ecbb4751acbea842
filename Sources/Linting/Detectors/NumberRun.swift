internal import SourceText

/// Groups of letters and digits with signs between, which may be one number or several.
struct NumberRun {
  /// What stands before a group.
  enum Separator {
    case none, blank, hyphen, dot, slash, bracket, other
  }

  struct Group {
    let range: ByteRange
    let digits: Int
    /// Letters that look like digits (o, l, i).
    let lookAlikes: Int
    let separator: Separator
    /// Whether the separator is one sign without blanks.
    let isJoined: Bool

    var count: Int { range.count }
    var isPure: Bool { digits == range.count }
    /// Whether it can be read as digits, with letters that look like them.
    var isReadable: Bool { digits + lookAlikes == range.count && digits * 3 >= range.count }
  }

  private(set) var groups: [Group] = []

  /// More than any number has; the rest of a longer run is read as the next one.
  private static let mostGroups = 40

  /// Reads the run that begins at an offset with a letter or digit.
  init(_ view: SentenceView, at start: Int) {
    groups.reserveCapacity(8)
    var at = start
    var separator = Separator.none
    var isJoined = false
    while groups.count < Self.mostGroups, let group = Self.group(view, at, separator, isJoined) {
      groups.append(group)
      at = group.range.upperBound
      // Glued to a letter of another script, a number counts things.
      guard let next = Self.separator(view, at, after: group) else { break }
      (at, separator, isJoined) = next
    }
  }

  var end: Int { groups.last?.range.upperBound ?? 0 }

  /// The digits of a range of groups, look-alikes read as digits.
  func digits(_ range: Range<Int>, in view: SentenceView) -> [UInt8] {
    var digits: [UInt8] = []
    for group in groups[range] {
      for index in group.range {
        switch view.bytes[index] {
        case UInt8(ascii: "o"): digits.append(0x30)
        case UInt8(ascii: "l"), UInt8(ascii: "i"): digits.append(0x31)
        default: digits.append(view.bytes[index])
        }
      }
    }
    return digits
  }

  func range(_ groups: Range<Int>) -> ByteRange {
    self.groups[groups.lowerBound].range.lowerBound..<self.groups[groups.upperBound - 1].range.upperBound
  }

  /// The groups from an index on that are joined without blanks.
  func joined(from index: Int) -> Range<Int> {
    var end = index + 1
    while end < groups.count, groups[end].isJoined { end += 1 }
    return index..<end
  }

  private static func group(
    _ view: SentenceView, _ start: Int, _ separator: Separator, _ isJoined: Bool
  ) -> Group? {
    var at = start
    var digits = 0
    var lookAlikes = 0
    while at < view.end, view.isAlphanumeric(at) {
      let byte = view.bytes[at]
      if byte < 0x3A { digits += 1 }
      if byte == UInt8(ascii: "o") || byte == UInt8(ascii: "l") || byte == UInt8(ascii: "i") { lookAlikes += 1 }
      at += 1
    }
    guard digits > 0 else { return nil }
    return Group(
      range: start..<at, digits: digits, lookAlikes: lookAlikes, separator: separator, isJoined: isJoined)
  }

  /// Reads the signs between two groups of a number.
  private static func separator(
    _ view: SentenceView, _ start: Int, after group: Group
  ) -> (next: Int, Separator, isJoined: Bool)? {
    var at = start
    var separator = Separator.none
    var isEnding = false
    while at < view.end, at - start < 8 {
      let byte = view.bytes[at]
      var found = Separator.none
      var length = 1
      switch byte {
      case 0x20, 0x09: found = .blank
      case UInt8(ascii: "-"): found = .hyphen
      case UInt8(ascii: "."): found = .dot
      case UInt8(ascii: "/"): found = .slash
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): found = .bracket
      case UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "="): found = .other
      case UInt8(ascii: ","): found = .other
      case 0xC2 where view.byte(at + 1) == 0xB7:
        (found, length) = (.dot, 2)
      case 0xE2 where view.byte(at + 1) == 0x80 && (0x90...0x95).contains(view.byte(at + 2)):
        (found, length) = (.hyphen, 3)
      case 0xE2 where view.byte(at + 1) == 0x80 && view.byte(at + 2) == 0xA2:
        (found, length) = (.dot, 3)
      default: break
      }
      guard found != .none else { break }
      if found == .blank, separator == .dot { isEnding = true }
      if byte == UInt8(ascii: ",") { isEnding = true }
      if separator == .none || separator == .blank { separator = found }
      at += length
    }
    guard separator != .none, at < view.end, view.isAlphanumeric(at) else { return nil }
    // A comma, or a full stop and a blank, part numbers; but not single digits, which are one number taken apart.
    if isEnding, group.count > 1 || view.isAlphanumeric(at + 1) { return nil }
    return (at, separator, separator != .blank && at - start == 1)
  }
}
