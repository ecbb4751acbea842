package import SourceText

/// Bytes of a file to replace.
package struct FileEdit: Hashable {
  package var range: ByteRange
  package var bytes: [UInt8]

  package init(_ range: ByteRange, _ bytes: [UInt8]) {
    self.range = range
    self.bytes = bytes
  }
}

extension [FileEdit] {
  /// Sorted, without those that lie over an earlier one; neighbours become one.
  package var ordered: [FileEdit] {
    var edits: [FileEdit] = []
    for edit in sorted(by: { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) })
    {
      if let last = edits.last, edit.range.lowerBound < last.range.upperBound { continue }
      if let last = edits.last, edit.range.lowerBound == last.range.upperBound {
        edits[edits.count - 1] = FileEdit(
          last.range.lowerBound..<edit.range.upperBound, last.bytes + edit.bytes)
      } else {
        edits.append(edit)
      }
    }
    return edits
  }

  /// The bytes with the edits made; they are in order.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    for edit in self {
      result += bytes[at..<edit.range.lowerBound]
      result += edit.bytes
      at = edit.range.upperBound
    }
    return result + bytes[at...]
  }
}
