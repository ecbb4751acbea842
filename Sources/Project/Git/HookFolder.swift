internal import Documents
internal import Glibc

/// The folder from which git runs a repository's hooks.
package struct HookFolder: Sendable {
  /// Its path.
  package let path: String

  /// Whether it belongs to this repository, and not to others as well.
  package let isOwn: Bool

  /// Asks git, which knows `core.hooksPath`, linked work trees and submodules.
  ///
  /// - Throws: Git's complaint, where the current folder is in no work tree.
  package init() throws(GitError) {
    func answer(_ arguments: [String]) throws(GitError) -> String {
      String(decoding: try Git.answer(["rev-parse"] + arguments) ?? [], as: UTF8.self)
    }
    let top = try answer(["--show-toplevel"])
    path = try answer(["--git-path", "hooks"])
    let common = try answer(["--git-common-dir"])
    let place = Self.resolved(path)
    isOwn = [top, common].map(Self.resolved).contains { place == $0 || place.hasPrefix($0 + "/") }
  }

  /// The path without links; what does not exist yet is taken below the last folder that does.
  private static func resolved(_ path: String) -> String {
    var existing = path[...]
    var rest = ""
    while true {
      if let resolved = unsafe realpath(existing.isEmpty ? "/" : String(existing), nil) {
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved) + rest
      }
      guard let slash = existing.lastIndex(of: "/") else {
        // A path from here whose first step does not exist.
        guard !existing.isEmpty, existing != "." else { return path }
        return resolved(".") + "/" + existing + rest
      }
      rest = existing[slash...] + rest
      existing = existing[..<slash]
    }
  }
}
