internal import Documents

/// Asks git.
///
/// Git finds the repository as it always does, from the current folder and the variables that hooks set. Whatever programs the
/// repository's configuration names are not run: no pager, no diff driver, no filter (git never reads the work tree here), no
/// monitor of files, and no transport, which a clone that lacks objects would use to fetch them.
enum Git {
  private static let options = [
    "--no-pager", "--no-optional-locks", "--no-replace-objects", "-c", "core.fsmonitor=false",
  ]

  private static let environment: [String: String?] = [
    "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1",
    // What is asked for is written so that it means the same everywhere.
    "GIT_LITERAL_PATHSPECS": nil, "GIT_GLOB_PATHSPECS": nil, "GIT_NOGLOB_PATHSPECS": nil, "GIT_ICASE_PATHSPECS": nil,
    // Complaints are shown; their words are better the same everywhere too.
    "LC_ALL": "C", "LANGUAGE": nil,
  ]

  /// Starts a git command.
  static func start(_ arguments: [String]) throws(GitError) -> ChildProcess {
    do throws(SystemError) {
      return try ChildProcess(["git"] + options + arguments, environment: environment)
    } catch {
      throw GitError("git cannot be started: \(error)")
    }
  }

  /// What a command writes, without the line feed at its end.
  ///
  /// - Parameter nothing: A status that says that there is no answer.
  /// - Returns: The bytes, or nil where the status was `nothing`.
  static func answer(_ arguments: [String], orNilAt nothing: Int32? = nil) throws(GitError) -> [UInt8]? {
    var bytes: [UInt8] = []
    let status = try read(arguments) { bytes.append(contentsOf: $0) }
    if status.code == nothing { return nil }
    guard status.code == 0 else { throw GitError(complaint: status.complaint, status: status.code) }
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return bytes
  }

  /// Hands over what a command writes, cut at each zero byte.
  ///
  /// - Complexity: Memory for one piece and one field.
  static func fields(_ arguments: [String], _ body: (ArraySlice<UInt8>) throws(GitError) -> Void) throws(GitError) {
    var pending: [UInt8] = []
    let status = try read(arguments) { piece throws(GitError) in
      pending.append(contentsOf: piece)
      var start = 0
      while let end = pending[start...].firstIndex(of: 0) {
        try body(pending[start..<end])
        start = end + 1
      }
      pending.removeSubrange(..<start)
    }
    guard status.code == 0 else { throw GitError(complaint: status.complaint, status: status.code) }
    guard pending.isEmpty else { throw GitError("git \(arguments[0]): the answer breaks off") }
  }

  private static func read(
    _ arguments: [String], _ body: ([UInt8]) throws(GitError) -> Void
  ) throws(GitError) -> (code: Int32, complaint: [UInt8]) {
    var process = try start(arguments)
    var piece: [UInt8] = []
    while true {
      do throws(SystemError) {
        if try process.read(upTo: 1 << 16, appendingTo: &piece) == 0 {
          return (try process.finish(), process.complaint)
        }
      } catch {
        throw GitError("git \(arguments[0]): \(error)")
      }
      try body(piece)
      piece.removeAll(keepingCapacity: true)
    }
  }
}
