import UnicodeText

/// The tokenizer's rules without its speed and without placeholders, over scalars instead of bytes.
struct ReferenceTokenizer {
  struct Word: Hashable {
    var text: String
    var kind: Token.Kind
    var beginsClause: Bool
  }

  private let scalars: [Unicode.Scalar]
  private let classes: [ScalarClass]
  private var at = 0
  private var beginsClause = true
  private(set) var words: [Word] = []

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    classes = scalars.map { ScalarClass($0.value) }
    while at < scalars.count { step() }
  }

  private mutating func step() {
    switch classes[at] {
    case .space, .newline, .apostrophe, .mark: at += 1
    case .punctuation:
      if partsClauses() { beginsClause = true }
      at += 1
    case .symbol:
      let isEmphasis = scalars[at] == "*" && !(at > 0 && ("0"..."9").contains(scalars[at - 1]))
      if isEmphasis { at += 1 } else { add(at..<(at + 1), .symbol) }
    case .ideograph:
      add(at..<(classes[(at + 1)...].firstIndex { $0 != .mark } ?? scalars.count), .ideograph)
    case .letter: add(at..<wordEnd(at), .word)
    case .digit: number()
    }
  }

  private mutating func number() {
    var end = at
    var digitsEnd = at
    while end < scalars.count {
      if classes[end] == .digit {
        digitsEnd = end + 1
      } else if scalars[end] == "." || scalars[end] == "," {
        guard end + 1 < scalars.count, ("0"..."9").contains(scalars[end + 1]) else { break }
      } else if classes[end] != .mark {
        break
      }
      end += 1
    }
    guard end < scalars.count, classes[end] == .letter else { return add(at..<end, .number) }
    let stop = wordEnd(end)
    if classes[end..<stop].contains(.digit) {
      add(at..<stop, .word)
    } else {
      add(at..<digitsEnd, .number)
      add(digitsEnd..<stop, .word)
    }
  }

  private func wordEnd(_ start: Int) -> Int {
    var end = start
    while end < scalars.count {
      switch classes[end] {
      case .letter, .digit, .mark: end += 1
      case .apostrophe where end + 1 < scalars.count && classes[end + 1] == .letter: end += 1
      default: return end
      }
    }
    return end
  }

  private func partsClauses() -> Bool {
    switch scalars[at] {
    case ",", ":", ";", "(", ")", "\"", "!", "?", "、", "。", "–", "—", "“", "”", "„", "「", "」", "…", "،", "؛": true
    case "-", ".": at + 1 < scalars.count && [" ", "\n", scalars[at]].contains(scalars[at + 1])
    default: false
    }
  }

  private mutating func add(_ range: Range<Int>, _ kind: Token.Kind) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    words.append(Word(text: String(text), kind: kind, beginsClause: beginsClause))
    beginsClause = false
    at = range.upperBound
  }
}
