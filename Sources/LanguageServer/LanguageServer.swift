internal import Documents

/// A language server on standard input and output.
package enum LanguageServer {
  /// Serves one client until it says `exit` or goes.
  ///
  /// - Parameters:
  ///   - options: What the command line says.
  ///   - readSettings: Lays a client's settings over them.
  /// - Returns: 0 where the client has shut the server down before it went, else 1.
  package static func run(version: String, _ options: ServerOptions, _ readSettings: @escaping ReadSettings) -> Int32 {
    let session = Session(Connection(.standardOutput), version: version, options, readSettings)
    let input = File.standardInput
    var parser = FrameParser()
    var piece: [UInt8] = []
    while true {
      piece.removeAll(keepingCapacity: true)
      // Where input cannot be read the client is gone too.
      guard let count = try? input.read(upTo: 1 << 16, appendingTo: &piece), count > 0 else { break }
      parser.append(piece)
      while let frame = parser.next() {
        session.receive(frame)
        if let status = session.exitStatus { return status }
      }
    }
    return session.end()
  }
}
