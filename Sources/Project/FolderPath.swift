internal import Glibc

/// Paths as text: absolute, and relative to a folder.
package enum FolderPath {
  /// The absolute path of a file or folder without `.`, `..` and doubled slashes; links are not followed.
  package static func absolute(_ path: String) -> String {
    let whole = path.utf8.first == UInt8(ascii: "/") ? path : "\(workingFolder)/\(path)"
    var parts: [Substring] = []
    for part in whole.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The folder that an absolute path lies in; that of `/` is itself.
  package static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.utf8.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// An absolute path as seen from a folder, with `..` where it lies outside.
  package static func relative(_ path: String, to folder: String) -> String {
    let parts = path.split(separator: "/")
    let base = folder.split(separator: "/")
    var shared = 0
    while shared < parts.count, shared < base.count, parts[shared] == base[shared] { shared += 1 }
    return (base[shared...].map { _ in ".." } + parts[shared...].map(String.init)).joined(separator: "/")
  }

  /// The path of something in a folder.
  package static func joined(_ folder: String, _ name: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : "\(folder)/\(name)"
  }

  /// An absolute path as people read it: relative to the working folder where it lies below.
  package static func shown(_ path: String) -> String {
    let relative = relative(path, to: absolute("."))
    return relative.isEmpty || relative.hasPrefix("..") ? path : relative
  }

  /// Whether a project ends at a folder: it has a configuration or is the top of a git work tree.
  package static func isRoot(_ folder: String) -> Bool {
    exists(joined(folder, ".git")) || exists(joined(folder, ".buyerlint.yml"))
  }

  /// Whether there is something of this path.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
  }

  private static var workingFolder: String {
    guard let name = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(name) }
    return unsafe String(cString: name)
  }
}
