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
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash
  }

  package func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    contains(TokenHash.of(bytes.span, range))
  }
}

extension WordSet {
  func write(to writer: inout ImageWriter) { writer.write(hashes) }

  init(_ reader: inout ImageReader) { hashes = reader.readArray() }
}
