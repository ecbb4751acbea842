internal import Advice
internal import Lexicon
internal import Linting
internal import Project
internal import Synchronization

/// What advice and fixes are made with, by the lexicons that hold for a file; each is made when it is first asked for.
final class AdviceTools: Sendable {
  private struct State: ~Copyable {
    /// By the configuration, of which a run has few; nil where there is none.
    var advisors: [ObjectIdentifier?: Result<Advisor, LintingError>] = [:]

    /// By what holds for a file.
    var fixers: [ObjectIdentifier: Result<Fixer, LintingError>] = [:]
  }

  private let own: LexiconFolders
  private let state = Mutex(State())

  /// Tools of the built-in lexicons, of those in folders, which the command line names, and of those of each configuration.
  ///
  /// - Throws: What is wrong with the folders, and with what is said of advice in them.
  init(lexicons folders: [String]) throws(UsageError) {
    own = try OwnLexicons.folders(folders)
    guard own.files.keys.contains(where: RuleSet.concernsAdviceAlone) else { return }
    do throws(LintingError) {
      _ = try advisor(configuration: nil)
      try Fixer.checkLexicons(own.files)
    } catch {
      throw UsageError(located(error, nil).description)
    }
  }

  /// Who tells what a draft is about, for what holds for a file.
  ///
  /// - Throws: ``LintingError/lexicon(_:)`` with the files as the user knows them.
  func advisor(for settings: FileSettings) throws(LintingError) -> Advisor {
    try advisor(configuration: settings.configuration)
  }

  private func advisor(configuration: ProjectConfiguration?) throws(LintingError) -> Advisor {
    try state.withLock { state in
      let key = configuration.map { ObjectIdentifier($0) }
      if let known = state.advisors[key] { return known }
      let made = made(configuration) { files throws(LintingError) in try Advisor(lexicons: files) }
      state.advisors[key] = made
      return made
    }.get()
  }

  /// Who mends drafts, for what holds for a file.
  ///
  /// - Throws: As ``advisor(for:)``.
  func fixer(for settings: FileSettings) throws(LintingError) -> Fixer {
    try state.withLock { state in
      let key = ObjectIdentifier(settings)
      if let known = state.fixers[key] { return known }
      let made = made(settings.configuration) { files throws(LintingError) in
        try Fixer(settings.linter, lexicons: files)
      }
      state.fixers[key] = made
      return made
    }.get()
  }

  private func made<Tool>(
    _ configuration: ProjectConfiguration?, _ make: ([String: [UInt8]]) throws(LintingError) -> Tool
  ) -> Result<Tool, LintingError> {
    var files = configuration?.lexicons.files ?? [:]
    files.merge(own.files) { _, own in own }
    do throws(LintingError) {
      return .success(try make(files))
    } catch {
      return .failure(located(error, configuration))
    }
  }

  /// An error with its files as the user knows them.
  private func located(_ error: LintingError, _ configuration: ProjectConfiguration?) -> LintingError {
    guard case .lexicon(let problems) = error else { return error }
    return .lexicon(problems.map { own.located($0) ?? configuration?.lexicons.located($0) ?? $0 })
  }
}
