package import Checking
package import Project

/// What a server is asked to hold drafts to.
package struct ServerOptions: Sendable {
  /// What holds above all configurations.
  package var own = SettingsLayer()
  package var lexicons: [String] = []
  package var source = ProjectSettings.Source.discovered
  package var review = FindingReview.Options()

  /// What the members of records are called.
  package var fields = RecordFields()

  /// Why findings are accepted that the user has the editor suppress.
  package var reason = "accepted in the editor; say here why"

  package init() {}
}

/// Why settings of a client are not taken, in one line without a full stop.
package struct SettingsMistake: Error {
  package let message: String

  package init(_ message: String) { self.message = message }
}

/// Lays what a client's settings say over the options of the command line: options by their names without dashes.
package typealias ReadSettings =
  @Sendable ([(name: String, values: [String])]) throws(SettingsMistake) -> ServerOptions
