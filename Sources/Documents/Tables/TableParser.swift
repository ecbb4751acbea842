package import SourceText

/// A cell of a table.
package struct TableCell {
  /// Its bytes, quotation marks among them.
  package let range: ByteRange

  /// The bytes between the quotation marks of a cell that has them.
  let quoted: ByteRange?

  /// What the cell says, with the map to the bytes that say it.
  package func text(_ utf8: Span<UInt8>) -> MappedText {
    var text = MappedText()
    guard let quoted else {
      text.copy(range, of: utf8)
      return text
    }
    var plain = quoted.lowerBound
    var at = plain
    while at < quoted.upperBound {
      guard utf8[at] == UInt8(ascii: "\"") else {
        at += 1
        continue
      }
      // Inside a quoted cell they come in twos.
      text.copy(plain..<at, of: utf8)
      text.append(UInt8(ascii: "\""), for: at..<(at + 2))
      at += 2
      plain = at
    }
    text.copy(plain..<quoted.upperBound, of: utf8)
    if quoted.upperBound + 1 < range.upperBound { text.copy((quoted.upperBound + 1)..<range.upperBound, of: utf8) }
    return text
  }
}

/// Cuts a table into rows of cells.
package struct TableParser {
  private let delimiter: UInt8
  private var at = 0
  package private(set) var problems: [DocumentProblem] = []

  /// Whether a quotation mark without its partner was met: cells then end with their line, or it would be looked for again
  /// and again.
  private var isBroken = false

  package init(_ utf8: Span<UInt8>, delimiter: UInt8?) {
    if let delimiter {
      self.delimiter = delimiter
    } else if utf8.hasASCII("sep=", at: 0, end: utf8.count), utf8.count > 4 {
      // Excel's own way to say it.
      self.delimiter = utf8[4]
      at = utf8.lineEnd(from: 0, end: utf8.count)
    } else {
      self.delimiter = Self.delimiter(in: utf8)
    }
  }

  /// The sign that parts most cells in the first line.
  private static func delimiter(in utf8: Span<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for index in 0..<utf8.lineEnd(from: 0, end: utf8.count) {
      let byte = utf8[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() } else if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let known = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]
    return known.reduce(known[0]) { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
  }

  /// Reads the next row, if there is one.
  package mutating func next(_ utf8: Span<UInt8>, into cells: inout [TableCell]) -> Bool {
    cells.removeAll(keepingCapacity: true)
    guard at < utf8.count else { return false }
    while true {
      cells.append(cell(utf8))
      guard at < utf8.count else { return true }
      let byte = utf8[at]
      at += 1
      if byte == delimiter { continue }
      if byte == 0x0D, at < utf8.count, utf8[at] == 0x0A { at += 1 }
      return true
    }
  }

  /// Reads a cell up to the delimiter or line end behind it.
  private mutating func cell(_ utf8: Span<UInt8>) -> TableCell {
    let start = at
    var quoted: ByteRange?
    if at < utf8.count, utf8[at] == UInt8(ascii: "\"") {
      let close = closing(utf8, start)
      let isEnd = close.map { $0 + 1 == utf8.count || endsCell(utf8[$0 + 1]) } ?? false
      let isOnLine = close.map { $0 < utf8.lineEnd(from: start, end: utf8.count) } ?? false
      if let close, isEnd || isOnLine {
        quoted = (start + 1)..<close
        at = close + 1
        if !isEnd { problems.append(DocumentProblem("text follows the quotation mark that closes the cell", at: at)) }
      } else {
        // On another line, with text behind it, it opens the next cell rather than closing this one.
        problems.append(DocumentProblem("the quotation mark that begins here is not closed", at: start))
        isBroken = isBroken || close == nil
      }
    }
    while at < utf8.count, !endsCell(utf8[at]) { at += 1 }
    return TableCell(range: start..<at, quoted: quoted)
  }

  private func endsCell(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

  /// The quotation mark that closes the cell that one begins.
  private func closing(_ utf8: Span<UInt8>, _ start: Int) -> Int? {
    var at = start + 1
    while at < utf8.count {
      if utf8[at] == UInt8(ascii: "\"") {
        guard at + 1 < utf8.count, utf8[at + 1] == UInt8(ascii: "\"") else { return at }
        at += 1
      } else if isBroken, utf8[at] == 0x0A {
        return nil
      }
      at += 1
    }
    return nil
  }
}
