internal import Glibc

/// An open file or stream, read from its start to its end.
package struct File: ~Copyable {
  private let descriptor: Int32
  private let isOwned: Bool

  /// The largest document, and the longest line of NDJSON, in bytes.
  package static let largest = 1 << 28

  /// Standard input.
  package static var standardInput: File { File(descriptor: STDIN_FILENO, isOwned: false) }

  /// Opens a file for reading.
  ///
  /// - Throws: The system's failure; `EISDIR` for a directory.
  package init(path: String) throws(SystemError) { try self.init(path: Array(path.utf8)) }

  /// Opens a file whose path need not be UTF-8.
  ///
  /// - Throws: The system's failure; `EISDIR` for a directory.
  package init(path: [UInt8]) throws(SystemError) {
    let descriptor = unsafe Self.terminated(path).withUnsafeBufferPointer { name in
      unsafe open(name.baseAddress!, O_RDONLY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw SystemError() }
    self.init(descriptor: descriptor, isOwned: true)
  }

  /// Whether a path names a regular file, not a directory, a link or a device.
  ///
  /// - Throws: The system's failure, where it names nothing for one.
  package static func isRegular(path: [UInt8]) throws(SystemError) -> Bool {
    var status = stat()
    let result = unsafe terminated(path).withUnsafeBufferPointer { unsafe lstat($0.baseAddress!, &status) }
    guard result == 0 else { throw SystemError() }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// A path as the C library takes it; one with a zero byte in it names nothing there, for it ends at that byte.
  private static func terminated(_ path: [UInt8]) -> [CChar] { path.map { CChar(bitPattern: $0) } + [0] }

  private init(descriptor: Int32, isOwned: Bool) {
    self.descriptor = descriptor
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Appends what the file has ready, at most `limit` bytes; waits only while there is nothing.
  ///
  /// - Returns: How many bytes came; 0 is the end.
  package func read(upTo limit: Int, appendingTo bytes: inout [UInt8]) throws(SystemError) -> Int {
    let count = bytes.count
    // Growing by the factor two keeps the reading of one long line linear.
    if bytes.capacity - count < limit { bytes.reserveCapacity(max(count + limit, 2 * bytes.capacity)) }
    var received = 0
    bytes.append(addingCapacity: limit) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
        repeat {
          received = unsafe Glibc.read(descriptor, buffer.baseAddress, limit)
        } while received < 0 && waitsAgain()
        initialized = max(0, received)
      }
    }
    guard received >= 0 else { throw SystemError() }
    return bytes.count - count
  }

  /// Whether to read again after a failure: nothing was wrong, or there was nothing yet in a stream that does not wait.
  private func waitsAgain() -> Bool {
    if errno == EINTR { return true }
    guard errno == EAGAIN else { return false }
    var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&poller, 1, -1) >= 0 || errno == EINTR
  }

  /// All that is left.
  ///
  /// - Throws: The system's failure; `EFBIG` past ``largest``.
  package func readAll() throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_size > 0 { bytes.reserveCapacity(Int(status.st_size) + 1) }
    while try read(upTo: max(1 << 16, bytes.capacity - bytes.count), appendingTo: &bytes) > 0 {
      guard bytes.count <= Self.largest else { throw SystemError(code: EFBIG) }
    }
    return bytes
  }
}
