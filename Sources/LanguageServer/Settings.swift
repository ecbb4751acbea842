internal import Checking
internal import Documents
internal import Linting
internal import Project
internal import Synchronization

/// All that drafts are checked with until a configuration changes.
final class Settings: Sendable {
  let project: ProjectSettings
  let options: ServerOptions
  let catalogue: Catalogue
  let remedies: Remedies

  /// Tells these settings from others of the same server.
  let epoch: Int

  /// By the path of the baseline; each document begins with it anew.
  private let reviews = Mutex<[String: FindingReview]>([:])

  /// - Throws: What is wrong with the options.
  init(_ options: ServerOptions, epoch: Int) throws(ProjectSettings.Failure) {
    let project = try ProjectSettings(options.own, lexicons: options.lexicons, options.source)
    self.project = project
    self.options = options
    self.epoch = epoch
    catalogue = Catalogue { project.engines }
    remedies = Remedies(folders: options.lexicons)
  }

  /// A review of the findings of one file, that has accepted nothing yet.
  ///
  /// - Parameter unsaved: What files of suppressions hold that are open, by path.
  func review(_ settings: FileSettings, unsaved: [String: [UInt8]]) throws(ProjectMistake) -> FindingReview {
    var options = options.review
    options.unsaved = unsaved
    if options.baseline == nil { options.baseline = settings.configuration?.baseline?.value }
    let key = options.baseline ?? ""
    if let known = reviews.withLock({ $0[key] }) { return FindingReview(options, asIn: known) }
    let review = try FindingReview(options)
    reviews.withLock { $0[key] = review }
    return FindingReview(options, asIn: review)
  }
}
