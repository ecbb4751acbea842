internal import YAMLReading

/// A suppression as it stands in a file: for which files, and at which line.
struct SuppressionEntry: Sendable {
  /// Relative to the folder of the file; in a configuration a glob.
  let path: String
  let suppression: Suppression

  /// The file that it stands in, as it was named.
  let file: String
  let line: Int
  let column: Int

  /// Why a node is no entry.
  struct Mistake: Error {
    let node: YAMLNode
    let message: String
  }

  private static let keys = ["path", "rule", "sentence", "reason"]

  init(_ node: YAMLNode, file: String) throws(Mistake) {
    guard let members = node.mapping else {
      throw Mistake(node: node, message: "an entry is `path`, `rule`, `sentence` and `reason`")
    }
    var values: [String: String] = [:]
    for (key, value) in members {
      let name = key.string ?? ""
      guard Self.keys.contains(name) else {
        let known = "known are `path`, `rule`, `sentence` and `reason`"
        throw Mistake(node: key, message: "`\(name.prefix(40))` says nothing here; \(known)")
      }
      guard let text = value.string else { throw Mistake(node: value, message: "`\(name)` is a text") }
      values[name] = text
    }
    guard let path = values["path"], !path.isEmpty else { throw Mistake(node: node, message: "`path` is missing") }
    self.path = path
    self.file = file
    line = node.start.line
    column = node.start.column
    do throws(SuppressionMistake) {
      suppression = try Suppression(
        rule: values["rule"] ?? "", sentence: values["sentence"], reason: values["reason"] ?? "")
    } catch {
      throw Mistake(node: node, message: error.message)
    }
  }
}
