internal import Documents
// The C library's list of variables is shared by all threads; nothing in this program changes it.
@unsafe @preconcurrency internal import Glibc

/// A program that runs beside this one, without a shell between.
///
/// Its standard input is a socket, for writing to a pipe whose reader has gone would end this process; its output and what it
/// complains of are read together, so that neither waits for the other.
struct ChildProcess: ~Copyable {
  private let identifier: pid_t
  private let input: Int32
  private let output: Int32
  private let errors: Int32
  private var isRunning = true
  private var errorsAreOpen = true

  /// The first of what it writes to standard error.
  private(set) var complaint: [UInt8] = []

  /// Bytes of the complaint that are kept; the rest is read and dropped.
  private static let longestComplaint = 1 << 12

  /// Starts a program that is found as a shell finds it.
  ///
  /// - Parameters:
  ///   - arguments: The program's name, then what it is given.
  ///   - environment: Variables to set, or to take away where the value is nil.
  /// - Throws: The system's failure; `ENOENT` where there is no such program.
  init(_ arguments: [String], environment: [String: String?] = [:]) throws(SystemError) {
    let streams = try Streams()
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_adddup2(&actions, streams.input.theirs, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, streams.output.theirs, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, streams.errors.theirs, STDERR_FILENO)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    var identifier = pid_t()
    let variables = Self.variables(environment)
    let status = unsafe CStrings.with(arguments) { words in
      unsafe CStrings.with(variables) { variables in
        unsafe posix_spawnp(&identifier, words[0]!, &actions, nil, words, variables)
      }
    }
    streams.closeTheirs()
    guard status == 0 else {
      streams.closeOurs()
      throw SystemError(code: status)
    }
    self.identifier = identifier
    input = streams.input.ours
    output = streams.output.ours
    errors = streams.errors.ours
  }

  deinit {
    if isRunning {
      for descriptor in [input, output, errors] { close(descriptor) }
      _ = Self.wait(for: identifier)
    }
  }

  /// Appends what the program has written, at most `limit` bytes; waits while there is nothing.
  ///
  /// - Returns: How many bytes came; 0 is the end.
  mutating func read(upTo limit: Int, appendingTo bytes: inout [UInt8]) throws(SystemError) -> Int {
    while true {
      var polls = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorsAreOpen ? errors : -1, events: Int16(POLLIN), revents: 0),
      ]
      guard unsafe poll(&polls, 2, -1) >= 0 else {
        if errno == EINTR { continue }
        throw SystemError()
      }
      if polls[1].revents != 0 { try readErrors() }
      if polls[0].revents != 0 { return try Self.read(output, upTo: limit, appendingTo: &bytes) }
    }
  }

  /// Writes to the program's standard input.
  ///
  /// - Throws: The system's failure; `EPIPE` where the program reads no more.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe send(input, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written, Int32(MSG_NOSIGNAL))
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw SystemError()
      }
    }
  }

  /// Ends the program's input, drops what it still writes, and waits for its end.
  ///
  /// - Returns: The status as a shell tells it: 128 and the signal's number where a signal has ended it.
  mutating func finish() throws(SystemError) -> Int32 {
    shutdown(input, Int32(SHUT_WR))
    var dropped: [UInt8] = []
    while try read(upTo: 1 << 16, appendingTo: &dropped) > 0 { dropped.removeAll(keepingCapacity: true) }
    while errorsAreOpen { try readErrors() }
    isRunning = false
    for descriptor in [input, output, errors] { close(descriptor) }
    let status = Self.wait(for: identifier)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  private mutating func readErrors() throws(SystemError) {
    var bytes: [UInt8] = []
    errorsAreOpen = try Self.read(errors, upTo: 1 << 12, appendingTo: &bytes) > 0
    complaint.append(contentsOf: bytes.prefix(Self.longestComplaint - complaint.count))
  }

  private static func read(
    _ descriptor: Int32, upTo limit: Int, appendingTo bytes: inout [UInt8]
  ) throws(SystemError) -> Int {
    var received = 0
    bytes.append(addingCapacity: limit) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
        repeat {
          received = unsafe Glibc.read(descriptor, buffer.baseAddress, limit)
        } while received < 0 && errno == EINTR
        initialized = max(0, received)
      }
    }
    guard received >= 0 else { throw SystemError() }
    return received
  }

  private static func wait(for identifier: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
    return status
  }

  /// The variables of this process with some set or taken away, as `NAME=value`.
  private static func variables(_ changes: [String: String?]) -> [String] {
    var variables: [String] = []
    var index = 0
    while let variable = unsafe environ[index] {
      let text = unsafe String(cString: variable)
      if !changes.keys.contains(where: { text.hasPrefix($0 + "=") }) { variables.append(text) }
      index += 1
    }
    for (name, value) in changes {
      if let value { variables.append("\(name)=\(value)") }
    }
    return variables
  }
}

/// The streams of a program, as pairs of sockets that no other program inherits by chance.
private struct Streams {
  let input: (ours: Int32, theirs: Int32)
  let output: (ours: Int32, theirs: Int32)
  let errors: (ours: Int32, theirs: Int32)

  init() throws(SystemError) {
    var ends: [Int32] = []
    while ends.count < 6 {
      var pair: [Int32] = [-1, -1]
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      guard unsafe socketpair(AF_UNIX, kind, 0, &pair) == 0 else {
        let error = SystemError()
        for end in ends { close(end) }
        throw error
      }
      ends += pair
    }
    input = (ends[0], ends[1])
    output = (ends[2], ends[3])
    errors = (ends[4], ends[5])
  }

  func closeOurs() { for end in [input.ours, output.ours, errors.ours] { close(end) } }
  func closeTheirs() { for end in [input.theirs, output.theirs, errors.theirs] { close(end) } }
}

private enum CStrings {
  /// Hands over strings as the C library takes lists of them, with a null at the end.
  static func with<Answer>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Answer
  ) -> Answer {
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() { unsafe (list + index).initialize(to: strdup(string)) }
    unsafe (list + strings.count).initialize(to: nil)
    defer {
      for index in strings.indices { unsafe free(list[index]) }
      unsafe list.deallocate()
    }
    return unsafe body(list)
  }
}
