internal import Reporting

extension JSONWriter {
  /// A member whose name is not known beforehand.
  mutating func member(_ name: String, _ write: (inout JSONWriter) -> Void) {
    key(name)
    write(&self)
  }

  mutating func member(_ name: StaticString, _ string: String) {
    self.name(name)
    self.string(string)
  }

  mutating func member(_ name: StaticString, _ number: Int) {
    self.name(name)
    self.number(number)
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    self.name(name)
    boolean(value)
  }

  mutating func place(_ place: Place) {
    object { writer in
      writer.member("line", place.line)
      writer.member("character", place.character)
    }
  }

  mutating func range(_ start: Place, _ end: Place) {
    name("range")
    object { writer in
      writer.name("start")
      writer.place(start)
      writer.name("end")
      writer.place(end)
    }
  }
}

/// Messages of the server's.
enum Answer {
  typealias Content = (inout JSONWriter) -> Void

  static func result(_ id: RequestID, _ content: Content) -> [UInt8] {
    message { writer in
      writer.name("id")
      writer.raw(id.json)
      writer.name("result")
      content(&writer)
    }
  }

  /// An answer that says why there is no result; without an id where the request's could not be read.
  static func failure(_ id: RequestID?, _ error: ResponseError) -> [UInt8] {
    message { writer in
      writer.name("id")
      if let id { writer.raw(id.json) } else { writer.null() }
      writer.name("error")
      writer.object { writer in
        writer.member("code", error.code)
        writer.member("message", error.message)
      }
    }
  }

  static func notification(_ method: String, _ params: Content) -> [UInt8] {
    message { writer in
      writer.member("method", method)
      writer.name("params")
      params(&writer)
    }
  }

  /// A request of the server's; without parameters where `params` is nil.
  static func request(_ id: RequestID, _ method: String, _ params: Content?) -> [UInt8] {
    message { writer in
      writer.name("id")
      writer.raw(id.json)
      writer.member("method", method)
      if let params {
        writer.name("params")
        params(&writer)
      }
    }
  }

  private static func message(_ content: Content) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("jsonrpc", "2.0")
      content(&writer)
    }
    return writer.finish()
  }
}
