/// Cuts a stream of bytes into messages, each behind its headers.
///
/// What is no message is passed over up to the next header that tells a length, so that a bad one costs no other.
package struct FrameParser {
  package enum Frame: Hashable, Sendable {
    /// The content of a message.
    case message([UInt8])
    /// What is wrong with a stretch of the stream, in one line without a full stop.
    case malformed(String)
  }

  private enum State {
    /// Between messages, with the length that was told and whether any header was.
    case headers(length: Int?, hasLines: Bool)
    case content(Int)
    /// In what cannot be understood.
    case lost
  }

  /// The longest message, in bytes.
  package static let longest = 1 << 28

  /// The longest line of headers, and what is kept of what cannot be understood, in bytes.
  private static let longestLine = 1 << 12

  private var state = State.headers(length: nil, hasLines: false)
  private var bytes: [UInt8] = []
  private var at = 0

  /// A parser at the start of a stream.
  package init() {}

  /// Adds what has come.
  package mutating func append(_ new: some Collection<UInt8>) {
    if at > 1 << 16 || at == bytes.count {
      bytes.removeSubrange(..<at)
      at = 0
    }
    bytes.append(contentsOf: new)
  }

  /// The next message, or what was passed over; nil until more has come.
  package mutating func next() -> Frame? {
    while true {
      switch state {
      case .content(let length):
        guard bytes.count - at >= length else { return nil }
        let content = Array(bytes[at..<(at + length)])
        at += length
        state = .headers(length: nil, hasLines: false)
        return .message(content)
      case .headers(let length, let hasLines):
        guard let line = takeLine() else {
          guard bytes.count - at > Self.longestLine else { return nil }
          state = .lost
          return .malformed("a line of headers is longer than \(Self.longestLine) bytes")
        }
        if let fault = take(line, length, hasLines) { return .malformed(fault) }
      case .lost:
        guard let line = takeLine() else {
          // A header may be on its way behind what is passed over.
          at = max(at, bytes.count - Self.longestLine)
          return nil
        }
        if let header = Self.lengthHeader(in: line), let length = Self.number(header), length <= Self.longest {
          state = .headers(length: length, hasLines: true)
        }
      }
    }
  }

  /// Takes a line of headers in, and answers what is wrong with it.
  private mutating func take(_ line: ArraySlice<UInt8>, _ length: Int?, _ hasLines: Bool) -> String? {
    if line.isEmpty {
      state = length.map { .content($0) } ?? .headers(length: nil, hasLines: false)
      return length == nil && hasLines ? "a message without a Content-Length" : nil
    }
    let name = line.prefix { $0 != UInt8(ascii: ":") }
    guard Self.isLength(name) else {
      // It may stand behind the rest of a message whose length was told too short.
      if let header = Self.lengthHeader(in: line), let length = Self.number(header), length <= Self.longest {
        state = .headers(length: length, hasLines: true)
        return "a line that is no header"
      }
      guard name.count < line.count, name.allSatisfy(Self.isLetterOfName) else {
        state = .lost
        return "a line that is no header"
      }
      state = .headers(length: length, hasLines: true)
      return nil
    }
    guard let told = Self.number(line[(name.endIndex + 1)...]) else {
      state = .lost
      return "a Content-Length that is no number of bytes"
    }
    guard told <= Self.longest else {
      state = .lost
      return "a message longer than \(Self.longest) bytes"
    }
    state = .headers(length: told, hasLines: true)
    return nil
  }

  /// The next line without its end; nil where it is not complete.
  private mutating func takeLine() -> ArraySlice<UInt8>? {
    guard let end = bytes[at...].firstIndex(of: 0x0A) else { return nil }
    var line = bytes[at..<end]
    at = end + 1
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  private static func isLetterOfName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
  }

  private static let lengthName = Array("content-length".utf8)

  private static func isLength(_ name: some Collection<UInt8>) -> Bool {
    name.lazy.map { $0 &- 0x41 < 26 ? $0 + 0x20 : $0 }.elementsEqual(lengthName)
  }

  /// What stands behind the last `Content-Length:` of a line.
  private static func lengthHeader(in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = line
    while let colon = rest.lastIndex(of: UInt8(ascii: ":")) {
      if isLength(line[..<colon].suffix(lengthName.count)) { return line[(colon + 1)...] }
      rest = line[..<colon]
    }
    return nil
  }

  /// A decimal number with nothing but spaces around it.
  private static func number(_ text: ArraySlice<UInt8>) -> Int? {
    let words = text.split { $0 == 0x20 || $0 == 0x09 }
    guard words.count == 1, words[0].allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return Int(String(decoding: words[0], as: UTF8.self)) ?? .max
  }
}
