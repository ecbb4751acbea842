internal import CYAMLSystem

/// Puts libyaml's events together into nodes, in linear time.
struct YAMLTreeBuilder {
  /// A collection that is open.
  private struct Frame {
    let isMapping: Bool
    let start: YAMLPosition

    /// Where its nodes begin in ``nodes``; in a mapping keys and values take turns.
    let base: Int
    var keys: Set<String> = []
  }

  private var frames: [Frame] = []

  /// The nodes whose collection is open.
  private var nodes: [YAMLNode] = []
  private(set) var root: YAMLNode?

  private static let deepest = 32

  mutating func take(_ event: yaml_event_t) throws(YAMLError) {
    let start = unsafe YAMLPosition(event.start_mark)
    let end = unsafe YAMLPosition(event.end_mark)
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      unsafe try refuse(anchor: scalar.anchor, tag: scalar.tag, at: start)
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length)), as: UTF8.self)
      let isQuoted = unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE
      try add(YAMLNode(value: .scalar(text, isQuoted: isQuoted), start: start, end: end))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe event.data.sequence_start
      unsafe try refuse(anchor: sequence.anchor, tag: sequence.tag, at: start)
      try open(Frame(isMapping: false, start: start, base: nodes.count))
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe event.data.mapping_start
      unsafe try refuse(anchor: mapping.anchor, tag: mapping.tag, at: start)
      try open(Frame(isMapping: true, start: start, base: nodes.count))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try close(at: end)
    case YAML_ALIAS_EVENT:
      throw YAMLError(message: "aliases (*name) are not taken here; write the value out", position: start)
    case YAML_DOCUMENT_START_EVENT where root != nil:
      throw YAMLError(message: "a second document (---) is not taken here", position: start)
    default: break
    }
  }

  private func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, at position: YAMLPosition
  ) throws(YAMLError) {
    if unsafe anchor != nil { throw YAMLError(message: "anchors (&name) are not taken here", position: position) }
    if unsafe tag != nil { throw YAMLError(message: "tags (!name) are not taken here", position: position) }
  }

  private mutating func open(_ frame: Frame) throws(YAMLError) {
    try refuseAsKey(at: frame.start)
    guard frames.count < Self.deepest else {
      throw YAMLError(message: "nested deeper than \(Self.deepest) levels", position: frame.start)
    }
    frames.append(frame)
  }

  private mutating func close(at end: YAMLPosition) throws(YAMLError) {
    let frame = frames.removeLast()
    let held = Array(nodes[frame.base...])
    nodes.removeSubrange(frame.base...)
    let value: YAMLNode.Value =
      frame.isMapping
      ? .mapping(stride(from: 0, to: held.count, by: 2).map { (key: held[$0], value: held[$0 + 1]) })
      : .sequence(held)
    try add(YAMLNode(value: value, start: frame.start, end: end))
  }

  private var isAtKey: Bool {
    guard let frame = frames.last else { return false }
    return frame.isMapping && (nodes.count - frame.base).isMultiple(of: 2)
  }

  private func refuseAsKey(at position: YAMLPosition) throws(YAMLError) {
    if isAtKey { throw YAMLError(message: "a key is a plain word here", position: position) }
  }

  private mutating func add(_ node: YAMLNode) throws(YAMLError) {
    guard !frames.isEmpty else {
      root = node
      return
    }
    if isAtKey, let name = node.string, !frames[frames.count - 1].keys.insert(name).inserted {
      throw YAMLError(message: "the key `\(name)` stands here a second time", position: node.start)
    }
    nodes.append(node)
  }
}

extension YAMLPosition {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
