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

  /// The changed stretches in order.
  public private(set) var changes: [Change] = []

  /// The map of a text that is its document.
  public init() {}

  /// Adds the next changed stretch, which lies behind all before it.
  public mutating func append(_ change: Change) { changes.append(change) }

  /// The bytes of the document that a range of the text was read from; what changed counts whole.
  ///
  /// - Complexity: O(log *n*) in the number of changes.
  public func source(of range: ByteRange) -> ByteRange {
    let start = source(of: range.lowerBound, asEnd: false)
    let end = range.isEmpty ? start : source(of: range.upperBound, asEnd: true)
    return start..<max(start, end)
  }

  private func source(of offset: Int, asEnd: Bool) -> Int {
    // The number of changes that begin before the offset (or, for a start, at it).
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      let begin = changes[middle].derived.lowerBound
      if asEnd ? begin < offset : begin <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let change = changes[low - 1]
    if offset < change.derived.upperBound { return asEnd ? change.source.upperBound : change.source.lowerBound }
    return change.source.upperBound + (offset - change.derived.upperBound)
  }
}
