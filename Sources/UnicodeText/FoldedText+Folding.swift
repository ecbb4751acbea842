internal import CICU
internal import SourceText

extension FoldedText {
  /// How much ICU gets at once, about, in bytes: it puts a run of combining marks in order in quadratic time.
  private static let pieceSize = 4_096

  /// Where a scalar that folding changed begins in the source, in the folded text and in the edits.
  private struct Change {
    var source: Int
    var folded: Int
    var edits: Int
  }

  mutating func fold(_ source: Span<UInt8>) throws(ICUError) {
    // What stands before it in the source has been appended; from it up to `at` only ASCII letters change.
    var runStart = 0
    var lastChange = Change(source: 0, folded: 0, edits: 0)
    var at = 0
    while true {
      at = source.firstNonASCII(from: at) ?? source.count
      guard at < source.count else { break }
      let (scalar, length) = source.scalar(at: at)
      let folded = Self.simpleFolding(scalar)
      if folded == scalar {
        at += length
        continue
      }
      if let folded {
        appendLowercased(source, runStart..<at)
        lastChange = Change(source: at, folded: utf8.count, edits: edits.count)
        utf8.append(scalar: folded)
        if utf8.count - lastChange.folded != length {
          edits.append(Edit(source: at..<(at + length), folded: lastChange.folded..<utf8.count))
        }
        at += length
      } else {
        // What comes may combine with the scalar before it, so ICU gets that one too.
        var start = at
        if at > runStart {
          repeat { start -= 1 } while source[start] & 0xC0 == 0x80 && start > runStart
          appendLowercased(source, runStart..<start)
        } else {
          start = lastChange.source
          utf8.removeLast(utf8.count - lastChange.folded)
          edits.removeLast(edits.count - lastChange.edits)
        }
        at = try pieceEnd(source, from: at)
        try appendFolded(source, start..<at)
        lastChange = Change(source: at, folded: utf8.count, edits: edits.count)
      }
      runStart = at
    }
    appendLowercased(source, runStart..<source.count)
  }

  /// Where what must go to ICU ends: before some scalars that need no ICU, and never far away.
  private func pieceEnd(_ source: Span<UInt8>, from start: Int) throws(ICUError) -> Int {
    var at = start
    var simpleCount = 0
    var simpleStart = start
    while at < source.count {
      let (scalar, length) = source.scalar(at: at)
      if scalar < 0x80 || Self.simpleFolding(scalar) != nil {
        if simpleCount == 0 { simpleStart = at }
        simpleCount += 1
        // A call of ICU's costs as much as a few scalars.
        if simpleCount == 8 || at - start >= Self.pieceSize { return simpleStart }
      } else {
        simpleCount = 0
        if at - start >= 2 * Self.pieceSize { return at }
        if at - start >= Self.pieceSize, try Self.beginsPiece(scalar) { return at }
      }
      at += length
    }
    return source.count
  }

  /// Whether a scalar never combines with what stands before it.
  static func beginsPiece(_ scalar: UInt32) throws(ICUError) -> Bool {
    try checked("unorm2_hasBoundaryBefore") { status in
      unsafe icu_beginsFolding(UChar32(bitPattern: scalar), &status)
    }
  }

  /// Appends a stretch of the source of which folding changes the ASCII letters alone.
  private mutating func appendLowercased(_ source: Span<UInt8>, _ range: ByteRange) {
    let start = utf8.count
    unsafe source.withUnsafeBufferPointer { bytes in unsafe utf8.append(contentsOf: bytes[range]) }
    unsafe utf8.withUnsafeMutableBufferPointer { bytes in
      for index in start..<bytes.count {
        let byte = unsafe bytes[index]
        unsafe bytes[index] = byte &+ (byte &- 0x41 < 26 ? 0x20 : 0)
      }
    }
  }
}

// MARK: By ICU

extension FoldedText {
  /// Appends what ICU makes of a stretch of the source, without the marks that strike letters through.
  ///
  /// Those go before ICU sees the text, or they would keep the marks behind them from combining with the letter.
  mutating func appendFolded(_ source: Span<UInt8>, _ range: ByteRange) throws(ICUError) {
    guard let first = Self.firstStrike(source, range) else {
      try appendFolded(source.extracting(range), from: range.lowerBound, strikes: [])
      return
    }
    var bare: [UInt8] = []
    var strikes: [Strike] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = source.scalar(at: at)
      if at >= first, Self.isStrike(scalar) {
        strikes.append(Strike(bareOffset: bare.count, length: length))
      } else {
        for index in at..<min(at + length, range.upperBound) { bare.append(source[index]) }
      }
      at += length
    }
    try appendFolded(bare.span, from: range.lowerBound, strikes: strikes)
  }

  /// A mark that was taken out before folding: the bytes of the text without marks before it, and its own length.
  private struct Strike {
    let bareOffset: Int
    let length: Int
  }

  private static func firstStrike(_ source: Span<UInt8>, _ range: ByteRange) -> Int? {
    var at = range.lowerBound
    while at < range.upperBound {
      // All of them begin with one of these bytes.
      let byte = source[at]
      if byte == 0xCC || byte == 0xD2 || byte == 0xE2, isStrike(source.scalar(at: at).value) { return at }
      at += 1
    }
    return nil
  }

  private mutating func appendFolded(
    _ bare: Span<UInt8>, from sourceStart: Int, strikes: [Strike]
  ) throws(ICUError) {
    let folding = unsafe try bare.withUnsafeBytes { (bytes) throws(ICUError) -> OpaquePointer in
      let base = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress
      return unsafe try opened("Normalizer2::normalizeUTF8") { status in
        unsafe icu_fold(base, Int32(bytes.count), &status.rawValue)
      }
    }
    defer { unsafe icu_closeFolding(folding) }
    var byteCount: Int32 = 0
    let start = unsafe icu_foldedBytes(folding, &byteCount)
    var editCount: Int32 = 0
    let list = unsafe icu_foldEdits(folding, &editCount)
    unsafe start.withMemoryRebound(to: UInt8.self, capacity: Int(byteCount)) { pointer in
      let bytes = unsafe UnsafeBufferPointer(start: pointer, count: Int(byteCount)).span
      var strikes = strikes[...]
      // How far the source is ahead of the text without marks.
      var shift = sourceStart
      var from = 0
      var at = 0
      skip(&strikes, at: 0, &shift)
      for index in 0..<Int(editCount) {
        let edit = unsafe list.unsafelyUnwrapped[index]
        let bareEnd = from + Int(edit.sourceLength)
        let end = at + Int(edit.foldedLength)
        if edit.isChanged != 0 {
          let start = from + shift
          while let strike = strikes.first, strike.bareOffset < bareEnd {
            shift += strike.length
            strikes.removeFirst()
          }
          let isOneScalar = from < bareEnd && bare.scalar(at: from).length == bareEnd - from
          append(change: bytes, at..<end, from: start..<(bareEnd + shift), isOneScalar: isOneScalar)
        } else {
          while let strike = strikes.first, strike.bareOffset < bareEnd {
            let middle = at + (strike.bareOffset - from)
            append(unchanged: bytes, at..<middle, from: from + shift)
            (at, from) = (middle, strike.bareOffset)
            skip(&strikes, at: from, &shift)
          }
          append(unchanged: bytes, at..<end, from: from + shift)
        }
        skip(&strikes, at: bareEnd, &shift)
        from = bareEnd
        at = end
      }
    }
  }

  /// Notes the marks that stood at an offset as folded to nothing.
  private mutating func skip(_ strikes: inout ArraySlice<Strike>, at bareOffset: Int, _ shift: inout Int) {
    while let strike = strikes.first, strike.bareOffset == bareOffset {
      let start = bareOffset + shift
      edits.append(Edit(source: start..<(start + strike.length), folded: utf8.count..<utf8.count))
      shift += strike.length
      strikes.removeFirst()
    }
  }

  /// Appends what ICU changed, as one edit.
  private mutating func append(
    change bytes: Span<UInt8>, _ range: ByteRange, from source: ByteRange, isOneScalar: Bool
  ) {
    let start = utf8.count
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = bytes.scalar(at: at)
      at += length
      let next = at < bytes.count ? bytes.scalar(at: at).value : nil
      if let kept = Self.reduced(scalar, behind: utf8, before: next) { utf8.append(scalar: kept) }
    }
    record(source: source, folded: start..<utf8.count, isOneScalar: isOneScalar)
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
      let next = at + length < bytes.count ? bytes.scalar(at: at + length).value : nil
      let reduced = Self.reduced(scalar, behind: utf8, before: next)
      if let reduced { utf8.append(scalar: reduced) }
      if reduced != scalar {
        let offset = source + (at - range.lowerBound)
        record(source: offset..<(offset + length), folded: start..<utf8.count, isOneScalar: true)
      }
      at += length
    }
  }

  /// Notes an edit, unless it is one scalar for one of the same length: then the offsets agree without it.
  private mutating func record(source: ByteRange, folded: ByteRange, isOneScalar: Bool) {
    if isOneScalar, source.count == folded.count, utf8.span.scalar(at: folded.lowerBound).length == folded.count {
      return
    }
    edits.append(Edit(source: source, folded: folded))
  }
}
