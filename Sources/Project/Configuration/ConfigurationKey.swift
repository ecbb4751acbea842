/// The keys of a configuration file that are read here.
package enum ConfigurationKey: String, CaseIterable, Sendable {
  case channel
  case target
  case marketplace
  case language = "lang"
  case isProactive = "proactive"
  case isFinal = "final"
  case unsentComments = "unsent-comments"
  case inputFormat = "input-format"
  case fields
  case charset
  case select
  case ignore
  case severity
  case failOn = "fail-on"
  case extends
  case exclude
  case files
  case lexicons
  case allowedHosts = "allowed-hosts"
  case allowedPhrases = "allowed-phrases"
  case suppressions
  case baseline

  /// Whether it may stand in an entry of `files` too.
  var isOfFiles: Bool {
    switch self {
    case .channel, .target, .marketplace, .language, .isProactive, .isFinal, .unsentComments, .inputFormat, .fields,
      .charset, .select, .ignore,
      .severity:
      true
    case .failOn, .extends, .exclude, .files, .lexicons, .allowedHosts, .allowedPhrases, .suppressions, .baseline:
      false
    }
  }

  /// The key of an entry of `files` that names them.
  static let glob = "glob"
}
