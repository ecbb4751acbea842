package import SourceText

/// A document that is one draft.
package struct PlainText: Sendable {
  /// The draft, well-formed UTF-8.
  package private(set) var utf8: [UInt8]

  /// From the draft to the bytes of the document.
  package private(set) var map = SourceMap()

  /// The stretches of the document that are not UTF-8; each stands in the draft as one U+FFFD.
  package private(set) var undecodable: [ByteRange] = []

  /// Reads a document: a byte order mark goes, what is not UTF-8 is replaced.
  package init(_ document: [UInt8]) {
    let hasMark = document.starts(with: [0xEF, 0xBB, 0xBF])
    if !hasMark, (try? UTF8Span(validating: document.span)) != nil {
      utf8 = document
      return
    }
    utf8 = []
    utf8.reserveCapacity(document.count)
    var at = 0
    if hasMark {
      at = 3
      map.append(SourceMap.Change(derived: 0..<0, source: 0..<3))
    }
    while at < document.count {
      do {
        _ = try UTF8Span(validating: document.span.extracting(at...))
        utf8.append(contentsOf: document[at...])
        return
      } catch {
        let bad = (at + error.byteOffsets.lowerBound)..<(at + error.byteOffsets.upperBound)
        utf8.append(contentsOf: document[at..<bad.lowerBound])
        map.append(SourceMap.Change(derived: utf8.count..<(utf8.count + 3), source: bad))
        utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
        undecodable.append(bad)
        at = bad.upperBound
      }
    }
  }
}
