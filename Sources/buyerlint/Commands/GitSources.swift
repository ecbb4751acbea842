internal import Documents
internal import Project
internal import Reporting

/// What git names for a check.
enum GitSources {
  /// The files that git names, and what is wrong with them.
  ///
  /// - Throws: What git complains of, or all mistakes of the configurations that the files need.
  static func sources(
    of options: CheckOptions, _ settings: ProjectSettings, _ totals: inout Totals
  ) throws(UsageError) -> [InputQueue.Source] {
    guard !options.paths.contains("-") else {
      throw UsageError("standard input is not in git: `-` goes neither with `--staged` nor with `--diff-base`")
    }
    let selection: GitSelection
    do throws(GitError) {
      selection = try GitSelection(
        options.paths, isStaged: options.isStaged, since: options.diffBase,
        excludes: { settings.exclusion(ofSelected: $0) != nil }, includes: { settings.tellsKind(of: $0) })
    } catch {
      throw UsageError(error.message)
    }
    var failures = SettingsFailures()
    for file in selection.files { _ = failures.settings(for: file.path, settings) }
    if let error = failures.error { throw error }
    totals.hidden += selection.hidden
    totals.otherFiles += selection.others
    totals.excluded += selection.excluded
    for path in selection.missing {
      totals.missing += 1
      OutputFile.standardError.say("\(path): neither in git's index nor in the work tree")
    }
    return selection.failures.map { .failure(path: $0.path, message: $0.message) } + [.versions(selection.files)]
  }

  /// Says that there was nothing to check, where that is so.
  static func sayIfNothing(_ totals: Totals, _ options: CheckOptions) {
    guard totals.checked == 0, totals.failed == 0, totals.missing == 0 else { return }
    let change = options.diffBase.map { "nothing new since \($0)" } ?? "nothing staged"
    OutputFile.standardError.say("\(change) holds a draft")
  }
}
