extension [UInt8] {
  /// Appends a text of the program's own; ``append(visible:)`` is for that of others.
  mutating func append(text: String) { append(contentsOf: text.utf8) }
}
