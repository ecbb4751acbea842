/// Runs of symbols by concept: each concept has a root of its own.
struct Trie {
  private var edges: [UInt64: UInt32] = [:]
  private var roots: [Int: UInt32] = [:]

  /// By node; a node is 0 for none.
  private var ends: [Bool] = [false]
  private var isInner: [Bool] = [false]

  mutating func add(_ symbols: [UInt32], concept: Int) {
    var node = roots[concept] ?? makeNode()
    roots[concept] = node
    for symbol in symbols {
      isInner[Int(node)] = true
      let key = Self.key(node: node, symbol: symbol)
      if let next = edges[key] {
        node = next
      } else {
        node = makeNode()
        edges[key] = node
      }
    }
    ends[Int(node)] = true
  }

  private mutating func makeNode() -> UInt32 {
    ends.append(false)
    isInner.append(false)
    return UInt32(ends.count - 1)
  }

  /// What an edge is looked up by.
  @inline(__always)
  static func key(node: UInt32, symbol: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(symbol + 1) }

  /// Writes the edges, the root of each concept, and of each node whether it ends a run (1) and has edges (2).
  func write(conceptCount: Int, to writer: inout ImageWriter) {
    HashTable.write(edges.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }, to: &writer)
    writer.write((0..<conceptCount).map { roots[$0] ?? 0 })
    writer.write(zip(ends, isInner).map { UInt8(($0 ? 1 : 0) | ($1 ? 2 : 0)) })
  }
}
