internal import Checking
internal import Reporting
internal import Synchronization

/// Tells the client what it does not ask for: remarks on documents, and on files that say how these are checked.
final class Publisher: Sendable {
  private let connection: Connection

  private struct State {
    /// What each document has found wrong with other files, by path.
    var elsewhere: [String: [String: [Remark]]] = [:]

    /// The files of which something is told, with their addresses.
    var told: [String: String] = [:]
  }

  private let state = Mutex(State())

  init(_ connection: Connection) { self.connection = connection }

  /// Tells the remarks on a state of a document.
  func publish(_ remarks: [Remark], on uri: String, version: Int?, _ catalogue: Catalogue) {
    connection.send(
      Answer.notification("textDocument/publishDiagnostics") { writer in
        writer.object { writer in
          writer.member("uri", uri)
          if let version { writer.member("version", version) }
          writer.name("diagnostics")
          writer.diagnostics(remarks, catalogue)
        }
      })
  }

  /// Tells what a document has found wrong with other files, in place of what it found before.
  ///
  /// - Parameter address: The address of a path as the client writes it.
  func publish(
    elsewhere: [String: [Remark]], foundBy uri: String, _ catalogue: Catalogue, address: (String) -> String
  ) {
    state.withLock { state in
      let before = state.elsewhere[uri] ?? [:]
      if elsewhere.isEmpty, before.isEmpty { return }
      state.elsewhere[uri] = elsewhere.isEmpty ? nil : elsewhere
      for path in Set(before.keys).union(elsewhere.keys).sorted() {
        // Several documents find the same mistakes.
        let remarks = state.elsewhere.sorted { $0.key < $1.key }.lazy.compactMap { $0.value[path] }.first ?? []
        let target = state.told[path] ?? address(path)
        state.told[path] = remarks.isEmpty ? nil : target
        publish(remarks, on: target, version: nil, catalogue)
      }
    }
  }
}
