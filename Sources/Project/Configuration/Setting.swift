package import Documents
package import Linting
package import UnicodeText

/// Where a setting was made.
package enum SettingOrigin: Hashable, Sendable {
  case builtIn
  case file(path: String, line: Int)
  /// By an option of this name (`--channel`).
  case commandLine(String)
}

extension SettingOrigin: CustomStringConvertible {
  package var description: String {
    switch self {
    case .builtIn: "built in"
    case .file(let path, let line): "\(path):\(line)"
    case .commandLine(let option): option
    }
  }
}

/// A value and where it was set.
package struct Setting<Value: Sendable>: Sendable {
  package let value: Value
  package let origin: SettingOrigin

  package init(_ value: Value, _ origin: SettingOrigin) {
    self.value = value
    self.origin = origin
  }
}

/// The level of a rule or family; nil is off.
package struct RuleSeverity: Hashable, Sendable {
  package let rule: String
  package let severity: Severity?

  package init(rule: String, severity: Severity?) {
    self.rule = rule
    self.severity = severity
  }
}

/// What one place says of drafts and rules: a configuration file, an entry of its `files`, or the command line.
package struct SettingsLayer: Sendable {
  package var channel: Setting<Channel>?
  package var target: Setting<Target>?
  package var marketplace: Setting<String>?
  package var language: Setting<String>?
  package var isProactive: Setting<Bool>?
  package var isFinal: Setting<Bool>?
  package var unsentComments: Setting<Bool>?
  package var kind: Setting<DocumentKind>?
  package var fields: Setting<[String]>?
  package var charset: Setting<Charset>?
  package var failOn: Setting<Severity?>?

  /// Rules and families, each with its own place.
  ///
  /// A selection begins anew: what layers below select and ignore is void.
  package var selected: [Setting<String>] = []
  package var ignored: [Setting<String>] = []
  package var severities: [Setting<RuleSeverity>] = []

  package init() {}

  /// Lays another layer over this one.
  mutating func lay(_ other: SettingsLayer) {
    channel = other.channel ?? channel
    target = other.target ?? target
    marketplace = other.marketplace ?? marketplace
    language = other.language ?? language
    isProactive = other.isProactive ?? isProactive
    isFinal = other.isFinal ?? isFinal
    unsentComments = other.unsentComments ?? unsentComments
    kind = other.kind ?? kind
    fields = other.fields ?? fields
    charset = other.charset ?? charset
    failOn = other.failOn ?? failOn
    if !other.selected.isEmpty {
      selected = other.selected
      ignored = []
    }
    ignored += other.ignored
    severities += other.severities
  }
}
