internal import Advice
internal import Checking
internal import Documents
internal import Linting
internal import Project
internal import Reporting

/// Mends drafts of one file, and leaves what is accepted in it.
struct DraftMender {
  let settings: FileSettings
  private let review: FindingReview
  private let file: FindingReview.File
  private let tools: AdviceTools
  private let safety: Fix.Safety

  init(
    _ settings: FileSettings, _ review: FindingReview, path: String, _ tools: AdviceTools, _ safety: Fix.Safety
  ) {
    self.settings = settings
    self.review = review
    self.tools = tools
    self.safety = safety
    file = review.file(path, settings)
  }

  /// Mends a draft; `declared` is what it says itself is accepted.
  func mend(_ draft: Draft, declared: [DeclaredSuppression] = []) throws(LintingError) -> FixedDraft {
    let found = try open(draft, declared)
    guard found.contains(where: Fixer.concerns) else { return FixedDraft(utf8: draft.utf8, outcome: .clean, left: []) }
    return try tools.fixer(for: settings).fixes(of: draft, found, safety) { draft throws(LintingError) in
      try open(draft, declared)
    }
  }

  /// The template to write in the place of a draft of which too little would be left; nil where its language has none.
  ///
  /// - Parameter findings: What is open in the draft.
  func template(for draft: Draft, _ findings: [Finding]) throws(LintingError) -> Template? {
    let found = try tools.advisor(for: settings).suggestions(
      for: draft, findings, marketplace: settings.marketplace.value)
    return found.list.first?.template
  }

  /// The findings that nobody has accepted.
  private func open(_ draft: Draft, _ declared: [DeclaredSuppression]) throws(LintingError) -> [Finding] {
    var drafts = DraftReview(review, file, keepsAccepted: false)
    _ = drafts.declare(declared)
    let findings = try settings.linter.check(draft)
    return try drafts.items(findings, in: draft.utf8.span, withFingerprints: false).map(\.finding)
  }

  /// The draft of a document as it is judged.
  func draft(_ found: DocumentDraft, _ utf8: [UInt8]) -> Draft {
    func value<Value>(_ attribute: DraftAttribute, _ make: (String) -> Value?) -> Value? {
      found.attributes[attribute].flatMap { make($0.text) }
    }
    return Draft(
      utf8: utf8, channel: value(.channel, Channel.init) ?? settings.channel.value,
      target: value(.target, Target.init) ?? settings.target.value,
      marketplace: found.attributes[.marketplace]?.text,
      language: found.attributes[.language]?.text ?? settings.language?.value,
      isProactive: value(.proactive, Bool.init) ?? settings.isProactive?.value,
      isFinal: value(.final, Bool.init) ?? settings.isFinal?.value)
  }
}
