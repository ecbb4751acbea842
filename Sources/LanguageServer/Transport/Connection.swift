internal import Documents
internal import Synchronization

/// What the client reads: whole messages, whichever thread sends them.
final class Connection: Sendable {
  private let file: OutputFile

  /// Whether the client has stopped to read.
  private let isBroken = Mutex(false)

  init(_ file: OutputFile) { self.file = file }

  /// Sends the content of a message; nothing is sent once the client has gone.
  func send(_ content: [UInt8]) {
    isBroken.withLock { isBroken in
      if isBroken { return }
      do throws(SystemError) {
        try file.write(Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content)
      } catch {
        isBroken = true
      }
    }
  }
}
