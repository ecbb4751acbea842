package import SourceText

/// The lines of a file that a change has added or altered, as bytes of the file.
package struct ChangedLines: Hashable, Sendable {
  /// Whole lines with their ends, in their order; none touches the next one.
  package private(set) var ranges: [ByteRange] = []

  package var isEmpty: Bool { ranges.isEmpty }

  init() {}

  /// Adds lines behind all others.
  mutating func append(_ range: ByteRange) {
    if let last = ranges.last, last.upperBound == range.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    } else if !range.isEmpty {
      ranges.append(range)
    }
  }

  /// Whether a range of the file's bytes reaches into a changed line; an empty one counts as the byte behind it.
  ///
  /// - Complexity: O(log *n*) in the number of stretches.
  package func touches(_ range: ByteRange) -> Bool {
    let end = max(range.upperBound, range.lowerBound + 1)
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound < end
  }
}
