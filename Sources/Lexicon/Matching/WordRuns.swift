/// The runs of words of concepts that stand in a sentence: for each concept its places, as a chain.
final class WordRuns {
  private struct Link {
    var hit = Hit(start: 0, end: 0)
    var next: UInt32 = 0
  }

  /// More than any sentence brings that a person writes.
  private static let mostLinks = 1 << 14

  /// The first link of each concept, and the sentence that it belongs to.
  private let heads: ScratchArray<UInt32>
  private let sentences: ScratchArray<UInt32>
  private let links = ScratchArray<Link>(repeating: Link(), count: WordRuns.mostLinks)
  private let count = ScratchArray<UInt32>(repeating: 1, count: 1)

  init(conceptCount: Int) {
    heads = ScratchArray(repeating: 0, count: conceptCount)
    sentences = ScratchArray(repeating: 0, count: conceptCount)
  }

  func removeAll() { count[0] = 1 }

  @inline(__always)
  func add(_ hit: Hit, to concept: Int, _ sentence: UInt32) {
    let link = count[0]
    guard link < WordRuns.mostLinks else { return }
    links[Int(link)] = Link(hit: hit, next: sentences[concept] == sentence ? heads[concept] : 0)
    heads[concept] = link
    sentences[concept] = sentence
    count[0] = link + 1
  }

  /// Appends the places of a concept, the last one first.
  func append(of concept: Int, _ sentence: UInt32, to hits: inout [Hit]) {
    guard sentences[concept] == sentence else { return }
    var link = heads[concept]
    while link != 0 {
      hits.append(links[Int(link)].hit)
      link = links[Int(link)].next
    }
  }
}
