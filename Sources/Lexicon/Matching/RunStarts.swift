/// Where runs of words of concepts may begin in a sentence: for each concept the tokens, as a chain.
final class RunStarts {
  private struct Link {
    var token: UInt16 = 0
    var next: UInt32 = 0
  }

  private static let mostLinks = 1 << 16

  /// The first link of each concept, and the sentence that it belongs to.
  private let heads: ScratchArray<UInt32>
  private let sentences: ScratchArray<UInt32>
  private let links = ScratchArray<Link>(repeating: Link(), count: RunStarts.mostLinks)
  private var count: UInt32 = 1

  init(conceptCount: Int) {
    heads = ScratchArray(repeating: 0, count: conceptCount)
    sentences = ScratchArray(repeating: 0, count: conceptCount)
  }

  func removeAll() { count = 1 }

  /// Notes a token, unless a sentence brings more than any that a person writes.
  @inline(__always)
  func add(_ token: Int, to concept: Int, _ sentence: UInt32) {
    guard count < RunStarts.mostLinks else { return }
    let next = sentences[concept] == sentence ? heads[concept] : 0
    links[Int(count)] = Link(token: UInt16(token), next: next)
    heads[concept] = count
    sentences[concept] = sentence
    count += 1
  }

  /// The tokens of a concept, the last one first.
  @inline(__always)
  func forEach(of concept: Int, _ sentence: UInt32, _ body: (Int) -> Void) {
    guard sentences[concept] == sentence else { return }
    var link = heads[concept]
    while link != 0 {
      body(Int(links[Int(link)].token))
      link = links[Int(link)].next
    }
  }
}
