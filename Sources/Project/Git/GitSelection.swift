internal import Documents
internal import Glibc

/// A version of a file that git names.
package struct GitFile: Sendable {
  /// Where its contents are.
  enum Contents {
    /// In the object of this id.
    case object(String)
    /// In the work tree, at this path from the current folder.
    case workTree([UInt8])
  }

  /// What it is called from the current folder, for reports.
  package let path: String
  let contents: Contents

  /// The object that holds the version before; nil where the whole file is new, or all of it is asked for.
  let base: String?
}

/// The files that git names for a check.
package struct GitSelection: Sendable {
  /// In the order of their names' bytes.
  package private(set) var files: [GitFile] = []

  /// Files whose contents cannot be told, and why, in one line.
  package private(set) var failures: [(path: String, message: String)] = []

  /// Hidden files that were passed over.
  package private(set) var hidden = 0

  /// Files of other kinds, links and submodules that were passed over.
  package private(set) var others = 0

  /// Files that were passed over because they are not wanted.
  package private(set) var excluded = 0

  /// Paths asked for that name nothing.
  package private(set) var missing: [String] = []

  private let tree: WorkTree
  private var scope: GitScope

  private let excludes: @Sendable (String) -> Bool
  private let includes: @Sendable (String) -> Bool

  /// Asks git.
  ///
  /// - Parameters:
  ///   - paths: What is asked for, as seen from the current folder; everything where there are none.
  ///   - isStaged: Whether the index is meant, not the work tree. Without `base` it always is.
  ///   - base: A revision; only what has changed since `HEAD` has left it is then asked for.
  ///   - excludes: Whether a file that no path names is not wanted.
  ///   - includes: Whether a file is wanted whose name does not tell that it holds drafts.
  /// - Throws: What git complains of.
  package init(
    _ paths: [String], isStaged: Bool, since base: String?, excludes: @escaping @Sendable (String) -> Bool,
    includes: @escaping @Sendable (String) -> Bool
  ) throws(GitError) {
    self.excludes = excludes
    self.includes = includes
    tree = try WorkTree()
    scope = try GitScope(paths, in: tree)
    if let base {
      let commit = try Self.mergeBase(base)
      if isStaged { try addStaged(since: commit, isPart: true) } else { try addWorkTree(since: commit) }
    } else {
      try addStaged(
        since: try Git.answer(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], orNilAt: 1).text, isPart: false)
    }
    try findMissing()
  }

  /// Where `HEAD` and a revision have parted.
  private static func mergeBase(_ revision: String) throws(GitError) -> String {
    guard revision.utf8.first != UInt8(ascii: "-") else { throw GitError("`\(revision)` is no revision") }
    guard let other = try Git.answer(["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"], orNilAt: 1).text
    else {
      throw GitError("`\(revision)` names no commit here; `git fetch` may bring it")
    }
    guard let head = try Git.answer(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], orNilAt: 1).text else {
      throw GitError("HEAD has no commit yet")
    }
    guard let base = try Git.answer(["merge-base", other, head], orNilAt: 1).text else {
      throw GitError("`\(revision)` and HEAD have no commit in common here; a clone that is not shallow may have it")
    }
    return String(base.prefix { !$0.isNewline })
  }
}

// MARK: The index

extension GitSelection {
  /// Adds what is in the index and not so in a commit; everything where there is no commit.
  ///
  /// - Parameter isPart: Whether only what has changed in a file is asked for.
  private mutating func addStaged(since commit: String?, isPart: Bool) throws(GitError) {
    var records: [IndexRecord] = []
    if let commit {
      try IndexRecord.changes(since: commit, findsRenames: isPart) { records.append($0) }
    } else {
      try IndexRecord.all { records.append($0) }
    }
    var last: WorkTree.Name?
    for record in records where !(record.isUnmerged && record.name == last) {
      last = record.name
      guard take(record) else { continue }
      let base = isPart && record.before.mode == .regular ? record.before.object : nil
      add(record.name, .object(record.object), base)
    }
  }

  /// Whether the version of a file that a record tells of is to be checked; counts it where it is not.
  private mutating func take(_ record: IndexRecord) -> Bool {
    // What the commit takes away is met too, so that a path which names it is no mistake.
    let verdict = scope.verdict(on: record.name)
    if record.mode == .none, !record.isUnmerged { return false }
    guard wants(record.name, verdict) else { return false }
    if record.isUnmerged {
      failures.append((path(of: record.name), "a merge has left a conflict; solve it and `git add` the file"))
      return false
    }
    if record.mode != .regular { others += 1 }
    return record.mode == .regular
  }

  private mutating func add(_ name: WorkTree.Name, _ contents: GitFile.Contents, _ base: String?) {
    files.append(GitFile(path: path(of: name), contents: contents, base: base))
  }
}

// MARK: The work tree

extension GitSelection {
  /// Adds what is in the work tree, tracked or not yet; which of it has changed shows when it is read.
  private mutating func addWorkTree(since commit: String) throws(GitError) {
    // What the index has changed; all else is in the commit as it is in the index.
    var bases: [WorkTree.Name: String?] = [:]
    try IndexRecord.changes(since: commit, findsRenames: true) { record in
      bases[record.name] = .some(record.before.mode == .regular ? record.before.object : nil)
    }
    var names: [WorkTree.Name] = []
    var known: Set<WorkTree.Name> = []
    try IndexRecord.all { record in
      guard record.mode == .regular, known.insert(record.name).inserted else { return }
      names.append(record.name)
      if bases[record.name] == nil { bases[record.name] = .some(record.object) }
    }
    try Git.fields(["ls-files", "--others", "--exclude-standard", "-z", "--full-name", "--", ":/"]) { name in
      // A repository inside the other one ends with a slash; its files are its own matter.
      if name.last != UInt8(ascii: "/"), known.insert(Array(name)).inserted { names.append(Array(name)) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    for name in names {
      if wants(name, scope.verdict(on: name)) { add(name, .workTree(tree.path(of: name)), bases[name] ?? nil) }
    }
  }
}

// MARK: Paths

extension GitSelection {
  /// What a file is called from the current folder.
  private func path(of name: WorkTree.Name) -> String { String(decoding: tree.path(of: name), as: UTF8.self) }

  /// Whether a file is asked for; counts it where it is passed over.
  private mutating func wants(_ name: WorkTree.Name, _ verdict: GitScope.Verdict) -> Bool {
    switch verdict {
    case .outside: return false
    case .named: return true
    case .hidden: hidden += 1
    case .met:
      let path = path(of: name)
      guard DocumentKind(path: path) != nil || includes(path) else {
        others += 1
        return false
      }
      if !excludes(path) { return true }
      excluded += 1
    }
    return false
  }

  /// Finds the paths that name nothing: neither in the index nor in the work tree.
  private mutating func findMissing() throws(GitError) {
    let unmet = scope.unmet.filter { path in
      var status = stat()
      return unsafe lstat(path.path, &status) != 0
    }
    guard !unmet.isEmpty else { return }
    // Only now is it worth to go through all of the index.
    var scope = scope
    try IndexRecord.all { _ = scope.verdict(on: $0.name) }
    missing = unmet.map(\.path).filter { path in scope.unmet.contains { $0.path == path } }
  }
}

extension [UInt8]? {
  fileprivate var text: String? { map { String(decoding: $0, as: UTF8.self) } }
}
