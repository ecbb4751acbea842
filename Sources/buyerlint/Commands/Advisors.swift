internal import Advice
internal import Linting
internal import Project

/// Makes advisors for commands.
enum Advisors {
  /// The advisor of the built-in lexicons and of other folders.
  ///
  /// - Throws: What is wrong with the folders.
  static func make(lexicons folders: [String]) throws(UsageError) -> Advisor {
    var lexicons = LexiconFolders()
    do throws(LexiconFolders.Failure) {
      for folder in folders { try lexicons.add(folder, shown: folder) }
    } catch {
      throw UsageError(error.message)
    }
    do throws(LintingError) {
      return try Advisor(lexicons: lexicons.files)
    } catch {
      throw UsageError(error.description)
    }
  }
}
