internal import SourceText

/// The headers that a message or a part begins with.
struct EmailHeaders {
  private var values: [String: ByteRange] = [:]

  /// Where the body begins.
  private(set) var end: Int

  /// Reads headers up to the first empty line, or to a line that is none.
  init(_ utf8: Span<UInt8>, in range: ByteRange) {
    var at = range.lowerBound
    var last: String?
    end = at
    while at < range.upperBound {
      let lineEnd = utf8.lineEnd(from: at, end: range.upperBound)
      let line = at..<lineEnd
      at = lineEnd
      end = at
      if line.trimmed(in: utf8).isEmpty { return }
      if utf8[line.lowerBound] == 0x20 || utf8[line.lowerBound] == 0x09 {
        // A line that goes on with the header before.
        if let last, let value = values[last] { values[last] = value.lowerBound..<line.upperBound }
        continue
      }
      guard let colon = Self.colon(utf8, line) else {
        end = line.lowerBound
        return
      }
      let name = utf8.text(line.lowerBound..<colon).lowercased()
      // Programs take the first of several.
      last = values[name] == nil ? name : nil
      if last != nil { values[name] = (colon + 1)..<line.upperBound }
    }
  }

  var isEmpty: Bool { values.isEmpty }

  /// The bytes of the value of a header, whose name is in lower case.
  subscript(_ name: String) -> ByteRange? { values[name] }

  /// The colon behind the name that a line begins with.
  private static func colon(_ utf8: Span<UInt8>, _ line: ByteRange) -> Int? {
    var at = line.lowerBound
    while at < line.upperBound, utf8[at] > 0x20, utf8[at] < 0x7F {
      if utf8[at] == UInt8(ascii: ":") { return at > line.lowerBound ? at : nil }
      at += 1
    }
    return nil
  }
}

/// A value with parameters: `text/plain; charset="utf-8"`.
struct MIMEValue {
  /// The value, in lower case.
  let value: String
  private var parameters: [String: String] = [:]

  init(_ utf8: Span<UInt8>, _ range: ByteRange) {
    let bytes = utf8.bytes(range)
    var at = 0
    var word: [UInt8] = []
    while at < bytes.count, bytes[at] != UInt8(ascii: ";") {
      if !bytes[at].isASCIISpace { word.append(bytes[at]) }
      at += 1
    }
    value = String(decoding: word, as: UTF8.self).lowercased()
    while at < bytes.count {
      at += 1
      var name: [UInt8] = []
      while at < bytes.count, bytes[at] != UInt8(ascii: "="), bytes[at] != UInt8(ascii: ";") {
        if !bytes[at].isASCIISpace { name.append(bytes[at]) }
        at += 1
      }
      guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { continue }
      at += 1
      var text: [UInt8] = []
      while at < bytes.count, bytes[at].isASCIISpace { at += 1 }
      if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
          if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count { at += 1 }
          text.append(bytes[at])
          at += 1
        }
      }
      while at < bytes.count, bytes[at] != UInt8(ascii: ";") {
        if !bytes[at].isASCIISpace, bytes[at] != UInt8(ascii: "\"") { text.append(bytes[at]) }
        at += 1
      }
      let key = String(decoding: name, as: UTF8.self).lowercased()
      if parameters[key] == nil { parameters[key] = String(decoding: text, as: UTF8.self) }
    }
  }

  /// A parameter, whose name is in lower case.
  subscript(_ name: String) -> String? { parameters[name] }
}
