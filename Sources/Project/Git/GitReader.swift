internal import Documents
internal import Glibc

/// A file as git names it, read.
package struct GitVersion: Sendable {
  /// What it is called from the current folder.
  package let path: String

  /// Its bytes, or why there are none, in one line.
  package let contents: Result<[UInt8], GitError>

  /// The lines that are asked for; nil for all of them.
  package let changes: ChangedLines?
}

/// Reads files that git names, through one process of git's for all objects.
package struct GitReader: ~Copyable {
  private var process: ChildProcess?

  /// What the process has written and nobody has taken yet.
  private var pending: [UInt8] = []

  package init() {}

  /// The file, or nil where it is gone or has no line that is asked for.
  package mutating func read(_ file: GitFile) -> GitVersion? {
    do throws(GitError) {
      guard let bytes = try contents(of: file) else { return nil }
      guard !bytes.starts(with: Self.pointer) else {
        throw GitError("its contents are not in git but with Git LFS; check the file in the work tree by its PATH")
      }
      guard let base = file.base else { return GitVersion(path: file.path, contents: .success(bytes), changes: nil) }
      let changes = LineComparison.changes(from: try object(base), to: bytes)
      return changes.isEmpty ? nil : GitVersion(path: file.path, contents: .success(bytes), changes: changes)
    } catch {
      return GitVersion(path: file.path, contents: .failure(error), changes: nil)
    }
  }

  /// How a file begins that only says where its contents are.
  ///
  /// The form: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
  private static let pointer = Array("version https://git-lfs.github.com/spec/".utf8)

  private mutating func contents(of file: GitFile) throws(GitError) -> [UInt8]? {
    switch file.contents {
    case .object(let id): return try object(id)
    case .workTree(let path):
      do throws(SystemError) {
        // What was a file may be a link or a pipe by now.
        guard try File.isRegular(path: path) else { return nil }
        return try File(path: path).readAll()
      } catch {
        if error.isMissing { return nil }
        throw GitError(error.description)
      }
    }
  }
}

// MARK: Objects

extension GitReader {
  private mutating func object(_ id: String) throws(GitError) -> [UInt8] {
    if process == nil { process = try Git.start(["cat-file", "--batch"]) }
    do throws(SystemError) {
      try process?.write(Array("\(id)\n".utf8))
    } catch {
      throw end(error)
    }
    // `OBJECT blob SIZE`, a line feed, the bytes and one more.
    let head = String(decoding: try take(upTo: UInt8(ascii: "\n")), as: UTF8.self).split(separator: " ")
    guard head.count == 3, let size = Int(head[2]) else {
      throw GitError("git has no object \(id) here\(head.last == "missing" ? "" : " that can be read")")
    }
    guard size <= File.largest else {
      try drop(size + 1)
      throw GitError(SystemError(code: EFBIG).description)
    }
    while pending.count <= size { try more(upTo: size + 1 - pending.count) }
    let bytes = Array(pending[..<size])
    pending.removeFirst(size + 1)
    guard head[1] == "blob" else { throw GitError("object \(id) is no file") }
    return bytes
  }

  private mutating func take(upTo end: UInt8) throws(GitError) -> [UInt8] {
    while true {
      if let index = pending.firstIndex(of: end) {
        defer { pending.removeFirst(index + 1) }
        return Array(pending[..<index])
      }
      try more(upTo: 1 << 16)
    }
  }

  private mutating func drop(_ count: Int) throws(GitError) {
    var left = count
    while left > 0 {
      if pending.isEmpty { try more(upTo: min(left, 1 << 16)) }
      let part = min(left, pending.count)
      pending.removeFirst(part)
      left -= part
    }
  }

  private mutating func more(upTo limit: Int) throws(GitError) {
    do throws(SystemError) {
      if try process?.read(upTo: limit, appendingTo: &pending) ?? 0 > 0 { return }
    } catch {
      throw end(error)
    }
    throw end(nil)
  }

  /// Gives the process up and answers why; the next object gets a new one.
  private mutating func end(_ error: SystemError?) -> GitError {
    pending = []
    guard var ended = process.take() else { return GitError("git cannot be asked") }
    let status = (try? ended.finish()) ?? 0
    if ended.complaint.isEmpty, let error { return GitError("git cat-file: \(error)") }
    return GitError(complaint: ended.complaint, status: status)
  }
}
