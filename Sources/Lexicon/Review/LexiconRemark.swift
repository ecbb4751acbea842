/// Something in a lexicon that compiles and yet is not what its writer meant.
package struct LexiconRemark: Hashable, Sendable {
  package enum Kind: Sendable {
    /// The same pattern stands in the concept already.
    case duplicate
    /// The pattern asks for what nothing can fill.
    case neverMatches
    /// Nothing leads to the concept.
    case unused
    /// A rule cannot fire, or not in all its ways, since concepts are empty.
    case lacking
  }

  package let kind: Kind

  /// The file inside the lexicon folder (`en/feedback.yml`).
  package let path: String

  /// From 1.
  package let line: Int

  /// From 1, in code points.
  package let column: Int

  /// What is odd, and how to mend it, in one line.
  package let message: String

  /// Whether it should be mended; what a language lacks may be meant so.
  package var isFault: Bool { kind != .lacking }
}
