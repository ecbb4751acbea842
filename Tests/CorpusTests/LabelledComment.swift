import Feedback
import FoundationEssentials
import JSONReading
import SourceText

/// A buyer's comment with the decision that fits.
struct LabelledComment {
  let entry: FeedbackEntry
  let expected: TriageResult.Decision

  /// The expected decision, and others that careful people would accept.
  let accepted: Set<TriageResult.Decision>

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Corpus/triage")

  /// The comments of the files whose names begin so.
  static func read(files prefix: String) throws -> [LabelledComment] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".jsonl") }.flatMap { name in
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      return try bytes.split(separator: UInt8(ascii: "\n")).enumerated().map { index, line in
        guard let comment = try LabelledComment(Array(line)) else {
          throw LabelledDraft.Malformed(file: name, line: index + 1)
        }
        return comment
      }
    }
  }

  private init?(_ line: [UInt8]) throws {
    let utf8 = line.span
    let record = try FeedbackRecord(utf8, 0..<line.count)
    var members: [JSONMember] = []
    try JSONReader.appendMembers(utf8, in: 0..<line.count, to: &members)
    func value(_ name: String) -> JSONValue? { members.first { $0.name.string(in: utf8) == name }?.value }
    guard let expected = value("expected")?.string(in: utf8).flatMap(TriageResult.Decision.init),
      let others = value("also_ok")
    else { return nil }
    var elements: [JSONValue] = []
    try JSONReader.appendElements(utf8, in: others.range, to: &elements)
    let accepted = elements.compactMap { $0.string(in: utf8).flatMap(TriageResult.Decision.init) }
    guard accepted.count == elements.count else { return nil }
    entry = record.entry
    self.expected = expected
    self.accepted = Set(accepted + [expected])
  }
}
