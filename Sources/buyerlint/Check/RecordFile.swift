internal import Documents

/// Reads a file of NDJSON piece by piece, each of whole lines.
struct RecordFile: ~Copyable {
  let path: String
  private let file: File
  private var pending: [UInt8] = []
  private var line = 1
  private var isAtStart = true
  private var isAtEnd = false

  /// Whether the rest of a line is passed over that is too long to hold.
  private var isPassingOver = false

  /// What may stand before the first line and is no part of it.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The bytes asked for at once.
  ///
  /// A pipe gives less, and whatever it gives is checked before more is asked for.
  private static let piece = 1 << 18

  init(_ file: consuming File, path: String) {
    self.file = file
    self.path = path
  }

  /// The lines that are ready, at least one; nil at the end.
  mutating func next() -> Batch.Content? {
    while !isAtEnd {
      let known = pending.count
      do throws(SystemError) {
        isAtEnd = try file.read(upTo: Self.piece, appendingTo: &pending) == 0
      } catch {
        isAtEnd = true
        return .failure(error.description, line: line)
      }
      if isPassingOver, !passOver() { continue }
      if isAtEnd { return pending.isEmpty ? nil : take(upTo: pending.count) }
      if let last = LineFeeds.last(in: pending.span, from: min(known, pending.count)) { return take(upTo: last + 1) }
      if pending.count > File.largest {
        isPassingOver = true
        pending = []
        return .failure("the line is longer than \(File.largest) bytes", line: line)
      }
    }
    return nil
  }

  /// Drops what belongs to a line that is passed over, and answers whether that line has ended.
  private mutating func passOver() -> Bool {
    guard let feed = LineFeeds.first(in: pending.span, from: 0) else {
      pending.removeAll(keepingCapacity: true)
      return false
    }
    pending.removeSubrange(...feed)
    line += 1
    isPassingOver = false
    return true
  }

  private mutating func take(upTo end: Int) -> Batch.Content {
    let bytes = pending
    pending = Array(bytes[end...])
    defer {
      line += LineFeeds.count(in: bytes.span, before: end)
      isAtStart = false
    }
    let start = isAtStart && bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    return .lines(bytes, start: start, end: end, firstLine: line)
  }
}
