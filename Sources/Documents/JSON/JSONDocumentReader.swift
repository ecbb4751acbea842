internal import JSONReading
internal import SourceText

/// Reads the strings of a JSON document.
enum JSONDocumentReader {
  static func read(_ document: inout Document, _ options: ReadingOptions) {
    var collector = DraftCollector(fields: options.fields)
    let utf8 = document.utf8
    do throws(JSONError) {
      try JSONReader.walk(utf8.span, in: utf8.indices) { take($0, utf8, &collector) }
    } catch {
      document.problems.append(DocumentProblem(error.problem.description, at: error.offset))
    }
    collector.finish(&document)
  }

  private static func take(_ event: JSONEvent, _ utf8: [UInt8], _ collector: inout DraftCollector) {
    switch event {
    case .startObject: collector.startObject()
    case .startArray: collector.startArray()
    case .end: collector.end()
    case .name(let name): collector.name(name.string(in: utf8.span) ?? "")
    case .value(let value):
      if let string = value.string(in: utf8.span) {
        collector.string(string, value.range) { value.mappedText(in: utf8.span) }
      } else {
        collector.other(String(decoding: utf8[value.range], as: UTF8.self), value.range)
      }
    }
  }
}

extension JSONValue {
  /// What a string says, with the map to the bytes that say it.
  func mappedText(in utf8: Span<UInt8>) -> MappedText {
    var bytes: [UInt8] = []
    decode(utf8, to: &bytes)
    return MappedText(bytes, sourceMap(in: utf8))
  }
}
