internal import Glibc

/// The documents that paths name, in the order in which they are checked.
package struct DocumentTree: Sendable {
  /// The files: those named, and those found below the directories named, these in the order of their bytes.
  package private(set) var files: [String] = []

  /// Hidden files and directories that were met and passed over.
  package private(set) var hidden = 0

  /// Files of kinds that hold no drafts that were met and passed over.
  package private(set) var others = 0

  /// Files and directories that were met and are not wanted.
  package private(set) var excluded = 0

  /// What the paths name that could not be read, and why.
  package private(set) var failures: [(path: String, error: SystemError)] = []

  /// Directories named that hold no document.
  package private(set) var barren: [String] = []

  /// The name endings of files that are read when a directory is named.
  private let endings: [String]

  /// Whether a file or directory that is met is not wanted, and whether a file is that has another ending.
  private let excludes: @Sendable (String) -> Bool
  private let includes: @Sendable (String) -> Bool

  package init(
    endings: [String] = DocumentKind.allCases.flatMap(\.endings),
    excludes: @escaping @Sendable (String) -> Bool = { _ in false },
    includes: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.endings = endings
    self.excludes = excludes
    self.includes = includes
  }

  /// Adds what a path names.
  ///
  /// A file is taken whatever its name is; links to directories are followed only where named.
  package mutating func add(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      failures.append((path, SystemError()))
      return
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      files.append(path)
      return
    }
    let before = (files.count, failures.count)
    walk(path)
    if (files.count, failures.count) == before { barren.append(path) }
  }

  private mutating func walk(_ directory: String) {
    guard let names = Self.names(in: directory) else {
      failures.append((directory, SystemError()))
      return
    }
    for name in names {
      if name.utf8.first == UInt8(ascii: ".") {
        hidden += 1
        continue
      }
      let path = directory.utf8.last == UInt8(ascii: "/") ? directory + name : "\(directory)/\(name)"
      var status = stat()
      guard unsafe lstat(path, &status) == 0 else {
        failures.append((path, SystemError()))
        continue
      }
      let isDirectory = status.st_mode & S_IFMT == S_IFDIR
      guard isDirectory || isDocument(path, status) else {
        others += 1
        continue
      }
      if excludes(path) {
        excluded += 1
      } else if isDirectory {
        walk(path)
      } else {
        files.append(path)
      }
    }
  }

  private func isDocument(_ path: String, _ status: stat) -> Bool {
    // Not a named pipe, say, on which reading would wait for ever.
    guard [S_IFREG, S_IFLNK].contains(status.st_mode & S_IFMT) else { return false }
    return endings.contains(where: path.hasSuffix) || includes(path)
  }

  /// The names in a directory, sorted by their bytes, or nil (with `errno` set) where it cannot be read.
  private static func names(in directory: String) -> [String]? {
    guard let stream = unsafe opendir(directory) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
