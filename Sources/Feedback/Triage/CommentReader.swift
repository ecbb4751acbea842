internal import Linting
internal import SourceText

/// A comment, clause by clause.
struct ReadComment: Sendable {
  let clauses: [Clause]

  /// Words that are obscene.
  let obscene: [ByteRange]

  /// Words that tell who the seller is: a full name, an address, a number.
  let personal: [ByteRange]

  /// What the words speak of, by the cause that they tell; a cause may come twice.
  let causes: [TriageResult.Cause]

  /// Given or told.
  let language: String?
}

/// Reads comments with the rules of comments.
///
/// A rule `CLASS/CAUSE` tells the class of a clause and what went wrong. Words that tell it are strong, or hints, which
/// count only in a clause without strong ones.
struct CommentReader: Sendable {
  private let finder: ClueFinder

  /// Below it words are hints.
  private static let leastStrong = 10

  /// - Throws: ``LintingError/lexicon(_:)``.
  init(lexicons files: [String: [UInt8]]) throws(LintingError) {
    finder = try ClueFinder.ofComments(lexicons: files)
  }

  /// - Throws: Errors of ICU's.
  func read(_ utf8: [UInt8], language: String?) throws(LintingError) -> ReadComment {
    let (clues, told) = try finder.clues(
      in: Draft(utf8: utf8, channel: .publicResponse, language: language), merging: false)
    func ranges(_ id: String) -> [ByteRange] { clues.filter { $0.id == id }.map(\.range) }
    let telling = clues.compactMap(TellingWords.init)
    let strong = telling.filter { $0.weight >= Self.leastStrong }
    // "The box was soaked" is about the box, though "soaked" alone would be about the product.
    let standing = telling.filter { words in !strong.contains { $0.covers(words) } }
    let clauses = ClauseCutter(utf8).clauses(breaks: ranges("break").map(\.lowerBound)).map { range in
      Clause(range: range, classes: Self.classes(of: range, standing), isShort: Self.isShort(utf8[range]))
    }
    return ReadComment(
      clauses: clauses, obscene: ranges("obscene"),
      personal: ranges("personal-data") + ranges("personal-data/name").filter { Self.isFullName(utf8, $0) },
      causes: standing.filter { $0.weight >= Self.leastStrong }.compactMap(\.cause),
      language: told ?? language)
  }

  private static func classes(of range: ByteRange, _ telling: [TellingWords]) -> ClauseClasses {
    let here = telling.filter { $0.range.overlaps(range) }
    let strong = here.filter { $0.weight >= leastStrong }
    let said = Set((strong.contains { $0.kind != .filler } ? strong : here).map(\.kind))
    if said == [.filler] { return ClauseClasses(.filler) }
    return said.reduce(into: []) { classes, kind in if kind != .filler { classes.insert(ClauseClasses(kind)) } }
  }

  /// Whether it is three words, or six characters where words are written without blanks.
  private static func isShort(_ clause: ArraySlice<UInt8>) -> Bool {
    clause.contains { $0 >= 0xE3 } ? clause.count <= 6 * 3 : clause.count { $0 == 0x20 } < 3
  }

  /// Whether words are more than one name; in scripts without blanks the detector has seen to that.
  private static func isFullName(_ utf8: [UInt8], _ range: ByteRange) -> Bool {
    utf8[range].contains(0x20) || utf8[range].allSatisfy { $0 >= 0x80 }
  }
}

/// Words that tell what a clause is about.
private struct TellingWords {
  let kind: ClauseClass
  let cause: TriageResult.Cause?
  let weight: Int
  let range: ByteRange

  init?(_ clue: Clue) {
    let parts = clue.id.split(separator: "/")
    guard let kind = parts.first.flatMap({ ClauseClass(rawValue: String($0)) }) else { return nil }
    self.kind = kind
    cause = parts.count > 1 ? TriageResult.Cause(rawValue: String(parts[1])) : nil
    weight = clue.weight
    range = clue.range
  }

  /// Whether these words say more than others within them.
  func covers(_ other: TellingWords) -> Bool {
    // "The box came crushed" is about the box.
    if other.kind == .damage, weight > other.weight, range.overlaps(other.range) { return true }
    guard range.lowerBound <= other.range.lowerBound, other.range.upperBound <= range.upperBound else { return false }
    return range == other.range ? weight > other.weight : kind != other.kind || weight > other.weight
  }
}
