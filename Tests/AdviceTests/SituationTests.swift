import FoundationEssentials
import Linting
import Testing

@testable import Advice

/// Drafts as sellers write them, each about one situation: `SITUATION [public]: TEXT`, a line each.
private struct SituationDraft {
  let situation: String
  let channel: Channel
  let text: String

  static func all(in language: String) throws -> [SituationDraft] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Drafts/\(language).txt")
    return String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard parts.count == 2, let name = String(parts[0]), let text = String(parts[1].dropFirst()) else { return nil }
      let head = name.split(separator: " ")
      return SituationDraft(
        situation: String(head[0]), channel: head.count > 1 ? .publicResponse : .message,
        text: text)
    }
  }
}

@Suite struct `situations` {
  @Test(arguments: ["de", "en", "es", "fr", "it", "ja", "pl", "pt"])
  func `the first suggestion is right in nine of ten drafts`(language: String) throws {
    let advisor = try Advisor()
    let drafts = try SituationDraft.all(in: language)
    #expect(drafts.count == (language == "en" ? 30 : 15))
    var wrong: [String] = []
    for draft in drafts {
      let found = try advisor.suggestions(for: Draft(draft.text, channel: draft.channel), marketplace: "amazon")
      if found.list.first?.situation.name != draft.situation {
        let names = found.list.map { "\($0.situation.name) \($0.situation.score)" }
        wrong.append("\(draft.situation): \(draft.text) -> \(found.language ?? "-") \(names)")
      }
    }
    #expect(wrong.count * 10 <= drafts.count, "\(wrong.joined(separator: "\n"))")
  }
}
