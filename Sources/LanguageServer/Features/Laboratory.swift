internal import Documents
internal import Project
internal import Synchronization

/// Keeps what was found in the last state of each document, so that one check serves all that ask.
final class Laboratory: Sendable {
  private struct Key: Hashable {
    let state: Int
    let epoch: Int
    let unsaved: [String: [UInt8]]
  }

  private let known = Mutex<[String: (key: Key, analysis: Analysis)]>([:])
  private let documents: DocumentStore

  init(_ documents: DocumentStore) { self.documents = documents }

  /// What is to be said of a state of an open document.
  func analysis(_ document: OpenDocument, _ settings: Settings, _ encoding: PositionEncoding) -> Analysis {
    let unsaved = unsaved
    let key = Key(state: document.state, epoch: settings.epoch, unsaved: unsaved)
    if let found = known.withLock({ $0[document.uri] }), found.key == key { return found.analysis }
    let analysis = Analyst(settings: settings, encoding: encoding, unsaved: unsaved).analyse(document)
    known.withLock { $0[document.uri] = (key, analysis) }
    return analysis
  }

  /// What open files hold that accept findings, by path.
  var unsaved: [String: [UInt8]] {
    let files = documents.all.filter { $0.path.hasSuffix(SuppressionFile.name) }
    return Dictionary(files.map { ($0.path, $0.text.utf8) }) { first, _ in first }
  }

  func forget(_ uri: String) { known.withLock { $0[uri] = nil } }
}
