internal import Lexicon
internal import SourceText
internal import UnicodeText

/// Finds telephone numbers whose digits are written as words.
struct SpokenNumberDetector {
  let view: SentenceView
  let shared: SharedDetectorData

  /// Seven digits tell a number by themselves, five where a telephone word stands before them.
  private static let leastDigits = 7
  private static let leastCuedDigits = 5

  func detect(into found: inout DetectionList) {
    var index = view.sentence.lowerBound
    while index < view.sentence.upperBound {
      let (digits, words, end) = sequence(index)
      guard end > index else {
        index += 1
        continue
      }
      let range = view.tokens[index].start..<view.tokens[end - 1].end
      let least = view.hasCue(.phone, before: range.lowerBound, reach: 60) ? Self.leastCuedDigits : Self.leastDigits
      if words >= 3, digits.count >= least, digits.count <= 16, !isRow(digits) {
        found.add(.phone, range, in: view, isDisguised: true)
      }
      index = end
    }
  }

  /// The digits that words and short numbers from a token on say.
  private func sequence(_ start: Int) -> (digits: [UInt8], words: Int, end: Int) {
    var digits: [UInt8] = []
    var words = 0
    var times = 1
    var end = start
    var index = start
    while index < view.sentence.upperBound {
      let token = view.tokens[index]
      if let spelled = katakana(index) {
        digits += spelled
        words += spelled.count
        times = 1
        index = katakanaEnd(index)
        end = index
      } else if let hit = view.cues.first(where: {
        $0.tokens.lowerBound == index && $0.cue.rawValue >= Cue.double.rawValue
      }) {
        index = hit.tokens.upperBound
        switch hit.cue {
        case .double: times = 2
        case .triple: times = 3
        default:
          digits += Array(repeating: hit.cue.rawValue - Cue.digit0.rawValue, count: times)
          words += times
          times = 1
          end = index
        }
      } else if token.isNumber, token.end - token.start <= 5,
        view.bytes[token.range].allSatisfy({ $0 < 0x3A && $0 > 0x2F })
      {
        for byte in view.bytes[token.range] { digits += Array(repeating: byte - 0x30, count: times) }
        times = 1
        index += 1
        end = index
      } else if token.isSymbol, view.bytes[token.start] == UInt8(ascii: "+"), index == start {
        index += 1
      } else if end == index, end > start, shared.data.spokenHyphens.contains(token.hash) {
        index += 1
      } else {
        break
      }
    }
    // "に" is a particle behind digits of another kind, and not the second digit's name.
    if end > start + 1, isHiragana(end - 1), !isHiragana(end - 2), !digits.isEmpty {
      digits.removeLast()
      (words, end) = (words - 1, end - 1)
    }
    return (digits, words, words > 0 ? end : start)
  }

  /// The digits that a whole run of katakana from a token on spells.
  private func katakana(_ first: Int) -> [UInt8]? {
    let end = katakanaEnd(first)
    guard end > first + 1, first == view.sentence.lowerBound || !isKatakana(first - 1) else { return nil }
    let range = view.tokens[first].start..<view.tokens[end - 1].end
    var digits: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard let (digit, length) = spelling(at, range.upperBound) else { return nil }
      digits.append(digit)
      at += length
    }
    return digits
  }

  /// The longest spelling of a digit at an offset.
  private func spelling(_ offset: Int, _ end: Int) -> (digit: UInt8, length: Int)? {
    let table = shared.data.katakanaDigits
    var at = 0
    while at < table.count {
      let length = Int(table[at + 1])
      let bytes = table[(at + 2)..<(at + 2 + length)]
      if length <= end - offset, view.bytes[offset..<(offset + length)].elementsEqual(bytes) {
        return (table[at], length)
      }
      at += 2 + length
    }
    return nil
  }

  private func isHiragana(_ index: Int) -> Bool {
    (0x3041...0x3096).contains(view.scalar(at: view.tokens[index].start).value)
  }

  private func isKatakana(_ index: Int) -> Bool {
    let bytes = view.bytes
    return view.tokens[index].isIdeograph && SentenceView.isKatakana(bytes.span, view.tokens[index].start)
  }

  private func katakanaEnd(_ first: Int) -> Int {
    var end = first
    while end < view.sentence.upperBound, isKatakana(end),
      end == first || view.tokens[end - 1].end == view.tokens[end].start
    {
      end += 1
    }
    return end
  }

  /// Whether digits only go up or down by one, as when somebody counts.
  private func isRow(_ digits: [UInt8]) -> Bool {
    let steps = zip(digits, digits.dropFirst()).map { Int($1) - Int($0) }
    return steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == -1 } || steps.allSatisfy { $0 == 0 }
  }
}
