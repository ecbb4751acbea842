/// A line of a file, counted from 1.
package struct FilePlace: Hashable, Sendable {
  package let file: String
  package let line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

/// An entry and where it was read.
package struct FeedbackRow: Sendable {
  package let place: FilePlace

  /// Whose marketplace the file is from, where it is one.
  package let country: Country?
  package var entry: FeedbackEntry
}

/// A row that cannot be read, and is kept aside.
package struct MalformedRow: Hashable, Sendable {
  package let place: FilePlace

  /// In one line without a full stop.
  package let reason: String
}

/// Two rows of one order that differ: the later one holds.
package struct RowConflict: Hashable, Sendable {
  package let id: String
  package let kept: FilePlace
  package let dropped: FilePlace
}
