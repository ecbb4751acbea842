internal import Glibc

/// The documents that paths name, in the order in which they are checked.
package struct DocumentTree: Sendable {
  /// The files: those named, and those found below the directories named, these in the order of their bytes.
  package private(set) var files: [String] = []

  /// Hidden files and directories that were met and passed over.
  package private(set) var hidden = 0

  /// Files of kinds that hold no drafts that were met and passed over.
  package private(set) var others = 0

  /// What the paths name that could not be read, and why.
  package private(set) var failures: [(path: String, error: SystemError)] = []

  /// Directories named that hold no document.
  package private(set) var barren: [String] = []

  /// The name endings of files that are read when a directory is named.
  private let endings: [String]

  package init(endings: [String] = DocumentKind.allCases.flatMap(\.endings)) { self.endings = endings }

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
      switch status.st_mode & S_IFMT {
      case S_IFDIR: walk(path)
      // Not a named pipe, say, on which reading would wait for ever.
      case S_IFREG where isDocument(name), S_IFLNK where isDocument(name): files.append(path)
      default: others += 1
      }
    }
  }

  private func isDocument(_ name: String) -> Bool { endings.contains(where: name.hasSuffix) }

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
