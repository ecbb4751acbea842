internal import SourceText
internal import UnicodeText

/// What columns count.
package enum ColumnUnit: String, Sendable, CaseIterable {
  case codePoints = "code-points"
  /// UTF-8 bytes, as Vim counts.
  case bytes
  /// UTF-16 code units, as Visual Studio Code counts.
  case utf16 = "utf-16"
  /// Columns of a screen with tabs of eight, as Emacs counts.
  case screen
}

/// The columns of places in a text, in a unit other than code points, found in one walk through their lines.
struct Columns {
  private var columns: [Int: Int] = [:]

  /// - Complexity: O(*n* + *k* log *k*) in the bytes of the text and the number of offsets.
  init(_ unit: ColumnUnit, of offsets: [Int], in utf8: Span<UInt8>, _ index: PlaceIndex) {
    var line = -1
    var at = 0
    var width = 0
    for offset in offsets.sorted() {
      let start = index.lineStart(of: offset)
      if start != line {
        line = start
        at = start
        width = 0
      }
      while at < min(offset, utf8.count) {
        let (scalar, length) = utf8.scalar(at: at)
        width = Self.width(after: width, scalar, length, unit)
        at += max(1, length)
      }
      columns[offset] = width + 1
    }
  }

  /// The column of one of the offsets, from 1.
  subscript(offset: Int) -> Int? { columns[offset] }

  private static func width(after width: Int, _ scalar: UInt32, _ length: Int, _ unit: ColumnUnit) -> Int {
    switch unit {
    case .codePoints: width + 1
    case .bytes: width + length
    case .utf16: width + (scalar >= 0x10000 ? 2 : 1)
    case .screen where scalar == 0x09: (width / 8 + 1) * 8
    // Other controls are shown as `^A`.
    case .screen where scalar < 0x20 || scalar == 0x7F: width + 2
    case .screen: width + (DisplayWidth.isInvisible(scalar) ? 0 : DisplayWidth.of(scalar))
    }
  }
}
