/// Runs of symbols and the concepts they stand for.
struct Trie {
  private var edges: [UInt64: UInt32] = [:]
  private var accepted: [[UInt16]] = [[]]

  mutating func add(_ symbols: [UInt32], concept: UInt16) {
    var node: UInt32 = 0
    for symbol in symbols {
      let key = Self.key(node: node, symbol: symbol)
      if let next = edges[key] {
        node = next
      } else {
        accepted.append([])
        node = UInt32(accepted.count - 1)
        edges[key] = node
      }
    }
    if !accepted[Int(node)].contains(concept) { accepted[Int(node)].append(concept) }
  }

  /// What an edge is looked up by; never 0.
  static func key(node: UInt32, symbol: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(symbol + 1) }

  func write(symbolCount: Int, to writer: inout ImageWriter) {
    writer.write((0..<UInt32(symbolCount)).map { edges[Self.key(node: 0, symbol: $0)] ?? 0 })
    HashTable.write(
      edges.filter { $0.key >> 32 != 0 }.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }, to: &writer)
    var isInner = [UInt8](repeating: 0, count: accepted.count)
    for key in edges.keys { isInner[Int(key >> 32)] = 1 }
    var starts: [UInt32] = [0]
    var concepts: [UInt16] = []
    for list in accepted {
      concepts += list.sorted()
      starts.append(UInt32(concepts.count))
    }
    writer.write(starts)
    writer.write(concepts)
    writer.write(isInner)
  }
}
