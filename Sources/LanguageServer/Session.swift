internal import Documents
internal import JSONReading
internal import Project
internal import Reporting

/// What a client and the server have agreed, and what is asked within it.
///
/// It belongs to the thread that reads: edits are taken in as they come, and whatever takes time goes to other threads.
final class Session {
  enum Phase {
    case new
    case running
    case shutDown
  }

  let connection: Connection
  let requests: Requests
  let documents = DocumentStore()
  let laboratory: Laboratory
  let publisher: Publisher

  /// For what is waited for while typing, and for all that takes longer.
  let typing = Lane()
  let errands = Lane()

  let version: String
  let commandLine: ServerOptions
  let readSettings: ReadSettings

  var phase = Phase.new
  var capabilities = Capabilities()

  /// The folders that the client works in, absolute.
  var folders: [String] = []

  /// What holds now; nil before the client has introduced itself.
  var settings: Settings?
  var options: ServerOptions

  /// The settings that the client has begun with; what it says later stands above them.
  var introduced: [(name: String, values: [String])] = []
  var epoch = 0

  /// What the server has asked the client, by the numbers of the requests.
  var asked: [RequestID: String] = [:]
  var askedCount = 0

  /// The status to end with, once the client has said so.
  private(set) var exitStatus: Int32?

  init(_ connection: Connection, version: String, _ options: ServerOptions, _ readSettings: @escaping ReadSettings) {
    self.connection = connection
    self.version = version
    commandLine = options
    self.options = options
    self.readSettings = readSettings
    requests = Requests(connection)
    laboratory = Laboratory(documents)
    publisher = Publisher(connection)
  }

  /// Takes what has come on the stream.
  func receive(_ frame: FrameParser.Frame) {
    switch frame {
    case .malformed(let fault): connection.send(Answer.failure(nil, .parseError(fault)))
    case .message(let content):
      do throws(Message.Fault) {
        try take(Message(content))
      } catch {
        connection.send(Answer.failure(error.id, error.error))
      }
    }
  }

  /// Ends the work; the status says whether the client has shut the server down.
  func end() -> Int32 {
    if phase != .new {
      typing.end()
      errands.end()
    }
    return phase == .shutDown ? 0 : 1
  }

  private func take(_ message: Message) throws(Message.Fault) {
    switch message {
    case .request(let id, let method, let params):
      guard requests.begin(id) else {
        throw Message.Fault(id: id, error: .invalidRequest("another request has this id"))
      }
      do throws(ResponseError) {
        try request(id, method, params)
      } catch {
        requests.answer(id) { Answer.failure(id, error) }
      }
    case .notification("exit", _): exitStatus = end()
    case .notification(let method, let params):
      if phase == .running { notification(method, params) }
    case .response(let id, let result):
      guard asked.removeValue(forKey: id) == "workspace/configuration", let settings = result?.elements?.first,
        settings.kind == .object
      else { return }
      configure(settings)
    }
  }

  private func request(_ id: RequestID, _ method: String, _ params: Payload?) throws(ResponseError) {
    switch (phase, method) {
    case (.new, "initialize"): try initialize(id, params)
    case (.new, _): throw .notInitialized
    case (.shutDown, _): throw .invalidRequest("the server is shut down")
    case (.running, "initialize"): throw .invalidRequest("`initialize` comes once")
    case (.running, "shutdown"):
      phase = .shutDown
      requests.answer(id) { Answer.result(id) { $0.null() } }
    case (.running, "textDocument/diagnostic"): try diagnostic(id, params)
    case (.running, "workspace/diagnostic"): workspaceDiagnostic(id, params)
    case (.running, "textDocument/hover"): try hover(id, params)
    case (.running, "textDocument/codeAction"): try codeAction(id, params)
    case (.running, _): throw .methodNotFound(method)
    }
  }

  private func notification(_ method: String, _ params: Payload?) {
    switch method {
    case "initialized": introduce()
    case "$/cancelRequest":
      if let id = params?["id"].flatMap({ RequestID($0) }) { requests.cancel(id) }
    case "textDocument/didOpen": open(params)
    case "textDocument/didChange": change(params)
    case "textDocument/didSave": save(params)
    case "textDocument/didClose": close(params)
    case "workspace/didChangeConfiguration": changeConfiguration(params)
    case "workspace/didChangeWatchedFiles": changeFiles(params)
    case "workspace/didChangeWorkspaceFolders": changeFolders(params)
    default: break
    }
  }

  // MARK: Speaking

  /// Asks the client something.
  func ask(_ method: String, _ params: Answer.Content?) {
    askedCount += 1
    let id = RequestID(askedCount)
    asked[id] = method
    connection.send(Answer.request(id, method, params))
  }

  /// Shows the user what went wrong where there is no document to show it in.
  func complain(_ message: String) {
    connection.send(
      Answer.notification("window/showMessage") { writer in
        writer.object { writer in
          writer.member("type", 1)
          writer.member("message", "buyerlint: \(message)")
        }
      })
  }
}
