internal import Checking
internal import SourceText

/// A patch as `git apply` takes it.
struct Patch {
  /// Lines around a change that are shown.
  private static let context = 3

  private let old: [UInt8]
  private let edits: [FileEdit]

  /// Where each line begins, and the end of the last.
  private let starts: [Int]

  private struct Change {
    /// Numbers of lines, from 0.
    var lines: Range<Int>
    var new: [ArraySlice<UInt8>]
  }

  init(_ old: [UInt8], _ edits: [FileEdit]) {
    self.old = old
    self.edits = edits
    var starts = [0]
    for index in old.indices where old[index] == 0x0A { starts.append(index + 1) }
    if starts.last != old.count { starts.append(old.count) }
    self.starts = starts
  }

  /// The patch of a file that has changed, with its name.
  func bytes(named path: String) -> [UInt8] {
    let changes = changes
    guard !changes.isEmpty else { return [] }
    var bytes: [UInt8] = []
    bytes += "--- \(Self.quoted("a/\(path)"))\n+++ \(Self.quoted("b/\(path)"))\n".utf8
    var shift = 0
    var next = 0
    while next < changes.count {
      let first = next
      next += 1
      while next < changes.count,
        changes[next].lines.lowerBound - changes[next - 1].lines.upperBound <= 2 * Self.context
      {
        next += 1
      }
      append(changes[first..<next], shift: &shift, to: &bytes)
    }
    return bytes
  }

  private func append(_ changes: ArraySlice<Change>, shift: inout Int, to bytes: inout [UInt8]) {
    guard let first = changes.first, let last = changes.last else { return }
    let start = max(0, first.lines.lowerBound - Self.context)
    let end = min(starts.count - 1, last.lines.upperBound + Self.context)
    let growth = changes.reduce(0) { $0 + $1.new.count - $1.lines.count }
    let count = end - start
    func place(_ line: Int, _ count: Int) -> String { "\(count == 0 ? line : line + 1),\(count)" }
    bytes += "@@ -\(place(start, count)) +\(place(start + shift, count + growth)) @@\n".utf8
    shift += growth
    var at = start
    for change in changes {
      for line in at..<change.lines.lowerBound { Self.append(" ", self.line(line), to: &bytes) }
      for line in change.lines { Self.append("-", self.line(line), to: &bytes) }
      for line in change.new { Self.append("+", line, to: &bytes) }
      at = change.lines.upperBound
    }
    for line in at..<end { Self.append(" ", line < starts.count - 1 ? self.line(line) : [], to: &bytes) }
  }

  private static func append(_ sign: Unicode.Scalar, _ line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: sign))
    bytes += line
    if line.last != 0x0A { bytes += "\n\\ No newline at end of file\n".utf8 }
  }

  private func line(_ number: Int) -> ArraySlice<UInt8> { old[starts[number]..<starts[number + 1]] }

  /// The lines that change, each stretch with its new lines.
  private var changes: [Change] {
    var changes: [Change] = []
    var next = 0
    while next < edits.count {
      let first = next
      var lines = lines(of: edits[next].range)
      next += 1
      while true {
        if next < edits.count, self.lines(of: edits[next].range).lowerBound <= lines.upperBound {
          lines = lines.lowerBound..<max(lines.upperBound, self.lines(of: edits[next].range).upperBound)
          next += 1
          continue
        }
        // Where a line end goes, the next line is part of the same.
        let new = text(lines, edits[first..<next])
        if new.isEmpty || new.last == 0x0A || lines.upperBound == starts.count - 1 { break }
        lines = lines.lowerBound..<(lines.upperBound + 1)
      }
      append(lines, text(lines, edits[first..<next]), to: &changes)
    }
    return changes
  }

  /// Adds a change without the lines at its ends that stay.
  private func append(_ lines: Range<Int>, _ text: [UInt8], to changes: inout [Change]) {
    var (lines, new) = (lines, Self.lines(of: text))
    while let first = new.first, !lines.isEmpty, line(lines.lowerBound) == first {
      lines = (lines.lowerBound + 1)..<lines.upperBound
      new.removeFirst()
    }
    while let last = new.last, !lines.isEmpty, line(lines.upperBound - 1) == last {
      lines = lines.lowerBound..<(lines.upperBound - 1)
      new.removeLast()
    }
    if !lines.isEmpty || !new.isEmpty { changes.append(Change(lines: lines, new: new)) }
  }

  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in text.indices where text[index] == 0x0A {
      lines.append(text[start...index])
      start = index + 1
    }
    if start < text.count { lines.append(text[start...]) }
    return lines
  }

  /// The new text of some lines.
  private func text(_ lines: Range<Int>, _ edits: ArraySlice<FileEdit>) -> [UInt8] {
    let start = starts[lines.lowerBound]
    let moved = edits.map {
      FileEdit(($0.range.lowerBound - start)..<($0.range.upperBound - start), $0.bytes)
    }
    return moved.applied(to: Array(old[start..<starts[lines.upperBound]]))
  }

  /// The lines that a range touches.
  private func lines(of range: ByteRange) -> Range<Int> {
    let first = line(at: range.lowerBound)
    return first..<(line(at: max(range.lowerBound, range.upperBound - 1)) + 1)
  }

  private func line(at offset: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// A name as git reads it: between quotation marks where it holds what is not plain.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    // A tab says where a name with spaces ends.
    if isPlain { return name.utf8.contains(0x20) ? name + "\t" : name }
    var text = "\""
    for byte in name.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        text += "\\" + String(Unicode.Scalar(byte))
      } else if byte >= 0x20, byte < 0x7F {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 8)
        text += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      }
    }
    return text + "\""
  }
}
