package import SourceText

/// A text with at most one part marked by `⟦` and `⟧`, as examples of rules write it.
package struct MarkedText {
  /// The text without its marks.
  package let text: String

  /// The marked part in UTF-8 bytes of `text`; nil where nothing is marked.
  package let range: ByteRange?

  package init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var bytes = 0
    var start: Int?
    var end: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = bytes
      case "⟧": end = bytes
      default:
        text.append(scalar)
        bytes += UTF8.width(scalar)
      }
    }
    self.text = String(text)
    if let start, let end { range = start..<end } else { range = nil }
  }
}
