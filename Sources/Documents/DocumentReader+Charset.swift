internal import UnicodeText

extension DocumentReader {
  private static let marks: [(bytes: [UInt8], charset: Charset)] = [
    ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
  ]

  /// The charset of a file: by its byte order mark, else as the user says, else as the file says, else UTF-8.
  static func charset(of bytes: [UInt8], _ kind: DocumentKind, _ options: ReadingOptions) -> Charset {
    if let (_, charset) = marks.first(where: { bytes.starts(with: $0.bytes) }) { return charset }
    if let charset = options.charset { return charset }
    switch kind {
    case .html: return declared(in: bytes.prefix(1_024), after: "charset=") ?? .utf8
    case .gettext: return declared(in: bytes.prefix(4_096), after: "charset=") ?? .utf8
    case .strings: return utf16WithoutMark(bytes) ?? .utf8
    // Java before 9 took these files for ISO 8859-1.
    case .properties: return (try? UTF8Span(validating: bytes.span)) == nil ? .latin1 : .utf8
    case .text, .markdown, .email, .csv, .tsv, .json, .ndjson, .yaml, .xcstrings: return .utf8
    }
  }

  /// The text of a file without its byte order mark.
  static func decode(_ bytes: [UInt8], _ charset: Charset) throws(ICUError) -> DecodedText {
    let mark = marks.first { bytes.starts(with: $0.bytes) }?.bytes.count ?? 0
    return try charset.decode(bytes.span, in: mark..<bytes.count)
  }

  /// The charset that stands behind a word near the start of a file, with or without quotation marks.
  private static func declared(in bytes: ArraySlice<UInt8>, after word: StaticString) -> Charset? {
    let length = word.utf8CodeUnitCount
    let start = bytes.indices.first { start in
      start + length <= bytes.endIndex
        && (0..<length).allSatisfy { unsafe bytes[start + $0].asciiLowercased == word.utf8Start[$0] }
    }
    guard let start else { return nil }
    let rest = bytes[(start + length)...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let name = rest.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    return Charset(named: String(decoding: name, as: UTF8.self))
  }

  /// UTF-16 as Apple's tools once wrote it, told by the NUL bytes beside ASCII.
  private static func utf16WithoutMark(_ bytes: [UInt8]) -> Charset? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0, bytes[1] != 0 { return .utf16BigEndian }
    return bytes[1] == 0 && bytes[0] != 0 ? .utf16LittleEndian : nil
  }
}
