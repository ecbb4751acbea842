internal import Lexicon
internal import SourceText
internal import UnicodeText

// Names without a title, told by their form: capitals behind words that a person's name follows.
extension NameDetector {
  /// "Thank you Maria Henderson for", "shipped to John Smithers on".
  func formedName(from first: Int) -> ByteRange? {
    guard view.sentence.contains(first), first > view.sentence.lowerBound, isNext(first - 1, first),
      let end = formedNameEnd(from: first)
    else { return nil }
    let last = view.tokens[end - 1]
    let isPossessive = view.byte(last.end - 1) == UInt8(ascii: "s") && view.byte(last.end - 2) == UInt8(ascii: "'")
    // "Harry Potter fans": another word would make the name a part of something.
    guard isPossessive || endsPhrase(end) || shared.data.nameFollowers.contains(view.tokens[end].hash) else {
      return nil
    }
    return view.tokens[first].start..<last.end
  }

  /// A name that calls the person who is thanked or greeted: "Maria Henderson, thank you" and "Thanks for the photo,
  /// Maria Henderson! We".
  func calledName(_ greeting: Range<Int>) -> ByteRange? {
    guard let start = view.sentence.first(where: { !view.tokens[$0].isSymbol }) else { return nil }
    if greeting.lowerBound > start {
      guard let end = formedNameEnd(from: start), end == greeting.lowerBound, sign(behind: end) == UInt8(ascii: ",")
      else { return nil }
      return view.tokens[start].start..<view.tokens[end - 1].end
    }
    // Right behind the greeting, or at the end of the draft, a name signs.
    let names = greeting.upperBound + 2..<max(greeting.upperBound + 2, view.sentence.upperBound)
    for first in names where view.tokens[first].beginsClause && sign(behind: first) == UInt8(ascii: ",") {
      guard let end = formedNameEnd(from: first), end == view.sentence.upperBound, isFollowed(end) else { continue }
      return view.tokens[first].start..<view.tokens[end - 1].end
    }
    return nil
  }

  /// The token behind a name of two to four words, none of which is another's.
  private func formedNameEnd(from first: Int) -> Int? {
    guard !shared.data.notFirstNames.contains(view.tokens[first].hash) else { return nil }
    let (count, end) = names(from: first)
    let range = view.tokens[first].start..<view.tokens[max(first, end - 1)].end
    guard (2...4).contains(count), !view.isAllCapitals(range),
      !shared.data.notPersons.contains(view.hash(of: view.tokens[first].start..<view.tokens[first + 1].end)),
      !(first..<end).contains(where: { shared.data.notLastNames.contains(view.tokens[$0].hash) })
    else { return nil }
    return end
  }

  /// The sign right behind the token before another.
  private func sign(behind token: Int) -> UInt8 { token > 0 ? view.byte(view.tokens[token - 1].end) : 0 }

  /// Whether the line goes on behind a sentence.
  private func isFollowed(_ end: Int) -> Bool {
    var at = view.tokens[end - 1].end
    while ".!? ".utf8.contains(view.byte(at)) { at += 1 }
    return view.byte(at) > 0x20
  }
}
