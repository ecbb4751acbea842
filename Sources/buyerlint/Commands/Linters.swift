internal import Documents
internal import Linting
internal import Synchronization

/// Makes linters for commands.
enum Linters {
  /// A linter of the built-in lexicons and those in folders of the user's.
  ///
  /// - Throws: What the user has to change, in one line or, for lexicons, one line a mistake.
  static func make(_ configuration: Configuration, lexicons: [String]) throws(UsageError) -> Linter {
    do {
      if lexicons.isEmpty { return try Linter(configuration) }
      return try Linter(configuration, lexicons: try read(lexicons))
    } catch let error as UsageError {
      throw error
    } catch {
      throw UsageError("\(error)")
    }
  }

  /// The files of lexicon folders, by their paths below the folder.
  static func read(_ folders: [String]) throws(UsageError) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for folder in folders {
      var tree = DocumentTree(endings: [".yml", ".yaml", ".md"])
      tree.add(folder)
      if let (path, error) = tree.failures.first { throw UsageError("\(path): \(error)") }
      guard tree.barren.isEmpty, tree.files != [folder] else {
        throw UsageError("`--lexicon` takes a folder with .yml files, which \(folder) is not")
      }
      for path in tree.files {
        let relative = String(path.dropFirst(folder.utf8.count).drop { $0 == "/" })
        guard files[relative] == nil else { throw UsageError("two lexicon folders hold \(relative)") }
        do throws(SystemError) {
          files[relative] = try File(path: path).readAll()
        } catch {
          throw UsageError("\(path): \(error)")
        }
      }
    }
    return files
  }
}

/// The rules by id, read when the first one is asked for: a run without findings needs none.
final class Catalogue: Sendable {
  private let linter: Linter
  private let rules = Mutex<[String: RuleDescription]?>(nil)

  init(_ linter: Linter) { self.linter = linter }

  subscript(id: String) -> RuleDescription? {
    rules.withLock { rules in
      let known = rules ?? Dictionary(linter.rules.map { ($0.id, $0) }) { first, _ in first }
      rules = known
      return known[id]
    }
  }
}
