internal import Glibc

/// A file that is written bit by bit and takes its place as a whole: until then the old one stays.
///
/// What is no plain file (a pipe, a terminal, `/dev/null`) is written at once.
package struct ReplacedFile: Sendable {
  package let file: OutputFile

  /// The new file and the place it is for; nil where it is written in place.
  private let move: (from: String, to: String)?

  /// Makes the new file beside the old one.
  ///
  /// - Throws: The system's failure.
  package init(path: String) throws(SystemError) {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      file = try OutputFile(path: path)
      move = nil
    } else {
      let (descriptor, name, target) = try FileReplacement.begin(path)
      file = OutputFile(descriptor: descriptor)
      move = (name, target)
    }
  }

  /// Puts the new file in the place of the old one.
  package func commit() throws(SystemError) {
    guard let move else { return }
    guard unsafe rename(move.from, move.to) == 0 else {
      let error = SystemError()
      discard()
      throw error
    }
  }

  /// Takes the new file away again.
  package func discard() {
    if let move { unsafe unlink(move.from) }
  }
}
