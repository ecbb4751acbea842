internal import Glibc

/// A call to the operating system that failed.
package struct SystemError: Error, Hashable, Sendable {
  /// The system's number for the failure (`errno`).
  package let code: Int32

  /// The failure that the last call of this thread left.
  package init() { code = errno }

  package init(code: Int32) { self.code = code }

  /// Whether the path named nothing.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether a file was to be new and is not.
  package var isExisting: Bool { code == EEXIST }

  /// Whether the reader of a pipe has gone.
  package var isBrokenPipe: Bool { code == EPIPE }
}

extension SystemError: CustomStringConvertible {
  /// The system's words, in lower case as all messages.
  package var description: String {
    guard let words = unsafe strerror(code) else { return "error \(code)" }
    let text = unsafe String(cString: words)
    guard let first = text.unicodeScalars.first, first.isASCII else { return text }
    return String(first).lowercased() + text.dropFirst()
  }
}
