/// The runs of words that stand in a sentence, by the node of the lexicon where they end.
///
/// Concepts that are asked for in most sentences have their runs chained; those of the others are looked for when
/// somebody asks.
final class WordRuns {
  private struct Run {
    var hit = Hit(start: 0, end: 0)
    var node: UInt32 = 0
  }

  private struct Link {
    var hit = Hit(start: 0, end: 0)
    var next: UInt32 = 0
  }

  /// More than ``Matcher/mostTokens`` words bring; what is never used is never touched.
  private static let mostRuns = 1 << 14
  private static let mostLinks = 1 << 18

  private let image: LanguageImage
  private let runs = ScratchArray<Run>(count: WordRuns.mostRuns)
  private var runCount = 0

  /// The nodes of all runs.
  private let nodes: BitSet

  /// The eager concepts that stand in the sentence, each once, and for each concept its first link; 0 for none.
  private let eager: ScratchArray<UInt16>
  private var eagerCount = 0
  private let heads: ScratchArray<UInt32>
  private let links = ScratchArray<Link>(count: WordRuns.mostLinks)
  private var linkCount = 1

  init(_ image: LanguageImage) {
    self.image = image
    nodes = BitSet(count: image.nodeFlags.count)
    eager = ScratchArray(count: image.conceptCount)
    heads = ScratchArray(count: image.conceptCount)
  }

  func removeAll() {
    for index in 0..<runCount { nodes.remove(Int(runs[index].node)) }
    for index in 0..<eagerCount { heads[Int(eager[index])] = 0 }
    runCount = 0
    eagerCount = 0
    linkCount = 1
  }

  func add(_ hit: Hit, at node: Int) {
    guard runCount < Self.mostRuns else { return }
    runs[runCount] = Run(hit: hit, node: UInt32(node))
    runCount += 1
    _ = nodes.insert(node)
    for at in image.eagerConcepts.range(of: node) {
      let concept = image.eagerConcepts[at]
      guard linkCount < Self.mostLinks else { return }
      let head = heads[concept]
      if head == 0 {
        eager[eagerCount] = UInt16(concept)
        eagerCount += 1
      }
      links[linkCount] = Link(hit: hit, next: head)
      heads[concept] = UInt32(linkCount)
      linkCount += 1
    }
  }

  func forEachEager(_ body: (Int) -> Void) {
    for index in 0..<eagerCount { body(Int(eager[index])) }
  }

  /// Whether any run of a concept that is not eager stands in the sentence.
  func hasLate(_ concept: Int) -> Bool {
    for at in image.nodes.range(of: concept) where nodes.contains(image.nodes[at]) { return true }
    return false
  }

  /// Appends the places of a concept.
  func append(of concept: Int, to hits: inout [Hit]) {
    if image.isEager(concept) {
      var link = Int(heads[concept])
      while link != 0 {
        hits.append(links[link].hit)
        link = Int(links[link].next)
      }
      return
    }
    for at in image.nodes.range(of: concept) where nodes.contains(image.nodes[at]) {
      let node = UInt32(image.nodes[at])
      for index in 0..<runCount where runs[index].node == node { hits.append(runs[index].hit) }
    }
  }
}
