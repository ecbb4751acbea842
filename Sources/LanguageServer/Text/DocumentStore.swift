internal import Documents
internal import Synchronization

/// A document of the client's in one state.
struct OpenDocument: Sendable {
  let uri: String

  /// Absolute where it is a file, else its name.
  let path: String

  /// The format that the client takes it for.
  let language: String
  var version: Int
  var text: EditableText

  /// Tells this state from all others that the server has seen.
  private(set) var state = 0

  private static let states = Atomic(1)

  mutating func renew() { state = Self.states.add(1, ordering: .relaxed).newValue }

  init(uri: String, path: String, language: String, version: Int, text: EditableText) {
    self.uri = uri
    self.path = path
    self.language = language
    self.version = version
    self.text = text
    renew()
  }

  /// The format that the client's name for it means, where its path tells none.
  var kindByLanguage: DocumentKind? {
    switch language {
    case "markdown": .markdown
    case "html", "xhtml": .html
    case "csv": .csv
    case "tsv": .tsv
    case "json", "jsonc": .json
    case "jsonl", "ndjson": .ndjson
    case "yaml": .yaml
    case "po", "pot", "gettext": .gettext
    case "properties", "java-properties", "javaproperties", "jproperties": .properties
    case "strings": .strings
    case "eml", "mail", "email": .email
    default: nil
    }
  }
}

/// The documents that are open, as the client has last told them.
final class DocumentStore: Sendable {
  private let documents = Mutex<[String: OpenDocument]>([:])

  subscript(uri: String) -> OpenDocument? { documents.withLock { $0[uri] } }

  /// All of them, by address.
  var all: [OpenDocument] { documents.withLock { $0.values.sorted { $0.uri < $1.uri } } }

  func open(_ document: OpenDocument) { documents.withLock { $0[document.uri] = document } }

  /// Changes a document in its place, so that an edit copies nothing; false where it is not open.
  func change(_ uri: String, _ body: (inout OpenDocument) -> Void) -> Bool {
    documents.withLock { documents in
      guard let index = documents.index(forKey: uri) else { return false }
      body(&documents.values[index])
      documents.values[index].renew()
      return true
    }
  }

  func close(_ uri: String) { documents.withLock { $0[uri] = nil } }

  /// The text of an open file by its path.
  func text(ofPath path: String) -> EditableText? {
    documents.withLock { $0.values.first { $0.path == path }?.text }
  }
}
