internal import Linting
internal import Project

/// The folders of lexicons that a command is given.
enum OwnLexicons {
  /// The contents of their files by path in the folder.
  ///
  /// - Throws: What is wrong with the folders.
  static func files(in folders: [String]) throws(UsageError) -> [String: [UInt8]] { try self.folders(folders).files }

  /// The folders, read.
  ///
  /// - Throws: What is wrong with them.
  static func folders(_ folders: [String]) throws(UsageError) -> LexiconFolders {
    var lexicons = LexiconFolders()
    do throws(LexiconFolders.Failure) {
      for folder in folders { try lexicons.add(folder, shown: folder) }
    } catch {
      throw UsageError(error.message)
    }
    return lexicons
  }

  /// What is made of the built-in lexicons and those of some folders.
  ///
  /// - Throws: What is wrong with the folders or their files.
  static func make<Made>(
    _ folders: [String], _ make: ([String: [UInt8]]) throws(LintingError) -> Made
  ) throws(UsageError) -> Made {
    let files = try files(in: folders)
    do throws(LintingError) {
      return try make(files)
    } catch {
      throw UsageError(error.description)
    }
  }
}
