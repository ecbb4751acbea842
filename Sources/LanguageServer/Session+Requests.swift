internal import Checking
internal import Documents
internal import Project
internal import Reporting

extension Session {
  /// The open document that a request names, and what holds now.
  private func subject(of params: Payload?) throws(ResponseError) -> (OpenDocument, Settings) {
    guard let uri = params?["textDocument"]?["uri"]?.string else { throw .invalidParams("no document is named") }
    guard let document = documents[uri] else { throw .invalidParams("`\(uri)` is not open") }
    guard let settings else { throw .notInitialized }
    return (document, settings)
  }

  func hover(_ id: RequestID, _ params: Payload?) throws(ResponseError) {
    let (document, settings) = try subject(of: params)
    guard let position = params?["position"] else { throw .invalidParams("no `position`") }
    let place = Place(position)
    let (requests, laboratory, encoding) = (requests, laboratory, capabilities.encoding)
    let isMarkdown = capabilities.takesMarkdown
    typing.add {
      let analysis = laboratory.analysis(document, settings, encoding)
      requests.answer(id) {
        Answer.result(id) { writer in
          Hover.write(analysis, at: place, settings.catalogue, isMarkdown: isMarkdown, to: &writer)
        }
      }
    }
  }

  func diagnostic(_ id: RequestID, _ params: Payload?) throws(ResponseError) {
    let (document, settings) = try subject(of: params)
    let (requests, laboratory, encoding) = (requests, laboratory, capabilities.encoding)
    let known = params?["previousResultId"]?.string
    typing.add {
      let result = ResultID(document.text.utf8, settings, laboratory.unsaved).description
      let analysis = known == result ? nil : laboratory.analysis(document, settings, encoding)
      requests.answer(id) {
        Answer.result(id) { writer in
          writer.object { $0.report(result, analysis?.remarks, settings.catalogue) }
        }
      }
    }
  }

  func workspaceDiagnostic(_ id: RequestID, _ params: Payload?) {
    guard let settings else { return }
    var known: [String: String] = [:]
    for previous in params?["previousResultIds"]?.elements ?? [] {
      if let uri = previous["uri"]?.string { known[uri] = previous["value"]?.string }
    }
    let survey = Survey(
      folders: folders, documents: documents, laboratory: laboratory, settings: settings,
      encoding: capabilities.encoding, known: known)
    let (requests, connection, token) = (requests, connection, params?["partialResultToken"].flatMap { RequestID($0) })
    errands.add {
      guard requests.isPending(id) else { return }
      var items: [[UInt8]] = []
      survey.run(while: { requests.isPending(id) }) { report in
        guard let token else {
          items.append(report)
          return
        }
        connection.send(
          Answer.notification("$/progress") { writer in
            writer.object { writer in
              writer.name("token")
              writer.raw(token.json)
              writer.name("value")
              writer.object { $0.items([report]) }
            }
          })
      }
      requests.answer(id) { Answer.result(id) { writer in writer.object { $0.items(items) } } }
    }
  }

  func codeAction(_ id: RequestID, _ params: Payload?) throws(ResponseError) {
    let (document, settings) = try subject(of: params)
    guard let range = params?["range"] else { throw .invalidParams("no `range`") }
    let request = CodeActions.Request(
      start: Place(range["start"]), end: Place(range["end"]),
      kinds: params?["context"]?["only"]?.elements.map { $0.compactMap(\.string) })
    let (requests, laboratory, capabilities, documents) = (requests, laboratory, capabilities, documents)
    errands.add {
      guard requests.isPending(id) else { return }
      let analysis = laboratory.analysis(document, settings, capabilities.encoding)
      let actions = CodeActions(document, analysis, settings, documents)
      let list = capabilities.takesCodeActions ? actions.list(request) : []
      requests.answer(id) {
        Answer.result(id) { writer in
          writer.array { writer in
            for action in list { writer.action(action, capabilities, settings.catalogue) }
          }
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func items(_ reports: [[UInt8]]) {
    name("items")
    array { writer in
      for report in reports { writer.raw(report) }
    }
  }

  /// Members of a report on a document; nil stands for what is as it was.
  mutating func report(_ result: String, _ remarks: [Remark]?, _ catalogue: Catalogue) {
    member("kind", remarks == nil ? "unchanged" : "full")
    member("resultId", result)
    guard let remarks else { return }
    name("items")
    diagnostics(remarks, catalogue)
  }
}
