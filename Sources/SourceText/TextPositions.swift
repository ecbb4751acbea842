/// The lines and columns of a set of places in a text, found in one walk through it.
///
/// Looking up each place by itself would walk its line again, which is quadratic for a text of one long line.
public struct TextPositions: Sendable {
  private let positions: [TextPosition]

  /// Finds the places of byte offsets, which may come in any order and more than once.
  ///
  /// - Complexity: O(*n* + *k* log *k*) in the bytes of the text and the number of offsets.
  public init(of offsets: [Int], in utf8: Span<UInt8>) {
    let sorted = offsets.sorted()
    var positions: [TextPosition] = []
    positions.reserveCapacity(sorted.count)
    var line = 1
    var at = 0
    var column = 1
    for offset in sorted where positions.last?.offset != offset {
      while at < min(offset, utf8.count) {
        let byte = utf8[at]
        if byte == 0x0A || (byte == 0x0D && !(at + 1 < utf8.count && utf8[at + 1] == 0x0A)) {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
        at += 1
      }
      positions.append(TextPosition(line: line, column: column, offset: offset))
    }
    self.positions = positions
  }

  /// The place of one of the offsets.
  public subscript(offset: Int) -> TextPosition {
    var low = 0
    var high = positions.count
    while low < high {
      let middle = (low + high) / 2
      if positions[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    precondition(low < positions.count && positions[low].offset == offset, "the offset was not asked for")
    return positions[low]
  }
}
