internal import JSONReading

/// What tells a request again: a number or a string, as it was written.
struct RequestID: Hashable, Sendable {
  let json: [UInt8]

  /// nil for what cannot be an id.
  init?(_ payload: Payload) {
    guard payload.kind == .number || payload.kind == .string else { return nil }
    json = payload.raw
  }

  init(_ number: Int) { json = Array("\(number)".utf8) }
}

/// Why a request is not answered with a result, as JSON-RPC and LSP number it.
struct ResponseError: Error, Hashable, Sendable {
  let code: Int

  /// In one line without a full stop.
  let message: String

  static func parseError(_ message: String) -> ResponseError { ResponseError(code: -32700, message: message) }
  static func invalidRequest(_ message: String) -> ResponseError { ResponseError(code: -32600, message: message) }
  static func methodNotFound(_ method: String) -> ResponseError {
    ResponseError(code: -32601, message: "there is no method `\(method.prefix(80))` here")
  }
  static func invalidParams(_ message: String) -> ResponseError { ResponseError(code: -32602, message: message) }
  static let notInitialized = ResponseError(code: -32002, message: "the first request has to be `initialize`")
  static let cancelled = ResponseError(code: -32800, message: "the request was cancelled")
  static func requestFailed(_ message: String) -> ResponseError { ResponseError(code: -32803, message: message) }
}

/// A message of the client's.
enum Message: Sendable {
  case request(RequestID, method: String, Payload?)
  case notification(method: String, Payload?)
  /// The answer to a request of the server's; nil where the client could not answer.
  case response(RequestID, Payload?)

  /// Why something is no message, and the id that it bears, if it does.
  struct Fault: Error {
    let id: RequestID?
    let error: ResponseError
  }

  /// Reads the content of a message.
  init(_ content: [UInt8]) throws(Fault) {
    let payload: Payload
    do throws(JSONError) {
      do throws(JSONError) {
        payload = try Payload(content)
      } catch {
        guard case .unpairedSurrogate = error.problem else { throw error }
        payload = try Payload(Surrogates.replacingLone(in: content))
      }
    } catch {
      throw Fault(id: nil, error: .parseError("\(error.problem) at byte \(error.offset) of the message"))
    }
    guard payload.kind == .object else {
      throw Fault(id: nil, error: .invalidRequest("a message is an object; LSP knows no batches"))
    }
    let id = payload["id"].flatMap { RequestID($0) }
    guard payload["jsonrpc"]?.string == "2.0" else {
      throw Fault(id: id, error: .invalidRequest("`jsonrpc` is not \"2.0\""))
    }
    if let method = payload["method"] {
      guard let method = method.string else {
        throw Fault(id: id, error: .invalidRequest("`method` is not a string"))
      }
      let params = payload["params"]
      guard params.map({ $0.kind == .object || $0.kind == .array }) != false else {
        throw Fault(id: id, error: .invalidRequest("`params` is neither an object nor an array"))
      }
      if let id {
        self = .request(id, method: method, params)
      } else if payload["id"] != nil {
        throw Fault(id: nil, error: .invalidRequest("`id` is neither a number nor a string"))
      } else {
        self = .notification(method: method, params)
      }
    } else if let id {
      self = .response(id, payload["result"])
    } else {
      throw Fault(id: nil, error: .invalidRequest("a message without `method`"))
    }
  }
}
