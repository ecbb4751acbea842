/// What the characters of positions count, as both sides have agreed.
package enum PositionEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// How many units the character takes that begins with a byte.
  func units(ofLead byte: UInt8) -> Int {
    switch self {
    case .utf8: Self.length(ofLead: byte)
    case .utf16: byte >= 0xF0 ? 2 : 1
    case .utf32: 1
    }
  }

  /// How many bytes of UTF-8 the character takes that begins with a byte.
  static func length(ofLead byte: UInt8) -> Int {
    switch byte {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}

/// A place in a document as clients tell it, both counted from 0.
package struct Place: Hashable, Sendable, Comparable {
  package var line: Int

  /// In units of the agreed encoding.
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  package static func < (left: Place, right: Place) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}
