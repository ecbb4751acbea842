internal import SourceText
internal import UnicodeText

/// Finds telephone numbers whose digits are written as words.
struct SpokenNumberDetector {
  let view: SentenceView

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
      if let hit = view.cues.first(where: { $0.tokens.lowerBound == index && $0.cue.rawValue >= Cue.double.rawValue }) {
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
      } else {
        break
      }
    }
    return (digits, words, words > 0 ? end : start)
  }

  /// Whether digits only go up or down by one, as when somebody counts.
  private func isRow(_ digits: [UInt8]) -> Bool {
    let steps = zip(digits, digits.dropFirst()).map { Int($1) - Int($0) }
    return steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == -1 } || steps.allSatisfy { $0 == 0 }
  }
}
