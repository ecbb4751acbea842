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
  /// A sequence or a mapping whose end has not come; it is added to in place, for files may be long.
  private struct Frame {
    let start: YAMLPosition
    var nodes: [YAMLNode] = []
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    var names: Set<String> = []
    var pendingKey: YAMLNode?
    let isMapping: Bool
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
      unsafe try refuse(anchor: scalar.anchor, tag: scalar.tag, at: start)
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length)), as: UTF8.self)
      let isQuoted = unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE
      try add(YAMLNode(value: .scalar(text, isQuoted: isQuoted), start: start, end: end))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe event.data.sequence_start
      unsafe try refuse(anchor: sequence.anchor, tag: sequence.tag, at: start)
      try push(Frame(start: start, isMapping: false), at: start)
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe event.data.mapping_start
      unsafe try refuse(anchor: mapping.anchor, tag: mapping.tag, at: start)
      try push(Frame(start: start, isMapping: true), at: start)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      let frame = stack.removeLast()
      let value: YAMLNode.Value = frame.isMapping ? .mapping(frame.pairs) : .sequence(frame.nodes)
      try add(YAMLNode(value: value, start: frame.start, end: end))
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

  private mutating func push(_ frame: Frame, at position: YAMLPosition) throws(YAMLError) {
    guard stack.count < Self.deepest else {
      throw YAMLError(message: "nested deeper than \(Self.deepest) levels", position: position)
    }
    stack.append(frame)
  }

  private mutating func add(_ node: YAMLNode) throws(YAMLError) {
    let last = stack.count - 1
    guard last >= 0 else {
      root = node
      return
    }
    if !stack[last].isMapping {
      stack[last].nodes.append(node)
    } else if let key = stack[last].pendingKey {
      stack[last].pairs.append((key, node))
      stack[last].pendingKey = nil
    } else {
      guard let name = node.string else {
        throw YAMLError(message: "a key is a plain word here", position: node.start)
      }
      guard stack[last].names.insert(name).inserted else {
        throw YAMLError(message: "the key `\(name)` stands here a second time", position: node.start)
      }
      stack[last].pendingKey = node
    }
  }
}
