internal import Documents
internal import Glibc
package import Linting
internal import Synchronization

/// What holds for each file of a run: the configurations that are found for it, and the command line above them.
///
/// Nothing is read twice, and it serves any number of threads. Where there is no configuration it costs a look at each
/// folder and those above it, once.
package final class ProjectSettings: Sendable {
  /// Where configurations come from.
  package enum Source: Sendable {
    /// From the nearest `.buyerlint.yml` at or above each file, up to the root of its git work tree.
    case discovered
    /// From this file, for all files.
    case file(String)
    case none
  }

  /// Why nothing can be said of a file.
  package enum Failure: Error, Sendable {
    case configuration(ConfigurationProblems)
    /// What is wrong with the command line, a line a mistake.
    case commandLine(String)
  }

  package static let fileName = ".buyerlint.yml"

  private let own: SettingsLayer
  private let ownLexicons: LexiconFolders
  private let ownFolders: [String]
  private let source: Source

  /// What relative paths start from, absolute; nil where it is gone.
  private let workingFolder: String?
  private let state = Mutex(State())

  private struct State: ~Copyable {
    /// What was found for a folder, absolute.
    var configurations: [String: Found] = [:]

    /// Folders as they are written in paths.
    var folders: [String: Folder] = [:]
    var linters = LinterStore()
    var settings: [SettingsKey: FileSettings] = [:]
  }

  fileprivate enum Found {
    case none
    case configuration(ProjectConfiguration)
    case broken(ConfigurationProblems)
  }

  private struct Folder {
    let found: Found

    /// What stands before the names of its files in paths from the configuration's folder.
    let prefix: String

    /// Absolute.
    let path: String
  }

  private struct SettingsKey: Hashable {
    let configuration: ObjectIdentifier?
    let entries: [Int]
  }

  /// Settings of a run.
  ///
  /// - Parameters:
  ///   - own: What the command line says.
  ///   - lexicons: The folders of lexicons that it names.
  /// - Throws: What is wrong with the folders.
  package init(_ own: SettingsLayer, lexicons folders: [String], _ source: Source) throws(Failure) {
    self.own = own
    self.source = source
    workingFolder = Paths.workingFolder()
    ownFolders = folders
    var lexicons = LexiconFolders()
    for folder in folders {
      do throws(LexiconFolders.Failure) {
        try lexicons.add(folder, shown: folder)
      } catch {
        throw .commandLine(error.message)
      }
    }
    ownLexicons = lexicons
  }

  /// What holds for a file, or for standard input under its name.
  ///
  /// - Parameter path: As it is written; empty for standard input without a name.
  package func settings(for path: String) throws(Failure) -> FileSettings {
    try withState { state throws(Failure) in
      let folder = folder(of: path, &state)
      switch folder.found {
      case .broken(let problems): throw .configuration(problems)
      case .none: return try settings(nil, [], &state)
      case .configuration(let configuration):
        let relative = folder.prefix + Paths.name(of: path)
        let fitting = configuration.entries.indices.filter { index in
          configuration.entries[index].globs.contains { $0.holds(for: relative) }
        }
        return try settings(configuration, fitting, &state)
      }
    }
  }

  private func settings(
    _ configuration: ProjectConfiguration?, _ entries: [Int], _ state: inout State
  ) throws(Failure) -> FileSettings {
    let key = SettingsKey(configuration: configuration.map { ObjectIdentifier($0) }, entries: entries)
    if let known = state.settings[key] { return known }
    var layer = configuration?.layer ?? SettingsLayer()
    for entry in entries { if let entry = configuration?.entries[entry] { layer.lay(entry.layer) } }
    layer.lay(own)
    let linter: Linter
    do throws(LintingError) {
      linter = try state.linters.linter(layer, configuration, ownLexicons, folders: ownFolders)
    } catch {
      // The names in configurations are known to exist, so it is one of the command line's.
      throw .commandLine(describe(error))
    }
    let settings = FileSettings(layer, linter, configuration)
    state.settings[key] = settings
    return settings
  }

  private func describe(_ error: LintingError) -> String {
    guard case .lexicon(let problems) = error else { return "\(error)" }
    return problems.map(ownLexicons.description).joined(separator: "\n")
  }

  /// Runs a closure alone with the state.
  private func withState<Value>(_ body: (inout State) throws(Failure) -> Value) throws(Failure) -> Value {
    try state.withLock { state throws(Failure) in try body(&state) }
  }
}

// MARK: Rules

extension ProjectSettings {
  /// A linter for each set of lexicons that was needed so far.
  package var engines: [Linter] { state.withLock { $0.linters.all } }
}

// MARK: Which files

extension ProjectSettings {
  /// What keeps a file or folder from being checked that was met in a folder that was named; nil where nothing does.
  package func exclusion(ofMet path: String) -> SettingOrigin? {
    exclusion(of: path) { glob, path in glob.fits(path) }
  }

  /// What keeps a file from being checked that nobody named, by itself or by a folder that it lies in.
  package func exclusion(ofSelected path: String) -> SettingOrigin? {
    exclusion(of: path) { glob, path in glob.holds(for: path) }
  }

  private func exclusion(of path: String, _ fits: (Glob, String) -> Bool) -> SettingOrigin? {
    let folder = state.withLock { state in self.folder(of: path, &state) }
    guard case .configuration(let configuration) = folder.found else { return nil }
    let name = Paths.name(of: path)
    if let excluded = configuration.excluded.last(where: { fits($0.glob, folder.prefix + name) }) {
      return excluded.origin
    }
    guard !configuration.ownPaths.isEmpty else { return nil }
    let absolute = Paths.join(folder.path, name)
    return configuration.ownPaths.first { Paths.relative(absolute, to: $0.key) != nil }?.value
  }

  /// Whether a configuration says what a file is whose name does not tell it.
  package func tellsKind(of path: String) -> Bool {
    let folder = state.withLock { state in self.folder(of: path, &state) }
    guard case .configuration(let configuration) = folder.found else { return false }
    let relative = folder.prefix + Paths.name(of: path)
    return configuration.entries.contains { entry in
      entry.layer.kind != nil && entry.globs.contains { $0.holds(for: relative) }
    }
  }

  /// The folder of the configuration that holds where the process works, as it is to be written; nil without one.
  package func configuredFolder() throws(Failure) -> String? {
    let folder = state.withLock { state in self.folder(of: "", &state) }
    switch folder.found {
    case .none: return nil
    case .broken(let problems): throw .configuration(problems)
    case .configuration(let configuration):
      guard let workingFolder else { return nil }
      if configuration.base == workingFolder { return "." }
      guard let up = Paths.relative(workingFolder, to: configuration.base) else { return configuration.base }
      return up.split(separator: "/").map { _ in ".." }.joined(separator: "/")
    }
  }
}

// MARK: Finding configurations

extension ProjectSettings {
  private func folder(of path: String, _ state: inout State) -> Folder {
    let written = Paths.folder(of: path)
    if let known = state.folders[written] { return known }
    let folder = newFolder(written, &state)
    state.folders[written] = folder
    return folder
  }

  private func newFolder(_ written: String, _ state: inout State) -> Folder {
    guard let path = absolute(written) else { return Folder(found: .none, prefix: "", path: written) }
    let found =
      switch source {
      case .none: Found.none
      case .file(let file): given(file, &state)
      case .discovered: discovered(path, &state)
      }
    guard case .configuration(let configuration) = found else { return Folder(found: found, prefix: "", path: path) }
    // A file outside the configuration's folder is known by its whole path.
    let relative = Paths.relative(path, to: configuration.base) ?? String(path.dropFirst())
    return Folder(found: found, prefix: relative.isEmpty ? "" : relative + "/", path: path)
  }

  private func absolute(_ path: String) -> String? {
    if path.utf8.first == UInt8(ascii: "/") { return Paths.normalized(path) }
    return workingFolder.map { Paths.normalized(Paths.join($0, path)) }
  }

  /// The configuration that the command line names.
  private func given(_ file: String, _ state: inout State) -> Found {
    if let known = state.configurations[""] { return known }
    var found = Found.none
    if let path = absolute(file), let workingFolder {
      found = load(path, shown: file, base: workingFolder, isFound: false, &state)
    }
    state.configurations[""] = found
    return found
  }

  /// The nearest configuration at or above a folder.
  private func discovered(_ folder: String, _ state: inout State) -> Found {
    var passed: [String] = []
    var at = folder
    var found: Found?
    while found == nil {
      if let known = state.configurations[at] {
        found = known
        break
      }
      passed.append(at)
      let file = Paths.join(at, Self.fileName)
      if Self.stands(file) {
        found = load(file, shown: Paths.shown(file, from: workingFolder ?? "/"), base: at, isFound: true, &state)
      } else if at == "/" || Self.stands(Paths.join(at, ".git")) {
        found = Found.none
      } else {
        at = Paths.folder(of: at)
      }
    }
    for folder in passed { state.configurations[folder] = found }
    return found ?? .none
  }

  private static func stands(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  private func load(
    _ path: String, shown: String, base: String, isFound: Bool, _ state: inout State
  ) -> Found {
    func broken(_ message: String) -> Found {
      let text = ConfigurationText(path: shown, utf8: [])
      return .broken(ConfigurationProblems([ConfigurationProblem(text, at: nil, message)]))
    }
    let tree: FolderTree
    do throws(SystemError) {
      tree = try FolderTree(Paths.folder(of: path))
    } catch {
      return broken("\(error)")
    }
    if isFound {
      // One that is named may be a link to anywhere; one that is found may be a stranger's.
      do throws(FolderTree.Failure) {
        try tree.check(path, called: Self.fileName)
      } catch {
        return broken(error.message)
      }
    }
    var loader = ConfigurationLoader(tree)
    let configuration = loader.load(path, shown: shown, base: base)
    let problems = loader.problems + state.linters.problems(of: configuration, loader, ownLexicons, folders: ownFolders)
    return problems.isEmpty ? .configuration(configuration) : .broken(ConfigurationProblems(problems))
  }
}
