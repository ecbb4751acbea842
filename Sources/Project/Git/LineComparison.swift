internal import SourceText

/// Tells which lines of a file another version of it does not have, as `git diff --patience` does.
///
/// Git's own comparison of a work tree would run the filters that the repository configures, and tell lines of what they make of
/// the file. Lines that differ only in a carriage return before their end are the same.
struct LineComparison {
  private typealias Lines = Range<Int>

  private let old: [Int]
  private let new: [Int]

  /// Where each line of the new version begins, and where the last one ends.
  private let starts: [Int]
  private var isChanged: [Bool]

  /// Gaps between lines that stay are compared again, this often at most: so time is bounded, and what is left counts as changed.
  private static let deepest = 16

  /// Gaps of lines that all come again are compared line by line up to this many pairs; larger ones count as changed.
  private static let largestTable = 1 << 20

  /// The lines of `new` that are no lines of `old`, or not in this order.
  ///
  /// - Complexity: O(*n* log *n*) in the number of lines.
  static func changes(from old: [UInt8], to new: [UInt8]) -> ChangedLines {
    if old == new { return ChangedLines() }
    var comparison = LineComparison(old, new)
    comparison.compare()
    var changes = ChangedLines()
    for (line, isChanged) in comparison.isChanged.enumerated() where isChanged {
      changes.append(comparison.starts[line]..<comparison.starts[line + 1])
    }
    return changes
  }

  private init(_ old: [UInt8], _ new: [UInt8]) {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    (self.old, _) = Self.lines(of: old, &numbers)
    (self.new, starts) = Self.lines(of: new, &numbers)
    isChanged = Array(repeating: false, count: self.new.count)
  }

  /// The lines of a text as numbers, the same for the same line, and where they begin.
  private static func lines(
    of bytes: [UInt8], _ numbers: inout [ArraySlice<UInt8>: Int]
  ) -> (numbers: [Int], starts: [Int]) {
    var lines: [Int] = []
    var starts = [0]
    var at = 0
    while at < bytes.count {
      let feed = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var line = bytes[at..<feed]
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      let number = numbers[line] ?? numbers.count
      numbers[line] = number
      lines.append(number)
      at = min(feed + 1, bytes.count)
      starts.append(at)
    }
    return (lines, starts)
  }

  private mutating func compare() {
    var gaps = [(old: 0..<old.count, new: 0..<new.count, depth: 0)]
    while let gap = gaps.popLast() {
      let (before, now) = trimmed(gap.old, gap.new)
      guard !now.isEmpty else { continue }
      let anchors = before.isEmpty || gap.depth == Self.deepest ? [] : anchors(before, now)
      guard !anchors.isEmpty else {
        if before.count * now.count > Self.largestTable { mark(now) } else { compare(before, now) }
        continue
      }
      var (oldStart, newStart) = (before.lowerBound, now.lowerBound)
      for anchor in anchors + [(before.upperBound, now.upperBound)] {
        gaps.append((oldStart..<anchor.old, newStart..<anchor.new, gap.depth + 1))
        (oldStart, newStart) = (anchor.old + 1, anchor.new + 1)
      }
    }
  }

  private mutating func mark(_ lines: Lines) {
    for line in lines { isChanged[line] = true }
  }

  /// Keeps as many lines of a gap as can be kept.
  private mutating func compare(_ before: Lines, _ now: Lines) {
    // How many lines can be kept of what is left from two lines on, row by row.
    let width = now.count + 1
    var kept = Array(repeating: 0, count: (before.count + 1) * width)
    for row in before.indices.reversed() {
      for column in now.indices.reversed() {
        let at = (row - before.lowerBound) * width + column - now.lowerBound
        let isSame = old[row] == new[column]
        kept[at] = isSame ? kept[at + width + 1] + 1 : max(kept[at + width], kept[at + 1])
      }
    }
    var row = 0
    for column in now {
      let along = column - now.lowerBound
      while row < before.count, old[before.lowerBound + row] != new[column],
        kept[(row + 1) * width + along] == kept[row * width + along]
      {
        row += 1
      }
      if row < before.count, old[before.lowerBound + row] == new[column] {
        row += 1
      } else {
        isChanged[column] = true
      }
    }
  }

  /// A gap without the lines that are the same at its two ends.
  private func trimmed(_ before: Lines, _ now: Lines) -> (Lines, Lines) {
    var (before, now) = (before, now)
    while let first = before.first, let other = now.first, old[first] == new[other] {
      before = (first + 1)..<before.upperBound
      now = (other + 1)..<now.upperBound
    }
    while let last = before.last, let other = now.last, old[last] == new[other] {
      before = before.lowerBound..<last
      now = now.lowerBound..<other
    }
    return (before, now)
  }

  /// The longest series of lines that stand once in each half of a gap, in the same order in both.
  private func anchors(_ before: Lines, _ now: Lines) -> [(old: Int, new: Int)] {
    let oldPlaces = Self.places(of: before, in: old)
    let newPlaces = Self.places(of: now, in: new)
    // Patience: each pile ends with the smallest possible place, and each card knows the pile's top before it.
    var pairs: [(old: Int, new: Int, previous: Int?)] = []
    var piles: [Int] = []
    for line in now {
      guard newPlaces[new[line]] == .some(line), case let place?? = oldPlaces[new[line]] else { continue }
      var low = 0
      var high = piles.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[piles[middle]].old < place { low = middle + 1 } else { high = middle }
      }
      pairs.append((place, line, low > 0 ? piles[low - 1] : nil))
      if low == piles.count { piles.append(pairs.count - 1) } else { piles[low] = pairs.count - 1 }
    }
    var anchors: [(old: Int, new: Int)] = []
    var next = piles.last
    while let index = next {
      anchors.append((pairs[index].old, pairs[index].new))
      next = pairs[index].previous
    }
    return anchors.reversed()
  }

  /// Where each line stands that comes once; nil for those that come again.
  private static func places(of lines: Lines, in numbers: [Int]) -> [Int: Int?] {
    var places: [Int: Int?] = [:]
    for line in lines {
      let isKnown = places.keys.contains(numbers[line])
      places[numbers[line]] = .some(isKnown ? nil : line)
    }
    return places
  }
}
