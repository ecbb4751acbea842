internal import Documents

/// A configuration to begin with, from the names of the documents in a folder.
package struct InitialConfiguration: Sendable {
  /// The configuration.
  package private(set) var text: String

  /// What was seen, a line each.
  package private(set) var notes: [String] = []

  /// The names of folders that hold public responses in most shops, in lower case.
  private static let publicNames: Set = [
    "public", "public-responses", "public_responses", "responses", "public-replies", "public_replies", "review-replies",
    "review_replies", "feedback-responses", "feedback_responses",
  ]

  /// The languages that folders are called after.
  private static let languages: Set = [
    "ar", "cs", "da", "de", "en", "es", "fi", "fr", "hi", "hu", "it", "ja", "ko", "nb", "nl", "no", "pl", "pt", "ro",
    "ru", "sv", "tr", "uk", "zh",
  ]

  /// - Parameter paths: The documents, relative to the folder.
  package init(_ paths: [String]) {
    var folders: [String] = []
    var kinds: [(kind: DocumentKind, count: Int)] = []
    for path in paths {
      var folder = ""
      for name in path.split(separator: "/").dropLast() {
        folder = Paths.join(folder, String(name))
        if !folders.contains(folder) { folders.append(folder) }
      }
      let kind = DocumentKind(path: path) ?? .text
      if let index = kinds.firstIndex(where: { $0.kind == kind }) {
        kinds[index].count += 1
      } else {
        kinds.append((kind, 1))
      }
    }
    var entries: [(glob: String, setting: String)] = []
    for folder in folders where Self.publicNames.contains(Paths.name(of: folder).lowercased()) {
      entries.append((folder, "channel: public_response"))
    }
    for folder in folders {
      if let tag = Self.language(Paths.name(of: folder)) { entries.append((folder, "lang: \(tag)")) }
    }
    text = """
      # What holds for the drafts in this folder. docs/configuration.md tells all that may stand here;
      # `buyerlint check --show-config FILE` tells what holds for a file.

      # Who reads them: one buyer (message), or every shopper (public_response).
      channel: message

      # Whose policy holds: amazon, ebay, etsy, walmart or general.
      marketplace: amazon

      # The mildest severity that fails a run: error, warning, info or never.
      fail-on: warning

      # What is not checked: globs as .gitignore writes them.
      # exclude: [drafts/old]

      # Your own shop: links to these hosts are allowed, and these names are no sign of anything.
      # allowed-hosts: [shop.example.com]
      # allowed-phrases: [Five Star Kitchen]

      """
    if entries.isEmpty {
      text += """

        # What holds for some files; of several that fit, the last holds.
        # files:
        #   - {glob: "public/**", channel: public_response}

        """
    } else {
      text += "\n# What holds for some files; of several that fit, the last holds.\nfiles:\n"
      for entry in entries { text += "  - {glob: \"/\(Self.escaped(entry.glob))/**\", \(entry.setting)}\n" }
    }
    for (kind, count) in kinds { notes.append("saw \(count) \(count == 1 ? "file" : "files") of \(kind.rawValue)") }
    if kinds.isEmpty { notes.append("saw no file of a kind that holds drafts") }
    for entry in entries { notes.append("took \(entry.glob)/ for \(entry.setting)") }
  }

  /// The language that a folder's name says: `de`, `pt-BR`, `de.lproj`.
  private static func language(_ name: String) -> String? {
    let tag = name.hasSuffix(".lproj") ? String(name.dropLast(".lproj".count)) : name
    guard LanguageTag.isWellFormed(tag) else { return nil }
    let parts = tag.split { $0 == "-" || $0 == "_" }
    guard let language = parts.first, languages.contains(language.lowercased()), parts.count <= 3 else { return nil }
    return parts.dropFirst().allSatisfy { (2...4).contains($0.utf8.count) } ? tag : nil
  }

  /// A glob that fits a path alone, as it stands between quotation marks.
  private static func escaped(_ path: String) -> String {
    var text = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\\": text += #"\\\\"#
      case "[", "]", "{", "}", "*", "?": text += "\\\\\(scalar)"
      case "\"": text += "\\\""
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: text += "?"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
