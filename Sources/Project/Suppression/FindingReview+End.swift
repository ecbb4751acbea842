internal import Documents
internal import Linting
internal import Synchronization

/// A finding that a baseline holds and that is gone.
package struct AbsentFinding: Hashable, Sendable {
  /// As it is written in the working folder.
  package let path: String
  package let rule: String

  /// Of its sentence.
  package let fingerprint: String

  /// Which of the findings of the rule in that sentence it was, from 1.
  package let occurrence: Int
}

extension FindingReview {
  /// What is to be said at the end of a run.
  package struct Summary: Sendable {
    /// Suppressions and entries of the baseline that accept nothing, one line each, in order.
    package var needless: [String] = []

    /// What was written, one line each.
    package var written: [String] = []
  }

  /// Ends the review, and writes the files that it was asked to write.
  ///
  /// - Throws: The file that could not be written.
  package func finish() throws(ProjectMistake) -> Summary {
    let state = state.withLock { $0 }
    var summary = Summary()
    if options.seesPartsOnly { return summary }
    for case let file? in state.files.values.sorted(by: { ($0?.path ?? "") < ($1?.path ?? "") }) {
      summary.needless += needless(file, state)
    }
    for (place, entry) in state.configured.sorted(by: {
      ($0.value.file, $0.value.line) < ($1.value.file, $1.value.line)
    })
    where !state.used.contains(place) {
      guard case .asked = Self.meaning(of: entry.suppression.rule, state.anySettings) else { continue }
      summary.needless.append(
        "\(entry.file):\(entry.line):\(entry.column): needless suppression: "
          + "\(entry.suppression.rule) is not found there any more")
    }
    if let path = options.baseline {
      let stale = state.left.filtered { isStale($0, state) }
      for (key, count) in stale.counts.sorted(by: { $0.key < $1.key }) {
        let times = count > 1 ? " \(count) times" : ""
        summary.needless.append("\(path): \(key.rule) is not found\(times) in \(key.path) any more")
      }
      if options.prunesBaseline, !stale.counts.isEmpty {
        try Self.write(baseline.without(stale).yaml, to: path)
        let count = stale.counts.values.reduce(0, +)
        summary.written.append("\(path): took out \(count) of \(baseline.counts.values.reduce(0, +)) accepted findings")
      }
    }
    if let path = options.newBaseline {
      try Self.write(state.found.yaml, to: path)
      summary.written.append("\(path): accepted \(state.found.counts.values.reduce(0, +)) findings")
    }
    if !state.additions.isEmpty { summary.written += try add(state.additions) }
    return summary
  }

  /// What the baseline holds and was not found any more in what was checked, by path, rule and sentence.
  package var absent: [AbsentFinding] {
    let state = state.withLock { $0 }
    guard options.baseline != nil, !options.seesPartsOnly else { return [] }
    return state.left.filtered { isStale($0, state) }.counts.sorted { $0.key < $1.key }.flatMap { key, count in
      let path = Paths.fromWorkingFolder(Paths.join(baselineFolder, key.path))
      let total = baseline.counts[key] ?? count
      return ((total - count + 1)...total).map { number in
        AbsentFinding(path: path, rule: key.rule, fingerprint: key.sentence.description, occurrence: number)
      }
    }
  }

  private func isStale(_ key: Baseline.Key, _ state: State) -> Bool {
    let path = Paths.absolute(Paths.join(baselineFolder, key.path))
    let settings = state.seen[path]
    guard settings != nil || !Paths.exists(path) else { return false }
    if case .asked = Self.meaning(of: key.rule, settings ?? state.anySettings) { return true }
    return false
  }

  private func needless(_ file: SuppressionFile, _ state: State) -> [String] {
    let folder = Paths.folder(of: file.path)
    return file.entries.indices.compactMap { number in
      let entry = file.entries[number]
      let path = Paths.absolute(Paths.join(folder, entry.path))
      let settings = state.seen[path] ?? state.anySettings
      guard !state.used.contains(Place(file: file.path, number: number)),
        case .asked = Self.meaning(of: entry.suppression.rule, settings)
      else { return nil }
      let place = "\(Paths.shown(file.path, from: Paths.workingFolder() ?? "/")):\(entry.line):\(entry.column)"
      if !Paths.exists(path) { return "\(place): needless suppression: there is no file \(entry.path)" }
      guard state.seen[path] != nil else { return nil }
      return "\(place): needless suppression: \(entry.suppression.rule) is not found there any more"
    }
  }

  /// Adds suppressions to the suppression file near each, or to a new one at the root of the project.
  private func add(_ additions: [Addition]) throws(ProjectMistake) -> [String] {
    var written: [String] = []
    var byFile: [String: [Addition]] = [:]
    for addition in additions.sorted(by: { $0.path < $1.path }) {
      byFile[suppressionFile(for: addition.path), default: []].append(addition)
    }
    for (path, additions) in byFile.sorted(by: { $0.key < $1.key }) {
      var text = ""
      if Paths.exists(path) {
        do throws(SystemError) {
          text = String(decoding: try Documents.File(path: path).readAll(), as: UTF8.self)
        } catch {
          throw ProjectMistake(path: path, line: 1, column: 1, message: error.description)
        }
        if !text.isEmpty, text.utf8.last != 0x0A { text += "\n" }
      }
      let folder = Paths.folder(of: path)
      var entries = Set<String>()
      for addition in additions {
        let entry = SuppressionWriter.entry(path: Paths.path(addition.path, from: folder), addition.suppression)
        if entries.insert(entry).inserted { text += entry }
      }
      try Self.write(text, to: path)
      written.append("\(Paths.shown(path, from: Paths.workingFolder() ?? "/")): added \(entries.count) suppressions")
    }
    return written
  }

  /// Where an entry for a file belongs: in the suppression file near it, or in a new one at the root of its project.
  package func suppressionFile(for path: String) -> String {
    if let own = options.suppressionFile { return Paths.absolute(own) }
    var folder = Paths.folder(of: path)
    var root: String?
    while true {
      let file = Paths.join(folder, SuppressionFile.name)
      if Paths.exists(file) { return file }
      if Paths.isRoot(folder) { root = folder }
      if root != nil || folder == "/" { break }
      folder = Paths.folder(of: folder)
    }
    return Paths.join(root ?? Paths.absolute("."), SuppressionFile.name)
  }

  private static func write(_ text: String, to path: String) throws(ProjectMistake) {
    do throws(SystemError) {
      try FileReplacement.write(Array(text.utf8), to: path)
    } catch {
      throw ProjectMistake(path: path, line: 1, column: 1, message: "cannot be written: \(error)")
    }
  }
}
