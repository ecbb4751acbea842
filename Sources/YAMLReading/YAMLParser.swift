internal import CYAMLSystem

extension YAMLNode {
  /// Reads one YAML document with libyaml.
  ///
  /// Anchors, aliases and tags are refused: no file of ours needs them, and an alias can make a short file endless.
  ///
  /// - Parameter source: The document, UTF-8.
  /// - Returns: The root, or nil for an empty document.
  /// - Throws: What is wrong, with its line and column.
  package static func parse(_ source: [UInt8]) throws(YAMLError) -> YAMLNode? {
    var builder = TreeBuilder()
    var failure: YAMLError?
    unsafe source.withUnsafeBufferPointer { bytes in
      var parser = unsafe yaml_parser_t()
      guard unsafe yaml_parser_initialize(&parser) != 0 else {
        failure = YAMLError(message: "out of memory", position: YAMLPosition(line: 1, column: 1))
        return
      }
      defer { unsafe yaml_parser_delete(&parser) }
      unsafe yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      while failure == nil {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(&parser, &event) != 0 else {
          failure = unsafe YAMLError(parser)
          return
        }
        defer { unsafe yaml_event_delete(&event) }
        if unsafe event.type == YAML_STREAM_END_EVENT { return }
        do throws(YAMLError) {
          unsafe try builder.take(event)
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
    return builder.root
  }
}

extension YAMLError {
  fileprivate init(_ parser: yaml_parser_t) {
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "not YAML"
    message = problem
    let mark = unsafe parser.problem_mark
    position = YAMLPosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    offset = nil
  }
}

extension YAMLPosition {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}

/// Puts the parser's events together into nodes.
private struct TreeBuilder {
  private enum Frame {
    case sequence([YAMLNode], YAMLPosition)
    case mapping([(key: YAMLNode, value: YAMLNode)], pendingKey: YAMLNode?, YAMLPosition)
  }

  private var stack: [Frame] = []
  private(set) var root: YAMLNode?

  private static let deepest = 32

  mutating func take(_ event: yaml_event_t) throws(YAMLError) {
    let start = unsafe YAMLPosition(event.start_mark)
    let end = unsafe YAMLPosition(event.end_mark)
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      unsafe try refuse(anchor: scalar.anchor, at: start)
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length)), as: UTF8.self)
      let isQuoted = unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE
      try add(YAMLNode(value: .scalar(text, isQuoted: isQuoted), start: start, end: end))
    case YAML_SEQUENCE_START_EVENT:
      unsafe try refuse(anchor: event.data.sequence_start.anchor, at: start)
      try push(.sequence([], start), at: start)
    case YAML_MAPPING_START_EVENT:
      unsafe try refuse(anchor: event.data.mapping_start.anchor, at: start)
      try push(.mapping([], pendingKey: nil, start), at: start)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      switch stack.removeLast() {
      case .sequence(let nodes, let start): try add(YAMLNode(value: .sequence(nodes), start: start, end: end))
      case .mapping(let pairs, _, let start): try add(YAMLNode(value: .mapping(pairs), start: start, end: end))
      }
    case YAML_ALIAS_EVENT:
      throw YAMLError(message: "aliases (*name) are not taken here; write the value out", position: start)
    case YAML_DOCUMENT_START_EVENT where root != nil:
      throw YAMLError(message: "a second document (---) is not taken here", position: start)
    default: break
    }
  }

  private func refuse(anchor: UnsafeMutablePointer<yaml_char_t>?, at position: YAMLPosition) throws(YAMLError) {
    if unsafe anchor != nil {
      throw YAMLError(message: "anchors (&name) are not taken here", position: position)
    }
  }

  private mutating func push(_ frame: Frame, at position: YAMLPosition) throws(YAMLError) {
    guard stack.count < Self.deepest else {
      throw YAMLError(message: "nested deeper than \(Self.deepest) levels", position: position)
    }
    stack.append(frame)
  }

  private mutating func add(_ node: YAMLNode) throws(YAMLError) {
    switch stack.popLast() {
    case nil: root = node
    case .sequence(let nodes, let start): stack.append(.sequence(nodes + [node], start))
    case .mapping(let pairs, let key?, let start):
      stack.append(.mapping(pairs + [(key, node)], pendingKey: nil, start))
    case .mapping(let pairs, nil, let start):
      guard let name = node.string else {
        throw YAMLError(message: "a key is a plain word here", position: node.start)
      }
      if pairs.contains(where: { $0.key.string == name }) {
        throw YAMLError(message: "the key `\(name)` stands here a second time", position: node.start)
      }
      stack.append(.mapping(pairs, pendingKey: node, start))
    }
  }
}
