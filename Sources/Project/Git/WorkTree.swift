internal import Glibc

/// The work tree of a repository, and where in it the current folder stands.
///
/// Names are bytes, for git's are, and count from the top; paths are as seen from the current folder.
struct WorkTree: Sendable {
  typealias Name = [UInt8]

  /// The top, as an absolute path.
  private let top: [UInt8]

  /// The current folder below the top, a step an element.
  private let folder: [ArraySlice<UInt8>]

  private static let slash = UInt8(ascii: "/")

  /// - Throws: Git's complaint, where the current folder is in no work tree.
  init() throws(GitError) {
    top = try Git.answer(["rev-parse", "--show-toplevel"]) ?? []
    folder = (try Git.answer(["rev-parse", "--show-prefix"]) ?? []).split(separator: Self.slash)
  }

  init(top: String, folder: String) {
    self.top = Array(top.utf8)
    self.folder = Array(folder.utf8).split(separator: Self.slash)
  }

  /// What a file is called from the current folder.
  func path(of name: Name) -> [UInt8] {
    let steps = name.split(separator: Self.slash)
    var common = 0
    while common < folder.count, common + 1 < steps.count, folder[common] == steps[common] { common += 1 }
    let up = Array(repeating: Array("..".utf8)[...], count: folder.count - common)
    return Array((up + steps[common...]).joined(separator: [Self.slash]))
  }

  /// The name that a path stands for; empty for the top.
  ///
  /// Steps such as `..` are taken out of the path as it is written, as git does.
  ///
  /// - Throws: That the path leads out of the work tree.
  func name(of path: String) throws(GitError) -> Name {
    var steps: [ArraySlice<UInt8>] = []
    let bytes = Array(path.utf8)
    var rest = bytes[...]
    if bytes.first == Self.slash {
      guard let below = self.below(bytes) else { throw Self.outside(path) }
      rest = below
    } else {
      steps = folder
    }
    for step in rest.split(separator: Self.slash) {
      if step.elementsEqual(".".utf8) { continue }
      guard step.elementsEqual("..".utf8) else {
        steps.append(step)
        continue
      }
      guard steps.popLast() != nil else { throw Self.outside(path) }
    }
    return Array(steps.joined(separator: [Self.slash]))
  }

  /// What an absolute path says behind the top; nil where it does not lead there, also where links on the way are followed.
  private func below(_ path: [UInt8]) -> ArraySlice<UInt8>? {
    if let rest = Self.rest(of: path, below: top) { return rest }
    guard let end = path.lastIndex(of: Self.slash), let folder = Self.resolved(path[..<end]) else { return nil }
    return Self.rest(of: folder + path[end...], below: top)
  }

  private static func rest(of path: [UInt8], below top: [UInt8]) -> ArraySlice<UInt8>? {
    guard path.starts(with: top) else { return nil }
    let rest = path[top.count...]
    return rest.isEmpty || rest.first == slash || top.last == slash ? rest : nil
  }

  /// A path without links; nil where it names nothing.
  private static func resolved(_ path: ArraySlice<UInt8>) -> [UInt8]? {
    guard let resolved = unsafe realpath(String(decoding: path.isEmpty ? [slash] : path, as: UTF8.self), nil) else {
      return nil
    }
    defer { unsafe free(resolved) }
    return Array(unsafe String(cString: resolved).utf8)
  }

  private static func outside(_ path: String) -> GitError { GitError("\(path) is not in this repository's work tree") }
}
