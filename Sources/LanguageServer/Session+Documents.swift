internal import Documents
internal import Project

// MARK: Editing

extension Session {
  func open(_ params: Payload?) {
    guard let document = params?["textDocument"], let uri = document["uri"]?.string,
      let text = document["text"]?.utf8
    else { return complain("`textDocument/didOpen` names no document") }
    let path = FileAddress.path(of: uri) ?? Paths.absolute(FileAddress.name(of: uri))
    documents.open(
      OpenDocument(
        uri: uri, path: path, language: document["languageId"]?.string ?? "",
        version: document["version"]?.integer ?? 0, text: EditableText(text)))
    diagnoseAll(after: uri)
  }

  func change(_ params: Payload?) {
    guard let uri = params?["textDocument"]?["uri"]?.string, let changes = params?["contentChanges"]?.elements else {
      return complain("`textDocument/didChange` names no document")
    }
    let encoding = capabilities.encoding
    let isOpen = documents.change(uri) { document in
      document.version = params?["textDocument"]?["version"]?.integer ?? document.version
      for change in changes {
        guard let text = change["text"]?.utf8 else { continue }
        guard let range = change["range"] else {
          document.text = EditableText(text)
          continue
        }
        let start = document.text.offset(of: Place(range["start"]), encoding)
        let end = document.text.offset(of: Place(range["end"]), encoding)
        document.text.replace(min(start, end)..<max(start, end), with: text)
      }
    }
    guard isOpen else { return complain("`\(uri)` is changed and was not opened") }
    diagnoseAll(after: uri)
  }

  func save(_ params: Payload?) {
    guard let uri = params?["textDocument"]?["uri"]?.string, let path = FileAddress.path(of: uri) else { return }
    // Not all clients watch files.
    if Analyst.holdsNoDrafts(path) || (!capabilities.watchesFiles && DocumentKind(path: path) == .yaml) { reload() }
  }

  func close(_ params: Payload?) {
    guard let uri = params?["textDocument"]?["uri"]?.string, let document = documents[uri] else { return }
    documents.close(uri)
    let (publisher, laboratory, settings, pulls) =
      (publisher, laboratory, settings, capabilities.pullsDiagnostics)
    typing.add {
      laboratory.forget(uri)
      guard let settings else { return }
      if !pulls { publisher.publish([], on: uri, version: nil, settings.catalogue) }
      publisher.publish(elsewhere: [:], foundBy: uri, settings.catalogue) { FileAddress.uri(of: $0) }
    }
    if document.path.hasSuffix(SuppressionFile.name) { diagnoseAll(after: uri) }
  }

  // MARK: Checking

  /// Checks a document that has changed, and those that it says something of.
  private func diagnoseAll(after uri: String) {
    diagnose(uri)
    guard documents[uri]?.path.hasSuffix(SuppressionFile.name) != false else { return }
    for document in documents.all where document.uri != uri { diagnose(document.uri) }
  }

  /// Has a document checked as it stands when its turn has come.
  func diagnose(_ uri: String) {
    let (documents, laboratory, publisher) = (documents, laboratory, publisher)
    let (encoding, pulls) = (capabilities.encoding, capabilities.pullsDiagnostics)
    guard let settings else { return }
    // One that waits with settings that were given up does not serve.
    typing.add(for: "\(uri) \(settings.epoch)") {
      // Who asks is told; what is wrong with other files nobody asks for.
      guard let document = documents[uri] else { return }
      let analysis = laboratory.analysis(document, settings, encoding)
      // What is changed already is checked again in a moment.
      guard documents[uri]?.state == document.state else { return }
      if !pulls {
        publisher.publish(analysis.remarks, on: uri, version: document.version, settings.catalogue)
      }
      publisher.publish(elsewhere: analysis.elsewhere, foundBy: uri, settings.catalogue) { path in
        documents.all.first { $0.path == path }?.uri ?? FileAddress.uri(of: path)
      }
    }
  }
}

extension Place {
  /// The place that a client names; the start where it names none.
  init(_ payload: Payload?) {
    self.init(line: payload?["line"]?.integer ?? 0, character: payload?["character"]?.integer ?? 0)
  }
}
