internal import CICU

/// How much room scalars take on a terminal.
package enum DisplayWidth {
  /// The columns that a scalar takes by itself: 0 for a combining mark, 2 for a wide or full-width one, else 1.
  package static func of(_ scalar: UInt32) -> Int {
    if scalar < 0x300 { return 1 }
    let width = icu_eastAsianWidth(UChar32(bitPattern: scalar))
    if width == Int32(U_EA_WIDE.rawValue) || width == Int32(U_EA_FULLWIDTH.rawValue) { return 2 }
    switch UInt32(icu_generalCategory(UChar32(bitPattern: scalar))) {
    case U_NON_SPACING_MARK.rawValue, U_ENCLOSING_MARK.rawValue: return 0
    default: return 1
    }
  }

  /// Whether a scalar leaves no trace on a terminal, or steers it: a control, a formatting character, an odd line end.
  package static func isInvisible(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar < 0x20 || scalar == 0x7F }
    if scalar < 0xAD { return scalar < 0xA0 }
    if icu_isDefaultIgnorable(UChar32(bitPattern: scalar)) { return true }
    switch UInt32(icu_generalCategory(UChar32(bitPattern: scalar))) {
    case U_CONTROL_CHAR.rawValue, U_FORMAT_CHAR.rawValue, U_LINE_SEPARATOR.rawValue, U_PARAGRAPH_SEPARATOR.rawValue:
      return true
    default: return false
    }
  }

  /// Whether a scalar can begin an emoji sequence.
  package static func isPictograph(_ scalar: UInt32) -> Bool {
    scalar >= 0xA9 && icu_isPictographic(UChar32(bitPattern: scalar))
  }
}
