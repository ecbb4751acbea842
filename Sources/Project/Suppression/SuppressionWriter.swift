/// Writes entries of suppression files and baselines, which are YAML.
package enum SuppressionWriter {
  /// The entry of a suppression, four lines.
  package static func entry(path: String, _ suppression: Suppression) -> String {
    var text = "- path: \(scalar(path))\n  rule: \(suppression.rule)\n"
    if let sentence = suppression.sentence { text += "  sentence: \(quoted(sentence.description))\n" }
    return text + "  reason: \(scalar(suppression.reason))\n"
  }

  /// A text as a YAML scalar: plain where that cannot mean anything else.
  package static func scalar(_ text: String) -> String {
    let isPlain =
      text.utf8.first.map { ($0 | 0x20) &- 0x61 < 26 } == true
      && text.utf8.allSatisfy { byte in
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || [0x20, 0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
      } && text.utf8.last != 0x20 && !["null", "true", "false", "yes", "no", "on", "off"].contains(text.lowercased())
    return isPlain ? text : quoted(text)
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + String(repeating: "0", count: 2 - digits.utf8.count) + digits
      case "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
