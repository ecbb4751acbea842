internal import Glibc

/// Finding line ends in bytes, at the speed of the C library.
package enum LineFeeds {
  /// The offset of the first line feed at or after `start`.
  package static func first(in bytes: Span<UInt8>, from start: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress, start < buffer.count else { return nil }
      return unsafe memchr(base + start, 0x0A, buffer.count - start).map { unsafe UnsafeRawPointer($0) - base }
    }
  }

  /// The offset of the last line feed at or after `start`.
  package static func last(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var at = bytes.count
    while at > start {
      at -= 1
      if bytes[at] == 0x0A { return at }
    }
    return nil
  }

  /// How many line feeds there are before `end`.
  package static func count(in bytes: Span<UInt8>, before end: Int) -> Int {
    var count = 0
    var at = 0
    while let next = first(in: bytes, from: at), next < end {
      count += 1
      at = next + 1
    }
    return count
  }
}
