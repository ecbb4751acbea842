internal import Documents
internal import Glibc

/// A folder, and what lies in it: all that a configuration may read.
///
/// A configuration comes with a repository that somebody else may have written. Whatever it names has to lie in its own
/// folder, links followed.
struct FolderTree: Sendable {
  /// Without links.
  private let root: String

  /// What a path does that is not taken, in one line.
  struct Failure: Error {
    let message: String
  }

  /// The tree below a folder.
  init(_ folder: String) throws(SystemError) { root = try realPath(folder) }

  /// The file or folder that a configuration names.
  ///
  /// - Parameters:
  ///   - name: As it is written.
  ///   - folder: The folder of the file that it is written in.
  /// - Returns: Its path.
  func path(_ name: String, from folder: String) throws(Failure) -> String {
    guard name.utf8.first != UInt8(ascii: "/") else {
      throw Failure(message: "`\(name)` is an absolute path; it has to be relative, to a place below this folder")
    }
    guard !name.split(separator: "/").contains(".."), !name.utf8.contains(0) else {
      throw Failure(message: "`\(name)` leads upwards; it has to lie below this folder")
    }
    let path = "\(folder)/\(name)"
    try check(path, called: name)
    return path
  }

  /// Sees to it that a path lies in the tree.
  func check(_ path: String, called name: String) throws(Failure) {
    let real: String
    do throws(SystemError) {
      real = try realPath(path)
    } catch {
      throw Failure(message: "`\(name)`: \(error)")
    }
    guard real == root || real.hasPrefix(root == "/" ? root : root + "/") else {
      throw Failure(message: "`\(name)` is a link that leads out of the configuration's folder")
    }
  }
}

/// The path without links, `.` and `..`.
private func realPath(_ path: String) throws(SystemError) -> String {
  guard let real = unsafe realpath(path, nil) else { throw SystemError() }
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}

/// What stands at a path, links followed.
enum PathKind {
  case nothing
  case file
  case folder
  /// A pipe or a device, on which reading may never end.
  case other

  init(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      self = .nothing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}
