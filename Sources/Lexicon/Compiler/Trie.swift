/// Runs of symbols and the concepts that they stand for.
struct Trie {
  private var edges: [UInt64: UInt32] = [:]

  /// By node, from 1; the root is 0 and only its edges are kept, by symbol.
  private var accepted: [[UInt16]] = [[]]
  private var isInner: [Bool] = [false]

  mutating func add(_ symbols: [UInt32], concept: UInt16) {
    var node: UInt32 = 0
    for symbol in symbols {
      isInner[Int(node)] = true
      let key = Self.key(node: node, symbol: symbol)
      if let next = edges[key] {
        node = next
      } else {
        accepted.append([])
        isInner.append(false)
        node = UInt32(accepted.count - 1)
        edges[key] = node
      }
    }
    if !accepted[Int(node)].contains(concept) { accepted[Int(node)].append(concept) }
  }

  /// What an edge is looked up by.
  @inline(__always)
  static func key(node: UInt32, symbol: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(symbol + 1) }

  /// The nodes at which the runs of each concept end that is wanted.
  func nodes(of wanted: [Bool]) -> [[UInt32]] {
    var nodes = [[UInt32]](repeating: [], count: wanted.count)
    for (node, concepts) in accepted.enumerated() {
      for concept in concepts where wanted[Int(concept)] { nodes[Int(concept)].append(UInt32(node)) }
    }
    return nodes
  }

  /// Writes the node that each symbol leads to from the root, the other edges, and of each node whether it has edges (1)
  /// and whether runs end there (2), with those concepts that are noted as soon as a run of theirs is met.
  func write(symbolCount: Int, isEager: [Bool], to writer: inout ImageWriter) {
    writer.write((0..<UInt32(symbolCount)).map { edges[Self.key(node: 0, symbol: $0)] ?? 0 })
    HashTable.write(
      edges.filter { $0.key >> 32 != 0 }.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }, to: &writer)
    writer.write(
      accepted.indices.map { node in UInt8((isInner[node] ? 1 : 0) | (accepted[node].isEmpty ? 0 : 2)) })
    writer.writeLists(accepted.map { $0.filter { isEager[Int($0)] }.sorted() })
  }
}
