internal import Project

/// A piece of the input that one thread checks by itself.
struct Batch: Sendable {
  enum Content {
    /// Whole lines of NDJSON; the bytes before `start` are no part of them.
    case lines([UInt8], start: Int, end: Int, firstLine: Int)
    case files([String])
    /// What git names, read.
    case versions([GitVersion])
    case standardInput
    /// Something that could not be read, in one line without a full stop; at a line where it is a record.
    case failure(String, line: Int?)
  }

  /// Counted from 0, in the order of the input.
  let number: Int

  /// The file, or what stands for standard input.
  let path: String

  let content: Content

  /// Whether there is so much to check that another thread pays.
  let isLarge: Bool
}
