/// How far two spellings are apart, to offer the name that was meant.
package enum SpellingDistance {
  /// The fewest insertions, deletions, replacements and swaps of neighbours between two texts, in UTF-8 bytes.
  ///
  /// The optimal string alignment distance (Damerau-Levenshtein without edits inside a swap).
  package static func between(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Int {
    let left = Array(left)
    let right = Array(right)
    var rows = [Array(0...right.count)]
    for (row, a) in left.enumerated() {
      var line = [row + 1]
      for (column, b) in right.enumerated() {
        var cost = min(rows[row][column] + (a == b ? 0 : 1), rows[row][column + 1] + 1, line[column] + 1)
        if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
          cost = min(cost, rows[row - 1][column - 1] + 1)
        }
        line.append(cost)
      }
      rows.append(line)
    }
    return rows[left.count][right.count]
  }

  /// The nearest of some names, unless it is too far to have been meant.
  package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let best = names.map { ($0, between(name.utf8, $0.utf8)) }.min { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let best, best.1 <= max(2, name.utf8.count / 3) else { return nil }
    return best.0
  }
}
