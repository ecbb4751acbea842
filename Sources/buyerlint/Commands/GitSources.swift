internal import Documents
internal import Project
internal import Reporting

/// What git names for a check.
enum GitSources {
  /// The files that git names, and what is wrong with them.
  ///
  /// - Throws: What git complains of.
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
    try checkConfigurations(of: selection.files, settings)
    totals.hidden += selection.hidden
    totals.otherFiles += selection.others
    totals.excluded += selection.excluded
    for path in selection.missing {
      totals.missing += 1
      OutputFile.standardError.say("\(path): neither in git's index nor in the work tree")
    }
    return selection.failures.map { .failure(path: $0.path, message: $0.message) } + [.versions(selection.files)]
  }

  /// Reads all configurations that files need.
  ///
  /// - Throws: All mistakes in them, each once.
  private static func checkConfigurations(
    of files: [GitFile], _ settings: ProjectSettings
  ) throws(UsageError) {
    var problems: [ProjectSettings.Failure] = []
    for file in files {
      do throws(ProjectSettings.Failure) {
        _ = try settings.settings(for: file.path)
      } catch {
        if !problems.contains(where: { $0.subject == error.subject }) { problems.append(error) }
      }
    }
    if let problem = UsageError(problems) { throw problem }
  }

  /// Says that there was nothing to check, where that is so.
  static func sayIfNothing(_ totals: Totals, _ options: CheckOptions) {
    guard totals.checked == 0, totals.failed == 0, totals.missing == 0 else { return }
    let change = options.diffBase.map { "nothing new since \($0)" } ?? "nothing staged"
    OutputFile.standardError.say("\(change) holds a draft")
  }
}
