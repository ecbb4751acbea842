import UnicodeText
import YAMLReading

/// Reads the pattern language of `docs/lexicons.md`.
struct PatternParser {
  /// What is wrong with a pattern, with the code points before it.
  struct Failure: Error {
    let offset: Int
    let message: String
  }

  private static let longestGap = 40
  private static let mostSpellings = 4_096

  private let scalars: [Unicode.Scalar]
  private let start: YAMLPosition

  /// Whether each character is a token, so that nothing is joined to words.
  private let isByCharacter: Bool
  private var at = 0

  private init(_ text: String, at start: YAMLPosition, isByCharacter: Bool) {
    scalars = Array(text.unicodeScalars)
    self.start = start
    self.isByCharacter = isByCharacter
  }

  /// - Parameter start: Where the text begins in its file.
  static func parse(
    _ text: String, at start: YAMLPosition, isByCharacter: Bool
  ) throws(Failure) -> Pattern {
    var parser = PatternParser(text, at: start, isByCharacter: isByCharacter)
    return try parser.pattern()
  }

  private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private func isNext(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    return at + wanted.count <= scalars.count && Array(scalars[at..<(at + wanted.count)]) == wanted
  }

  private func failure(_ message: String, at offset: Int? = nil) -> Failure {
    Failure(offset: offset ?? at, message: message)
  }

  private func position(_ offset: Int) -> YAMLPosition {
    YAMLPosition(line: start.line, column: start.column + offset)
  }

  private mutating func skipSpaces() {
    while next == " " { at += 1 }
  }

  // MARK: Grammar

  private mutating func pattern() throws(Failure) -> Pattern {
    var pattern = Pattern(body: .sequence([]))
    while true {
      skipSpaces()
      if next == "^" {
        at += 1
        pattern.beginsClause = true
      } else if isNext("!<") {
        at += 1
        let offset = at
        let name = try conceptName()
        let reach = try gap(whenMissing: 0)
        pattern.notAfter.append(PatternGuard(concept: name, position: position(offset), reach: reach))
      } else {
        break
      }
    }
    var parts: [PatternNode] = []
    while try !sequenceItem(into: &parts) {
      guard let next else { break }
      if isNext("..") || next == "!" {
        let reach = try gap(whenMissing: 0)
        skipSpaces()
        let offset = at
        // A gap at the end asks for nothing.
        if self.next == nil { break }
        guard isNext("!<") else { throw failure("a sign after a gap that ends the pattern") }
        at += 1
        let name = try conceptName()
        pattern.notBefore.append(PatternGuard(concept: name, position: position(offset), reach: reach))
      } else {
        throw failure("`\(next)` without its opening bracket")
      }
    }
    guard let first = parts.first else { throw failure("an empty pattern") }
    if case .gap = first { throw failure("a gap at the start matches nothing; take it away", at: 0) }
    pattern.body = .sequence(parts)
    return pattern
  }

  /// Reads items into `parts` until a closing sign, a guard or the end; true is never answered at the end of a pattern.
  private mutating func sequenceItem(into parts: inout [PatternNode]) throws(Failure) -> Bool {
    while true {
      skipSpaces()
      guard let next else { return false }
      if next == ")" || next == "]" || next == "|" || next == "!" { return false }
      if isNext("..") {
        let before = at
        let reach = try gap(whenMissing: 0)
        skipSpaces()
        if isNext("!<") || self.next == nil {
          at = before
          return false
        }
        parts.append(.gap(reach))
        continue
      }
      parts.append(try item())
    }
  }

  /// `..` with its number, in tokens.
  private mutating func gap(whenMissing none: Int) throws(Failure) -> Int {
    guard isNext("..") else { return none }
    at += 2
    var digits = ""
    while let next, ("0"..."9").contains(next) {
      digits.unicodeScalars.append(next)
      at += 1
    }
    let reach = digits.isEmpty ? 4 : Int(digits) ?? Int.max
    guard reach <= Self.longestGap else { throw failure("a gap of more than \(Self.longestGap) tokens") }
    return reach
  }

  private mutating func conceptName() throws(Failure) -> String {
    let open = at
    at += 1
    var name = ""
    while let next, next != ">" {
      name.unicodeScalars.append(next)
      at += 1
    }
    guard next == ">" else { throw failure("`<` without its `>`", at: open) }
    at += 1
    guard !name.isEmpty else { throw failure("`<>` names no concept", at: open) }
    return name
  }

  private mutating func item() throws(Failure) -> PatternNode {
    let offset = at
    if next == "<" { return .concept(try conceptName(), position(offset)) }
    if next == "#" {
      at += 1
      return .word(WordPattern(kind: .number, text: []))
    }
    if next == "(" || next == "[", isByCharacter || groupStandsAlone() { return try group() }
    if isByCharacter { return .sequence(try words(of: try characterRun(), at: offset)) }
    let spellings = try wordSpellings()
    var choices: [PatternNode] = []
    for spelling in spellings { choices.append(.sequence(try words(of: spelling, at: offset))) }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private func groupStandsAlone() -> Bool {
    var depth = 0
    var index = at
    while index < scalars.count {
      switch scalars[index] {
      case "(", "[": depth += 1
      case ")", "]":
        depth -= 1
        if depth == 0 {
          guard index + 1 < scalars.count else { return true }
          return [" ", ")", "]", "|"].contains(scalars[index + 1])
        }
      default: break
      }
      index += 1
    }
    return true
  }

  private mutating func group() throws(Failure) -> PatternNode {
    let open = at
    let close: Unicode.Scalar = next == "(" ? ")" : "]"
    at += 1
    var choices: [PatternNode] = []
    while true {
      var parts: [PatternNode] = []
      _ = try sequenceItem(into: &parts)
      choices.append(.sequence(parts))
      if next == "|" {
        at += 1
        continue
      }
      if next == "!" { throw failure("`!<name>` stands at the front or the end of a whole pattern") }
      guard next == close else { throw failure("`\(scalars[open])` without its `\(close)`", at: open) }
      at += 1
      break
    }
    if choices.count == 1 || close == "]" { choices.append(.sequence([])) }
    return .choice(choices)
  }

  // MARK: Words

  private mutating func characterRun() throws(Failure) -> String {
    var text = ""
    while let next, !["(", ")", "[", "]", "|", "<", " ", "#"].contains(next), !isNext(".."), next != "!" {
      text.unicodeScalars.append(next)
      at += 1
    }
    return text
  }

  /// All spellings of a word with groups inside it, each perhaps of several words.
  private mutating func wordSpellings() throws(Failure) -> [String] {
    var spellings = [""]
    while let next, ![" ", ")", "]", "|"].contains(next), !isNext("..") {
      if next == "<" || next == "!" || next == ">" { throw failure("`\(next)` needs a space before it") }
      if next == "(" || next == "[" {
        let endings = try spelledGroup()
        spellings = spellings.flatMap { stem in endings.map { stem + $0 } }
        guard spellings.count <= Self.mostSpellings else { throw failure("too many spellings; split the pattern") }
      } else {
        at += 1
        for index in spellings.indices { spellings[index].unicodeScalars.append(next) }
      }
    }
    return spellings
  }

  private mutating func spelledGroup() throws(Failure) -> [String] {
    let open = at
    let close: Unicode.Scalar = next == "(" ? ")" : "]"
    at += 1
    var choices: [String] = []
    var count = 0
    while true {
      count += 1
      var spellings = [""]
      while let next, next != close, next != "|" {
        if next == "(" || next == "[" {
          let endings = try spelledGroup()
          spellings = spellings.flatMap { stem in endings.map { stem + $0 } }
        } else if next == "<" || isNext("..") {
          throw failure("a group inside a word holds letters alone")
        } else {
          at += 1
          for index in spellings.indices { spellings[index].unicodeScalars.append(next) }
        }
      }
      choices += spellings
      if next == "|" {
        at += 1
        continue
      }
      guard next == close else { throw failure("`\(scalars[open])` without its `\(close)`", at: open) }
      at += 1
      break
    }
    if count == 1 || close == "]" { choices.append("") }
    return choices
  }

  /// The tokens of a spelling, each as a word pattern.
  private func words(of spelling: String, at offset: Int) throws(Failure) -> [PatternNode] {
    var nodes: [PatternNode] = []
    for word in spelling.split(separator: " ") {
      var text = word.unicodeScalars[...]
      var kind = WordPattern.Kind.exact
      if text.count > 1, text.last == "~" {
        text = text.dropLast()
        kind = .near
      }
      if text.count > 1, text.last == "*", text.first == "*", text.count > 2 {
        text = text.dropFirst().dropLast()
        kind = .infix
      } else if text.count > 1, text.last == "*", !("0"..."9").contains(text[text.index(text.endIndex, offsetBy: -2)]) {
        text = text.dropLast()
        kind = .prefix
      } else if text.count > 1, text.first == "*" {
        text = text.dropFirst()
        kind = .suffix
      }
      let tokens = try LexiconText.tokens(of: String(text)).mapFailure { self.failure($0, at: offset) }
      // Punctuation is no token: a pattern may say it, and drafts may have it or not.
      guard !tokens.isEmpty else { continue }
      // A sign belongs to the token at its own end of the word.
      let marked = kind == .suffix ? 0 : tokens.count - 1
      for (index, token) in tokens.enumerated() {
        let pattern = WordPattern(kind: index == marked ? kind : .exact, text: token)
        if let problem = pattern.lengthProblem { throw failure("`\(word)`: \(problem)", at: offset) }
        nodes.append(.word(pattern))
      }
    }
    return nodes
  }
}

extension WordPattern {
  fileprivate var lengthProblem: String? {
    let count = letterCount
    return switch kind {
    case .prefix where count < 3, .suffix where count < 3: "at least 3 letters beside `*`"
    case .infix where count < 4: "at least 4 letters between `*` and `*`"
    case .near where count < 5: "`~` is for words of 5 letters and more"
    default: nil
    }
  }
}

extension WordPattern {
  /// The letters of the word; a Hangul syllable, which is two or three of them in one character, counts as two.
  private var letterCount: Int {
    var count = 0
    var at = 0
    while at < text.count {
      let (scalar, length) = text.span.scalar(at: at)
      count += (0xAC00...0xD7A3).contains(scalar) ? 2 : 1
      at += length
    }
    return count
  }
}

/// Folds and cuts the texts of lexicons as drafts are.
enum LexiconText {
  static func folded(_ text: String) throws(ICUError) -> [UInt8] { try FoldedText(Array(text.utf8).span).utf8 }

  /// The tokens of a text, folded, or what is wrong with ICU.
  static func tokens(of text: String) -> Result<[[UInt8]], ICUError> {
    do throws(ICUError) {
      let utf8 = try folded(text)
      var tokens: [Token] = []
      Tokenizer.append(utf8.span, 0..<utf8.count, to: &tokens)
      return .success(tokens.map { Array(utf8[$0.range]) })
    } catch {
      return .failure(error)
    }
  }
}

extension Result where Failure == ICUError {
  fileprivate func mapFailure(_ transform: (String) -> PatternParser.Failure) throws(PatternParser.Failure) -> Success {
    switch self {
    case .success(let value): return value
    case .failure(let error): throw transform("\(error)")
    }
  }
}
