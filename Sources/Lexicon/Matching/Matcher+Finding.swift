import UnicodeText

/// A composed pattern where it lies in the image.
struct UnitCode {
  private let code: FlatArray<UInt16>
  private let at: Int
  let count: Int

  init(_ image: LanguageImage, _ unit: Int) {
    code = image.unitCode
    at = Int(image.unitStarts[unit])
    count = Int(code[at + 2])
  }

  /// The concept that it belongs to.
  var concept: Int { Int(code[at]) }

  /// The part that is to be expected least.
  var key: Int { Int(code[at + 1]) }

  var parts: Range<Int> { 0..<count }

  @inline(__always)
  func part(_ index: Int) -> Int { Int(code[at + 3 + index]) }

  /// How many tokens may lie between a part and the next.
  func gap(after index: Int) -> Int { Int(code[at + 3 + count + index]) }

  private var tail: Int { at + 2 + count + count }
  var beginsClause: Bool { code[tail] != 0 }

  /// Where the conditions on what stands before and after the match lie.
  var notAfter: Int { tail + 1 }
  var notBefore: Int { notAfter + 1 + 2 * Int(code[notAfter]) }
  var end: Int { notBefore + 1 + 2 * Int(code[notBefore]) }
}

// MARK: Runs of words

extension Matcher {
  /// Finds the runs of words of a concept, but those that an innocent phrase covers whole.
  func findWords(of concept: Int) {
    runs.append(of: concept, to: &hitLists[concept])
    if !covers.isEmpty { hitLists[concept].removeAll { $0.isCovered(by: covers) } }
    guard concept != image.innocent, !hitLists[concept].isEmpty, holds(image.innocent) else { return }
    let innocent = hitLists[image.innocent]
    hitLists[concept].removeAll { $0.isCovered(by: innocent) }
  }

  private func append(_ hit: Hit, to concept: Int) {
    if !hitLists[concept].contains(hit) { hitLists[concept].append(hit) }
  }
}

// MARK: Composed patterns

extension Matcher {
  /// Finds the places of a unit and adds them to its concept.
  func findUnit(_ code: UnitCode) {
    // The rarest part first: mostly it is not there, and the others need not be looked for.
    guard holds(code.key) else { return }
    for index in code.parts where !holds(code.part(index)) { return }
    for first in hitLists[code.part(0)] { extend(code, start: first.start, end: first.end, part: 1) }
  }

  private func extend(_ code: UnitCode, start: UInt16, end: UInt16, part: Int) {
    guard part < code.count else {
      if meetsConditions(code, start: start, end: end) { append(Hit(start: start, end: end), to: code.concept) }
      return
    }
    let list = code.part(part)
    let last = Int(end) + code.gap(after: part - 1)
    var index = firstHit(of: list, from: end)
    while index < hitLists[list].count {
      let hit = hitLists[list][index]
      if Int(hit.start) > last { return }
      extend(code, start: start, end: hit.end, part: part + 1)
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

  private func meetsConditions(_ code: UnitCode, start: UInt16, end: UInt16) -> Bool {
    if code.beginsClause, start > 0, clause(of: Int(start)) == clause(of: Int(start) - 1) { return false }
    var at = code.notAfter + 1
    while at < code.notBefore {
      if stands(Int(image.unitCode[at]), before: start, reach: Int(image.unitCode[at + 1])) { return false }
      at += 2
    }
    at = code.notBefore + 1
    while at < code.end {
      if stands(Int(image.unitCode[at]), after: end, reach: Int(image.unitCode[at + 1])) { return false }
      at += 2
    }
    return true
  }
}
