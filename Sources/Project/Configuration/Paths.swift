internal import Glibc

/// Paths as texts.
package enum Paths {
  /// The folder that a path lies in; empty for a name alone.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + name : "\(folder)/\(name)"
  }

  /// An absolute path without `.`, `..` and double slashes.
  static func normalized(_ path: String) -> String {
    var names: [Substring] = []
    for name in path.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }

  /// A path below a folder as it is written from there; nil for one that does not lie below it.
  static func relative(_ path: String, to folder: String) -> String? {
    if path == folder { return "" }
    let start = folder == "/" ? folder : folder + "/"
    guard path.utf8.starts(with: start.utf8) else { return nil }
    return String(Substring(path.utf8.dropFirst(start.utf8.count)))
  }

  /// An absolute path as it is shortest from a folder: below it, above it, or absolute.
  static func shown(_ path: String, from folder: String) -> String {
    if let below = relative(path, to: folder) { return below }
    let parent = Paths.folder(of: path)
    guard let up = relative(folder, to: parent) else { return path }
    return String(repeating: "../", count: up.split(separator: "/").count) + name(of: path)
  }

  /// The folder that the process works in; nil where there is none any more.
  static func workingFolder() -> String? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The absolute path of one as it is written; links are not followed.
  package static func absolute(_ path: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? normalized(path) : normalized(join(workingFolder() ?? "/", path))
  }

  /// An absolute path as it is written in a folder, with `..` where it does not lie below it.
  package static func path(_ path: String, from folder: String) -> String {
    let parts = path.split(separator: "/")
    let base = folder.split(separator: "/")
    var shared = 0
    while shared < parts.count, shared < base.count, parts[shared] == base[shared] { shared += 1 }
    return (base[shared...].map { _ in ".." } + parts[shared...].map(String.init)).joined(separator: "/")
  }

  /// A path as it is written in the folder that the process works in.
  package static func fromWorkingFolder(_ path: String) -> String { self.path(absolute(path), from: absolute(".")) }

  /// Whether a project ends at a folder: it has a configuration or is the top of a git work tree.
  static func isRoot(_ folder: String) -> Bool {
    exists(join(folder, ".git")) || exists(join(folder, ProjectSettings.fileName))
  }

  /// Whether there is something of this path.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
  }
}
