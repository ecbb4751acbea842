internal import Project

/// Collects why settings are not known, so that one run tells all of it.
struct SettingsFailures {
  private var list: [ProjectSettings.Failure] = []

  /// The configurations that are told already; the command line has no name.
  private var told: Set<String> = []

  /// What holds for a file; nil where its configuration cannot be read, which is noted.
  mutating func settings(for path: String, _ settings: ProjectSettings) -> FileSettings? {
    do throws(ProjectSettings.Failure) {
      return try settings.settings(for: path)
    } catch {
      let subject =
        switch error {
        case .configuration(let problems): problems.list.first?.text.path ?? ""
        case .commandLine: ""
        }
      if told.insert(subject).inserted { list.append(error) }
      return nil
    }
  }

  /// All of it; nil where there is nothing.
  var error: UsageError? { UsageError(list) }
}
