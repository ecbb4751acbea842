internal import Documents
internal import Project
internal import Reporting

/// What tells the outcome of one check from that of another: the text, and what it was checked with.
struct ResultID: CustomStringConvertible {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ utf8: [UInt8], _ settings: Settings, _ unsaved: [String: [UInt8]]) {
    add(utf8)
    add(Array("\(settings.epoch)".utf8))
    for (path, content) in unsaved.sorted(by: { $0.key < $1.key }) {
      add(Array(path.utf8))
      add(content)
    }
  }

  /// FNV-1a, with the length so that pieces do not run into each other.
  private mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ UInt64(bytes.count)) &* 0x100_0000_01b3
  }

  var description: String { String(hash, radix: 16) }
}

/// A check of all drafts in the folders that the client works in, as `check` finds them there.
struct Survey: Sendable {
  let folders: [String]
  let documents: DocumentStore
  let laboratory: Laboratory
  let settings: Settings
  let encoding: PositionEncoding

  /// The results that the client has already, by address.
  let known: [String: String]

  /// Reports on each file, as long as somebody wants it.
  func run(while isWanted: () -> Bool, _ report: ([UInt8]) -> Void) {
    let project = settings.project
    var tree = DocumentTree(
      excludes: { project.exclusion(ofMet: $0) != nil }, includes: { project.tellsKind(of: $0) })
    for folder in folders { tree.add(folder) }
    let open = Dictionary(documents.all.map { ($0.path, $0) }) { first, _ in first }
    let unsaved = laboratory.unsaved
    var seen: Set<String> = []
    for path in tree.files where seen.insert(path).inserted {
      guard isWanted() else { return }
      if let document = open[path] {
        let result = ResultID(document.text.utf8, settings, unsaved).description
        let isKnown = known[document.uri] == result
        let remarks = isKnown ? nil : laboratory.analysis(document, settings, encoding).remarks
        report(item(document.uri, document.version, result, remarks))
      } else {
        report(self.report(on: path, unsaved))
      }
    }
    for (path, error) in tree.failures {
      report(item(FileAddress.uri(of: path), nil, "", [.unreadable(error.description)]))
    }
  }

  private func report(on path: String, _ unsaved: [String: [UInt8]]) -> [UInt8] {
    let uri = FileAddress.uri(of: path)
    do throws(SystemError) {
      var bytes = try File(path: path).readAll()
      let result = ResultID(bytes, settings, unsaved).description
      if known[uri] == result { return item(uri, nil, result, nil) }
      let isPlain = String(validating: bytes, as: UTF8.self) != nil
      if isPlain, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
      let document = OpenDocument(uri: uri, path: path, language: "", version: 0, text: EditableText(bytes))
      let analyst = Analyst(settings: settings, encoding: encoding, unsaved: unsaved)
      return item(uri, nil, result, analyst.analyse(document, isOpen: isPlain).remarks)
    } catch {
      return item(uri, nil, "", [.unreadable(error.description)])
    }
  }

  private func item(_ uri: String, _ version: Int?, _ result: String, _ remarks: [Remark]?) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("uri", uri)
      writer.name("version")
      if let version { writer.number(version) } else { writer.null() }
      writer.report(result, remarks, settings.catalogue)
    }
    return writer.finish()
  }
}

extension Remark {
  fileprivate static func unreadable(_ message: String) -> Remark {
    let start = Place(line: 0, character: 0)
    return Remark(start: start, end: start, level: 1, code: "document", message: message)
  }
}
