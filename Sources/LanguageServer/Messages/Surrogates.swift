/// Halves of characters in JSON.
enum Surrogates {
  /// The JSON with a replacement character for each half of a character that stands alone.
  ///
  /// Editors whose texts are UTF-16 may send such halves, and JSON has no way to refuse them; without this a message that
  /// holds one would be lost, and the text that it edits with it. Both take one unit of UTF-16, so places stay.
  static func replacingLone(in json: [UInt8]) -> [UInt8] {
    var result = json
    var at = 0
    while let backslash = json[at...].firstIndex(of: UInt8(ascii: "\\")) {
      at = min(backslash + 2, json.count)
      guard let unit = unit(json, backslash) else { continue }
      at = backslash + 6
      guard unit & 0xF800 == 0xD800 else { continue }
      if unit < 0xDC00, let low = self.unit(json, at), low & 0xFC00 == 0xDC00 {
        at += 6
      } else {
        result.replaceSubrange(backslash..<at, with: "\\ufffd".utf8)
      }
    }
    return result
  }

  /// The unit of a `\uXXXX` at an offset, if there is one.
  private static func unit(_ json: [UInt8], _ offset: Int) -> UInt16? {
    guard offset + 6 <= json.count, json[offset] == UInt8(ascii: "\\"), json[offset + 1] == UInt8(ascii: "u") else {
      return nil
    }
    let digits = json[(offset + 2)..<(offset + 6)]
    guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
