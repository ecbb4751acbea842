internal import JSONReading
internal import SourceText

/// A value in a message.
struct Payload: Sendable {
  private let bytes: [UInt8]
  private let value: JSONValue

  private init(_ bytes: [UInt8], _ value: JSONValue) {
    self.bytes = bytes
    self.value = value
  }

  /// Reads the content of a message.
  ///
  /// - Throws: Where it is no JSON.
  init(_ bytes: [UInt8]) throws(JSONError) {
    self.init(bytes, try JSONReader.value(bytes.span, in: bytes.indices))
  }

  var kind: JSONValue.Kind { value.kind }

  /// The member of a name; nil where there is none or it is null.
  subscript(_ name: String) -> Payload? { members.last { $0.name == name && $0.value.kind != .null }?.value }

  /// The members in their order; empty for what is no object.
  var members: [(name: String, value: Payload)] {
    guard value.kind == .object else { return [] }
    var members: [JSONMember] = []
    // The whole was read, so its parts can be.
    try? JSONReader.appendMembers(bytes.span, in: value.range, to: &members)
    return members.map { ($0.name.string(in: bytes.span) ?? "", Payload(bytes, $0.value)) }
  }

  /// The elements; nil for what is no array.
  var elements: [Payload]? {
    guard value.kind == .array else { return nil }
    var elements: [JSONValue] = []
    try? JSONReader.appendElements(bytes.span, in: value.range, to: &elements)
    return elements.map { Payload(bytes, $0) }
  }

  /// What a string says, in UTF-8.
  var utf8: [UInt8]? {
    guard value.kind == .string else { return nil }
    var decoded: [UInt8] = []
    value.decode(bytes.span, to: &decoded)
    return decoded
  }

  var string: String? { utf8.map { String(decoding: $0, as: UTF8.self) } }

  var integer: Int? { value.kind == .number ? Int(String(decoding: raw, as: UTF8.self)) : nil }

  var boolean: Bool? { value.boolean(in: bytes.span) }

  /// The value as it is written.
  var raw: [UInt8] { Array(bytes[value.range]) }
}
