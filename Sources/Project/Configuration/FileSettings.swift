package import Documents
package import Linting
package import UnicodeText

/// What holds for one file, from all places that say something of it.
package final class FileSettings: Sendable {
  package let linter: Linter
  package let channel: Setting<Channel>
  package let target: Setting<Target>
  package let marketplace: Setting<String>

  // nil has each draft tell it.
  package let language: Setting<String>?
  package let isProactive: Setting<Bool>?
  package let isFinal: Setting<Bool>?

  /// Whether comments in HTML and Markdown are taken out before a buyer sees them.
  package let unsentComments: Setting<Bool>
  package let kind: Setting<DocumentKind>?
  package let fields: Setting<[String]>?
  package let charset: Setting<Charset>?

  /// The mildest severity that fails the run; nil for none.
  package let failOn: Setting<Severity?>

  package let selected: [Setting<String>]
  package let ignored: [Setting<String>]
  package let severities: [Setting<RuleSeverity>]

  /// How the file is to be read.
  package let reading: ReadingOptions

  /// The configuration of the file, if it has one.
  package let configuration: ProjectConfiguration?

  init(_ layer: SettingsLayer, _ linter: Linter, _ configuration: ProjectConfiguration?) {
    self.linter = linter
    self.configuration = configuration
    channel = layer.channel ?? Setting(.message, .builtIn)
    target = layer.target ?? Setting(.unknown, .builtIn)
    marketplace = layer.marketplace ?? Setting(linter.configuration.marketplace, .builtIn)
    language = layer.language
    isProactive = layer.isProactive
    isFinal = layer.isFinal
    unsentComments = layer.unsentComments ?? Setting(false, .builtIn)
    kind = layer.kind
    fields = layer.fields
    charset = layer.charset
    failOn = layer.failOn ?? Setting(.warning, .builtIn)
    selected = layer.selected
    ignored = layer.ignored
    severities = layer.severities
    var reading = ReadingOptions()
    reading.fields = fields?.value ?? []
    reading.charset = charset?.value
    reading.commentsAreUnsent = unsentComments.value
    self.reading = reading
  }

  /// What the file is, by its name where nothing else tells.
  package func kind(of path: String) -> DocumentKind { kind?.value ?? DocumentKind(path: path) ?? .text }
}
