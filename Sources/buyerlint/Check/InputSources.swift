internal import Documents
internal import Project
internal import Reporting

/// What the paths of a command line name, in their order.
struct InputSources {
  private(set) var list: [InputQueue.Source] = []

  private let settings: ProjectSettings
  private var failures = SettingsFailures()

  /// Looks for the files, and counts what is passed over.
  ///
  /// - Throws: All mistakes of the configurations that they need.
  init(_ options: CheckOptions, _ settings: ProjectSettings, _ totals: inout Totals) throws(UsageError) {
    self.settings = settings
    for path in options.paths {
      if path == "-" {
        let isRecords = kind(of: options.standardInputName) == .ndjson
        list.append(isRecords ? .records(path: nil) : .standardInput)
      } else {
        add(path, options, &totals)
      }
    }
    if let error = failures.error { throw error }
  }

  private mutating func add(_ path: String, _ options: CheckOptions, _ totals: inout Totals) {
    let settings = settings
    if options.forcesExclusion, settings.exclusion(ofSelected: path) != nil {
      totals.excluded += 1
      return
    }
    var tree = DocumentTree(
      excludes: { settings.exclusion(ofMet: $0) != nil }, includes: { settings.tellsKind(of: $0) })
    tree.add(path)
    totals.hidden += tree.hidden
    totals.excluded += tree.excluded
    totals.otherFiles += tree.others
    for (path, error) in tree.failures {
      if error.isMissing, options.gate.allowsEmpty {
        totals.missing += 1
        OutputFile.standardError.say("\(path): \(error)")
      } else {
        list.append(.failure(path: path, message: error.description))
      }
    }
    for directory in tree.barren {
      totals.missing += 1
      OutputFile.standardError.say("\(directory): no file of a kind that holds drafts in it")
    }
    var documents: [String] = []
    for file in tree.files {
      // Nobody has written the point.
      let file = options.isFolderImplied && file.hasPrefix("./") ? String(file.dropFirst(2)) : file
      guard kind(of: file) == .ndjson else {
        documents.append(file)
        continue
      }
      if !documents.isEmpty { list.append(.documents(documents)) }
      documents = []
      list.append(.records(path: file))
    }
    if !documents.isEmpty { list.append(.documents(documents)) }
  }

  /// What a file is read as; any kind where its configuration cannot be read, which is noted.
  private mutating func kind(of path: String) -> DocumentKind {
    failures.settings(for: path, settings)?.kind(of: path) ?? .text
  }
}
