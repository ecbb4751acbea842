extension [String] {
  /// The element that differs from a word in the fewest letters, if that are few for its length.
  func nearest(to word: String) -> String? {
    let bytes = Array<UInt8>(word.utf8)
    let limit = Swift.max(1, bytes.count / 3)
    let distances = map { (name: $0, distance: Self.distance(bytes, Array<UInt8>($0.utf8))) }
    guard let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= limit else { return nil }
    return best.name
  }

  /// The number of bytes to insert, delete or replace to make one word of the other.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array<Int>(0...right.count)
    for (index, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let above = row[column + 1]
        row[column + 1] = Swift.min(diagonal + (byte == right[column] ? 0 : 1), above + 1, row[column] + 1)
        diagonal = above
      }
    }
    return row[right.count]
  }
}
