package import UnicodeText

/// Where a concept stands in a sentence, in tokens of that sentence.
package struct Hit: Hashable, Sendable, BitwiseCopyable {
  package var start: UInt16
  package var end: UInt16

  package init(start: UInt16, end: UInt16) {
    self.start = start
    self.end = end
  }

  /// Whether one of some places covers it whole.
  package func isCovered(by places: [Hit]) -> Bool {
    places.contains { $0.start <= start && end <= $0.end }
  }
}

/// Finds the concepts of one language in sentences, one sentence at a time.
///
/// A sentence is read in two steps. First its words tell, without any position, which concepts it may hold at all; for
/// most sentences and concepts that is the end. Then the places of a concept are found when somebody asks for them.
/// A matcher keeps buffers and what it learned about words, so each task has its own.
package final class Matcher {
  package let image: LanguageImage
  let memo: WordMemo

  // The sentence.

  let meanings = ScratchArray<WordMeaning>(count: Matcher.mostTokens)
  private let beginsClause = ScratchArray<Bool>(count: Matcher.mostTokens)
  private let disguised = ScratchArray<Bool>(count: Matcher.mostTokens)
  private let clauses = ScratchArray<UInt16>(count: Matcher.mostTokens)
  private var hasClauses = false
  package private(set) var tokenCount = 0
  var joints = WordJoints()

  /// For each language, how many tokens of the sentence are its function words.
  private let votes = ScratchArray<UInt16>(count: 32)

  // What it may hold; what is common may stand anywhere.

  private let commonConcepts: BitSet
  private let alwaysPossibleUnits: BitSet
  private let possible: BitSet

  /// Concepts that were looked for late and are not there.
  private let impossible: BitSet
  private let pendingUnits: BitSet
  let possibleUnits: BitSet

  let runs: WordRuns

  // What it holds.

  var hitLists: HitLists

  /// Concepts whose hits have been found in this sentence bear its number.
  private let found: ScratchArray<UInt32>
  private(set) var sentence: UInt32 = 0

  /// Places in the sentence whose words mean nothing, as if an innocent phrase stood there.
  private(set) var covers: [Hit] = []

  /// The longest sentence that is matched at once, in tokens; callers cut longer ones.
  package static let mostTokens = 512

  package init(_ image: LanguageImage, functionWords: HashTable) {
    self.image = image
    memo = WordMemo(image, functionWords: functionWords)
    commonConcepts = BitSet(count: image.conceptCount)
    for at in image.commonConcepts.indices { _ = commonConcepts.insert(Int(image.commonConcepts[at])) }
    alwaysPossibleUnits = BitSet(count: image.unitStarts.count)
    for at in image.alwaysPossibleUnits.indices { _ = alwaysPossibleUnits.insert(Int(image.alwaysPossibleUnits[at])) }
    possible = BitSet(count: image.conceptCount)
    impossible = BitSet(count: image.conceptCount)
    pendingUnits = BitSet(count: image.unitStarts.count)
    possibleUnits = BitSet(count: image.unitStarts.count)
    runs = WordRuns(image)
    hitLists = HitLists(conceptCount: image.conceptCount)
    found = ScratchArray(count: image.conceptCount)
  }

  // MARK: What a sentence may hold

  /// Reads the words of a sentence, no more; ``match()`` tells what they may hold.
  ///
  /// - Parameters:
  ///   - tokens: A sentence, of at most ``mostTokens``.
  ///   - utf8: The folded text that the tokens lie in.
  /// - Returns: A number that is the same for sentences in which the lexicon finds the same at the same tokens, however
  ///   their other words differ.
  package func read(_ tokens: Span<Token>, in utf8: Span<UInt8>) -> UInt64 {
    votes.fill(0)
    covers = []
    tokenCount = tokens.count
    memo.makeRoom()
    var signature = WordSignature.of(tokens.count)
    var followsOpeningPicture = false
    for index in tokens.indices {
      let token = tokens[index]
      let meaning = memo.meaning(of: token, in: utf8)
      meanings[index] = meaning
      let isFirst = token.beginsClause || followsOpeningPicture
      beginsClause[index] = isFirst
      // A picture in front of a clause is no word of it.
      followsOpeningPicture = isFirst && token.isPicture
      disguised[index] = meaning.isDisguised || token.isDisguised
      if meaning.languages != 0 { vote(meaning.languages) }
      signature = WordSignature.joined(signature, meaning.signature | (isFirst ? 1 : 0) | (token.isDisguised ? 2 : 0))
    }
    if image.isByCharacter {
      joints.read(tokens, in: utf8)
      for isJoined in joints.joined { signature = WordSignature.joined(signature, isJoined ? 1 : 0) }
    }
    return signature
  }

  /// Takes the meaning from the words at some places of the sentence that was read.
  ///
  /// - Returns: A number that the signature of the sentence has to be joined with.
  package func cover(_ places: [Hit]) -> UInt64 {
    covers = places
    return places.reduce(WordSignature.of(places.count)) { signature, place in
      WordSignature.joined(signature, UInt64(place.start) << 16 | UInt64(place.end))
    }
  }

  /// Tells what the words that were read may hold.
  package func match() {
    sentence &+= 1
    possible.copy(commonConcepts)
    impossible.removeAll()
    pendingUnits.removeAll()
    possibleUnits.copy(alwaysPossibleUnits)
    hasClauses = false
    runs.removeAll()
    let count = tokenCount
    for start in 0..<count where meanings[start].count > 0 { walk(from: start, count) }
    runs.forEachEager { _ = possible.insert($0) }
    // Only now, since the other parts may stand behind the rarest one.
    runs.forEachEager { wake($0) }
    settle()
  }

  /// Notes the runs of words that begin at a token.
  private func walk(from start: Int, _ count: Int) {
    let meaning = meanings[start]
    for at in Int(meaning.start)..<(Int(meaning.start) + Int(meaning.count)) {
      let root = image.roots[Int(memo.symbol(at: at))]
      if root != 0 { walk(root, from: start, at: start, count) }
    }
  }

  private func walk(_ node: UInt32, from start: Int, at index: Int, _ count: Int) {
    let flags = image.nodeFlags[Int(node)]
    if flags & 2 != 0, !image.isByCharacter || joints.isWhole(UInt16(start), UInt16(index)) {
      runs.add(Hit(start: UInt16(start), end: UInt16(index + 1)), at: Int(node))
    }
    guard flags & 1 != 0, index + 1 < count else { return }
    let meaning = meanings[index + 1]
    for at in Int(meaning.start)..<(Int(meaning.start) + Int(meaning.count)) {
      if let next = image.edges(Trie.key(node: node, symbol: memo.symbol(at: at))) {
        walk(next, from: start, at: index + 1, count)
      }
    }
  }

  private func vote(_ languages: UInt32) {
    var bits = languages
    while bits != 0 {
      votes[bits.trailingZeroBitCount] += 1
      bits &= bits - 1
    }
  }

  private func noteMayHold(_ concept: Int) {
    if possible.insert(concept) { wake(concept) }
  }

  /// Makes the units pending whose rarest part may stand in the sentence.
  private func wake(_ concept: Int) {
    let woken = image.wokenUnits.range(of: concept)
    var at = woken.lowerBound
    while at < woken.upperBound {
      let other = image.wokenUnits[at]
      if other == concept || mayHold(other) { _ = pendingUnits.insert(image.wokenUnits[at + 1]) }
      at += 2
    }
  }

  /// Notes a place of a concept that a detector found.
  package func add(_ hit: Hit, to concept: Int, isDisguised: Bool) {
    if found[concept] != sentence {
      hitLists.begin(concept)
      found[concept] = sentence
    }
    hitLists[concept].append(hit)
    if isDisguised { for index in hit.start..<hit.end { disguised[Int(index)] = true } }
    noteMayHold(concept)
  }

  /// Tells which concepts the sentence may hold, now that all its words and detected places are known.
  package func settle() {
    var unit = pendingUnits.next(from: 0)
    while let number = unit {
      let code = UnitCode(image, number)
      if code.parts.allSatisfy({ mayHold(code.part($0)) }) {
        _ = possibleUnits.insert(number)
        pendingUnits.remove(number)
        noteMayHold(code.concept)
      }
      unit = pendingUnits.next(from: number + 1)
    }
  }

  /// Whether the words of a concept are all there, wherever they stand.
  package func mayHold(_ concept: Int) -> Bool {
    if possible.contains(concept) { return true }
    // What is noted at once would have been.
    if impossible.contains(concept) || image.isEager(concept) { return false }
    if runs.hasLate(concept) { return possible.insert(concept) }
    _ = impossible.insert(concept)
    return false
  }

  /// For each language, how many tokens of the sentence are its function words.
  package func votes(for language: Int) -> UInt16 { votes[language] }

  // MARK: What it holds

  /// The places of a concept in the sentence, by start and end.
  package func hits(of concept: Int) -> [Hit] {
    find(concept)
    return found[concept] == sentence ? hitLists[concept] : []
  }

  /// Finds the places of a concept, once in a sentence.
  func find(_ concept: Int) {
    guard found[concept] != sentence, mayHold(concept) else { return }
    hitLists.begin(concept)
    found[concept] = sentence
    findWords(of: concept)
    let end = Int(image.firstUnits[concept + 1])
    var unit = possibleUnits.next(from: Int(image.firstUnits[concept]))
    while let number = unit, number < end {
      findUnit(UnitCode(image, number))
      unit = possibleUnits.next(from: number + 1)
    }
    if hitLists[concept].count > 1 { hitLists[concept].sort { ($0.start, $0.end) < ($1.start, $1.end) } }
  }

  /// Whether a concept has places, which are then in ``hitLists``.
  func holds(_ concept: Int) -> Bool {
    find(concept)
    return found[concept] == sentence && !hitLists[concept].isEmpty
  }

  /// Whether any word of a place means something only with a disguise undone.
  package func isDisguised(_ hit: Hit) -> Bool { (hit.start..<hit.end).contains { disguised[Int($0)] } }

  // MARK: Clauses

  /// The number of the clause that a token belongs to.
  package func clause(of token: Int) -> UInt16 {
    if !hasClauses { findClauses() }
    return clauses[token]
  }

  private func findClauses() {
    hasClauses = true
    var clause: UInt16 = 0
    for index in 0..<tokenCount {
      if beginsClause[index], index > 0 { clause += 1 }
      clauses[index] = clause
    }
    guard holds(image.clauseMark) else { return }
    for mark in hitLists[image.clauseMark]
    where mark.start > 0 && clauses[Int(mark.start)] == clauses[Int(mark.start) - 1] {
      for index in Int(mark.start)..<tokenCount { clauses[index] += 1 }
    }
  }

  /// Whether a concept ends within so many tokens before a place, in the clause of that place.
  package func stands(_ concept: Int, before start: UInt16, reach: Int) -> Bool {
    guard holds(concept) else { return false }
    return hitLists[concept].contains { hit in
      hit.end <= start && Int(start) - Int(hit.end) <= reach
        && clause(of: Int(hit.end) - 1) == clause(of: Int(start))
    }
  }

  /// Whether a concept begins within so many tokens after a place, in the clause that ends there.
  package func stands(_ concept: Int, after end: UInt16, reach: Int) -> Bool {
    guard holds(concept) else { return false }
    return hitLists[concept].contains { hit in
      hit.start >= end && Int(hit.start) - Int(end) <= reach
        && clause(of: Int(hit.start)) == clause(of: Int(end) - 1)
    }
  }
}
