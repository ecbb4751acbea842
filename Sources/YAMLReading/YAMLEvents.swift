internal import CYAMLSystem

/// A piece of a YAML stream.
package enum YAMLEvent: Sendable {
  package enum Style: Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  /// A scalar: what it says, in UTF-8, and the bytes that say it, quotation marks among them.
  case scalar([UInt8], Style, Range<Int>)
  /// The start of a sequence or a mapping, and its first byte.
  case startSequence(Int)
  case startMapping(Int)
  case endSequence
  case endMapping
  case startDocument
  /// The name of what comes next.
  case anchor(String)
  /// What stands elsewhere, by the name that it has there, and the first byte of this.
  case alias(String, Int)
}

/// Reads a stream of YAML documents piece by piece, with anchors, aliases and tags.
package enum YAMLEvents {
  /// Hands over the pieces of a range of bytes, which are UTF-8.
  ///
  /// - Parameter take: Takes a piece; answers whether to go on.
  /// - Throws: What is wrong, with its place in the whole of the bytes.
  package static func forEach(
    in source: Span<UInt8>, _ range: Range<Int>, _ take: (YAMLEvent) -> Bool
  ) throws(YAMLError) {
    var failure: YAMLError?
    unsafe source.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var parser = unsafe yaml_parser_t()
      guard unsafe yaml_parser_initialize(&parser) != 0 else {
        failure = YAMLError(
          message: "out of memory", position: YAMLPosition(line: 1, column: 1), offset: range.lowerBound)
        return
      }
      defer { unsafe yaml_parser_delete(&parser) }
      unsafe yaml_parser_set_input_string(&parser, base + range.lowerBound, range.count)
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      var offsets = unsafe ByteOffsets(bytes, range)
      while true {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(&parser, &event) != 0 else {
          failure = unsafe YAMLError(parser, &offsets, start: range.lowerBound)
          return
        }
        defer { unsafe yaml_event_delete(&event) }
        if unsafe event.type == YAML_STREAM_END_EVENT { return }
        if let name = unsafe event.anchor, !take(.anchor(name)) { return }
        if let piece = unsafe YAMLEvent(event, &offsets), !take(piece) { return }
      }
    }
    if let failure { throw failure }
  }
}

/// Turns libyaml's places, which count characters, into bytes; quick where they come in order.
@safe
private struct ByteOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private var character = 0
  private var byte: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    unsafe self.bytes = unsafe bytes
    self.range = range
    byte = range.lowerBound
  }

  mutating func offset(of mark: yaml_mark_t) -> Int {
    let wanted = Int(mark.index)
    if wanted < character {
      character = 0
      byte = range.lowerBound
    }
    while character < wanted, byte < range.upperBound {
      byte += 1
      while byte < range.upperBound, unsafe bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    return byte
  }
}

extension YAMLEvent {
  fileprivate init?(_ event: yaml_event_t, _ offsets: inout ByteOffsets) {
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let value = unsafe Array(UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length)))
      let start = unsafe offsets.offset(of: event.start_mark)
      let end = unsafe offsets.offset(of: event.end_mark)
      let style: Style =
        switch unsafe scalar.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
      self = .scalar(value, style, start..<max(start, end))
    case YAML_SEQUENCE_START_EVENT: self = .startSequence(unsafe offsets.offset(of: event.start_mark))
    case YAML_MAPPING_START_EVENT: self = .startMapping(unsafe offsets.offset(of: event.start_mark))
    case YAML_SEQUENCE_END_EVENT: self = .endSequence
    case YAML_MAPPING_END_EVENT: self = .endMapping
    case YAML_DOCUMENT_START_EVENT: self = .startDocument
    case YAML_ALIAS_EVENT:
      self = .alias(unsafe String(cString: event.data.alias.anchor), unsafe offsets.offset(of: event.start_mark))
    default: return nil
    }
  }
}

extension yaml_event_t {
  /// The name that it gives to something.
  fileprivate var anchor: String? {
    let name =
      switch unsafe type {
      case YAML_SCALAR_EVENT: unsafe data.scalar.anchor
      case YAML_SEQUENCE_START_EVENT: unsafe data.sequence_start.anchor
      case YAML_MAPPING_START_EVENT: unsafe data.mapping_start.anchor
      default: unsafe nil as UnsafeMutablePointer<yaml_char_t>?
      }
    return unsafe name.map { unsafe String(cString: $0) }
  }
}

extension YAMLError {
  fileprivate init(_ parser: yaml_parser_t, _ offsets: inout ByteOffsets, start: Int) {
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "not YAML"
    let mark = unsafe parser.problem_mark
    // What is no character is met before it has a place among characters.
    let isUnreadable = unsafe parser.error == YAML_READER_ERROR
    self.init(
      message: problem, position: YAMLPosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1),
      offset: isUnreadable ? unsafe start + Int(parser.problem_offset) : offsets.offset(of: mark))
  }
}
