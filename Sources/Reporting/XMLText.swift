extension [UInt8] {
  /// Appends text for XML, between tags or between double quotes.
  ///
  /// What XML 1.0 forbids even as a reference is shown by name, as other reports for people do, and so are the controls that it
  /// advises against; line ends and tabs are references, so that attributes keep them.
  mutating func append(xml text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: append("&amp;")
      case 0x3C: append("&lt;")
      case 0x3E: append("&gt;")
      case 0x22: append("&quot;")
      case 0x27: append("&#39;")
      case 0x09, 0x0A, 0x0D: append("&#\(scalar.value);")
      case 0..<0x20, 0x7F..<0xA0: append(Cells.label(of: scalar.value) ?? "\u{FFFD}")
      case _ where scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value): append("\u{FFFD}")
      default: append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      }
    }
  }

  /// Appends an attribute, with a space before it.
  mutating func append(_ name: StaticString, _ value: String) {
    append(" \(name)=\"")
    append(xml: value)
    append("\"")
  }
}
