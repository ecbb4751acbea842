internal import Documents
package import Lexicon
internal import Linting

/// Folders of lexicons of the user's own, read.
package struct LexiconFolders: Sendable {
  /// Contents by path below the folder.
  package private(set) var files: [String: [UInt8]] = [:]

  /// Where each of them stands, as the user knows it.
  private var places: [String: String] = [:]

  /// What is wrong with a folder, in one line without a full stop.
  package struct Failure: Error {
    package let message: String
  }

  package init() {}

  /// Adds the files of a folder.
  ///
  /// - Parameters:
  ///   - shown: What the user calls the folder.
  package mutating func add(_ folder: String, shown: String) throws(Failure) {
    try add(folder, shown: shown, in: nil)
  }

  /// Adds the files of a folder, none of which may lie outside a tree.
  mutating func add(_ folder: String, shown: String, in tree: FolderTree?) throws(Failure) {
    var found = DocumentTree(endings: [".yml", ".yaml", ".md"])
    found.add(folder)
    if let (path, error) = found.failures.first { throw Failure(message: "\(path): \(error)") }
    guard found.barren.isEmpty, found.files != [folder] else {
      throw Failure(message: "\(shown) is no folder with .yml files")
    }
    for path in found.files {
      let relative = String(path.dropFirst(folder.utf8.count).drop { $0 == "/" })
      guard files[relative] == nil else { throw Failure(message: "two lexicon folders hold \(relative)") }
      if let tree {
        do throws(FolderTree.Failure) {
          try tree.check(path, called: "\(shown)/\(relative)")
        } catch {
          throw Failure(message: error.message)
        }
      }
      guard case .file = PathKind(path) else { throw Failure(message: "\(shown)/\(relative) is no file") }
      do throws(SystemError) {
        files[relative] = try File(path: path).readAll()
      } catch {
        throw Failure(message: "\(shown)/\(relative): \(error)")
      }
      places[relative] = "\(shown)/\(relative)"
    }
  }

  /// A mistake in one of the files, with the file; nil where it is in none of them.
  func problem(_ problem: LexiconProblem) -> ConfigurationProblem? {
    guard let place = places[problem.path], let utf8 = files[problem.path] else { return nil }
    return ConfigurationProblem(ConfigurationText(path: place, utf8: utf8), problem)
  }

  /// A mistake in one of the files, with the file as the user knows it; nil where it is in none of them.
  package func located(_ problem: LexiconProblem) -> LexiconProblem? {
    places[problem.path].map { LexiconProblem(moving: problem, to: $0) }
  }

  /// A mistake in one of the files, in one line that begins with its place.
  package func description(of problem: LexiconProblem) -> String {
    "\(place(of: problem.path)):\(problem.line):\(problem.column): \(problem.message)"
  }

  /// Where a file stands, as the user knows it; a built-in one is called by its path.
  package func place(of path: String) -> String { places[path] ?? path }

  /// Whether any file of a language is among them.
  package func holds(_ language: String) -> Bool { files.keys.contains { $0.hasPrefix(language + "/") } }
}
