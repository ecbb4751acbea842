internal import Documents
internal import SourceText

/// Takes out elements and marks that edits have emptied.
enum EmptiedMarkup {
  /// The edits, each reaching over what it leaves empty.
  static func widened(_ edits: [FileEdit], in utf8: [UInt8], isHTML: Bool) -> [FileEdit] {
    var edits = edits
    var index = 0
    while index < edits.count {
      while edits[index].bytes.isEmpty, let wider = wider(edits[index].range, in: utf8, isHTML: isHTML) {
        edits[index].range = wider
        // What lies between this edit and another one may be gone now.
        while index + 1 < edits.count, edits[index + 1].range.lowerBound <= edits[index].range.upperBound {
          edits[index] = FileEdit(
            edits[index].range.lowerBound..<max(edits[index].range.upperBound, edits[index + 1].range.upperBound),
            edits[index + 1].bytes)
          edits.remove(at: index + 1)
        }
        while index > 0, edits[index - 1].range.upperBound >= edits[index].range.lowerBound {
          edits[index - 1] = FileEdit(
            min(edits[index - 1].range.lowerBound, edits[index].range.lowerBound)..<edits[index].range.upperBound,
            edits[index - 1].bytes)
          edits.remove(at: index)
          index -= 1
        }
      }
      index += 1
    }
    return edits
  }

  /// Whether as many elements are closed in what edits take out as are opened.
  static func isBalanced(_ edits: [FileEdit], in utf8: [UInt8]) -> Bool {
    var depth = 0
    for edit in edits {
      for index in edit.range where utf8[index] == UInt8(ascii: "<") && index + 1 < utf8.count {
        if utf8[index + 1] == UInt8(ascii: "/") { depth -= 1 }
        let name = name(in: utf8, at: index + 1)
        if !name.isEmpty, !["br", "hr", "img"].contains(String(decoding: name, as: UTF8.self)) { depth += 1 }
      }
    }
    return depth == 0
  }

  private static func wider(_ range: ByteRange, in utf8: [UInt8], isHTML: Bool) -> ByteRange? {
    var (low, high) = (range.lowerBound, range.upperBound)
    if isHTML {
      while low > 0, utf8[low - 1] <= 0x20 { low -= 1 }
      while high < utf8.count, utf8[high] <= 0x20 { high += 1 }
      return element(low..<high, in: utf8)
    }
    for mark in ["***", "**", "__", "~~", "*", "_"] {
      let mark = Array(mark.utf8)
      if utf8[..<low].suffix(mark.count).elementsEqual(mark), utf8[high...].prefix(mark.count).elementsEqual(mark) {
        return (low - mark.count)..<(high + mark.count)
      }
    }
    return nil
  }

  /// An element around a range, or a line break before it that nothing follows any more.
  private static func element(_ range: ByteRange, in utf8: [UInt8]) -> ByteRange? {
    guard range.lowerBound > 0, utf8[range.lowerBound - 1] == UInt8(ascii: ">"),
      let open = utf8[..<range.lowerBound].lastIndex(of: UInt8(ascii: "<")),
      range.upperBound + 1 < utf8.count, utf8[range.upperBound] == UInt8(ascii: "<")
    else { return nil }
    let name = name(in: utf8, at: open + 1)
    guard !name.isEmpty else { return nil }
    if name == Array("br".utf8) {
      let isLast =
        utf8[range.upperBound + 1] == UInt8(ascii: "/") || self.name(in: utf8, at: range.upperBound + 1) == name
      return isLast ? open..<range.upperBound : nil
    }
    guard utf8[range.upperBound + 1] == UInt8(ascii: "/"), self.name(in: utf8, at: range.upperBound + 2) == name,
      let close = utf8[range.upperBound...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    // The document's own frame stays.
    if ["html", "body", "head", "td", "th", "tr"].contains(String(decoding: name, as: UTF8.self)) { return nil }
    return open..<(close + 1)
  }

  private static func name(in utf8: [UInt8], at offset: Int) -> [UInt8] {
    utf8[offset...].prefix { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }.map { $0 &- 0x41 < 26 ? $0 + 0x20 : $0 }
  }
}
