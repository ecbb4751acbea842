internal import Advice
internal import Linting
internal import Project

/// The fixers of a run, each made when a draft has something to mend.
final class Fixers {
  private var made: [ObjectIdentifier: Fixer] = [:]
  private var madeAdvisor: Advisor?
  private let files: [String: [UInt8]]

  /// Fixers that know lexicon files of the user's besides the built-in ones.
  init(lexicons files: [String: [UInt8]]) { self.files = files }

  /// The fixer for what holds for a file.
  func fixer(for settings: FileSettings) throws(LintingError) -> Fixer {
    if let known = made[ObjectIdentifier(settings)] { return known }
    var all = settings.configuration?.lexicons.files ?? [:]
    all.merge(files) { _, own in own }
    let fixer = try Fixer(settings.linter, lexicons: all)
    made[ObjectIdentifier(settings)] = fixer
    return fixer
  }

  /// The advisor, for drafts that have to be written anew.
  func advisor() throws(LintingError) -> Advisor {
    if let madeAdvisor { return madeAdvisor }
    let advisor = try Advisor(lexicons: files)
    madeAdvisor = advisor
    return advisor
  }
}
