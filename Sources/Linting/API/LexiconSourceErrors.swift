/// All that is wrong with lexicon files.
public struct LexiconSourceErrors: Error, Hashable, Sendable {
  /// One mistake in a file.
  public struct Mistake: Hashable, Sendable {
    /// The file's path below the lexicon folder.
    public let path: String

    /// The line, from 1.
    public let line: Int

    /// The column, from 1, in Unicode code points.
    public let column: Int

    /// What is wrong, in one line without a full stop.
    public let message: String

    /// A mistake at a place of a file.
    public init(path: String, line: Int, column: Int, message: String) {
      self.path = path
      self.line = line
      self.column = column
      self.message = message
    }
  }

  /// The mistakes, by file and place; at least one.
  public let mistakes: [Mistake]

  /// The mistakes of one reading of the files.
  public init(_ mistakes: [Mistake]) { self.mistakes = mistakes }
}

extension LexiconSourceErrors.Mistake: CustomStringConvertible {
  /// `path:line:column: message`.
  public var description: String { "\(path):\(line):\(column): \(message)" }
}
