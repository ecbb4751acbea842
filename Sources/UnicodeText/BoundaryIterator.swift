internal import CICU

/// An ICU break iterator with one owner.
///
/// It holds a position, so it belongs to one task at a time. Opening one costs far more than a run over a short text.
@safe
struct BoundaryIterator: ~Copyable {
  enum Kind {
    case word
    case sentence
  }

  private let handle: OpaquePointer

  /// Opens an iterator with the root locale's rules and ICU's dictionaries.
  ///
  /// - Throws: An error of ICU's, in practice only when its data cannot be loaded.
  init(_ kind: Kind) throws(ICUError) {
    unsafe handle = try opened("ubrk_open") { status in
      switch kind {
      case .word: unsafe icu_openWordBreaker("", &status)
      case .sentence: unsafe icu_openSentenceBreaker("", &status)
      }
    }
  }

  deinit {
    unsafe icu_closeBreaker(handle)
  }

  /// Calls `body` with each boundary after the start of a stretch of text, in order, as an offset into the whole text.
  ///
  /// - Throws: An error of ICU's, in practice only when memory runs out.
  mutating func forEachBoundary(
    in utf8: Span<UInt8>, _ range: Range<Int>, _ body: (Int) -> Void
  ) throws(ICUError) {
    unsafe try utf8.withUnsafeBytes { (bytes) throws(ICUError) -> Void in
      let base = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let text = unsafe try opened("utext_openUTF8") { status in
        unsafe icu_openUTF8(base.map { unsafe $0 + range.lowerBound }, Int64(range.count), &status)
      }
      defer { unsafe icu_closeText(text) }
      try checked("ubrk_setUText") { status in unsafe icu_setText(handle, text, &status) }
      _ = unsafe icu_firstBoundary(handle)
      while true {
        let end = Int(unsafe icu_nextBoundary(handle))
        guard end >= 0 else { return }
        body(range.lowerBound + end)
      }
    }
  }
}
