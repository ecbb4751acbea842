internal import Documents

/// A configuration file with all that it extends.
package final class ProjectConfiguration: Sendable {
  /// What the file is called to the user.
  package let path: String

  /// The folder that globs are written for, absolute.
  let base: String

  /// What holds for all files, and for some: the last entry that fits stands above those before it.
  let layer: SettingsLayer
  let entries: [ConfigurationContent.Entry]
  let excluded: [(glob: Glob, origin: SettingOrigin)]

  /// Lexicon folders and configuration files, absolute, which hold no drafts.
  let ownPaths: [String: SettingOrigin]

  /// The lexicon folders, and their paths to know them by.
  package let lexicons: LexiconFolders
  package let lexiconFolders: [Setting<String>]
  package let allowedHosts: [Setting<String>]
  package let allowedPhrases: [Setting<String>]

  /// What is accepted in its files, those of what it extends first.
  let suppressions: [(glob: Glob, entry: SuppressionEntry)]

  /// The path of the baseline that it names.
  package let baseline: Setting<String>?

  init(
    path: String, base: String, _ content: ConfigurationContent, lexicons: LexiconFolders,
    lexiconFolders: [Setting<String>], ownPaths: [String: SettingOrigin], baseline: Setting<String>?
  ) {
    self.path = path
    self.base = base
    layer = content.layer
    entries = content.entries
    excluded = content.excluded
    allowedHosts = content.allowedHosts
    allowedPhrases = content.allowedPhrases
    self.lexicons = lexicons
    self.lexiconFolders = lexiconFolders
    self.ownPaths = ownPaths
    suppressions = content.suppressions
    self.baseline = baseline
  }
}

/// Reads a configuration file and what it extends.
struct ConfigurationLoader {
  private let tree: FolderTree
  private var content = ConfigurationContent()
  private var baseline: Setting<String>?
  private var lexicons = LexiconFolders()
  private var lexiconFolders: [Setting<String>] = []
  private var ownPaths: [String: SettingOrigin] = [:]

  /// The files that are being read, each extended by the one before it, and all that were read.
  private var chain: [(path: String, shown: String)] = []
  private var known: Set<String> = []

  private(set) var problems: [ConfigurationProblem] = []

  /// Whether all lexicons are known; without them nobody can say which rules there are.
  private(set) var hasLexicons = true

  /// The names that have to be rules or families, or marketplaces, and the texts that they stand in.
  private(set) var rules: [(name: ConfigurationContent.Named, text: ConfigurationText)] = []
  private(set) var marketplaces: [(name: ConfigurationContent.Named, text: ConfigurationText)] = []

  /// The longest configuration, in bytes.
  private static let longest = 1 << 18

  /// A loader for a configuration whose tree is known.
  init(_ tree: FolderTree) { self.tree = tree }

  /// Reads a configuration; what is wrong with it is in ``problems``.
  ///
  /// - Parameters:
  ///   - path: The file, absolute.
  ///   - shown: What the user calls it.
  ///   - base: The folder that its globs are written for, absolute.
  mutating func load(_ path: String, shown: String, base: String) -> ProjectConfiguration {
    read(path, shown: shown)
    return ProjectConfiguration(
      path: shown, base: base, content, lexicons: lexicons, lexiconFolders: lexiconFolders, ownPaths: ownPaths,
      baseline: baseline)
  }

  private mutating func read(_ path: String, shown: String) {
    known.insert(path)
    ownPaths[path] = ownPaths[path] ?? .file(path: shown, line: 1)
    guard let text = text(path, shown) else { return }
    let reader = ConfigurationReader(text)
    problems += reader.problems
    chain.append((path, shown))
    for name in reader.content.extended { extend(name, text) }
    add(reader.content, text)
    chain.removeLast()
  }

  private mutating func text(_ path: String, _ shown: String) -> ConfigurationText? {
    func fail(_ message: String) -> ConfigurationText? {
      problems.append(ConfigurationProblem(ConfigurationText(path: shown, utf8: []), at: nil, message))
      return nil
    }
    guard case .file = PathKind(path) else { return fail("no file that can be read") }
    do throws(SystemError) {
      let utf8 = try File(path: path).readAll()
      guard utf8.count <= Self.longest else { return fail("longer than \(Self.longest) bytes") }
      return ConfigurationText(path: shown, utf8: utf8)
    } catch {
      return fail("\(error)")
    }
  }

  /// Reads what a file extends, unless that was read already.
  private mutating func extend(_ name: ConfigurationContent.Named, _ text: ConfigurationText) {
    guard let path = resolved(name, text) else { return }
    ownPaths[path] = name.origin
    if let first = chain.firstIndex(where: { $0.path == path }) {
      let circle = chain[first...].map(\.shown) + [chain[first].shown]
      problems.append(
        ConfigurationProblem(
          text, at: name.node, "`extends` goes in a circle: \(circle.joined(separator: " -> "))"))
    } else if !known.contains(path) {
      read(path, shown: Paths.join(Paths.folder(of: text.path), name.text))
    }
  }

  /// The path that a file names, absolute; nil where it is not taken.
  private mutating func resolved(_ name: ConfigurationContent.Named, _ text: ConfigurationText) -> String? {
    do throws(FolderTree.Failure) {
      let folder = Paths.folder(of: chain.last?.path ?? "")
      return Paths.normalized(try tree.path(name.text, from: folder))
    } catch {
      problems.append(ConfigurationProblem(text, at: name.node, error.message))
      return nil
    }
  }

  /// Lays what a file says over what it extends.
  private mutating func add(_ own: ConfigurationContent, _ text: ConfigurationText) {
    content.layer.lay(own.layer)
    content.excluded += own.excluded
    content.entries += own.entries
    content.allowedHosts += own.allowedHosts
    content.allowedPhrases += own.allowedPhrases
    rules += own.rules.map { ($0, text) }
    marketplaces += own.marketplaces.map { ($0, text) }
    content.suppressions += own.suppressions
    if let name = own.baseline, let path = resolved(name, text) {
      ownPaths[path] = name.origin
      baseline = Setting(path, name.origin)
    }
    for name in own.lexicons { addLexicons(name, text) }
  }

  private mutating func addLexicons(_ name: ConfigurationContent.Named, _ text: ConfigurationText) {
    guard let path = resolved(name, text) else {
      hasLexicons = false
      return
    }
    ownPaths[path] = name.origin
    let shown = Paths.join(Paths.folder(of: text.path), name.text)
    do throws(LexiconFolders.Failure) {
      try lexicons.add(path, shown: shown, in: tree)
      lexiconFolders.append(Setting(path, name.origin))
    } catch {
      hasLexicons = false
      problems.append(ConfigurationProblem(text, at: name.node, error.message))
    }
  }
}
