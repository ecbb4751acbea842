package import Advice
package import Documents
package import SourceText

/// Ways to write edits of a draft into the document that it was read from.
///
/// Which one is right depends on what stands between the pieces of the draft; whoever uses them reads the document again.
package enum EditStrategy: CaseIterable {
  /// All from the first to the last byte, and what leads to the next one.
  case throughToNext
  /// All from the first to the last byte.
  case through
  /// Only what says something; tags, marks and line ends between stay.
  case piecewise

  package static func order(for kind: DocumentKind, isMarkup: Bool) -> [EditStrategy] {
    switch kind {
    case .html, .markdown: [.piecewise, .through, .throughToNext]
    case .email: [.piecewise, .through]
    default: isMarkup ? [.piecewise] : allCases
    }
  }
}

/// The edits of a text in the bytes of the document's text.
package struct SourceEdits {
  private let text: MappedText
  private let document: [UInt8]

  package init(_ text: MappedText, in document: [UInt8]) {
    self.text = text
    self.document = document
  }

  /// What the edits are in the document; nil where they would take away what the draft did not show.
  package func edits(_ edits: [TextEdit], _ strategy: EditStrategy, _ encode: (String) -> [UInt8]) -> [FileEdit]? {
    var result: [FileEdit] = []
    for edit in edits {
      guard showsAll(edit.range) else { return nil }
      let bytes = encode(edit.text)
      switch strategy {
      case .throughToNext:
        let start = text.map.source(of: edit.range).lowerBound
        let end = text.map.source(of: edit.range.upperBound..<edit.range.upperBound).lowerBound
        guard end >= start else { return nil }
        result.append(FileEdit(start..<end, bytes))
      case .through: result.append(FileEdit(text.map.source(of: edit.range), bytes))
      case .piecewise: result += pieces(of: edit.range, bytes)
      }
    }
    return result.ordered
  }

  /// Whether what is blank in a range is blank in the document: else it is what somebody else is quoted with.
  private func showsAll(_ range: ByteRange) -> Bool {
    var change = text.map.changes.first { $0.derived.upperBound > range.lowerBound }
    for index in range where text.utf8[index] == 0x20 {
      if let known = change, index >= known.derived.upperBound {
        change = text.map.changes.first { $0.derived.upperBound > index }
      }
      if let change, change.derived.contains(index) { continue }
      let source = text.map.source(of: index..<(index + 1)).lowerBound
      if source < document.count, document[source] > 0x20, document[source] < 0x80 { return false }
    }
    return true
  }

  /// The stretches of the document that say what stands in a range; the first one takes the new bytes.
  private func pieces(of range: ByteRange, _ bytes: [UInt8]) -> [FileEdit] {
    guard !range.isEmpty else { return [FileEdit(text.map.source(of: range), bytes)] }
    var pieces: [ByteRange] = []
    var at = range.lowerBound
    for change in text.map.changes where change.derived.upperBound >= at {
      guard change.derived.lowerBound < range.upperBound else { break }
      if change.derived.lowerBound > at {
        pieces.append(text.map.source(of: at..<change.derived.lowerBound))
        at = change.derived.lowerBound
      }
      if !change.derived.isEmpty, at < change.derived.upperBound {
        // White space that tags stand for is theirs.
        let isTags =
          document[change.source].contains(UInt8(ascii: "<")) && text.utf8[change.derived].allSatisfy { $0 <= 0x20 }
        if !isTags { pieces.append(change.source) }
        at = change.derived.upperBound
      }
    }
    if at < range.upperBound { pieces.append(text.map.source(of: at..<range.upperBound)) }
    return pieces.enumerated().map { FileEdit($1, $0 == 0 ? bytes : []) }
  }
}
