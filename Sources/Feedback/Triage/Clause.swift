internal import SourceText

/// A part of a comment that says one thing.
struct Clause: Hashable, Sendable {
  /// In UTF-8 bytes of the comment, without the signs around it.
  let range: ByteRange

  /// What it is about; empty where no words tell.
  let classes: ClauseClasses

  /// Whether it has so few words that it can only go on with what the clause beside it says.
  let isShort: Bool

  /// Whether no words tell what it is about, so that it may be about anything.
  var isUnknown: Bool { classes.isEmpty }

  /// Whether it says nothing by itself.
  var isFiller: Bool { classes == ClauseClasses(.filler) || isUnknown && isShort }
}
