/// Messages from a seller to a buyer, in English, that break no rule: about orders, parcels, returns, articles.
///
/// Many use words such as review, star, free, change, remove, gift, call, line in an innocent sense. All kinds of
/// order, tracking, serial and article numbers occur, with right check digits. The channel is `message`.
package struct InnocentMessages: Sendable {
  private let chapters: [PatternChapter]
  private let greetings: [Pattern]
  private let closings: [Pattern]
  private let afterAnswers: [Pattern]
  let words: [String: [String]]

  /// Reads the patterns and the words beside this source file.
  ///
  /// - Throws: `PatternFileError` for a mistake in these files, or what Foundation throws where one cannot be read.
  package init() throws {
    let file = "patterns.txt"
    var chapters = try PatternFile(named: file).chapters
    var frame: [String: [Pattern]] = [:]
    if !chapters.isEmpty {
      for group in chapters.removeFirst().groups { frame[group.name] = group.patterns }
    }
    guard let greetings = frame["greeting"], let closings = frame["closing"], let after = frame["after an answer"]
    else {
      throw PatternFileError(
        file: file, line: 0, reason: "the first chapter lacks greeting, closing or after an answer")
    }
    (self.greetings, self.closings, afterAnswers) = (greetings, closings, after)
    self.chapters = chapters
    words = try PatternFile(named: "words.txt").chapters.flatMap(\.groups).reduce(into: [:]) { lists, group in
      lists[group.name] = group.patterns.map { $0.pieces.map(\.verbatim).joined() }
    }
    try Self.check(chapters.flatMap(\.groups), in: file, words: words)
    try Self.check(
      [PatternGroup(name: "frame", isChoice: true, patterns: greetings + closings + after)], in: file, words: words)
  }

  /// The number of sentence patterns, without greetings and closings.
  package var patternCount: Int {
    chapters.reduce(0) { $0 + $1.patternCount }
  }

  /// `count` messages; the same seed gives the same ones, and a longer list begins with the shorter one.
  package func messages(_ count: Int, seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let parts = parts(&random)
      let inOneParagraph = random.below(2) == 0
      let body = parts.sentences.joined(separator: " ")
      return [parts.greeting, body, parts.closing].joined(separator: inOneParagraph ? " " : "\n\n")
    }
  }

  /// A message before it is put together.
  struct Parts {
    let greeting: String
    var sentences: [String]
    let closing: String
    /// To fill further sentences with the same values.
    var values: SlotValues
  }

  /// Draws one message: greeting, 1 to 5 sentences, closing.
  func parts(_ random: inout SplitMix64) -> Parts {
    var values = SlotValues(words: words, random: SplitMix64(seed: random.next()))
    let greeting = Self.fill(random.pick(greetings), with: &values)
    let sentences = body(&random, order: values.order, parcel: values.parcel).map { Self.fill($0, with: &values) }
    let closing = Self.fill(random.pick(closings), with: &values)
    return Parts(greeting: greeting, sentences: sentences, closing: closing, values: values)
  }

  /// The patterns of one message, in the order of the file.
  private func body(_ random: inout SplitMix64, order: String, parcel: String) -> [Pattern] {
    // Long chapters come more often, so that every pattern gets its turn.
    var place = random.below(patternCount)
    var index = 0
    while place >= chapters[index].patternCount {
      place -= chapters[index].patternCount
      index += 1
    }
    let chapter = chapters[index]
    let groups = chapter.groups.map { group in
      let fitting = group.patterns.filter { $0.orders.isSubset(of: [order]) && $0.parcels.isSubset(of: [parcel]) }
      // A pattern made for this very kind of number comes first, since most kinds have a single one.
      let made = fitting.filter { !$0.orders.isEmpty || !$0.parcels.isEmpty }
      return (isChoice: group.isChoice, patterns: made.isEmpty || random.below(2) == 0 ? fitting : made)
    }
    // The lower of two draws: most messages begin where the story begins.
    let first = min(random.below(groups.count), random.below(groups.count))
    if chapter.isAnswers {
      let answer = random.pick(groups.flatMap(\.patterns))
      return [answer] + some(random.below(3), of: afterAnswers, &random)
    }
    var wanted = random.number(1...5)
    var drawn: [Pattern] = []
    for group in groups[first...] where wanted > 0 {
      let count = group.isChoice ? 1 : random.number(1...min(wanted, 3))
      let patterns = some(count, of: group.patterns, &random)
      drawn += patterns
      wanted -= patterns.count
    }
    return drawn
  }

  /// Up to `count` of `patterns`, in their order.
  private func some(_ count: Int, of patterns: [Pattern], _ random: inout SplitMix64) -> [Pattern] {
    var indices: Set<Int> = []
    while indices.count < min(count, patterns.count) { indices.insert(random.below(patterns.count)) }
    return indices.sorted().map { patterns[$0] }
  }

  /// The sentence of `pattern`, with a capital at its beginning.
  static func fill(_ pattern: Pattern, with values: inout SlotValues) -> String {
    var sentence = ""
    for piece in pattern.pieces {
      switch piece {
      case .text(let text): sentence += text
      case .slot(let name): sentence += values.value(name)
      }
    }
    // "until 5 p.m." brings a full stop of its own.
    if sentence.hasSuffix("..") { sentence.removeLast() }
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  /// Finds a slot that nothing fills, and a group that offers nothing to a message with other kinds of numbers.
  static func check(_ groups: [PatternGroup], in file: String, words: [String: [String]]) throws {
    for group in groups {
      for slot in group.patterns.flatMap(\.slots) where words[slot] == nil && !SlotValues.names.contains(slot) {
        throw PatternFileError(file: file, line: 0, reason: "nothing fills {\(slot)} in \(group.name)")
      }
      guard group.patterns.contains(where: { $0.orders.isEmpty && $0.parcels.isEmpty }) else {
        throw PatternFileError(file: file, line: 0, reason: "\(group.name) has no line that fits every message")
      }
    }
  }
}
