internal import Documents
internal import Glibc
internal import JSONReading
internal import Project
internal import Reporting

// MARK: Introductions

extension Session {
  func initialize(_ id: RequestID, _ params: Payload?) throws(ResponseError) {
    guard typing.start(), errands.start() else { throw .requestFailed("the system has no thread left") }
    capabilities = Capabilities(params)
    folders = (params?["workspaceFolders"]?.elements ?? []).compactMap { $0["uri"]?.string }
      .compactMap { FileAddress.path(of: $0) }
    if folders.isEmpty {
      folders = [params?["rootUri"]?.string.flatMap { FileAddress.path(of: $0) } ?? params?["rootPath"]?.string]
        .compactMap { $0 }
    }
    // Relative paths in options are of the folder that the user sees; where it is gone they stay as they are.
    if let first = folders.first { _ = unsafe chdir(first) }
    phase = .running
    requests.answer(id) { Answer.result(id) { capabilities.result(version: version, &$0) } }
    introduced = Self.settings(in: params?["initializationOptions"])
    configure(nil)
  }

  /// Asks the client for what it tells once both know each other.
  func introduce() {
    if capabilities.watchesFiles {
      ask("client/registerCapability") { writer in
        writer.object { writer in
          writer.name("registrations")
          writer.array { $0.watchers() }
        }
      }
    }
    askConfiguration()
  }

  private func askConfiguration() {
    guard capabilities.asksConfiguration else { return }
    ask("workspace/configuration") { writer in
      writer.object { writer in
        writer.name("items")
        writer.array { writer in writer.object { $0.member("section", "buyerlint") } }
      }
    }
  }
}

extension JSONWriter {
  /// The files that say how drafts are checked.
  fileprivate mutating func watchers() {
    object { writer in
      writer.member("id", "buyerlint-files")
      writer.member("method", "workspace/didChangeWatchedFiles")
      writer.name("registerOptions")
      writer.object { writer in
        writer.name("watchers")
        writer.array { writer in
          for glob in ["**/*.yml", "**/*.yaml"] { writer.object { $0.member("globPattern", glob) } }
        }
      }
    }
  }
}

// MARK: What holds

extension Session {
  /// Takes the settings of the client's over; where they are mistaken, what held before goes on to hold.
  func configure(_ payload: Payload?) {
    let own = Self.settings(in: payload)
    var problem: String?
    do throws(SettingsMistake) {
      options = try readSettings(introduced.filter { old in !own.contains { $0.name == old.name } } + own)
    } catch {
      problem = error.message
    }
    if let problem { complain("the settings of the editor are not taken: \(problem)") }
    reload()
  }

  /// The settings in a client's object, or in its part that is called after the server.
  private static func settings(in payload: Payload?) -> [(name: String, values: [String])] {
    ((payload?["buyerlint"] ?? payload)?.members ?? []).filter { $0.value.kind != .null }
      .map { ($0.name, words($0.value)) }
  }

  /// The values of a setting as words of a command line.
  private static func words(_ payload: Payload) -> [String] {
    switch payload.kind {
    case .string: [payload.string ?? ""]
    case .number, .boolean: [String(decoding: payload.raw, as: UTF8.self)]
    case .array: (payload.elements ?? []).flatMap { words($0) }
    // Levels by rule.
    case .object: payload.members.flatMap { name, value in words(value).map { "\(name)=\($0)" } }
    case .null: []
    }
  }

  /// Reads all anew that says how drafts are checked, and checks what is open again.
  func reload() {
    epoch += 1
    do throws(ProjectSettings.Failure) {
      settings = try Settings(options, epoch: epoch)
    } catch {
      if case .commandLine(let message) = error { complain(message) }
      // Something has to hold, so that the server stays.
      if settings == nil { settings = try? Settings(ServerOptions(), epoch: epoch) }
    }
    for document in documents.all { diagnose(document.uri) }
    if capabilities.pullsDiagnostics, capabilities.refreshesDiagnostics, epoch > 1 {
      ask("workspace/diagnostic/refresh", nil)
    }
  }

  func changeConfiguration(_ params: Payload?) {
    if let settings = params?["settings"] {
      configure(settings)
    } else {
      askConfiguration()
      if !capabilities.asksConfiguration { reload() }
    }
  }

  func changeFiles(_ params: Payload?) {
    let paths = (params?["changes"]?.elements ?? []).compactMap { $0["uri"]?.string }
      .compactMap { FileAddress.path(of: $0) }
    // Lexicons and baselines may be any file of YAML.
    if paths.contains(where: { DocumentKind(path: $0) == .yaml }) { reload() }
  }

  func changeFolders(_ params: Payload?) {
    func paths(_ name: String) -> [String] {
      (params?["event"]?[name]?.elements ?? []).compactMap { $0["uri"]?.string }
        .compactMap { FileAddress.path(of: $0) }
    }
    let removed = paths("removed")
    folders.removeAll { removed.contains($0) }
    for folder in paths("added") where !folders.contains(folder) { folders.append(folder) }
  }
}
