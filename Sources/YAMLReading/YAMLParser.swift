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
    var builder = YAMLTreeBuilder()
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
