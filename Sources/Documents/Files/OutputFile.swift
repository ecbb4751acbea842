internal import Glibc

/// An open file or stream to write to.
///
/// It stays open until the process ends.
package struct OutputFile: Sendable {
  private let descriptor: Int32

  package static var standardOutput: OutputFile { OutputFile(descriptor: STDOUT_FILENO) }
  package static var standardError: OutputFile { OutputFile(descriptor: STDERR_FILENO) }

  /// Opens a file to write it anew.
  package init(path: String) throws(SystemError) {
    try self.init(path, O_TRUNC)
  }

  /// Opens a file that is not there yet.
  ///
  /// - Throws: The system's failure; one that ``SystemError/isExisting`` where it is there.
  package init(newPath path: String) throws(SystemError) {
    try self.init(path, O_EXCL)
  }

  private init(_ path: String, _ flag: Int32) throws(SystemError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | flag | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError() }
    self.init(descriptor: descriptor)
  }

  /// Makes a program at a path where there is nothing yet.
  package init(newProgramAt path: String) throws(SystemError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o777)
    guard descriptor >= 0 else { throw SystemError() }
    self.init(descriptor: descriptor)
  }

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Whether a person reads along.
  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all bytes, waiting where the reader is slow.
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        unsafe poll(&poller, 1, -1)
      } else if errno != EINTR {
        throw SystemError()
      }
    }
  }

  /// Writes all bytes to the disk, and closes the file.
  package func writeAndClose(_ bytes: [UInt8]) throws(SystemError) {
    defer { close(descriptor) }
    try write(bytes)
    guard fsync(descriptor) == 0 else { throw SystemError() }
  }
}
