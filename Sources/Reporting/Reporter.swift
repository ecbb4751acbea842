/// Writes reports in one format.
package protocol Reporter: Sendable {
  /// What stands before the first draft.
  var head: [UInt8] { get }

  /// What stands between two drafts.
  var separator: [UInt8] { get }

  /// Whether the format itself tells of drafts that failed or were not checked in full.
  var tellsProblems: Bool { get }

  /// Whether the format has a place for advice.
  var tellsAdvice: Bool { get }

  /// Appends what the format says of a draft, which may be nothing.
  ///
  /// Several threads call it at once.
  func append(_ report: DraftReport, to bytes: inout [UInt8])

  /// Takes what ``append(_:to:)`` wrote for some drafts, in order, and answers what of it can be written at once.
  ///
  /// A report that begins with what only the end tells holds it back.
  func absorb(_ bytes: [UInt8]) -> [UInt8]

  /// Appends what stands after the last draft.
  func appendTail(_ totals: Totals, to bytes: inout [UInt8])
}

extension Reporter {
  package var tellsAdvice: Bool { false }

  package func absorb(_ bytes: [UInt8]) -> [UInt8] { bytes }
}

/// What every report says of itself.
package let notice = "buyerlint's findings are neither the marketplace's decision nor legal advice."
