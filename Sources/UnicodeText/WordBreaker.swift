package import SourceText

/// Finds word boundaries (UAX #29, with ICU's dictionaries) in UTF-8 text.
package struct WordBreaker: ~Copyable {
  private var iterator: BoundaryIterator?

  /// A breaker; ICU's iterator is opened with the first text that needs it.
  package init() {}

  /// The end of each segment (word, space or sign) of a stretch of text, in order, as offsets into the whole text.
  ///
  /// - Throws: An error of ICU's, in practice only when its data cannot be loaded.
  package mutating func breaks(of utf8: Span<UInt8>, in range: ByteRange) throws(ICUError) -> [Int] {
    guard !range.isEmpty else { return [] }
    if iterator == nil { iterator = try BoundaryIterator(.word) }
    var ends: [Int] = []
    try iterator?.forEachBoundary(in: utf8, range) { ends.append($0) }
    return ends
  }
}
