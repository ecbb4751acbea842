internal import SourceText
internal import UnicodeText

/// What the text of a report is written in.
package enum ReportEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf8WithMark = "utf-8-bom"
  case windows1252 = "windows-1252"
  case shiftJIS = "shift_jis"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"

  private static let marks: [(bytes: [UInt8], encoding: ReportEncoding)] = [
    ([0xEF, 0xBB, 0xBF], .utf8WithMark), ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
  ]

  /// The encoding of a report by its byte order mark, and the bytes behind that.
  static func marked(_ bytes: [UInt8]) -> (encoding: ReportEncoding, rest: [UInt8])? {
    guard let (mark, encoding) = marks.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
    return (encoding, Array(bytes.dropFirst(mark.count)))
  }

  /// The encoding of a report without a mark.
  ///
  /// UTF-8 with a damaged row is UTF-8: taken for anything else, all its other rows would be wrong.
  ///
  /// - Parameter legacy: What it is in where it is not UTF-8.
  static func told(_ bytes: [UInt8], else legacy: ReportEncoding) -> ReportEncoding {
    if (try? UTF8Span(validating: bytes.span)) != nil { return .utf8 }
    let rows = bytes.split(separator: 0x0A).filter { $0.contains { $0 >= 0x80 } }.map(Array.init)
    switch legacy {
    case .shiftJIS:
      let (asUTF8, asLegacy) = (rows.count { Self.utf8.text(of: $0) == nil }, rows.count { legacy.text(of: $0) == nil })
      return asUTF8 < asLegacy ? .utf8 : legacy
    case .utf8, .utf8WithMark, .windows1252, .utf16LittleEndian, .utf16BigEndian:
      // Anything is text in windows-1252, but letters in a row that make UTF-8 are hardly ever meant.
      let sequences = rows.reduce(0) { $0 + Self.sequences(in: $1) }
      let damaged = rows.count { Self.utf8.text(of: $0) == nil }
      return sequences > damaged ? .utf8 : legacy
    }
  }

  /// How many characters of several bytes there are in what may be UTF-8.
  private static func sequences(in bytes: [UInt8]) -> Int {
    let decoded = DecodedText(utf8: bytes.span, in: 0..<bytes.count)
    return decoded.text.utf8.count { $0 >= 0xC2 } - decoded.undecodable.count
  }

  private static let western = Charset(named: "windows-1252")
  private static let japanese = Charset(named: "shift_jis")

  private var charset: Charset? {
    switch self {
    case .utf8, .utf8WithMark: .utf8
    case .windows1252: Self.western
    case .shiftJIS: Self.japanese
    case .utf16LittleEndian: .utf16LittleEndian
    case .utf16BigEndian: .utf16BigEndian
    }
  }

  /// Whether a character has two bytes at least, so that a tab is no byte of its own.
  var isWide: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  /// The whole of a text in UTF-8, what is no text in it replaced.
  func converted(_ bytes: [UInt8]) -> [UInt8] {
    let decoded = try? charset?.decode(bytes.span, in: 0..<bytes.count)
    return decoded?.text.utf8 ?? []
  }

  /// What bytes say; nil where they are no text, and where ICU has no memory to tell.
  func text(of bytes: some Sequence<UInt8>) -> [UInt8]? {
    let bytes = Array(bytes)
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
    guard let decoded = try? charset?.decode(bytes.span, in: 0..<bytes.count), decoded.undecodable.isEmpty else {
      return nil
    }
    return decoded.text.utf8
  }
}
