import FoundationEssentials
import JSONReading
import Linting
import SourceText

/// A line of the corpus.
struct LabelledDraft {
  let id: String
  let language: String
  let channel: Channel
  let text: String

  /// The families that the draft violates.
  let labels: Set<String>

  /// The families on which careful people differ here.
  let optional: Set<String>

  struct Malformed: Error {
    let file: String
    let line: Int
  }

  /// The drafts of the files of a language whose names begin so, in the order of their names.
  static func read(_ language: String, files prefix: String) throws -> [LabelledDraft] {
    let folder = corpus.appending(path: language)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".jsonl") }.flatMap { name in
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      return try bytes.split(separator: UInt8(ascii: "\n")).enumerated().map { index, line in
        guard let draft = try LabelledDraft(Array(line)) else { throw Malformed(file: name, line: index + 1) }
        return draft
      }
    }
  }

  /// The languages that the corpus has a folder of.
  static func languages() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: corpus.path).filter { !$0.contains(".") && $0 != "triage" }
      .sorted()
  }

  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Corpus")

  private init?(_ line: [UInt8]) throws {
    let utf8 = line.span
    let members = try Self.members(utf8, 0..<line.count)
    guard let id = members["id"]?.string(in: utf8), let language = members["lang"]?.string(in: utf8),
      let channel = members["channel"]?.string(in: utf8).flatMap(Channel.init),
      let text = members["text"]?.string(in: utf8), let labels = members["labels"]
    else { return nil }
    (self.id, self.language, self.channel, self.text) = (id, language, channel, text)
    self.labels = Set(
      try Self.elements(utf8, labels.range).compactMap { try Self.members(utf8, $0.range)["family"]?.string(in: utf8) })
    optional = Set(
      try members["optional"].map { try Self.elements(utf8, $0.range).compactMap { $0.string(in: utf8) } } ?? [])
  }

  private static func members(_ utf8: Span<UInt8>, _ object: ByteRange) throws -> [String: JSONValue] {
    var members: [JSONMember] = []
    try JSONReader.appendMembers(utf8, in: object, to: &members)
    return Dictionary(members.map { ($0.name.string(in: utf8) ?? "", $0.value) }) { $1 }
  }

  private static func elements(_ utf8: Span<UInt8>, _ array: ByteRange) throws -> [JSONValue] {
    var elements: [JSONValue] = []
    try JSONReader.appendElements(utf8, in: array, to: &elements)
    return elements
  }
}
