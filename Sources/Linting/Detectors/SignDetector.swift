internal import UnicodeText

/// Finds placeholders of template engines and emoji.
struct SignDetector {
  let view: SentenceView

  func detectPlaceholders(into found: inout DetectionList) {
    for index in view.sentence where view.tokens[index].isPlaceholder {
      found.add(.placeholder, view.tokens[index].range, in: view)
    }
  }

  func detectEmoji(into found: inout DetectionList) {
    for index in view.sentence where view.tokens[index].isSymbol {
      let token = view.tokens[index]
      if Self.isEmoji(view.scalar(at: token.start).value) { found.add(.emoji, token.range, in: view) }
    }
  }

  /// Whether a scalar is in the blocks of pictographs, without arrows, stars and ticks that stand in plain text.
  private static func isEmoji(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2600...0x2604, 0x2607...0x26FF, 0x2702...0x2712, 0x2728, 0x2744, 0x2747, 0x274C...0x2767, 0x2795...0x2797,
      0x2B50, 0x2B55,
      0x231A, 0x231B, 0x23E9...0x23FA, 0x1F000...0x1F0FF, 0x1F1E6...0x1FAFF:
      true
    default: false
    }
  }
}
