internal import Advice
internal import Linting

/// What is to be said of a draft that is not mended, or not wholly.
struct FixNote {
  enum Matter {
    case problem(String)
    /// The edits cannot be written into the document as it is.
    case unwritable
    /// Too little would be left; the template to write instead.
    case needsTemplate(Template?)
    /// Rules that are still broken.
    case left([String])
  }

  let matter: Matter

  /// Which draft of the document.
  let label: String?

  init(_ matter: Matter, label: String? = nil) {
    self.matter = matter
    self.label = label
  }

  /// What is to be said of a draft that was mended or should have been; nil where that is nothing.
  init?(_ fixed: FixedDraft, _ draft: Draft, label: String?, _ mender: DraftMender) throws(LintingError) {
    self.label = label
    if fixed.outcome == .tooLittleLeft {
      matter = .needsTemplate(try mender.template(for: draft, fixed.left))
    } else if !fixed.left.isEmpty {
      matter = .left(FixNote.rules(fixed.left))
    } else {
      return nil
    }
  }

  /// Each rule once, in the order of the text.
  static func rules(_ findings: [Finding]) -> [String] {
    findings.reduce(into: []) { if !$0.contains($1.rule) { $0.append($1.rule) } }
  }

  /// In one line without a full stop.
  var text: String {
    switch matter {
    case .problem(let message): message
    case .unwritable: "not fixable: the change cannot be written exactly in this format; mend it by hand"
    case .needsTemplate(let template):
      "left as it is: without what violates, nothing would be left to send; "
        + (template.map {
          "write it anew, for example from `buyerlint templates show \($0.id)\(Self.option($0.language))`"
        }
          ?? "write it anew; `buyerlint templates list` shows what for")
    case .left(let rules): "still to be mended: \(rules.joined(separator: ", "))"
    }
  }

  /// The option that names a language where it is not the default.
  private static func option(_ language: String) -> String { language == "en" ? "" : " --lang \(language)" }

  /// The template to write instead, if it names one.
  var template: Template? { if case .needsTemplate(let template) = matter { template } else { nil } }

  /// Whether it means that something could not be read or written.
  var isFailure: Bool {
    switch matter {
    case .problem, .unwritable: true
    case .needsTemplate, .left: false
    }
  }
}
