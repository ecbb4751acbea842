internal import SourceText
internal import UnicodeText

/// A piece of text as a terminal shows it in one go: a letter with its marks, an emoji sequence, the label of something
/// invisible.
struct Cell {
  let range: ByteRange
  /// The columns it takes.
  let width: Int
  /// What is written instead of the bytes, where these would not be seen or would steer the terminal.
  let label: String?
}

/// Cuts text into cells, at most up to where the caller stops asking.
struct Cells: ~Copyable {
  private(set) var at: Int
  private let end: Int

  init(_ range: ByteRange) {
    at = range.lowerBound
    end = range.upperBound
  }

  mutating func next(_ utf8: Span<UInt8>) -> Cell? {
    guard at < end else { return nil }
    let start = at
    if Self.isPlain(utf8[at]), at + 1 == end || utf8[at + 1] < 0x80 {
      at += 1
      return Cell(range: start..<at, width: 1, label: nil)
    }
    let scalar = take(utf8)
    if let label = Self.label(of: scalar) {
      return Cell(range: start..<at, width: label.unicodeScalars.count, label: label)
    }
    var width = DisplayWidth.of(scalar)
    if DisplayWidth.isPictograph(scalar) {
      width = takeEmojiSequence(utf8, width)
    } else if Self.isRegionalIndicator(scalar), let next = peek(utf8), Self.isRegionalIndicator(next) {
      _ = take(utf8)
      width = 2
    }
    takeMarks(utf8)
    return Cell(range: start..<at, width: width, label: nil)
  }

  /// Whether a byte is a printable ASCII character.
  static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

  /// The bytes of marks that one cell takes at most; any orthography does with far less.
  private static let longestMarks = 64

  private func peek(_ utf8: Span<UInt8>) -> UInt32? { at < end ? utf8.scalar(at: at).value : nil }

  private mutating func take(_ utf8: Span<UInt8>) -> UInt32 {
    let (scalar, length) = utf8.scalar(at: at)
    at = min(at + length, end)
    return scalar
  }

  /// Takes what joins a pictograph: variation selectors, skin tones, and further pictographs behind a joiner.
  private mutating func takeEmojiSequence(_ utf8: Span<UInt8>, _ width: Int) -> Int {
    var width = width
    while let next = peek(utf8) {
      switch next {
      case 0xFE0E: _ = take(utf8)
      case 0xFE0F, 0x1F3FB...0x1F3FF:
        _ = take(utf8)
        width = 2
      case 0x200D:
        guard at + 3 < end, DisplayWidth.isPictograph(utf8.scalar(at: at + 3).value) else { return width }
        _ = take(utf8)
        _ = take(utf8)
      default: return width
      }
    }
    return width
  }

  private mutating func takeMarks(_ utf8: Span<UInt8>) {
    let start = at
    while at - start < Self.longestMarks, let next = peek(utf8) {
      // A keycap (`1` U+FE0F U+20E3) is the one place where the selector follows something other than a pictograph.
      if next == 0xFE0F, at + 3 < end, utf8.scalar(at: at + 3).value == 0x20E3 {
        _ = take(utf8)
      } else if DisplayWidth.of(next) == 0, !DisplayWidth.isInvisible(next) {
        _ = take(utf8)
      } else {
        return
      }
    }
  }

  private static func isRegionalIndicator(_ scalar: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar) }

  /// The label of a scalar that is not shown as it is.
  static func label(of scalar: UInt32) -> String? {
    guard DisplayWidth.isInvisible(scalar) else { return nil }
    if scalar < 0x20 { return "‹\(controls[Int(scalar)])›" }
    if let name = names[scalar] { return "‹\(name)›" }
    let digits = String(scalar, radix: 16, uppercase: true)
    return "‹U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)›"
  }

  private static let controls = [
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI", "DLE",
    "DC1",
    "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
  ]

  private static let names: [UInt32: String] = [
    0x7F: "DEL", 0xAD: "SHY", 0x34F: "CGJ", 0x61C: "ALM", 0x180E: "MVS", 0x200B: "ZWSP", 0x200C: "ZWNJ", 0x200D: "ZWJ",
    0x200E: "LRM", 0x200F: "RLM", 0x2060: "WJ", 0xFE0E: "VS15", 0xFE0F: "VS16", 0xFEFF: "BOM",
  ]
}

extension [UInt8] {
  /// Appends text so that nothing in it can steer a terminal or hide.
  package mutating func append(visible text: String) {
    if text.utf8.allSatisfy(Cells.isPlain) { return append(text) }
    let utf8 = Array(text.utf8)
    var cells = Cells(0..<utf8.count)
    while let cell = cells.next(utf8.span) { append(cell, of: utf8.span) }
  }

  mutating func append(_ cell: Cell, of utf8: Span<UInt8>) {
    if let label = cell.label { append(label) } else { append(utf8, cell.range) }
  }
}
