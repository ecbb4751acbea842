package import Linting
package import SourceText

/// What to put in the place of some bytes of a draft.
package struct TextEdit: Hashable, Sendable {
  /// In UTF-8 bytes of the decoded text.
  package let range: ByteRange

  /// What stands there then; empty where the bytes only go.
  package let text: String

  package init(_ range: ByteRange, _ text: String) {
    self.range = range
    self.text = text
  }
}

/// Edits that mend one stretch of a draft.
package struct Fix: Sendable {
  package enum Safety: String, Sendable, Comparable, CaseIterable {
    /// What the draft says stays.
    case safe
    /// Sentences or clauses go.
    case unsafe

    package static func < (left: Safety, right: Safety) -> Bool { left == .safe && right == .unsafe }
  }

  package let safety: Safety

  /// In the order of the text, none over another; they count in the draft as it was given.
  package let edits: [TextEdit]

  /// The findings in whose place the edits stand.
  package let findings: [Finding]

  package init(safety: Safety, edits: [TextEdit], findings: [Finding]) {
    self.safety = safety
    self.edits = edits
    self.findings = findings
  }
}

/// What became of a draft.
package struct FixedDraft: Sendable {
  package enum Outcome: Sendable {
    /// Nothing was to be mended, or nothing that fixes of the asked kind mend.
    case clean
    /// The text is another.
    case fixed
    /// Without what violates, nothing but courtesies would stand there: the text is as it was, and a template is due.
    case tooLittleLeft
  }

  /// The draft, mended; as it was unless the outcome is ``Outcome/fixed``.
  package var utf8: [UInt8]

  /// In the order of the text.
  package var fixes: [Fix] = []
  package var outcome: Outcome

  /// What is still found in ``utf8``, at warning or above.
  package var left: [Finding]

  package init(utf8: [UInt8], fixes: [Fix] = [], outcome: Outcome, left: [Finding]) {
    self.utf8 = utf8
    self.fixes = fixes
    self.outcome = outcome
    self.left = left
  }

  package var text: String { String(decoding: utf8, as: UTF8.self) }

  /// All edits, in the order of the text.
  package var edits: [TextEdit] { fixes.flatMap(\.edits) }
}
