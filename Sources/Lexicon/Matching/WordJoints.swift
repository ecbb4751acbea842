import UnicodeText

/// Tells where katakana go on a word, so that no pattern begins or ends inside it, as `レビュー` would in `プレビュー`.
///
/// ICU's dictionary tells the parts of a compound (`カスタマー` `レビュー`).
struct WordJoints: ~Copyable {
  /// Which tokens go on with the word of the token before them.
  private(set) var joined: [Bool] = []
  private var wordBreaker = WordBreaker()

  /// Whether a run of tokens neither begins nor ends inside a word.
  func isWhole(_ start: UInt16, _ last: UInt16) -> Bool {
    !joined[Int(start)] && (Int(last) + 1 >= joined.count || !joined[Int(last) + 1])
  }

  mutating func read(_ tokens: Span<Token>, in utf8: Span<UInt8>) {
    joined.removeAll(keepingCapacity: true)
    var previous: Token?
    for index in tokens.indices {
      let token = tokens[index]
      // A span in an autoclosure of `&&` does not get through the optimizer of Swift 6.3.
      let isKatakana = ScalarClass.isKatakana(utf8.scalar(at: token.start).value)
      joined.append(isKatakana && previous?.end == token.start)
      previous = isKatakana ? token : nil
    }
    var start = 0
    while start < joined.count {
      var end = start + 1
      while end < joined.count, joined[end] { end += 1 }
      if end - start > 2 { split(tokens, start..<end, utf8) }
      start = end
    }
  }

  /// Parts a run where ICU does; where ICU fails, the run is taken for one word.
  private mutating func split(_ tokens: Span<Token>, _ run: Range<Int>, _ utf8: Span<UInt8>) {
    let bytes = tokens[run.lowerBound].start..<tokens[run.upperBound - 1].end
    do throws(ICUError) {
      let ends = try wordBreaker.breaks(of: utf8, in: bytes)
      for index in run.dropFirst() where ends.contains(tokens[index].start) { joined[index] = false }
    } catch {
      return
    }
  }
}
