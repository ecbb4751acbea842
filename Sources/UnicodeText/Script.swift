/// The scripts that tell languages apart, as far as the first byte or two of a letter's UTF-8 show them.
package enum Script: UInt8, CaseIterable, Sendable {
  case latin, greek, cyrillic, hebrew, arabic, devanagari, thai, hangul, kana, han, other

  /// The ISO 15924 code.
  package var code: String {
    switch self {
    case .latin: "Latn"
    case .greek: "Grek"
    case .cyrillic: "Cyrl"
    case .hebrew: "Hebr"
    case .arabic: "Arab"
    case .devanagari: "Deva"
    case .thai: "Thai"
    case .hangul: "Hang"
    case .kana: "Kana"
    case .han: "Hani"
    case .other: "Zyyy"
    }
  }

  /// The script of a letter of folded text.
  package init(_ scalar: UInt32) {
    self =
      switch scalar {
      case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0..<0x250, 0x1E00..<0x1F00: .latin
      case 0x370..<0x400, 0x1F00..<0x2000: .greek
      case 0x400..<0x530: .cyrillic
      case 0x590..<0x600: .hebrew
      case 0x600..<0x780, 0xFB50..<0xFE00, 0xFE70..<0xFF00: .arabic
      case 0x900..<0x980: .devanagari
      case 0xE00..<0xE80: .thai
      case 0x1100..<0x1200, 0x3130..<0x3190, 0xAC00..<0xD7B0: .hangul
      case 0x3040..<0x3100, 0x31F0..<0x3200: .kana
      case 0x3400..<0xA000, 0xF900..<0xFB00, 0x20000..<0x32400, 0x3005, 0x3007: .han
      default: .other
      }
  }
}
