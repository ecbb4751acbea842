internal import Linting
internal import SourceText

/// Edits after which a draft says what it said: IDs become words in public, invisible characters go.
struct SafeEdits {
  private let view: TextView
  private let words: FixingWords?

  init(_ view: TextView, _ words: FixingWords?) {
    self.view = view
    self.words = words
  }

  /// The rules whose finding is an ID, and what it is the ID of.
  private static let identifiers: [String: FixingLexicon.Concept] = [
    "personal-data/order-id": .order, "personal-data/tracking-number": .tracking, "personal-data/return-id": .returned,
  ]

  func edits(for findings: [Finding]) -> [TextEdit] {
    findings.flatMap { finding -> [TextEdit] in
      if finding.isDisguised {
        let hidden = Linter.hiddenCharacters(in: view.utf8, finding.range)
        if !hidden.isEmpty { return hidden.map { TextEdit($0, "") } }
      }
      guard view.draft.channel == .publicResponse, let kind = Self.identifiers[finding.rule] else { return [] }
      return edit(forID: finding.range, kind).map { [$0] } ?? []
    }
  }

  private static let opening: [StaticString] = ["(", "[", "（", "【", "［"]
  private static let closing: [StaticString] = [")", "]", "）", "】", "］"]

  /// What may stand between a noun and its number.
  private static let joints: [StaticString] = [" ", "#", ":", "：", "№", "\u{A0}", "\u{3000}", "「", "\"", "'", "-"]

  private func edit(forID id: ByteRange, _ kind: FixingLexicon.Concept) -> TextEdit? {
    let utf8 = view.utf8
    guard let number = view.sentence(at: id.lowerBound) else { return nil }
    let sentence = view.sentences[number].range
    var start = withoutJoints(id.lowerBound, sentence)
    if let number = view.places(of: .number, in: sentence).filter({ $0.upperBound == start }).map(\.lowerBound).min() {
      start = withoutJoints(number, sentence)
    }
    let nouns = [kind, .order, .tracking, .returned].flatMap { concept in
      view.places(of: concept, in: sentence).filter { $0.upperBound == start }.map { (concept, $0.lowerBound) }
    }
    let noun = nouns.min { $0.1 < $1.1 }
    let range = (noun?.1 ?? id.lowerBound)..<id.upperBound
    if let parenthesis = parenthesis(around: range, in: sentence) { return TextEdit(parenthesis, "") }
    // Without it the sentence would be two words.
    let rest =
      utf8.weight(of: sentence.lowerBound..<range.lowerBound)
      + utf8.weight(of: range.upperBound..<sentence.upperBound)
    guard rest > 1, let say = words?.noun(for: noun?.0 ?? .order, behind: word(before: range.lowerBound, sentence))
    else { return nil }
    return TextEdit(range, range.lowerBound == sentence.lowerBound ? say.capitalized : say)
  }

  /// Where what joins a noun and its number begins.
  private func withoutJoints(_ offset: Int, _ sentence: ByteRange) -> Int {
    var start = offset
    while true {
      let length = view.utf8.length(ofAny: Self.joints, endingAt: start)
      guard length > 0, start - length >= sentence.lowerBound else { return start }
      start -= length
    }
  }

  /// The longest remark around an ID that goes with it, in words.
  private static let longestRemark = 3

  /// A remark in parentheses that holds the ID and little else, with the space before it.
  private func parenthesis(around range: ByteRange, in sentence: ByteRange) -> ByteRange? {
    let utf8 = view.utf8
    guard
      let open = (sentence.lowerBound..<range.lowerBound).last(where: { utf8.length(ofAny: Self.opening, at: $0) > 0 }),
      let close = (range.upperBound..<sentence.upperBound).first(where: { utf8.length(ofAny: Self.closing, at: $0) > 0 }
      )
    else { return nil }
    let before = open..<range.lowerBound
    guard !before.contains(where: { utf8.length(ofAny: Self.closing, at: $0) > 0 }),
      utf8.weight(of: before) + utf8.weight(of: range.upperBound..<close) <= Self.longestRemark
    else { return nil }
    let start = open > sentence.lowerBound && utf8[open - 1] == 0x20 ? open - 1 : open
    return start..<(close + utf8.length(ofAny: Self.closing, at: close))
  }

  /// The word before an offset in a sentence, in lower case.
  private func word(before offset: Int, _ sentence: ByteRange) -> String {
    let utf8 = view.utf8
    var end = offset
    while end > sentence.lowerBound, utf8[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > sentence.lowerBound, utf8[start - 1] >= 0x80 || (utf8[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
    return utf8[start..<end].reduce(into: "") {
      $0.unicodeScalars.append($1 < 0x80 ? Unicode.Scalar($1 &- 0x41 < 26 ? $1 + 0x20 : $1) : "?")
    }
  }
}

extension String {
  /// With its first letter in upper case.
  fileprivate var capitalized: String {
    guard let first = unicodeScalars.first else { return self }
    return first.properties.uppercaseMapping + String(unicodeScalars.dropFirst())
  }
}
