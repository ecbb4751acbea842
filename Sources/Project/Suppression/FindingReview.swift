internal import Documents
package import Linting
internal import Synchronization

/// Tells which findings of a run are accepted: by suppressions, or by a baseline.
///
/// It counts along, so that at the end it knows what was accepted for nothing, and it writes what it was asked to write.
package final class FindingReview: Sendable {
  /// What to do besides looking at suppression files.
  package struct Options: Sendable {
    /// The suppression file to use for all files, in place of the one found near each.
    package var suppressionFile: String?

    /// Whether no suppression holds.
    package var ignoresSuppressions = false

    package var baseline: String?

    /// Takes what was not found out of the baseline's file.
    package var prunesBaseline = false

    /// The baseline to write of all that is found.
    package var newBaseline: String?

    /// Why all findings that are left are to be suppressed from now on; nil where they are not.
    package var reasonToSuppress: String?

    /// Whether only a part of each file is looked at, so that nothing can be called needless.
    package var seesPartsOnly = false

    /// What files of suppressions hold that are being edited, by absolute path.
    package var unsaved: [String: [UInt8]] = [:]

    package init() {}
  }

  /// What a rule's name means to the run.
  package enum RuleName: Sendable {
    case asked
    case notAsked
    case unknown(String)
  }

  /// What becomes of a finding.
  package enum Verdict: Sendable {
    case open
    /// By the draft itself, or by a file beside it.
    case suppressed(reason: String, isInDraft: Bool)
    case inBaseline
  }

  /// A file whose drafts are checked.
  package struct File: Sendable {
    fileprivate let settings: FileSettings
    fileprivate let path: String

    /// What is accepted in it: by which file, and the number there.
    fileprivate let entries: [(place: Place, entry: SuppressionEntry)]
    fileprivate let baselinePath: String

    /// Mistakes in the suppression file that were not told yet.
    package let mistakes: [ProjectMistake]
  }

  /// Where a suppression stands.
  struct Place: Hashable {
    /// The path of a suppression file, or what a configuration is called.
    let file: String
    let number: Int
  }

  struct State {
    var files: [String: SuppressionFile?] = [:]

    /// The path of the suppression file that is nearest to a folder, where there is one.
    var nearest: [String: String?] = [:]
    var used: Set<Place> = []

    /// The suppressions of configurations that hold for files that were checked.
    var configured: [Place: SuppressionEntry] = [:]
    /// What holds for the files that were checked.
    var seen: [String: FileSettings] = [:]

    /// What holds for some file, to ask about files that are gone.
    var anySettings: FileSettings?
    var left: Baseline
    var found = Baseline()
    var additions: [Addition] = []
  }

  struct Addition {
    let path: String
    let suppression: Suppression
  }

  let options: Options
  let baseline: Baseline
  let baselineFolder: String
  let state: Mutex<State>

  /// A review; reads the baseline.
  ///
  /// - Throws: What is wrong with the baseline.
  package init(_ options: Options) throws(ProjectMistake) {
    self.options = options
    var baseline = Baseline()
    if let path = options.baseline {
      let bytes: [UInt8]
      do throws(SystemError) {
        bytes = try Documents.File(path: path).readAll()
      } catch {
        throw ProjectMistake(path: path, line: 1, column: 1, message: error.description)
      }
      baseline = try Baseline(path: path, bytes: bytes)
    }
    self.baseline = baseline
    baselineFolder = Paths.folder(of: Paths.absolute(options.newBaseline ?? options.baseline ?? "baseline"))
    state = Mutex(State(left: baseline))
  }

  /// A review that begins anew with the baseline of another one.
  package init(_ options: Options, asIn other: FindingReview) {
    self.options = options
    baseline = other.baseline
    baselineFolder = Paths.folder(of: Paths.absolute(options.newBaseline ?? options.baseline ?? "baseline"))
    state = Mutex(State(left: baseline))
  }

  /// Whether the order in which findings are judged matters, since of several the last ones are new.
  package var dependsOnOrder: Bool { options.baseline != nil }

  /// Whether a baseline says which findings are new.
  package var hasBaseline: Bool { options.baseline != nil || options.newBaseline != nil }

  // MARK: Judging

  /// Gets ready for a file; `path` is as it was named.
  package func file(_ path: String, _ settings: FileSettings) -> File {
    let absolute = Paths.absolute(path)
    let seenAs = Paths.path(absolute, from: baselineFolder)
    return state.withLock { state in
      state.seen[absolute] = settings
      state.anySettings = settings
      var mistakes: [ProjectMistake] = []
      var entries: [(place: Place, entry: SuppressionEntry)] = []
      if !options.ignoresSuppressions {
        if let found = suppressionFile(near: absolute, settings, &state, &mistakes) {
          let name = Paths.path(absolute, from: Paths.folder(of: found.path))
          entries = found.entries(for: name).map { (Place(file: found.path, number: $0.number), $0.entry) }
        }
        let configured = Self.configured(absolute, settings)
        for (place, entry) in configured { state.configured[place] = entry }
        entries += configured
      }
      return File(
        settings: settings, path: absolute, entries: entries, baselinePath: seenAs, mistakes: mistakes)
    }
  }

  /// What the configuration of a file accepts in it.
  private static func configured(_ path: String, _ settings: FileSettings) -> [(place: Place, entry: SuppressionEntry)]
  {
    guard let configuration = settings.configuration, !configuration.suppressions.isEmpty,
      let name = Paths.relative(path, to: configuration.base)
    else { return [] }
    return configuration.suppressions.indices.compactMap { number in
      let (glob, entry) = configuration.suppressions[number]
      return glob.holds(for: name) ? (Place(file: configuration.path, number: number), entry) : nil
    }
  }

  /// Whether a finding in a file can be anything but open.
  package func isNeeded(for file: File) -> Bool {
    !file.entries.isEmpty || options.baseline != nil || options.newBaseline != nil || options.reasonToSuppress != nil
  }

  /// What becomes of a finding.
  ///
  /// - Parameters:
  ///   - sentence: The fingerprint of the finding's sentence.
  ///   - declared: What the draft itself accepts.
  ///   - use: Told the number of the declared suppression that holds.
  package func judge(
    _ finding: Finding, _ sentence: Fingerprint, in file: File, declared: [Suppression], use: (Int) -> Void
  ) -> Verdict {
    if !options.ignoresSuppressions {
      if let number = declared.firstIndex(where: { $0.holds(rule: finding.rule, sentence: sentence) }) {
        use(number)
        return .suppressed(reason: declared[number].reason, isInDraft: true)
      }
      let match = file.entries.first { $0.entry.suppression.holds(rule: finding.rule, sentence: sentence) }
      if let match {
        state.withLock { _ = $0.used.insert(match.place) }
        return .suppressed(reason: match.entry.suppression.reason, isInDraft: false)
      }
    }
    guard options.baseline != nil || options.newBaseline != nil || options.reasonToSuppress != nil else { return .open }
    let key = Baseline.Key(path: file.baselinePath, rule: finding.rule, sentence: sentence)
    return state.withLock { state in
      state.found.add(key)
      if state.left.take(key) || options.newBaseline != nil { return .inBaseline }
      guard let reason = options.reasonToSuppress, finding.severity >= file.settings.failOn.value ?? .error else {
        return .open
      }
      let suppression = Suppression(rule: finding.rule, sentence: sentence, reason: reason)
      state.additions.append(Addition(path: file.path, suppression: suppression))
      return .suppressed(reason: reason, isInDraft: false)
    }
  }

  /// Whether a rule or family that a suppression in a file names is one.
  package func meaning(of rule: String, in file: File) -> RuleName { Self.meaning(of: rule, file.settings) }

  static func meaning(of rule: String, _ settings: FileSettings?) -> RuleName {
    guard let settings else { return .notAsked }
    do throws(LintingError) {
      return try settings.linter.looks(for: rule) ? .asked : .notAsked
    } catch {
      return .unknown(error.description)
    }
  }

  // MARK: Suppression files

  private func suppressionFile(
    near path: String, _ settings: FileSettings, _ state: inout State, _ mistakes: inout [ProjectMistake]
  ) -> SuppressionFile? {
    if let own = options.suppressionFile {
      return load(Paths.absolute(own), settings, &state, &mistakes, isNamed: true)
    }
    let start = Paths.folder(of: path)
    if let known = state.nearest[start] { return known.flatMap { state.files[$0] ?? nil } }
    var folder = start
    var found = load(Paths.join(folder, SuppressionFile.name), settings, &state, &mistakes)
    while found == nil, folder != "/", !Paths.isRoot(folder) {
      folder = Paths.folder(of: folder)
      found = load(Paths.join(folder, SuppressionFile.name), settings, &state, &mistakes)
    }
    state.nearest[start] = .some(found?.path)
    return found
  }

  private func load(
    _ path: String, _ settings: FileSettings, _ state: inout State, _ mistakes: inout [ProjectMistake],
    isNamed: Bool = false
  ) -> SuppressionFile? {
    if let known = state.files[path] { return known }
    guard isNamed || options.unsaved[path] != nil || Paths.exists(path) else {
      state.files[path] = .some(nil)
      return nil
    }
    var file: SuppressionFile
    do throws(SystemError) {
      let bytes: [UInt8]
      if let unsaved = options.unsaved[path] {
        bytes = unsaved
      } else {
        bytes = try Documents.File(path: path).readAll()
      }
      file = SuppressionFile(path: path, bytes: bytes)
      mistakes += file.mistakes
    } catch {
      file = SuppressionFile(path: path, bytes: [])
      mistakes.append(ProjectMistake(path: path, line: 1, column: 1, message: error.description))
    }
    for entry in file.entries {
      guard case .unknown(let message) = Self.meaning(of: entry.suppression.rule, settings) else { continue }
      mistakes.append(ProjectMistake(path: path, line: entry.line, column: entry.column, message: message))
    }
    state.files[path] = file
    return file
  }
}
