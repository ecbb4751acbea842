internal import CICU
package import SourceText

/// A text as the lexicons see it, which knows the source bytes that each of its own came from.
///
/// Folding is ICU's NFKC_Casefold, which also takes away invisible characters and bidirectional controls. On top of it
/// the decimal digits of every script become ASCII, the typographic apostrophes become `'`, and marks that only strike
/// through or enclose a letter go.
package struct FoldedText: Sendable {
  /// The folded text.
  package private(set) var utf8: [UInt8]

  /// The stretches that folding changed in length, in order. Between them bytes correspond one to one.
  private var edits: [Edit] = []

  private struct Edit {
    let source: ByteRange
    let folded: ByteRange
  }

  /// Folds a text, which is UTF-8 and shorter than 2 GiB.
  ///
  /// Lines of ASCII never reach ICU; the answer is the same.
  ///
  /// - Throws: An error of ICU's, in practice only when memory runs out.
  package init(_ source: Span<UInt8>) throws(ICUError) {
    utf8 = []
    utf8.reserveCapacity(source.count + source.count / 16)
    var start = 0
    while start < source.count {
      guard let other = source.firstNonASCII(from: start) else {
        appendLowercased(source, start..<source.count)
        break
      }
      // ICU gets whole lines: nothing composes with or is reordered over a line end.
      var lineStart = other
      while lineStart > start, source[lineStart - 1] != 0x0A { lineStart -= 1 }
      appendLowercased(source, start..<lineStart)
      var lineEnd = other
      while lineEnd < source.count, source[lineEnd] != 0x0A { lineEnd += 1 }
      try appendFolded(source, lineStart..<lineEnd)
      start = lineEnd
    }
  }

  /// The source bytes that a range of the folded text came from, always whole characters.
  ///
  /// What folded to nothing (a soft hyphen) is in the answer only when the range has folded text on both sides of it.
  ///
  /// - Parameter range: A range of ``utf8``, not empty, that begins and ends between characters.
  /// - Returns: A range of the source, in UTF-8 bytes.
  package func sourceRange(of range: ByteRange) -> ByteRange {
    precondition(!range.isEmpty && range.upperBound <= utf8.count, "no such folded range")
    let start = sourceOffset(of: range.lowerBound, asEnd: false)
    let end = sourceOffset(of: range.upperBound, asEnd: true)
    return start..<max(start, end)
  }

  /// The folded offset of a source offset that stands between characters; one inside a changed stretch answers the
  /// start of what it became.
  package func foldedOffset(of offset: Int) -> Int {
    let index = edits.partitioningIndex { $0.source.upperBound > offset }
    if index < edits.count, edits[index].source.lowerBound <= offset { return edits[index].folded.lowerBound }
    guard index > 0 else { return offset }
    return edits[index - 1].folded.upperBound + (offset - edits[index - 1].source.upperBound)
  }

  /// Whether folding changed no length, so that folded and source offsets are the same.
  package var isAligned: Bool { edits.isEmpty }

  private func sourceOffset(of offset: Int, asEnd: Bool) -> Int {
    // The first edit whose folded text ends after the offset (or, for an end, not before it).
    let index = edits.partitioningIndex { asEnd ? $0.folded.upperBound >= offset : $0.folded.upperBound > offset }
    if index < edits.count {
      let edit = edits[index]
      if asEnd {
        if edit.folded.lowerBound < offset { return edit.source.upperBound }
      } else if edit.folded.lowerBound <= offset {
        return edit.source.lowerBound
      }
    }
    guard index > 0 else { return offset }
    return edits[index - 1].source.upperBound + (offset - edits[index - 1].folded.upperBound)
  }
}

// MARK: Folding

extension FoldedText {
  private mutating func appendLowercased(_ source: Span<UInt8>, _ range: ByteRange) {
    guard !range.isEmpty else { return }
    unsafe source.withUnsafeBufferPointer { bytes in
      unsafe utf8.append(contentsOf: bytes[range].lazy.map { $0 &+ (($0 &- 0x41) < 26 ? 0x20 : 0) })
    }
  }

  private mutating func appendFolded(_ source: Span<UInt8>, _ range: ByteRange) throws(ICUError) {
    let folding = unsafe try source.withUnsafeBytes { (bytes) throws(ICUError) -> OpaquePointer in
      let base = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress.map { unsafe $0 + range.lowerBound }
      return unsafe try opened("Normalizer2::normalizeUTF8") { status in
        unsafe icu_fold(base, Int32(range.count), &status.rawValue)
      }
    }
    defer { unsafe icu_closeFolding(folding) }
    var byteCount: Int32 = 0
    let start = unsafe icu_foldedBytes(folding, &byteCount)
    var editCount: Int32 = 0
    let list = unsafe icu_foldEdits(folding, &editCount)
    unsafe start.withMemoryRebound(to: UInt8.self, capacity: Int(byteCount)) { pointer in
      let bytes = unsafe UnsafeBufferPointer(start: pointer, count: Int(byteCount)).span
      var from = range.lowerBound
      var at = 0
      for index in 0..<Int(editCount) {
        let edit = unsafe list.unsafelyUnwrapped[index]
        let sourceEnd = from + Int(edit.sourceLength)
        let end = at + Int(edit.foldedLength)
        if edit.isChanged != 0 {
          append(change: bytes, at..<end, from: from..<sourceEnd)
        } else {
          append(unchanged: bytes, at..<end, from: from)
        }
        from = sourceEnd
        at = end
      }
    }
  }

  /// Appends what ICU changed, as one edit.
  private mutating func append(change bytes: Span<UInt8>, _ range: ByteRange, from source: ByteRange) {
    let start = utf8.count
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = bytes.scalar(at: at)
      if let kept = Self.reduced(scalar) { utf8.append(scalar: kept) }
      at += length
    }
    record(source: source, folded: start..<utf8.count, isOneScalar: range.count <= 4)
  }

  /// Appends what ICU left alone, which may still hold digits and apostrophes.
  private mutating func append(unchanged bytes: Span<UInt8>, _ range: ByteRange, from source: Int) {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if byte < 0x80 {
        utf8.append(byte)
        at += 1
        continue
      }
      let (scalar, length) = bytes.scalar(at: at)
      let start = utf8.count
      let reduced = Self.reduced(scalar)
      if let reduced { utf8.append(scalar: reduced) }
      if reduced != scalar {
        let offset = source + (at - range.lowerBound)
        record(source: offset..<(offset + length), folded: start..<utf8.count, isOneScalar: true)
      }
      at += length
    }
  }

  /// Notes an edit, unless it is one character for one of the same length: then the offsets agree without it.
  private mutating func record(source: ByteRange, folded: ByteRange, isOneScalar: Bool) {
    if source.count == folded.count, source.count == 1 || (isOneScalar && source.count <= 4 && isOneScalarLong(folded)) {
      return
    }
    edits.append(Edit(source: source, folded: folded))
  }

  private func isOneScalarLong(_ folded: ByteRange) -> Bool {
    utf8.span.scalar(at: folded.lowerBound).length == folded.count
  }

  /// What folding makes of a scalar beyond NFKC_Casefold; nil for one that goes.
  static func reduced(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0..<0x80: return scalar
    case 0x2018, 0x2019, 0x02BC, 0x201B: return 0x27
    case 0x0334...0x0338, 0x0488, 0x0489, 0x20D0...0x20F0: return nil
    case 0x0300..<0x0660, 0x2000..<0xA620: return scalar
    default:
      let digit = icu_digitValue(UChar32(bitPattern: scalar))
      return digit >= 0 ? 0x30 + UInt32(digit) : scalar
    }
  }
}

extension Span<UInt8> {
  /// The offset of the first byte at or after one that is not ASCII.
  package func firstNonASCII(from start: Int) -> Int? {
    unsafe withUnsafeBytes { bytes in
      var at = start
      while at + 8 <= bytes.count {
        if unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { break }
        at += 8
      }
      while at < bytes.count {
        if unsafe bytes[at] >= 0x80 { return at }
        at += 1
      }
      return nil
    }
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that, once true, stays true.
  ///
  /// - Complexity: O(log *n*).
  func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongsInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
