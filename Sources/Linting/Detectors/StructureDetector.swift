package import Lexicon
internal import SourceText
package import UnicodeText

/// Finds what is wrong with the form of a whole draft: HTML tags, blank lines in a row, too many characters.
package struct StructureDetector: Sendable {
  private let data: DetectorData

  package init(_ data: DetectorData) { self.data = data }

  /// Whether ``detections(in:source:)`` has anything to look at.
  package static func mayDetect(in text: FoldedText) -> Bool {
    let utf8 = text.utf8.span
    if utf8.count > 2_000 { return true }
    for at in utf8.indices where utf8[at] == UInt8(ascii: "<") || (utf8[at] == 0x0A && at > 0 && utf8[at - 1] <= 0x20) {
      return true
    }
    return false
  }

  /// What is found in a draft, in folded bytes and in the order of the text.
  ///
  /// - Parameters:
  ///   - text: The draft, folded.
  ///   - source: The draft as it was written, UTF-8.
  package func detections(in text: FoldedText, source: [UInt8]) -> [Detection] {
    var found: [Detection] = []
    let utf8 = text.utf8
    var at = 0
    while at < utf8.count {
      switch utf8[at] {
      case UInt8(ascii: "<"):
        if let end = tagEnd(utf8, at) {
          found.append(Detection(kind: .html, range: at..<end))
          at = end
          continue
        }
      case 0x0A, 0x0D:
        let (end, lines) = lineEnds(utf8, at)
        if lines >= 3 { found.append(Detection(kind: .blankLines, range: at..<end)) }
        at = end
        continue
      default: break
      }
      at += 1
    }
    if let start = excessStart(text, source) { found.append(Detection(kind: .tooLong, range: start..<utf8.count)) }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Where a tag that begins at `<` ends.
  private func tagEnd(_ utf8: [UInt8], _ start: Int) -> Int? {
    var at = start + 1
    if at < utf8.count, utf8[at] == UInt8(ascii: "/") { at += 1 }
    let name = at
    while at < utf8.count, utf8[at] &- 0x61 < 26 || utf8[at] &- 0x30 < 10 { at += 1 }
    guard at > name, at < utf8.count, data.htmlTags.contains(utf8, name..<at) else { return nil }
    guard utf8[at] == UInt8(ascii: ">") || utf8[at] == UInt8(ascii: "/") || utf8[at] <= 0x20 else { return nil }
    while at < utf8.count, utf8[at] != UInt8(ascii: ">") {
      if utf8[at] == UInt8(ascii: "<") || at - start > 2_000 { return nil }
      at += 1
    }
    return at < utf8.count ? at + 1 : nil
  }

  /// Where the line ends that begin at an offset, with nothing but blanks between, end, and how many they are.
  private func lineEnds(_ utf8: [UInt8], _ start: Int) -> (end: Int, lines: Int) {
    var at = start
    var end = start
    var lines = 0
    while at < utf8.count {
      switch utf8[at] {
      case 0x0D:
        at += at + 1 < utf8.count && utf8[at + 1] == 0x0A ? 2 : 1
        lines += 1
        end = at
      case 0x0A:
        at += 1
        lines += 1
        end = at
      case 0x20, 0x09: at += 1
      default: return (end, lines)
      }
    }
    return (end, lines)
  }

  /// The folded offset of the first character too many.
  private func excessStart(_ text: FoldedText, _ source: [UInt8]) -> Int? {
    guard source.count > data.longestDraft else { return nil }
    var count = 0
    for index in source.indices where source[index] & 0xC0 != 0x80 {
      if count == data.longestDraft {
        let start = text.foldedOffset(of: index)
        return start < text.utf8.count ? start : nil
      }
      count += 1
    }
    return nil
  }
}
