import FoundationEssentials
import Lexicon
import Linting
import Testing

/// Personal data in this repository belongs to nobody.
@Suite(.timeLimit(.minutes(10))) struct `personal data that is invented` {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  /// A text to search, with where it stands.
  private struct Source {
    let place: String
    let text: String
  }

  private static func files(in folder: String, _ endings: [String]) throws -> [Source] {
    let folder = root.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter { path in
      endings.contains { path.hasSuffix($0) }
    }.map { path in
      let bytes = try Data(contentsOf: folder.appending(path: path))
      return Source(place: "\(folder.lastPathComponent)/\(path)", text: String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func sources() throws -> [Source] {
    let examples = linter.rules.flatMap { rule in
      (rule.badExamples + rule.goodExamples).map {
        Source(place: "\(rule.id) in \($0.language)", text: MarkedText($0.text).text)
      }
    }
    return try examples + files(in: "Tests/Corpus", [".jsonl"]) + files(in: "Tests/Support", [".txt"])
      + files(in: "Examples", [".txt", ".md"]) + files(in: "Tests/CommandLineTests", [".swift"])
      + files(in: "Tests/ReportingTests", [".swift"]) + files(in: "Tests/LintingTests", ["Tests.swift"])
      + files(in: "Tests/LexiconTests", ["Tests.swift"])
  }

  @Test func `comes from ranges and domains that nobody has`() throws {
    for source in try Self.sources() {
      for line in source.text.split(whereSeparator: \.isNewline) {
        for found in try seen(String(line), hosts: InventedData.hosts) where !InventedData.belongsToNobody(found) {
          Issue.record("\(source.place): \(found)")
        }
      }
    }
  }
}
