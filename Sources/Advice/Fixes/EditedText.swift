internal import SourceText

/// A text under repair, which knows where each of its bytes stood at first.
struct EditedText {
  private(set) var utf8: [UInt8]

  /// For each byte its offset in the first text, or -1 for one that was put in.
  private var origins: [Int]

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    origins = Array(utf8.indices)
  }

  /// Makes edits; of two that lie over each other the later one is left out.
  ///
  /// - Returns: Whether something has changed.
  @discardableResult
  mutating func apply(_ edits: [TextEdit]) -> Bool {
    var bytes: [UInt8] = []
    var places: [Int] = []
    var at = 0
    var hasChanged = false
    for edit in edits.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    })
    where edit.range.lowerBound >= at {
      guard !edit.range.isEmpty || !edit.text.isEmpty else { continue }
      bytes += utf8[at..<edit.range.lowerBound]
      places += origins[at..<edit.range.lowerBound]
      bytes += edit.text.utf8
      places += edit.text.utf8.map { _ in -1 }
      at = edit.range.upperBound
      hasChanged = true
    }
    bytes += utf8[at...]
    places += origins[at...]
    utf8 = bytes
    origins = places
    return hasChanged
  }

  /// The edits that lead here from the first text, of so many bytes.
  func edits(fromCount count: Int) -> [TextEdit] {
    var edits: [TextEdit] = []
    var at = 0
    var added: [UInt8] = []
    func close(_ next: Int) {
      if next > at || !added.isEmpty { edits.append(TextEdit(at..<next, String(decoding: added, as: UTF8.self))) }
    }
    for (index, origin) in origins.enumerated() {
      if origin < 0 {
        added.append(utf8[index])
        continue
      }
      close(origin)
      added = []
      at = origin + 1
    }
    close(count)
    return edits
  }
}
