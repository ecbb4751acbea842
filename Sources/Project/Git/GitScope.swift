/// Which files of a repository are asked for: all that hold drafts, or those that paths name.
///
/// It tells what a walk through the same folders would do: hidden files or folders below what is named are not met.
struct GitScope {
  enum Verdict {
    case outside
    case hidden
    /// It lies in a folder that is asked for.
    case met
    /// It is asked for itself.
    case named
  }

  /// The names of what is asked for, and the paths that stood for them.
  private var paths: [WorkTree.Name: String] = [:]
  private var met: Set<WorkTree.Name> = []

  /// - Throws: That a path leads out of the work tree.
  init(_ paths: [String], in tree: WorkTree) throws(GitError) {
    for path in paths { self.paths[try tree.name(of: path)] = path }
    if paths.isEmpty { self.paths[[]] = "" }
  }

  /// Whether a file belongs to what is asked for.
  mutating func verdict(on name: WorkTree.Name) -> Verdict {
    if paths[name] != nil {
      met.insert(name)
      return .named
    }
    var verdict = Verdict.outside
    var isVisible = true
    // From the file upwards, so that what is nearest counts.
    var end = name.count
    while end > 0, verdict != .met {
      let start = name[..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
      if name[start] == UInt8(ascii: ".") { isVisible = false }
      end = max(0, start - 1)
      let folder = Array(name[..<end])
      guard paths[folder] != nil else { continue }
      met.insert(folder)
      verdict = isVisible ? .met : .hidden
    }
    return verdict
  }

  /// The paths to which no file has belonged so far, with their names.
  var unmet: [(name: WorkTree.Name, path: String)] {
    paths.filter { !met.contains($0.key) && !$0.key.isEmpty }.map { ($0.key, $0.value) }.sorted { $0.1 < $1.1 }
  }
}
