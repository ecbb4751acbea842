internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import UnicodeText

/// What `check --show-config` prints: what holds for files, and where each value was set.
enum ShownConfiguration {
  private struct Row {
    let name: String
    let value: String
    let origin: SettingOrigin?

    init(_ name: String, _ value: String, _ origin: SettingOrigin? = nil) {
      self.name = name
      self.value = value
      self.origin = origin
    }

    init<Value>(_ name: String, _ setting: Setting<Value>, _ describe: (Value) -> String) {
      self.init(name, describe(setting.value), setting.origin)
    }

    /// A value that each draft or file tells where nobody sets it.
    init<Value>(_ name: String, _ setting: Setting<Value>?, else unset: String, _ describe: (Value) -> String) {
      self.init(name, setting.map { describe($0.value) } ?? unset, setting?.origin ?? .builtIn)
    }
  }

  /// Shows the settings of each path and answers the exit status.
  static func show(_ options: CheckOptions, _ settings: ProjectSettings) throws(UsageError) -> Int32 {
    var bytes: [UInt8] = []
    for path in options.paths {
      let name = path == "-" ? options.standardInputName : path
      do throws(ProjectSettings.Failure) {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
        append(
          rows(try settings.settings(for: name), name, excluded: settings.exclusion(ofSelected: name)), of: name, &bytes
        )
      } catch {
        throw UsageError(error)
      }
    }
    OutputFile.standardOutput.send(bytes)
    return ExitStatus.clean
  }

  private static func rows(_ settings: FileSettings, _ path: String, excluded: SettingOrigin?) -> [Row] {
    var rows = [
      Row("configuration", settings.configuration?.path ?? "none"),
      Row("channel", settings.channel, \.name), Row("target", settings.target, \.name),
      Row("marketplace", settings.marketplace) { $0 },
      Row("lang", settings.language, else: "told by the text") { $0 },
      Row("proactive", settings.isProactive, else: "not known") { "\($0)" },
      Row("final", settings.isFinal, else: "not known") { "\($0)" },
      Row("unsent-comments", settings.unsentComments) { "\($0)" },
      Row("input-format", settings.kind, else: "\(settings.kind(of: path).rawValue), by the name") { $0.rawValue },
      Row("fields", settings.fields, else: "the usual names") { $0.joined(separator: ", ") },
      Row("charset", settings.charset, else: "told by the file, or utf-8") { $0.name },
    ]
    rows += list("select", settings.selected, empty: "all rules") { $0 }
    rows += list("ignore", settings.ignored, empty: "none") { $0 }
    rows += list("severity", settings.severities, empty: "as the rules say") {
      "\($0.rule): \($0.severity?.name ?? "off")"
    }
    rows.append(Row("fail-on", settings.failOn) { $0?.name ?? "never" })
    if let configuration = settings.configuration {
      rows += list("lexicons", configuration.lexiconFolders, empty: "the built-in ones") { $0 }
      rows += list("allowed-hosts", configuration.allowedHosts, empty: "the marketplace's") { $0 }
      rows += list("allowed-phrases", configuration.allowedPhrases, empty: "none") { $0 }
      rows.append(Row("baseline", configuration.baseline, else: "none") { $0 })
    }
    rows.append(Row("excluded", excluded == nil ? "no" : "yes, unless it is named", excluded ?? .builtIn))
    return rows
  }

  private static func list<Value>(
    _ name: String, _ settings: [Setting<Value>], empty: String, _ describe: (Value) -> String
  ) -> [Row] {
    if settings.isEmpty { return [Row(name, empty, .builtIn)] }
    return settings.map { Row(name, $0, describe) }
  }

  private static func append(_ rows: [Row], of path: String, _ bytes: inout [UInt8]) {
    bytes.append(visible: path)
    bytes.append(UInt8(ascii: "\n"))
    let nameWidth = rows.map { $0.name.utf8.count }.max() ?? 0
    let valueWidth = rows.map { $0.value.unicodeScalars.count }.max() ?? 0
    func padded(_ text: String, _ count: Int, _ width: Int) -> String {
      text + String(repeating: " ", count: width - count)
    }
    for row in rows {
      let name = padded(row.name, row.name.utf8.count, nameWidth)
      let value = padded(row.value, row.value.unicodeScalars.count, valueWidth)
      let origin = row.origin.map { "  (\($0))" } ?? ""
      bytes.append(visible: "  \(name)  \(row.origin == nil ? row.value : value)\(origin)")
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}
