internal import UnicodeText

/// A set of words, known by their hashes.
package struct WordSet: Sendable {
  /// In rising order.
  let hashes: [UInt64]

  init(_ hashes: [UInt64]) { self.hashes = Set(hashes).sorted() }

  /// Words that are folded already.
  package init(folded words: [String]) { self.init(words.map(TokenHash.of(_:))) }

  package var isEmpty: Bool { hashes.isEmpty }

  /// - Complexity: O(log *n*).
  package func contains(_ hash: UInt64) -> Bool {
    let index = hashes.partitioningIndex { $0 >= hash }
    return index < hashes.count && hashes[index] == hash
  }

  package func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    contains(TokenHash.of(bytes.span, range))
  }
}

extension WordSet {
  func write(to writer: inout ImageWriter) { writer.write(hashes) }

  init(_ reader: inout ImageReader) { hashes = reader.readArray() }
}
