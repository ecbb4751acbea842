internal import SourceText

/// Takes sentences out of lines: a line of which nothing is left goes with its list marker, a paragraph with its blank line.
struct LineCut {
  private let utf8: [UInt8]
  private var gone: [Bool]

  init(_ utf8: [UInt8], _ ranges: [ByteRange]) {
    self.utf8 = utf8
    gone = Array(repeating: false, count: utf8.count)
    for range in ranges {
      for index in range { gone[index] = true }
    }
    dropRests()
  }

  /// The stretches that go.
  var edits: [TextEdit] {
    var edits: [TextEdit] = []
    var start: Int?
    for index in 0...gone.count {
      let goes = index < gone.count && gone[index]
      if goes, start == nil { start = index }
      if !goes, let first = start {
        edits.append(TextEdit(first..<index, ""))
        start = nil
      }
    }
    return edits
  }

  /// Lines between line ends that stay.
  private var lines: [ByteRange] {
    var lines: [ByteRange] = []
    var start = 0
    for index in utf8.indices where utf8[index] == 0x0A && !gone[index] {
      lines.append(start..<(index + 1))
      start = index + 1
    }
    lines.append(start..<utf8.count)
    return lines
  }

  private mutating func dropRests() {
    let lines = lines
    var isEmptied = lines.map { line in
      line.contains { gone[$0] } && isMarkerOnly(line.filter { !gone[$0] }.map { utf8[$0] })
    }
    let isBlank = lines.map { line in line.allSatisfy { utf8.spaceLength(at: $0) == 1 } }
    // Of the blank lines around what goes, those behind it go with it.
    var hasBlankBefore = true
    for number in lines.indices {
      if isEmptied[number] { continue }
      if isBlank[number], number > 0, isEmptied[number - 1], hasBlankBefore {
        isEmptied[number] = true
      } else {
        hasBlankBefore = isBlank[number]
      }
    }
    for number in lines.indices {
      if isEmptied[number] {
        for index in lines[number] { gone[index] = true }
      } else {
        dropSpaces(lines[number])
      }
    }
    dropEnd()
  }

  /// Nothing but white space, or what begins an item of a list or a quotation.
  private func isMarkerOnly(_ rest: [UInt8]) -> Bool {
    let signs = Array("-*+>#.)(_~\"'`|".utf8)
    let text = String(decoding: rest, as: UTF8.self)
    return rest.allSatisfy { $0 <= 0x20 || signs.contains($0) || $0 &- 0x30 < 10 || $0 >= 0x80 }
      && text.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic }
  }

  /// Spaces that stand before a line end now.
  private mutating func dropSpaces(_ line: ByteRange) {
    var end = line.upperBound
    while end > line.lowerBound, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
    guard end > line.lowerBound, gone[end - 1] else { return }
    while end > line.lowerBound, gone[end - 1] || utf8[end - 1] == 0x20 || utf8[end - 1] == 0x09 {
      gone[end - 1] = true
      end -= 1
    }
  }

  /// Where the last lines go, the text ends as it did before.
  private mutating func dropEnd() {
    var tail = utf8.count
    while tail > 0, utf8[tail - 1] <= 0x20 { tail -= 1 }
    guard tail > 0, gone[tail - 1] else { return }
    for index in tail..<utf8.count { gone[index] = false }
    var end = tail
    while end > 0, gone[end - 1] || utf8[end - 1] <= 0x20 {
      gone[end - 1] = true
      end -= 1
    }
  }
}
