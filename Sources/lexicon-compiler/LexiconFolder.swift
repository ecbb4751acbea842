import FoundationEssentials
import Lexicon

/// The files of a lexicon folder: YAML, and templates.
enum LexiconFolder {
  static func files(in folder: String) throws -> [LexiconFile] {
    let root = URL(filePath: folder, directoryHint: .isDirectory)
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".yml") || $0.hasSuffix(".md")
    }.sorted().map {
      LexiconFile(path: $0, bytes: Array(try Data(contentsOf: root.appending(path: $0))))
    }
  }
}
