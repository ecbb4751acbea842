package import SourceText

/// What a document says is accepted in a draft, as it is written there: whether it makes sense is not known here.
package struct DeclaredSuppression: Hashable, Sendable {
  /// A rule's id or a family.
  package var rule = ""

  /// The fingerprint of the sentence; nil where the rule is accepted in all of the draft.
  package var sentence: String?

  package var reason = ""

  /// Where it is declared, in the text of the document.
  package var range: ByteRange

  package init(range: ByteRange) { self.range = range }
}
