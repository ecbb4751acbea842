internal import Advice
internal import Linting
internal import Project
internal import Synchronization

/// What mends drafts, and what to write in their place; made when it is first asked for.
final class Remedies: Sendable {
  private let folders: [String]
  private let fixers = Mutex<[ObjectIdentifier: Fixer]>([:])
  private let advisors = Mutex<[ObjectIdentifier?: Advisor]>([:])

  /// Remedies that know the lexicons of some folders besides those of configurations.
  init(folders: [String]) { self.folders = folders }

  func fixer(for settings: FileSettings) throws(LintingError) -> Fixer {
    let key = ObjectIdentifier(settings)
    if let known = fixers.withLock({ $0[key] }) { return known }
    let made = try Fixer(settings.linter, lexicons: lexicons(settings))
    fixers.withLock { $0[key] = made }
    return made
  }

  func advisor(for settings: FileSettings) throws(LintingError) -> Advisor {
    let key = settings.configuration.map { ObjectIdentifier($0) }
    if let known = advisors.withLock({ $0[key] }) { return known }
    let made = try Advisor(lexicons: lexicons(settings))
    advisors.withLock { $0[key] = made }
    return made
  }

  private func lexicons(_ settings: FileSettings) -> [String: [UInt8]] {
    var own = LexiconFolders()
    // Folders that cannot be read are told before any draft is checked.
    for folder in folders { try? own.add(folder, shown: folder) }
    return own.files.merging(settings.configuration?.lexicons.files ?? [:]) { own, _ in own }
  }
}
