import Foundation
import TestSupport
import Testing

/// What is found in a draft is found in each document that says the same, at the bytes that say it.
@Suite struct `drafts in random documents` {
  /// Sentences by language, since a document may say one for all of them.
  private static let languages: [(violations: [String], innocent: [String])] = [
    (
      [
        "Please remove your review.", "If you delete the review we will send you a gift card.",
        "Call me on 212-555-0147 today.", "Write to dana@example.com about it.",
        "You can buy it at https://shop.example.com/now today.",
      ],
      ["Thank you for your order.", "The café is “closed” today 😀.", "It is the \"red\" one, 40 % off the blue."]
    ),
    (
      ["Bitte ändern Sie Ihre Bewertung.", "Schreiben Sie uns an dana@example.com, wir antworten gleich."],
      ["Ihre Bestellung ist schon unterwegs.", "Schöne Grüße aus dem „Süden“ von uns allen."]
    ),
    (["レビューを削除してください。", "星5をつけてくれたらギフト券をお送りします。"], ["ご注文ありがとうございます。", "商品は本日発送しました。"]),
  ]
  private static let perKind = 40

  private struct Found: Hashable, CustomStringConvertible {
    let rule: String
    let start: Int

    /// nil where a report tells starts alone.
    var end: Int?

    var description: String { "\(rule) at \(start)..<\(end.map(String.init) ?? "?")" }

    /// A line such as `a.ndjson:1:17: error: message [rule]`, of a file of one line.
    init(_ line: String, in document: Embedding) throws {
      let column = try #require(Int(line.split(separator: ":")[2]))
      let before = String(decoding: document.bytes, as: UTF8.self).unicodeScalars.prefix(column - 1)
      start = before.reduce(0) { $0 + UTF8.width($1) }
      rule = String(try #require(line.split(separator: "[").last).dropLast())
    }

    init(_ finding: [String: Any], _ place: [String: Any]) throws {
      rule = try #require(finding["rule"] as? String)
      start = try #require((place["start"] as? [String: Any])?["offset"] as? Int)
      end = try #require((place["end"] as? [String: Any])?["offset"] as? Int)
    }

    /// A finding in a draft as it stands in a document.
    init(_ found: Found, in document: Embedding) {
      rule = found.rule
      var offset = 0
      var places: [Range<Int>] = []
      for (scalar, place) in zip(document.text, document.places) {
        if offset >= found.start, offset < found.end ?? 0 { places.append(place) }
        offset += UTF8.width(scalar)
      }
      start = places.first?.lowerBound ?? -1
      end = places.last?.upperBound
    }
  }

  @Test func `show the same evidence, however they are written`() throws {
    // One case is many documents, since a run of the program reads them all.
    try forRandomCases(1) { random in
      var drafts: [String] = []
      var documents: [Embedding] = []
      var files: [String: [UInt8]] = [:]
      for ending in RandomDocument.endings {
        for _ in 0..<Self.perKind {
          drafts.append(Self.draft(&random))
          documents.append(RandomDocument.make(ending, drafts.last!, &random))
          files["\(documents.count - 1).\(ending)"] = documents.last!.bytes
        }
      }
      let expected = try Self.findings(in: drafts)
      var failure: String?
      try BuiltProgram.withFolder(files) { folder in
        func number(_ name: some StringProtocol) throws -> Int { try #require(Int(name.prefix { $0 != "." })) }
        let records = files.keys.filter { $0.hasSuffix(".ndjson") }
        var found = try Self.findings(in: files.keys.filter { !records.contains($0) }, folder)
        for line in try BuiltProgram.run(["check", "--format", "concise"] + records, folder: folder).lines {
          let name = String(line.prefix { $0 != ":" })
          found[name, default: []].insert(try Found(line, in: documents[try number(name)]))
        }
        for (name, bytes) in files {
          let document = documents[try number(name)]
          var wanted = try expected[number(name)].map { Found($0, in: document) }
          if records.contains(name) { for index in wanted.indices { wanted[index].end = nil } }
          if wanted.isEmpty || found[name] != Set(wanted) {
            failure = "\(found[name] ?? []), not \(wanted), in \(spelledOut(bytes)) (\(name))"
          }
        }
      }
      return failure
    }
  }

  private static func draft(_ random: inout SplitMix64) -> String {
    let (violations, innocent) = languages.randomElement(using: &random)!
    func some(_ count: ClosedRange<Int>, of sentences: [String]) -> [String] {
      (0..<Int.random(in: count, using: &random)).map { _ in sentences.randomElement(using: &random)! }
    }
    let sentences = some(0...3, of: innocent) + some(1...2, of: violations)
    return sentences.shuffled(using: &random).joined(separator: " ")
  }

  /// What is found in drafts as they are, read as records.
  private static func findings(in drafts: [String]) throws -> [[Found]] {
    let lines = try drafts.map {
      String(decoding: try JSONSerialization.data(withJSONObject: ["text": $0]), as: UTF8.self)
    }
    let outcome = try BuiltProgram.run(
      ["check", "--input-format", "ndjson", "--format", "ndjson", "-"], input: lines.joined(separator: "\n"))
    try #require(outcome.lines.count == drafts.count)
    return try outcome.lines.map { line in
      try findings(of: object(line)).map { try Found($0, $0) }
    }
  }

  /// What is found in files, at bytes of these.
  private static func findings(in names: [String], _ folder: URL) throws -> [String: Set<Found>] {
    let outcome = try BuiltProgram.run(["check", "--format", "ndjson"] + names, folder: folder)
    try #require(outcome.status == 1, "\(outcome.errors.prefix(2_000))")
    var found: [String: Set<Found>] = [:]
    for line in outcome.lines {
      let draft = try object(line)
      for finding in findings(of: draft) {
        let place = try #require(finding["source"] as? [String: Any], "\(line)")
        found[try #require(draft["path"] as? String), default: []].insert(try Found(finding, place))
      }
    }
    return found
  }

  private static func object(_ line: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private static func findings(of draft: [String: Any]) -> [[String: Any]] {
    draft["findings"] as? [[String: Any]] ?? []
  }
}
