package import UnicodeText

/// Where a concept stands in a sentence, in tokens of that sentence.
package struct Hit: Hashable, Sendable {
  package var start: UInt16
  package var end: UInt16

  package init(start: UInt16, end: UInt16) {
    self.start = start
    self.end = end
  }
}

/// Finds the concepts of one language in sentences, one sentence at a time.
///
/// It keeps buffers and what it learned about words, so each task has its own.
package final class Matcher {
  package let image: LanguageImage
  private let functionWords: HashTable
  private var memo = WordMemo()

  /// Hits by concept, in order of their start for each.
  private var hitLists: [[Hit]]

  /// Concepts with hits, to clear them.
  private var touched: [UInt16] = []

  /// Concepts worth a look at their composed patterns, one bit each.
  private var pending: [UInt64]
  private var active: [(node: UInt32, start: UInt16)] = []
  private var nextActive: [(node: UInt32, start: UInt16)] = []

  /// The clause that each token belongs to.
  package private(set) var clauses: [UInt16] = []

  /// For each language, how many tokens of the sentence are its function words.
  package private(set) var votes = [UInt16](repeating: 0, count: 32)
  package private(set) var tokenCount = 0

  /// Which tokens mean something only with a disguise undone.
  package private(set) var disguised: [Bool] = []

  /// In scripts without spaces, which tokens go on with the word of foreign origin before them.
  private var joined: [Bool] = []
  private var wordBreaker = WordBreaker()

  /// The longest sentence that is matched at once, in tokens; callers cut longer ones.
  package static let mostTokens = 512

  package init(_ image: LanguageImage, functionWords: HashTable) {
    self.image = image
    self.functionWords = functionWords
    hitLists = [[Hit]](repeating: [], count: image.conceptCount)
    pending = [UInt64](repeating: 0, count: (image.conceptCount + 63) / 64)
  }

  /// The places of a concept in the sentence.
  @inline(__always)
  package func hits(of concept: Int) -> [Hit] { hitLists[concept] }

  /// The concepts that have places in the sentence.
  package var foundConcepts: [UInt16] { touched }

  /// Finds the words of concepts.
  ///
  /// - Parameters:
  ///   - tokens: A sentence, of at most ``mostTokens``.
  ///   - utf8: The folded text that the tokens lie in.
  package func begin(_ tokens: Span<Token>, in utf8: Span<UInt8>) {
    for concept in touched { hitLists[Int(concept)].removeAll(keepingCapacity: true) }
    touched.removeAll(keepingCapacity: true)
    active.removeAll(keepingCapacity: true)
    clauses.removeAll(keepingCapacity: true)
    disguised.removeAll(keepingCapacity: true)
    for index in votes.indices { votes[index] = 0 }
    tokenCount = tokens.count
    if image.isByCharacter { findJoints(tokens, in: utf8) }
    var clause: UInt16 = 0
    for index in tokens.indices {
      let token = tokens[index]
      if token.beginsClause, index > 0 { clause += 1 }
      clauses.append(clause)
      let meaning = memo.meaning(of: token, in: utf8, image, functionWords)
      disguised.append(meaning.isDisguised || token.isDisguised)
      if meaning.languages != 0 { vote(meaning.languages) }
      if meaning.count == 0 {
        active.removeAll(keepingCapacity: true)
        continue
      }
      advance(meaning, at: UInt16(index))
    }
    if !hitLists[image.innocent].isEmpty { hideInnocent() }
    splitClauses()
  }

  /// Finds where katakana go on a word. ICU's dictionary tells the parts of a compound (`カスタマー` `レビュー`); where ICU
  /// fails, the whole run is taken for one word.
  private func findJoints(_ tokens: Span<Token>, in utf8: Span<UInt8>) {
    joined.removeAll(keepingCapacity: true)
    for index in tokens.indices {
      let isJoined = index > 0 && tokens[index - 1].end == tokens[index].start
        && ScalarClass.isKatakana(utf8.scalar(at: tokens[index].start).value)
        && ScalarClass.isKatakana(utf8.scalar(at: tokens[index - 1].start).value)
      joined.append(isJoined)
    }
    var start = 0
    while start < joined.count {
      var end = start + 1
      while end < joined.count, joined[end] { end += 1 }
      if end - start > 2, let ends = try? wordBreaker.breaks(of: utf8, in: tokens[start].start..<tokens[end - 1].end) {
        for index in (start + 1)..<end where ends.contains(tokens[index].start) { joined[index] = false }
      }
      start = end
    }
  }

  private func vote(_ languages: UInt32) {
    var bits = languages
    while bits != 0 {
      votes[bits.trailingZeroBitCount] += 1
      bits &= bits - 1
    }
  }

  private func advance(_ meaning: WordMeaning, at index: UInt16) {
    nextActive.removeAll(keepingCapacity: true)
    for symbolIndex in Int(meaning.start)..<(Int(meaning.start) + Int(meaning.count)) {
      let symbol = memo.symbols[symbolIndex]
      let root = image.roots[Int(symbol)]
      if root != 0 { reach(root, from: index, at: index) }
      for place in active {
        if let next = image.edges(UInt64(place.node) << 32 | UInt64(symbol + 1)) {
          reach(next, from: place.start, at: index)
        }
      }
    }
    swap(&active, &nextActive)
  }

  private func reach(_ node: UInt32, from start: UInt16, at index: UInt16) {
    let first = Int(image.acceptStarts[Int(node)])
    let last = Int(image.acceptStarts[Int(node) + 1])
    guard first == last || !image.isByCharacter || isWhole(start, index) else {
      if image.isInner[Int(node)] != 0 { nextActive.append((node, start)) }
      return
    }
    for at in first..<last {
      add(Hit(start: start, end: index + 1), to: Int(image.acceptConcepts[at]))
    }
    if image.isInner[Int(node)] != 0 { nextActive.append((node, start)) }
  }

  /// Whether words of foreign origin are not cut at the ends of a run, as `レビュー` would be in `プレビュー`.
  private func isWhole(_ start: UInt16, _ last: UInt16) -> Bool {
    !joined[Int(start)] && (Int(last) + 1 >= joined.count || !joined[Int(last) + 1])
  }

  /// Notes a place of a concept that something else than the lexicon found.
  package func add(_ hit: Hit, to concept: Int) {
    let isFirst = hitLists[concept].isEmpty
    if isFirst { touched.append(UInt16(concept)) } else if hitLists[concept].contains(hit) { return }
    hitLists[concept].append(hit)
  }

  /// Notes that the words of a place were disguised.
  package func markDisguised(_ hit: Hit) {
    for index in hit.start..<hit.end { disguised[Int(index)] = true }
  }

  /// Takes away what an innocent phrase covers whole.
  private func hideInnocent() {
    let covers = hitLists[image.innocent]
    for concept in touched where Int(concept) != image.innocent {
      hitLists[Int(concept)].removeAll { hit in
        covers.contains { $0.start <= hit.start && hit.end <= $0.end }
      }
    }
  }

  private func splitClauses() {
    let marks = hitLists[image.clauseMark]
    guard !marks.isEmpty else { return }
    for mark in marks where mark.start > 0 && clauses[Int(mark.start)] == clauses[Int(mark.start) - 1] {
      for index in Int(mark.start)..<clauses.count { clauses[index] += 1 }
    }
  }

  /// Finds the concepts that are built from those found so far.
  package func finish() {
    for concept in touched where !hitLists[Int(concept)].isEmpty {
      if hitLists[Int(concept)].count > 1 { hitLists[Int(concept)].sort { ($0.start, $0.end) < ($1.start, $1.end) } }
      trigger(Int(concept))
    }
    var block = 0
    while block < pending.count {
      if pending[block] == 0 {
        block += 1
        continue
      }
      let bit = pending[block].trailingZeroBitCount
      pending[block] &= pending[block] - 1
      compose(block * 64 + bit)
    }
  }

  private func trigger(_ concept: Int) {
    for at in Int(image.triggerStarts[concept])..<Int(image.triggerStarts[concept + 1]) {
      let target = Int(image.triggers[at])
      pending[target / 64] |= 1 << UInt64(target % 64)
    }
  }
}

// MARK: Composed patterns

extension Matcher {
  /// A composed pattern where it lies in the image.
  private struct Code {
    let image: LanguageImage
    let at: Int
    let count: Int

    init(_ image: LanguageImage, at: Int) {
      self.image = image
      self.at = at
      count = Int(image.composed[at])
    }

    var key: Int { Int(image.composed[at + 1]) }
    func part(_ index: Int) -> Int { Int(image.composed[at + 2 + index]) }
    func gap(after index: Int) -> Int { Int(image.composed[at + 2 + count + index]) }
    private var tail: Int { at + 2 + count + count - 1 }
    var beginsClause: Bool { image.composed[tail] != 0 }
    var notAfter: Int { tail + 1 }
    var notBefore: Int { notAfter + 1 + 2 * Int(image.composed[notAfter]) }
    var end: Int { notBefore + 1 + 2 * Int(image.composed[notBefore]) }
  }

  private func compose(_ target: Int) {
    let hadHits = !hitLists[target].isEmpty
    var at = Int(image.composedStarts[target])
    let end = Int(image.composedStarts[target + 1])
    while at < end {
      let code = Code(image, at: at)
      at = code.end
      if hitLists[code.key].isEmpty { continue }
      var isPossible = true
      for index in 0..<code.count where hitLists[code.part(index)].isEmpty {
        isPossible = false
        break
      }
      guard isPossible else { continue }
      for first in hitLists[code.part(0)] {
        extend(code, target, start: first.start, end: first.end, part: 1)
      }
    }
    guard !hitLists[target].isEmpty else { return }
    if hitLists[target].count > 1 { hitLists[target].sort { ($0.start, $0.end) < ($1.start, $1.end) } }
    if !hadHits { trigger(target) }
  }

  private func extend(_ code: Code, _ target: Int, start: UInt16, end: UInt16, part: Int) {
    guard part < code.count else {
      if holds(code, start: start, end: end) { add(Hit(start: start, end: end), to: target) }
      return
    }
    let list = code.part(part)
    let last = Int(end) + code.gap(after: part - 1)
    var index = firstHit(of: list, from: end)
    while index < hitLists[list].count {
      let hit = hitLists[list][index]
      if Int(hit.start) > last { return }
      extend(code, target, start: start, end: hit.end, part: part + 1)
      index += 1
    }
  }

  /// The first hit of a concept that starts at or after a token.
  private func firstHit(of concept: Int, from token: UInt16) -> Int {
    var low = 0
    var high = hitLists[concept].count
    while low < high {
      let middle = (low + high) / 2
      if hitLists[concept][middle].start < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func holds(_ code: Code, start: UInt16, end: UInt16) -> Bool {
    if code.beginsClause, start > 0, clauses[Int(start)] == clauses[Int(start) - 1] { return false }
    var at = code.notAfter + 1
    while at < code.notBefore {
      if stands(Int(image.composed[at]), before: start, reach: Int(image.composed[at + 1])) { return false }
      at += 2
    }
    at = code.notBefore + 1
    while at < code.end {
      if stands(Int(image.composed[at]), after: end, reach: Int(image.composed[at + 1])) { return false }
      at += 2
    }
    return true
  }

  /// Whether a concept ends within so many tokens before a place, in the clause of that place.
  package func stands(_ concept: Int, before start: UInt16, reach: Int) -> Bool {
    hitLists[concept].contains { hit in
      hit.end <= start && Int(start) - Int(hit.end) <= reach && clauses[Int(hit.end) - 1] == clauses[Int(start)]
    }
  }

  /// Whether a concept begins within so many tokens after a place, in the clause that ends there.
  package func stands(_ concept: Int, after end: UInt16, reach: Int) -> Bool {
    hitLists[concept].contains { hit in
      hit.start >= end && Int(hit.start) - Int(end) <= reach && clauses[Int(hit.start)] == clauses[Int(end) - 1]
    }
  }
}
