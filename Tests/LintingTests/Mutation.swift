/// A way to write a text otherwise that changes nothing of what it says.
///
/// Marks stay where they are.
enum Mutation: CaseIterable, Sendable {
  case none
  case emojiInFront
  case windowsLineEnds
  case fullWidthLetters
  case softHyphens
  case upperCase

  func apply(to text: String) -> String {
    switch self {
    case .none: text
    case .emojiInFront: "🙂 " + text
    case .windowsLineEnds:
      String(String.UnicodeScalarView("\n\(text)\n".unicodeScalars.flatMap { $0 == "\n" ? ["\r", "\n"] : [$0] }))
    case .fullWidthLetters: Self.mapWords(text) { $0.map(Self.fullWidth) }
    case .softHyphens: Self.mapWords(text, Self.withSoftHyphen)
    case .upperCase: Self.mapWords(text) { $0.map(Self.upperCase) }
    }
  }

  /// Maps each run of letters.
  ///
  /// What stands in one stretch with digits or signs is left alone: in addresses, placeholders
  /// and mark-up other letters are other things.
  private static func mapWords(_ text: String, _ map: ([Unicode.Scalar]) -> [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    for stretch in stretches(of: text) {
      guard stretch.contains(where: \.properties.isAlphabetic), isPlain(stretch) else {
        result.append(contentsOf: stretch)
        continue
      }
      var word: [Unicode.Scalar] = []
      for scalar in stretch {
        if scalar.properties.isAlphabetic {
          word.append(scalar)
          continue
        }
        result.append(contentsOf: map(word))
        word.removeAll()
        result.append(scalar)
      }
      result.append(contentsOf: map(word))
    }
    return String(result)
  }

  /// The text cut at white space, which makes stretches of its own.
  private static func stretches(of text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.reduce(into: []) { stretches, scalar in
      let isSpace = scalar.properties.isWhitespace
      if let last = stretches.last?.last, last.properties.isWhitespace == isSpace {
        stretches[stretches.count - 1].append(scalar)
      } else {
        stretches.append([scalar])
      }
    }
  }

  /// Whether a stretch is words with the punctuation of prose.
  private static func isPlain(_ stretch: [Unicode.Scalar]) -> Bool {
    let around: Set<Unicode.Scalar> = [
      ".", ",", "!", "?", ";", ":", "\"", "'", "’", "‘", "“", "”", "„", "«", "»", "(", ")", "…", "-", "–", "—", "¡",
      "¿",
      "⟦", "⟧",
    ]
    let inside: Set<Unicode.Scalar> = ["'", "’", "-", "–", "—", "⟦", "⟧"]
    guard let first = stretch.firstIndex(where: { !around.contains($0) }),
      let last = stretch.lastIndex(where: { !around.contains($0) })
    else { return false }
    return stretch[first...last].allSatisfy { $0.properties.isAlphabetic || inside.contains($0) }
  }

  private static func fullWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.isASCII, scalar.properties.isAlphabetic else { return scalar }
    return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
  }

  private static func withSoftHyphen(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard word.count >= 4 else { return word }
    return word[..<(word.count / 2)] + ["\u{AD}"] + word[(word.count / 2)...]
  }

  /// The capital of a letter of ASCII or Latin-1.
  private static func upperCase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x61...0x7A, 0xE0...0xF6, 0xF8...0xFE: Unicode.Scalar(scalar.value - 0x20) ?? scalar
    default: scalar
    }
  }
}
