internal import CICU
package import SourceText

/// A charset that bytes can be decoded from.
package struct Charset: Hashable, Sendable {
  /// The name that it was asked for by, in lower case.
  package let name: String

  /// The name by which ICU knows what is meant; nil for UTF-8, which needs no ICU.
  private let converter: String?

  package static let utf8 = Charset(name: "utf-8", converter: nil)
  package static let utf16LittleEndian = Charset(name: "utf-16le", converter: "UTF-16LE")
  package static let utf16BigEndian = Charset(name: "utf-16be", converter: "UTF-16BE")
  package static let latin1 = Charset(name: "iso-8859-1", converter: "ISO-8859-1")

  private init(name: String, converter: String?) {
    self.name = name
    self.converter = converter
  }

  /// The charset of a name as MIME and HTML use them; nil where ICU knows none.
  package init?(named name: String) {
    let name = String(decoding: name.utf8.map { $0 &- 0x41 < 26 ? $0 + 0x20 : $0 }, as: UTF8.self)
    switch name {
    case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
    default:
      self.init(name: name, converter: Self.meant[name] ?? name)
      guard !name.isEmpty, !name.utf8.contains(0), (try? Converter(self.converter ?? "")) != nil else { return nil }
    }
  }

  /// What senders mean by a name where it says less: the larger charsets of which these are parts (as in the WHATWG's
  /// Encoding Standard).
  private static let meant = [
    "us-ascii": "windows-1252", "ascii": "windows-1252", "iso-8859-1": "windows-1252", "latin1": "windows-1252",
    "iso-8859-9": "windows-1254", "iso-8859-11": "windows-874", "tis-620": "windows-874", "gb2312": "gb18030",
    "gbk": "gb18030", "euc-kr": "windows-949", "ks_c_5601-1987": "windows-949", "shift_jis": "ibm-943_P15A-2003",
    "sjis": "ibm-943_P15A-2003", "x-sjis": "ibm-943_P15A-2003", "utf-16": "UTF-16LE",
  ]

  /// Decodes bytes; what is no text of the charset becomes U+FFFD.
  ///
  /// - Parameter range: The bytes to decode; the map counts from the first of all bytes.
  /// - Throws: An error of ICU's, in practice only when memory runs out.
  package func decode(_ bytes: Span<UInt8>, in range: ByteRange) throws(ICUError) -> DecodedText {
    guard let converter else { return DecodedText(utf8: bytes, in: range) }
    return try Converter(converter).decode(bytes, in: range)
  }
}

/// An open converter of ICU's.
@safe
private struct Converter: ~Copyable {
  private let handle: OpaquePointer

  /// The UTF-16 units that are converted at once.
  private static let capacity = 4_096

  init(_ name: String) throws(ICUError) {
    unsafe handle = try opened("ucnv_open") { status in unsafe icu_openConverter(name, &status) }
  }

  deinit { unsafe icu_closeConverter(handle) }

  func decode(_ bytes: Span<UInt8>, in range: ByteRange) throws(ICUError) -> DecodedText {
    var output = Output(bytes: range)
    try unsafe bytes.withUnsafeBytes { (buffer) throws(ICUError) -> Void in
      guard let base = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self), !range.isEmpty else { return }
      let end = unsafe base + range.upperBound
      var source: UnsafePointer<CChar>? = unsafe base + range.lowerBound
      var units = [UInt16](repeating: 0, count: Self.capacity)
      var offsets = [Int32](repeating: 0, count: Self.capacity)
      while true {
        var status = U_ZERO_ERROR
        let start = unsafe source.map { unsafe $0 - base } ?? range.upperBound
        let count = unsafe units.withUnsafeMutableBufferPointer { units in
          guard let first = units.baseAddress else { return 0 }
          var target: UnsafeMutablePointer<UInt16>? = unsafe first
          unsafe offsets.withUnsafeMutableBufferPointer { offsets in
            guard let offsets = offsets.baseAddress else { return }
            unsafe icu_toUnicode(handle, &target, first + Self.capacity, &source, end, offsets, true, &status)
          }
          return unsafe target.map { unsafe $0 - first } ?? 0
        }
        for index in 0..<count {
          unsafe output.add(units[index], at: offsets[index] < 0 ? nil : start + Int(offsets[index]), of: buffer)
        }
        let stop = unsafe source.map { unsafe $0 - base } ?? range.upperBound
        switch status {
        case U_BUFFER_OVERFLOW_ERROR: continue
        case U_INVALID_CHAR_FOUND, U_ILLEGAL_CHAR_FOUND, U_TRUNCATED_CHAR_FOUND, U_ILLEGAL_ESCAPE_SEQUENCE,
          U_UNSUPPORTED_ESCAPE_SEQUENCE:
          let length = max(1, Int(unsafe icu_invalidByteCount(handle)))
          unsafe output.addBad(max(range.lowerBound, stop - length)..<stop, of: buffer)
          if stop >= range.upperBound { return }
        case U_ZERO_ERROR: return unsafe output.end(at: stop, of: buffer)
        default: throw ICUError(code: status.rawValue, function: "ucnv_toUnicode")
        }
      }
    }
    return output.decoded
  }
}

/// Puts UTF-16 units together to a text.
private struct Output {
  var decoded = DecodedText()

  /// The character that waits for its end, and where its bytes begin.
  private var scalar: UInt32?
  private var start: Int
  private var highSurrogate: UInt32?

  init(bytes: ByteRange) { start = bytes.lowerBound }

  /// Takes a unit; `offset` is nil for one that goes on with the character before.
  mutating func add(_ unit: UInt16, at offset: Int?, of bytes: UnsafeRawBufferPointer) {
    let unit = UInt32(unit)
    if let high = highSurrogate, unit & 0xFC00 == 0xDC00 {
      highSurrogate = nil
      scalar = 0x10000 + (high & 0x3FF) << 10 + unit & 0x3FF
      return
    }
    let begin = max(start, offset ?? start)
    unsafe flush(upTo: begin, of: bytes)
    start = begin
    scalar = unit
    highSurrogate = unit & 0xFC00 == 0xD800 ? unit : nil
  }

  mutating func addBad(_ range: ByteRange, of bytes: UnsafeRawBufferPointer) {
    let begin = max(start, range.lowerBound)
    unsafe flush(upTo: begin, of: bytes)
    decoded.replace(begin..<max(begin, range.upperBound))
    start = max(begin, range.upperBound)
  }

  mutating func end(at end: Int, of bytes: UnsafeRawBufferPointer) {
    unsafe flush(upTo: max(start, end), of: bytes)
  }

  private mutating func flush(upTo end: Int, of bytes: UnsafeRawBufferPointer) {
    guard let scalar else { return }
    self.scalar = nil
    highSurrogate = nil
    let range = start..<end
    if scalar < 0x80, range.count == 1, unsafe bytes[start] == UInt8(scalar) {
      decoded.text.copy(UInt8(scalar), at: start)
    } else {
      var utf8: [UInt8] = []
      utf8.append(scalar: scalar)
      decoded.text.append(utf8, for: range)
    }
  }
}
