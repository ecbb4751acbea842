import Foundation

/// A sentence with slots.
struct Pattern: Sendable {
  enum Piece: Sendable {
    case text(String)
    case slot(String)

    /// The piece without its braces.
    var verbatim: String {
      switch self {
      case .text(let text): text
      case .slot(let name): name
      }
    }
  }

  let pieces: [Piece]

  /// The kinds of order number that the pattern names, as `order:ebay`; empty where any will do.
  let orders: Set<String>
  /// The kinds of tracking number that the pattern names, as `tracking:ups`; empty where any will do.
  let parcels: Set<String>

  /// Splits `line` at its slots; nil where a brace has no partner.
  init?(_ line: Substring) {
    var pieces: [Piece] = []
    for (index, part) in line.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      let halves = part.split(separator: "}", omittingEmptySubsequences: false)
      guard halves.count == (index == 0 ? 1 : 2) else { return nil }
      if index > 0 { pieces.append(.slot(String(halves[0]))) }
      if let text = halves.last, !text.isEmpty { pieces.append(.text(String(text))) }
    }
    self.pieces = pieces
    orders = Self.kinds(of: "order:", in: pieces)
    parcels = Self.kinds(of: "tracking:", in: pieces)
  }

  var slots: [String] {
    pieces.compactMap { piece in
      if case .slot(let name) = piece { name } else { nil }
    }
  }

  private static func kinds(of prefix: String, in pieces: [Piece]) -> Set<String> {
    Set(
      pieces.compactMap { piece in
        if case .slot(let name) = piece, name.hasPrefix(prefix) { String(name.dropFirst(prefix.count)) } else { nil }
      }
    )
  }
}

/// Lines under one heading.
struct PatternGroup: Sendable {
  let name: String
  /// A message takes a single line of the group.
  let isChoice: Bool
  var patterns: [Pattern] = []
}

/// Groups that go together in this order.
struct PatternChapter: Sendable {
  let name: String
  /// Every line answers a question of its own, so that a message takes a single one.
  let isAnswers: Bool
  var groups: [PatternGroup] = []

  var patternCount: Int { groups.reduce(0) { $0 + $1.patterns.count } }
}

/// A file of patterns: `= chapter`, `- group`, `# comment`, and one pattern a line.
struct PatternFile: Sendable {
  let chapters: [PatternChapter]

  /// Reads the file `name` beside this source file.
  ///
  /// - Throws: what Foundation throws for a file that cannot be read; `PatternFileError` for a line out of place.
  init(named name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name)
    var chapters: [PatternChapter] = []
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      func failure(_ reason: String) -> PatternFileError {
        PatternFileError(file: name, line: index + 1, reason: reason)
      }
      if line.hasPrefix("= ") {
        let (name, isMarked) = Self.heading(line, mark: " (answers)")
        chapters.append(PatternChapter(name: name, isAnswers: isMarked))
        continue
      }
      guard !chapters.isEmpty else { throw failure("no chapter is open") }
      if line.hasPrefix("- ") {
        let (name, isMarked) = Self.heading(line, mark: " (one)")
        chapters[chapters.count - 1].groups.append(PatternGroup(name: name, isChoice: isMarked))
        continue
      }
      let groups = chapters[chapters.count - 1].groups.count
      guard groups > 0 else { throw failure("no group is open") }
      guard let pattern = Pattern(line) else { throw failure("a brace has no partner") }
      chapters[chapters.count - 1].groups[groups - 1].patterns.append(pattern)
    }
    self.chapters = chapters
  }

  private static func heading(_ line: Substring, mark: String) -> (name: String, isMarked: Bool) {
    let name = String(line.dropFirst(2))
    return name.hasSuffix(mark) ? (String(name.dropLast(mark.count)), true) : (name, false)
  }
}

/// A mistake in a file of patterns.
package struct PatternFileError: Error, CustomStringConvertible {
  /// The file's name.
  package let file: String
  /// The line, from 1; 0 where the mistake is not in one line.
  package let line: Int
  /// What is wrong.
  package let reason: String

  /// `file:line: reason`.
  package var description: String { "\(file):\(line): \(reason)" }
}
