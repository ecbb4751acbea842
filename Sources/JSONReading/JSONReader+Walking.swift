package import SourceText

/// A piece of a JSON text.
package enum JSONEvent {
  case startObject
  case startArray
  /// The end of the object or array that began last.
  case end
  /// The name of the member whose value comes next.
  case name(JSONValue)
  /// A string, a number, a boolean or null.
  case value(JSONValue)
}

extension JSONReader {
  /// Hands over the pieces of the one value that a text consists of, which is UTF-8, in their order.
  ///
  /// - Throws: What is wrong with the text, once all before it has been handed over.
  package static func walk(
    _ utf8: Span<UInt8>, in range: ByteRange, _ take: (JSONEvent) -> Void
  ) throws(JSONError) {
    var reader = JSONReader(range)
    reader.skipSpace(utf8)
    try reader.walk(utf8, depth: 0, take)
    try reader.finish(utf8)
  }

  private mutating func walk(_ utf8: Span<UInt8>, depth: Int, _ take: (JSONEvent) -> Void) throws(JSONError) {
    switch next(utf8) {
    case UInt8(ascii: "{"): try walkObject(utf8, depth: depth, take)
    case UInt8(ascii: "["): try walkArray(utf8, depth: depth, take)
    default: take(.value(try value(utf8, depth: depth)))
    }
  }

  private mutating func walkObject(_ utf8: Span<UInt8>, depth: Int, _ take: (JSONEvent) -> Void) throws(JSONError) {
    try enter(utf8, depth: depth)
    take(.startObject)
    if !self.take(UInt8(ascii: "}"), utf8) {
      while true {
        guard next(utf8) == UInt8(ascii: "\"") else { throw missing("a name in quotation marks") }
        take(.name(try value(utf8, depth: depth)))
        skipSpace(utf8)
        try expect(UInt8(ascii: ":"), "`:`", utf8)
        skipSpace(utf8)
        try walk(utf8, depth: depth + 1, take)
        skipSpace(utf8)
        if self.take(UInt8(ascii: "}"), utf8) { break }
        try expect(UInt8(ascii: ","), "`,` or `}`", utf8)
        skipSpace(utf8)
      }
    }
    take(.end)
  }

  private mutating func walkArray(_ utf8: Span<UInt8>, depth: Int, _ take: (JSONEvent) -> Void) throws(JSONError) {
    try enter(utf8, depth: depth)
    take(.startArray)
    if !self.take(UInt8(ascii: "]"), utf8) {
      while true {
        try walk(utf8, depth: depth + 1, take)
        skipSpace(utf8)
        if self.take(UInt8(ascii: "]"), utf8) { break }
        try expect(UInt8(ascii: ","), "`,` or `]`", utf8)
        skipSpace(utf8)
      }
    }
    take(.end)
  }
}
