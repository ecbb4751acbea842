/// Where the bytes of a text that was read out of a document stand in that document.
///
/// Between the stretches that reading changed, bytes correspond one to one.
public struct SourceMap: Hashable, Sendable {
  /// A stretch of the text and the stretch of the document that it was read from.
  public struct Change: Hashable, Sendable {
    /// The stretch in the text.
    public let derived: ByteRange

    /// The stretch in the document.
    public let source: ByteRange

    /// A stretch that reading changed; either side may be empty.
    public init(derived: ByteRange, source: ByteRange) {
      self.derived = derived
      self.source = source
    }
  }

  /// The changed stretches in the order of the text.
  public private(set) var changes: [Change] = []

  /// Whether what stands later in the text stands later in the document too.
  private var isOrdered = true

  /// The map of a text that is its document.
  public init() {}

  /// Adds the next changed stretch, which lies behind all before it in the text.
  ///
  /// One whose source lies before that of another says that the text is not in the order of the document.
  public mutating func append(_ change: Change) {
    if change.source.lowerBound < source(of: change.derived.lowerBound, asEnd: true) { isOrdered = false }
    changes.append(change)
  }

  /// The bytes of the document that a range of the text was read from; what changed counts whole.
  ///
  /// - Complexity: O(log *n*) in the number of changes; where the text is not in the order of the document, for each change
  ///   inside the range.
  public func source(of range: ByteRange) -> ByteRange {
    let start = source(of: range.lowerBound, asEnd: false)
    let end = range.isEmpty ? start : source(of: range.upperBound, asEnd: true)
    return isOrdered || range.isEmpty ? start..<max(start, end) : cover(of: range, start, end)
  }

  /// The number of changes that begin before an offset of the text, or at it where `orAt` says so.
  private func count(before offset: Int, orAt: Bool) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      let begin = changes[middle].derived.lowerBound
      if begin < offset || (orAt && begin == offset) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func source(of offset: Int, asEnd: Bool) -> Int {
    let count = count(before: offset, orAt: !asEnd)
    guard count > 0 else { return offset }
    let change = changes[count - 1]
    if offset < change.derived.upperBound { return asEnd ? change.source.upperBound : change.source.lowerBound }
    return change.source.upperBound + (offset - change.derived.upperBound)
  }

  /// The bytes from the first to the last of all that a range was read from.
  private func cover(of range: ByteRange, _ start: Int, _ end: Int) -> ByteRange {
    var low = min(start, end)
    var high = max(start, end)
    for index in count(before: range.lowerBound, orAt: true)..<count(before: range.upperBound, orAt: false) {
      let change = changes[index]
      let before = source(of: change.derived.lowerBound, asEnd: true)
      let behind = change.derived.isEmpty ? change.source.upperBound : change.source.lowerBound
      low = min(low, before, behind)
      high = max(high, before, behind, change.source.upperBound)
    }
    return low..<high
  }
}

extension SourceMap {
  /// The map from the text to the document that a second map leads to from the document of this one.
  ///
  /// - Complexity: O(*n* + *m*) in the numbers of changes, O(*n* log *m*) where the text is not in the order of its document.
  public func followed(by second: SourceMap) -> SourceMap {
    if second.changes.isEmpty { return self }
    if changes.isEmpty { return second }
    var result = SourceMap()
    var derived = 0
    var middle = 0
    for change in changes {
      second.append(middle..<(middle + change.derived.lowerBound - derived), asIf: derived, to: &result)
      result.append(Change(derived: change.derived, source: second.source(of: change.source)))
      derived = change.derived.upperBound
      middle = change.source.upperBound
    }
    second.append(middle..<Int.max, asIf: derived, to: &result)
    return result
  }

  /// Appends the changes of a stretch to another map, in whose text it begins at `derived`.
  private func append(_ stretch: ByteRange, asIf derived: Int, to result: inout SourceMap) {
    var index = count(before: stretch.lowerBound, orAt: false)
    // The change before may reach into the stretch.
    if index > 0, changes[index - 1].derived.upperBound > stretch.lowerBound { index -= 1 }
    while index < changes.count, changes[index].derived.lowerBound < stretch.upperBound {
      let change = changes[index]
      let part = change.derived.clamped(to: stretch)
      let start = derived + part.lowerBound - stretch.lowerBound
      result.append(Change(derived: start..<(start + part.count), source: change.source))
      index += 1
    }
  }
}
