internal import Documents
internal import Linting
internal import Project

/// Makes linters for commands that check nothing.
enum Linters {
  /// The linter of the working directory: of the lexicons that its configuration names, and of those in other folders.
  ///
  /// - Throws: What is wrong with the folders.
  static func make(lexicons: [String]) throws(UsageError) -> Linter {
    do throws(ProjectSettings.Failure) {
      do throws(ProjectSettings.Failure) {
        return try ProjectSettings(SettingsLayer(), lexicons: lexicons, .discovered).settings(for: "").linter
      } catch {
        guard case .configuration = error else { throw error }
        // Who mends a configuration needs the list of rules most.
        OutputFile.standardError.send("buyerlint: the configuration has mistakes, so its lexicons are left aside\n")
        return try ProjectSettings(SettingsLayer(), lexicons: lexicons, .none).settings(for: "").linter
      }
    } catch {
      throw UsageError(error)
    }
  }
}
