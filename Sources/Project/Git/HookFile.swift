internal import Documents
internal import Glibc

/// A repository's hook that runs before commits: what it is, and how ours gets there and away again.
package struct HookFile: Sendable {
  package enum State: Hashable, Sendable {
    /// Nothing is there.
    case absent
    /// Ours; `runsFirst` is another hook that it runs before, `isExecutable` whether git runs it.
    case ours(runsFirst: String?, isExecutable: Bool)
    /// Ours, changed by somebody since.
    case changed
    /// Another one.
    case other
  }

  package let path: String

  /// Where another hook is kept while ours runs it.
  package let kept: String

  private let folder: String
  private static let name = "pre-commit"
  private static let keptName = "pre-commit.before-buyerlint"

  /// The hook in a folder of hooks.
  package init(folder: String) {
    self.folder = folder
    path = "\(folder)/\(Self.name)"
    kept = "\(folder)/\(Self.keptName)"
  }

  /// What is there now.
  package func state() throws(GitError) -> State {
    guard exists(path) else { return .absent }
    // A link leads to a file that is somebody's, and is not ours to write to.
    guard let text = try contents() else { return .other }
    guard HookScript.isOurs(text) else { return .other }
    guard let script = HookScript(text, first: Self.keptName) else { return .changed }
    return .ours(runsFirst: script.first.map { "\(folder)/\($0)" }, isExecutable: unsafe access(path, X_OK) == 0)
  }

  /// Puts our hook there, whole or not at all.
  ///
  /// - Parameters:
  ///   - program: The absolute path of the program that it runs where none is found by its name.
  ///   - chains: Whether a hook that is there is kept and run first.
  ///   - replaces: Whether our hook is written anew where somebody has changed it.
  /// - Returns: What was there before.
  @discardableResult
  package func install(program: [UInt8], chains: Bool, replaces: Bool) throws(GitError) -> State {
    let state = try state()
    var first: String?
    switch state {
    case .absent:
      guard !exists(kept) else {
        throw GitError("\(kept) is left of an earlier hook: name it \(Self.name) again, or remove it")
      }
    case .ours(let runsFirst, _): first = runsFirst.map { _ in Self.keptName }
    case .changed:
      guard replaces else {
        throw GitError("\(path) was changed since it was installed; `--force` writes it anew")
      }
      first = exists(kept) ? Self.keptName : nil
    case .other:
      guard chains else {
        throw GitError(
          "there is a hook already, \(path). Add the line `buyerlint check --staged || exit` to it, or let "
            + "`buyerlint hook install --chain` keep it and run it first")
      }
      guard !exists(kept) else { throw GitError("\(kept) exists already, and would be overwritten") }
      first = Self.keptName
    }
    let script = HookScript(program: program, first: first)
    try make(folder)
    let draft = try write(script.text)
    if state == .other {
      // A second name for the old hook, so that at every moment there is one that git runs.
      guard unsafe link(path, kept) == 0 else { throw undo(draft, "\(kept) cannot be written") }
    }
    // A hook that has come in between is not overwritten.
    let isPlaced = unsafe state == .absent ? link(draft, path) == 0 : rename(draft, path) == 0
    guard isPlaced else { throw undo(draft, "\(path) cannot be written") }
    if state == .absent { unsafe unlink(draft) }
    return state
  }

  /// Takes our hook away, and puts back the one that was there before.
  ///
  /// - Parameter replaces: Whether it is taken away also where somebody has changed it.
  /// - Returns: What was there before.
  @discardableResult
  package func uninstall(replaces: Bool) throws(GitError) -> State {
    let state = try state()
    var putsBack = exists(kept)
    switch state {
    case .absent: return state
    case .other: throw GitError("\(path) is not buyerlint's")
    case .changed:
      guard replaces else {
        throw GitError("\(path) was changed since it was installed; `--force` takes it away all the same")
      }
    case .ours(nil, _): putsBack = false
    case .ours: break
    }
    let isGone = unsafe putsBack ? rename(kept, path) == 0 : unlink(path) == 0
    guard isGone else { throw GitError("\(path) cannot be taken away: \(SystemError())") }
    return state
  }
}

// MARK: Files

extension HookFile {
  /// Whether there is anything at a path, be it a link to nowhere.
  private func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// The bytes of the hook; nil where it is no plain file.
  private func contents() throws(GitError) -> [UInt8]? {
    do throws(SystemError) {
      guard try File.isRegular(path: Array(path.utf8)) else { return nil }
      return try File(path: path).readAll()
    } catch {
      throw GitError("\(path): \(error)")
    }
  }

  private func make(_ folder: String) throws(GitError) {
    guard unsafe mkdir(folder, 0o777) != 0, errno != EEXIST else { return }
    throw GitError("\(folder) cannot be made: \(SystemError())")
  }

  /// Writes a new file beside the hook, which all who may run programs here may run, and answers its path.
  private func write(_ bytes: [UInt8]) throws(GitError) -> String {
    let path = "\(self.path).\(getpid())"
    do throws(SystemError) {
      try OutputFile(newProgramAt: path).writeAndClose(bytes)
    } catch {
      unsafe unlink(path)
      throw GitError("\(path) cannot be written: \(error)")
    }
    return path
  }

  private func undo(_ draft: String, _ message: String) -> GitError {
    let error = SystemError()
    unsafe unlink(draft)
    return GitError("\(message): \(error)")
  }
}
