internal import Synchronization

/// The requests of the client's that have no answer yet.
final class Requests: Sendable {
  private let connection: Connection
  private let pending = Mutex<Set<RequestID>>([])

  init(_ connection: Connection) { self.connection = connection }

  /// Takes a request up; false where one of the same id has no answer yet.
  func begin(_ id: RequestID) -> Bool { pending.withLock { $0.insert(id).inserted } }

  /// Whether somebody still waits for an answer.
  func isPending(_ id: RequestID) -> Bool { pending.withLock { $0.contains(id) } }

  /// Sends an answer, unless the request has one already.
  func answer(_ id: RequestID, _ message: () -> [UInt8]) {
    guard pending.withLock({ $0.remove(id) }) != nil else { return }
    connection.send(message())
  }

  /// Answers a request that nobody wants any more at once, whatever is still being done for it.
  func cancel(_ id: RequestID) {
    answer(id) { Answer.failure(id, .cancelled) }
  }
}
