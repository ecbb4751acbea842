package import SourceText

/// The text of a document that is being edited, with the places where its lines begin.
package struct EditableText: Sendable {
  /// Well-formed UTF-8.
  package private(set) var utf8: [UInt8]

  /// The byte offset at which each line begins; the first is 0.
  package private(set) var lineStarts: [Int]

  package init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    lineStarts = LineIndex(utf8.span).lineStarts
  }

  /// Puts a text in the place of a range, in bytes.
  ///
  /// - Complexity: The lines that are touched are read again; those behind them are moved.
  package mutating func replace(_ range: ByteRange, with text: [UInt8]) {
    // A CR before the range and an LF behind it may become one line end, or be no longer.
    let first = line(of: max(0, range.lowerBound - 1))
    let last = line(of: min(utf8.count, range.upperBound + 1))
    let delta = text.count - range.count
    utf8.replaceSubrange(range, with: text)
    let end = last + 1 < lineStarts.count ? lineStarts[last + 1] + delta : utf8.count
    let start = lineStarts[first]
    var starts = LineIndex(utf8.span.extracting(start..<end)).lineStarts.map { $0 + start }
    // The line behind begins where the stretch ends, and is known.
    if last + 1 < lineStarts.count, starts.count > 1, starts.last == end { starts.removeLast() }
    if delta != 0 { for index in lineStarts.indices where index > last { lineStarts[index] += delta } }
    lineStarts.replaceSubrange(first...last, with: starts)
  }

  private func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line without its end.
  private func content(ofLine line: Int) -> ByteRange {
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : utf8.count
    while end > start, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The byte at a place.
  ///
  /// A place behind the end of its line is that end, one inside a character its beginning, as LSP wants it.
  package func offset(of place: Place, _ encoding: PositionEncoding) -> Int {
    guard place.line < lineStarts.count else { return utf8.count }
    guard place.line >= 0 else { return 0 }
    let line = content(ofLine: place.line)
    var at = line.lowerBound
    var units = 0
    while at < line.upperBound {
      units += encoding.units(ofLead: utf8[at])
      if units > place.character { break }
      at += PositionEncoding.length(ofLead: utf8[at])
    }
    return min(at, line.upperBound)
  }

  /// The place of a byte.
  package func place(of offset: Int, _ encoding: PositionEncoding) -> Place {
    let line = line(of: offset)
    var character = 0
    for byte in utf8[lineStarts[line]..<min(offset, utf8.count)] where byte & 0xC0 != 0x80 {
      character += encoding.units(ofLead: byte)
    }
    return Place(line: line, character: character)
  }

  /// The place at which a position stands whose column counts code points.
  func place(of position: TextPosition, _ encoding: PositionEncoding) -> Place {
    let offset = offset(of: Place(line: position.line - 1, character: position.column - 1), .utf32)
    return place(of: offset, encoding)
  }
}
