internal import UnicodeText
internal import YAMLReading

/// A file of detector data, read with errors that name the place.
struct DetectorSource {
  let path: String
  let root: YAMLNode

  init(path: String, bytes: [UInt8]) throws(DetectorDataError) {
    self.path = path
    let parsed: YAMLNode?
    do throws(YAMLError) {
      parsed = try YAMLNode.parse(bytes)
    } catch {
      throw DetectorDataError(
        path: path, position: error.position, message: error.message, remedy: "write plain YAML here")
    }
    guard let parsed else {
      throw DetectorDataError(path: path, position: nil, message: "the file is empty", remedy: "give it its keys")
    }
    root = parsed
  }

  func error(_ node: YAMLNode, _ message: String, _ remedy: String) -> DetectorDataError {
    DetectorDataError(path: path, position: node.start, message: message, remedy: remedy)
  }

  /// Checks that a mapping has no other keys than these.
  func pairs(_ node: YAMLNode, keys: Set<String>) throws(DetectorDataError) -> [(key: YAMLNode, value: YAMLNode)] {
    guard let pairs = node.mapping else {
      throw error(node, "a mapping is expected", "write \(keys.sorted().map { "`\($0):`" }.joined(separator: ", "))")
    }
    for pair in pairs where !keys.contains(pair.key.string ?? "") {
      throw error(
        pair.key, "the key `\(pair.key.string ?? "")` is not known here",
        "use one of \(keys.sorted().joined(separator: ", "))")
    }
    return pairs
  }

  func value(_ key: String, of node: YAMLNode) throws(DetectorDataError) -> YAMLNode {
    guard let value = node[key] else {
      throw error(node, "the key `\(key)` is missing", "add `\(key):`")
    }
    return value
  }

  func text(_ node: YAMLNode) throws(DetectorDataError) -> String {
    guard let text = node.string, !text.isEmpty else {
      throw error(node, "a text is expected", "write one value, in quotation marks if it holds signs")
    }
    return text
  }

  func items(_ node: YAMLNode) throws(DetectorDataError) -> [YAMLNode] {
    guard let items = node.sequence else { throw error(node, "a list is expected", "write [one, two]") }
    return items
  }

  func texts(_ key: String) throws(DetectorDataError) -> [String] {
    var texts: [String] = []
    for item in try items(value(key, of: root)) { texts.append(try text(item)) }
    return texts
  }

  func number(_ node: YAMLNode, in range: ClosedRange<Int>) throws(DetectorDataError) -> Int {
    guard let number = Int(try text(node)), range.contains(number) else {
      throw error(
        node, "`\(node.string ?? "")` is not a number from \(range.lowerBound) to \(range.upperBound)",
        "write such a number in digits")
    }
    return number
  }

  /// The bits of lengths such as `7 9-11`.
  func lengths(_ node: YAMLNode) throws(DetectorDataError) -> UInt64 {
    var bits: UInt64 = 0
    for part in try text(node).split(separator: " ") {
      let ends = part.split(separator: "-").map { Int($0) ?? -1 }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, first > 0, first <= last, last < 64 else {
        throw error(node, "`\(part)` is no length", "write lengths as `7 9-11`, below 64")
      }
      for length in first...last { bits |= 1 << UInt64(length) }
    }
    return bits
  }

  func flag(_ node: YAMLNode?) throws(DetectorDataError) -> Bool {
    guard let node else { return false }
    switch node.string {
    case "true": return true
    case "false": return false
    default: throw error(node, "`\(node.string ?? "")` is neither true nor false", "write true or leave the key out")
    }
  }

  /// The hashes of words, folded, in rising order.
  func words(_ key: String) throws(DetectorDataError) -> WordSet {
    var hashes: [UInt64] = []
    for item in try items(value(key, of: root)) {
      let word = try text(item)
      let bytes = Array(word.utf8)
      guard let folded = try? FoldedText(bytes.span) else {
        throw error(item, "`\(word)` cannot be folded", "write it in ordinary letters")
      }
      hashes.append(TokenHash.of(folded.utf8.span, 0..<folded.utf8.count))
    }
    return WordSet(hashes)
  }
}
