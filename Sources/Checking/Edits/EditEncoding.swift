package import Documents

/// Writes words as a kind of document holds them.
package struct EditEncoding {
  package let kind: DocumentKind

  /// The charset of the document.
  package let charset: String

  /// Whether bytes beyond ASCII are written as quoted-printable.
  package var isQuotedPrintable = false

  /// How a line ends; nil for as the kind always ends it.
  package var lineBreak: [UInt8]?

  package init(kind: DocumentKind, charset: String, isQuotedPrintable: Bool = false) {
    self.kind = kind
    self.charset = charset
    self.isQuotedPrintable = isQuotedPrintable
  }

  /// The words with the escapes that the document needs, in UTF-8.
  package func escaped(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      let plain = Array(String(scalar).utf8)
      switch (kind, scalar) {
      case (.json, "\""), (.json, "\\"), (.xcstrings, "\""), (.xcstrings, "\\"), (.ndjson, "\""), (.ndjson, "\\"),
        (.gettext, "\""), (.gettext, "\\"), (.strings, "\""), (.strings, "\\"), (.properties, "\\"):
        return [UInt8(ascii: "\\")] + plain
      case (_, "\n"): return lineBreak ?? Self.lineBreak(in: kind)
      case (.json, "\t"), (.xcstrings, "\t"), (.ndjson, "\t"): return Array("\\t".utf8)
      case (.csv, "\""), (.tsv, "\""): return plain + plain
      case (.html, "<"): return Array("&lt;".utf8)
      case (.html, "&"): return Array("&amp;".utf8)
      case (.properties, _) where scalar.value >= 0x80 && charset != "utf-8":
        return scalar.utf16.flatMap { unit in
          let digits = String(unit, radix: 16)
          return Array("\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
        }
      case (.email, _) where isQuotedPrintable && (scalar.value >= 0x80 || scalar == "="):
        return plain.flatMap { Array("=".utf8) + Self.hexadecimal($0) }
      default: return plain
      }
    }
  }

  private static func lineBreak(in kind: DocumentKind) -> [UInt8] {
    switch kind {
    case .json, .xcstrings, .ndjson, .gettext, .strings, .properties: Array("\\n".utf8)
    case .html: Array("<br>\n".utf8)
    case .text, .markdown, .email, .csv, .tsv, .yaml: Array("\n".utf8)
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// Text of the document in the bytes of the file; nil where the charset cannot be written.
  package func encoded(_ utf8: [UInt8]) -> [UInt8]? {
    let text = String(decoding: utf8, as: UTF8.self)
    switch charset {
    case "utf-8": return utf8
    case "utf-16le": return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    case "utf-16be": return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    default: return utf8.allSatisfy { $0 < 0x80 } ? utf8 : nil
    }
  }
}
