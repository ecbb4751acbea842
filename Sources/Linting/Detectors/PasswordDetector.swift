internal import Lexicon
internal import SourceText
internal import UnicodeText

/// Finds passwords that are told: a word for it, and then something that is no word.
struct PasswordDetector {
  let view: SentenceView
  let shared: SharedDetectorData

  private static let shortest = 4

  func detect(into found: inout DetectionList) {
    for hit in view.cues where hit.cue == .password && view.sentence.contains(hit.tokens.lowerBound) {
      // An "8-pin plug" has no secret.
      let before = hit.tokens.lowerBound - 1
      if before >= 0, view.tokens[before].isNumber, hit.tokens.count == 1 { continue }
      guard let value = value(after: hit.tokens.upperBound) else { continue }
      found.add(.password, value, in: view)
    }
  }

  private func value(after first: Int) -> ByteRange? {
    var index = first
    while index < view.sentence.upperBound, index < first + 4 {
      let token = view.tokens[index]
      if let value = value(at: token) { return value }
      guard shared.data.connectors.contains(token.hash) || view.bytes[token.start] == UInt8(ascii: "=") else {
        return nil
      }
      index += 1
    }
    return nil
  }

  private func value(at token: Token) -> ByteRange? {
    guard view.bytes[token.start] < 0x80, !token.isPlaceholder else { return nil }
    var end = token.start
    while end < view.bytes.count, view.bytes[end] > 0x20, view.bytes[end] < 0x7F, view.bytes[end] != UInt8(ascii: "\"")
    { end += 1 }
    let isQuoted =
      view.byte(end) == UInt8(ascii: "\"") && token.start > 0 && view.bytes[token.start - 1] == UInt8(ascii: "\"")
    while end > token.start, ".,;:!?)'".utf8.contains(view.bytes[end - 1]) { end -= 1 }
    let value = view.bytes[token.start..<end]
    guard value.count >= Self.shortest else { return nil }
    let digits = value.count { $0 &- 0x30 < 10 }
    let letters = value.count { $0 &- 0x61 < 26 }
    if isQuoted { return token.start..<end }
    if digits == value.count { return isFactorySetting(value) ? nil : token.start..<end }
    let isMixed = digits > 0 && letters > 0 && value.count > 4
    let isSigned = letters > 2 && value.contains { "!#$%&*^~".utf8.contains($0) }
    return isMixed || isSigned ? token.start..<end : nil
  }

  /// 0000 and 1234: what a device is sold with is nobody's secret.
  private func isFactorySetting(_ digits: ArraySlice<UInt8>) -> Bool {
    let steps = Set(zip(digits, digits.dropFirst()).map { Int($1) - Int($0) })
    return steps == [0] || steps == [1]
  }
}
