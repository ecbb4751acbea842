internal import SourceText
internal import UnicodeText

/// Finds dates of birth: a word for it, and then a date in digits or with the month as a word.
struct BirthDateDetector {
  let view: SentenceView

  /// How far behind its word a date may begin, in bytes.
  private static let reach = 30

  /// How many words may lead to a date with its month as a word, and how long it may be, in bytes.
  private static let mostWords = 2
  private static let longest = 40

  func detect(into found: inout DetectionList) {
    for hit in view.cues where hit.cue == .birth && view.sentence.contains(hit.tokens.lowerBound) {
      let end = view.tokens[hit.tokens.upperBound - 1].end
      let first = view.sentence.first { $0 >= hit.tokens.upperBound && view.tokens[$0].isNumber }
      guard let first, view.tokens[first].start - end <= Self.reach,
        let date = date(from: first, behind: hit.tokens.upperBound)
      else { continue }
      found.add(.birthDate, date, in: view)
    }
  }

  /// The date whose first number is a token: "12.03.1984", "1984年3月12日", "12th of March 1984" or "March 12, 1984".
  private func date(from first: Int, behind cue: Int) -> ByteRange? {
    var numbers = groups(view.tokens[first])
    let start = view.tokens[first].start
    var end = view.tokens[first].end
    var words = 0
    var index = first + 1
    // Only a year ends a date that has its month as a word.
    while numbers.count < (words > 0 ? 2 : 3), index < view.sentence.upperBound, isNext(index) {
      let token = view.tokens[index]
      switch token.kind {
      case .number:
        numbers += groups(token)
        end = token.end
      case .word where words < 3: words += 1
      case .ideograph: break
      case .word, .symbol, .placeholder: return nil
      }
      index += 1
    }
    guard numbers.allSatisfy({ $0.count <= 4 }) else { return nil }
    let values = numbers.map { $0.reduce(0) { $0 * 10 + Int($1 &- 0x30) } }
    switch values.count {
    case 3:
      let isYearFirst = numbers[0].count == 4
      let year = isYearFirst ? values[0] : values[2]
      let (one, other) = isYearFirst ? (values[1], values[2]) : (values[0], values[1])
      let isYear = isYearFirst || numbers[2].count == 4 ? Self.years.contains(year) : numbers[2].count == 2
      return isYear && Self.days.contains(max(one, other)) && Self.months.contains(min(one, other)) ? start..<end : nil
    case 2:
      guard Self.days.contains(values[0]), Self.years.contains(values[1]), first - cue <= Self.mostWords else {
        return nil
      }
      if words > 0, end - start <= Self.longest { return start..<end }
      return first > cue && isMonth(before: first) ? view.tokens[first - 1].start..<end : nil
    default: return nil
    }
  }

  private static let days = 1...31
  private static let months = 1...12
  private static let years = 1900...2100

  /// The digits of a number between its full stops.
  private func groups(_ number: Token) -> [ArraySlice<UInt8>] {
    view.bytes[number.range].split { $0 &- 0x30 >= 10 }
  }

  /// Whether a capitalised word stands right before a token.
  private func isMonth(before index: Int) -> Bool {
    view.tokens[index - 1].isWord && view.tokens[index].start - view.tokens[index - 1].end <= 2
      && view.isCapital(view.tokens[index - 1].start)
  }

  /// Whether only what stands inside dates stands before a token.
  private func isNext(_ index: Int) -> Bool {
    let gap = view.tokens[index - 1].end..<view.tokens[index].start
    return gap.count <= 2 && gap.allSatisfy { " ./-,".utf8.contains(view.bytes[$0]) }
  }
}
