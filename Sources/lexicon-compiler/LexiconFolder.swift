import FoundationEssentials
import Lexicon

/// The YAML files of a lexicon folder.
enum LexiconFolder {
  static func files(in folder: String) throws -> [LexiconFile] {
    let root = URL(filePath: folder, directoryHint: .isDirectory)
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yml") }.sorted().map {
      LexiconFile(path: $0, bytes: Array(try Data(contentsOf: root.appending(path: $0))))
    }
  }
}
