internal import Lexicon
internal import SourceText

/// Finds what a message quotes of the ones before it: the buyer's words, which are not checked.
package struct QuotedHistory {
  private let utf8: [UInt8]

  /// The lines without white space at their ends.
  private var lines: [ByteRange] = []
  private var quotations: [ByteRange] = []

  /// The longest line that is looked at for the words before a quotation, in bytes.
  private static let longest = 300

  /// Blanks quotations out, and answers how many there are.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package static func blank(_ text: inout [UInt8]) -> Int {
    let ranges = quotations(in: text)
    for range in ranges {
      for index in range where text[index] != 0x0A && text[index] != 0x0D { text[index] = 0x20 }
    }
    return ranges.count
  }

  static func blank(_ text: inout MappedText) -> Int {
    let ranges = quotations(in: text.utf8)
    for range in ranges { text.blank(range) }
    return ranges.count
  }

  private static func quotations(in text: [UInt8]) -> [ByteRange] {
    // Most records are one line.
    guard text.contains(where: { $0 == UInt8(ascii: ">") || $0 == 0x0A || $0 == 0x0D }) else { return [] }
    var history = QuotedHistory(utf8: text)
    history.findAll()
    return history.quotations
  }

  private init(utf8: [UInt8]) { self.utf8 = utf8 }

  private mutating func findAll() {
    readLines()
    var isAfterText = false
    var number = 0
    while number < lines.count {
      let line = lines[number]
      if line.isEmpty {
        number += 1
        continue
      }
      if utf8[line.lowerBound] == UInt8(ascii: ">") {
        number = markedLines(from: number)
      } else if let next = attribution(number) {
        // With marks the quotation ends where they do; without, nothing tells its end.
        if next < lines.count, utf8[lines[next].lowerBound] == UInt8(ascii: ">") {
          let start = line.lowerBound
          number = markedLines(from: next)
          quotations[quotations.count - 1] = start..<quotations[quotations.count - 1].upperBound
        } else {
          return quotations.append(line.lowerBound..<utf8.count)
        }
      } else if isAfterText, isSeparator(line) || isHead(number) {
        return quotations.append(line.lowerBound..<utf8.count)
      } else {
        number += 1
      }
      isAfterText = true
    }
  }

  private mutating func readLines() {
    var start = 0
    while start < utf8.count {
      let end = utf8.span.lineEnd(from: start, end: utf8.count)
      lines.append((start..<end).trimmed(in: utf8.span))
      start = end
    }
  }

  /// Takes in the lines that begin with `>`, and answers the first behind them.
  private mutating func markedLines(from first: Int) -> Int {
    var number = first
    while number < lines.count, !lines[number].isEmpty, utf8[lines[number].lowerBound] == UInt8(ascii: ">") {
      number += 1
    }
    quotations.append(lines[first].lowerBound..<lines[number - 1].upperBound)
    return number
  }

  // MARK: Lines before a quotation

  /// Whether a line, or it and the next one, say who wrote what follows; the first line of that, without empty ones.
  private func attribution(_ number: Int) -> Int? {
    let isLong = number + 1 < lines.count && endsInColon(lines[number + 1])
    guard endsInColon(lines[number]) || isLong, Self.isFromProgram(utf8[lines[number]]) else { return nil }
    for last in number...(isLong ? number + 1 : number) {
      let range = lines[number].lowerBound..<max(lines[number].lowerBound, lines[last].upperBound)
      guard !lines[last].isEmpty, range.count <= Self.longest else { return nil }
      guard endsInColon(lines[last]) else { continue }
      let text = utf8[range].plainSpaces
      guard QuotationWords.builtIn.attributions.contains(where: { Self.fits(text, $0) }) else { continue }
      return lines[(last + 1)...].firstIndex { !$0.isEmpty } ?? lines.count
    }
    return nil
  }

  private func endsInColon(_ line: ByteRange) -> Bool {
    guard let last = line.last else { return false }
    return utf8[last] == UInt8(ascii: ":")
      || (line.count > 2 && utf8[(last - 2)...last].elementsEqual([0xEF, 0xBC, 0x9A]))
  }

  /// Whether a line holds an address or a time of day, as the lines of programs do and those of people seldom.
  private static func isFromProgram(_ text: some RandomAccessCollection<UInt8>) -> Bool {
    text.contains(UInt8(ascii: "@"))
      || zip(text, zip(text.dropFirst(), text.dropFirst(2))).contains { before, rest in
        rest.0 == UInt8(ascii: ":") && before.isASCIIDigit && rest.1.isASCIIDigit
      }
  }

  private static func fits(_ text: [UInt8], _ parts: [[UInt8]]) -> Bool {
    guard let first = parts.first, let last = parts.last, text.starts(with: first), text.hasSuffix(last) else {
      return false
    }
    var rest = text[first.count...]
    for part in parts.dropFirst() {
      guard let place = rest.firstRange(of: part) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }

  private func isSeparator(_ line: ByteRange) -> Bool {
    let sign = utf8[line.lowerBound]
    guard sign == UInt8(ascii: "-") || sign == UInt8(ascii: "_"), line.count <= Self.longest else { return false }
    let isFrame = { (byte: UInt8) in byte == sign || byte == 0x20 }
    let word = utf8[line].drop(while: isFrame).reversed().drop(while: isFrame).reversed()
    return !word.isEmpty && word.count + 4 <= line.count
      && QuotationWords.builtIn.separators.contains(Array(word).asciiLowercased)
  }

  /// Whether the head of a quoted message begins with a line: who wrote it, and two lines more of that kind.
  private func isHead(_ number: Int) -> Bool {
    guard number + 2 < lines.count, let first = label(lines[number]), let second = label(lines[number + 1]),
      let third = label(lines[number + 2])
    else { return false }
    let words = QuotationWords.builtIn
    return words.from.contains(first) && words.below.contains(second) && words.below.contains(third)
  }

  /// What stands before the colon of a line such as `Von: Dana Example`, in lower case.
  private func label(_ line: ByteRange) -> [UInt8]? {
    var at = line.lowerBound
    while at < line.upperBound, utf8[at] == UInt8(ascii: "*") { at += 1 }
    let start = at
    while at < line.upperBound, at - start <= 40 {
      if utf8[at] == UInt8(ascii: ":") || utf8[at...].starts(with: [0xEF, 0xBC, 0x9A]) {
        let name = utf8[start..<at].plainSpaces.filter { $0 != UInt8(ascii: "*") }
        return name.reversed().drop { $0 == 0x20 }.reversed().asciiLowercased
      }
      at += 1
    }
    return nil
  }
}

extension Collection<UInt8> {
  var asciiLowercased: [UInt8] { map(\.asciiLowercased) }

  var isBlank: Bool { allSatisfy(\.isASCIISpace) }
}

extension ArraySlice<UInt8> {
  /// A copy with one space for each line end and each no-break space.
  fileprivate var plainSpaces: [UInt8] {
    var text: [UInt8] = []
    var at = startIndex
    while at < endIndex {
      let rest = self[at...]
      if rest.starts(with: [0xC2, 0xA0]) {
        text.append(0x20)
        at += 2
      } else if rest.starts(with: [0xE2, 0x80, 0xAF]) {
        text.append(0x20)
        at += 3
      } else {
        text.append(self[at] == 0x0A || self[at] == 0x0D || self[at] == 0x09 ? 0x20 : self[at])
        at += 1
      }
    }
    return text
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ other: [UInt8]) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}
