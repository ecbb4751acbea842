internal import Checking
internal import Documents
internal import Project
internal import SourceText

/// Places in a document at which it may say that a draft of it accepts something.
struct SuppressionPlaces {
  private let document: Document
  private let draft: Int
  private let kind: DocumentKind

  /// How far above a value its comment may stand, in lines: as many as the head of an entry has.
  private static let reach = 24

  init(_ document: Document, _ draft: Int, _ kind: DocumentKind) {
    self.document = document
    self.draft = draft
    self.kind = kind
  }

  /// Ways to write a suppression into the document, the best first; whoever uses one reads the document again.
  func insertions(of suppression: Suppression) -> [FileEdit] {
    switch kind {
    case .markdown: inFrontMatter(suppression)
    // A comment concerns all of a value, so it would accept more than one sentence.
    case .yaml, .properties: comments("# ", suppression, "")
    case .gettext: comments("# ", suppression, "").reversed()
    case .strings: comments("/* ", suppression, " */")
    case .text, .html, .email, .csv, .tsv, .json, .ndjson, .xcstrings: []
    }
  }

  // MARK: Comments

  private func comments(_ opening: String, _ suppression: Suppression, _ closing: String) -> [FileEdit] {
    let text = document.drafts[draft].text
    let reason = String(suppression.reason.map { $0 == "*" || $0.isNewline ? " " : $0 })
    let comment = "\(opening)buyerlint-allow \(suppression.rule): \(reason)\(closing)"
    let utf8 = document.utf8
    var start = lineStart(of: text.map.source(of: 0..<0).lowerBound)
    var edits: [FileEdit] = []
    for _ in 0..<Self.reach {
      let line = utf8[start...].prefix { $0 != 0x0A && $0 != 0x0D }
      // A blank line ends an entry.
      if line.allSatisfy({ $0 <= 0x20 }), !edits.isEmpty { break }
      let indentation = String(decoding: line.prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
      edits.append(FileEdit(start..<start, Array("\(indentation)\(comment)\(lineEnd)".utf8)))
      if start == 0 { break }
      start = lineStart(of: start - 1)
    }
    return edits
  }

  // MARK: Front matter

  private func inFrontMatter(_ suppression: Suppression) -> [FileEdit] {
    var members = ["rule: \(suppression.rule)"]
    if let sentence = suppression.sentence { members.append("sentence: \"\(sentence)\"") }
    members.append("reason: \(SuppressionWriter.scalar(suppression.reason))")
    func entry(_ indentation: String) -> String {
      indentation + "- " + members.joined(separator: "\(lineEnd)\(indentation)  ") + lineEnd
    }
    func edit(_ offset: Int, _ text: String) -> FileEdit { FileEdit(offset..<offset, Array(text.utf8)) }
    let utf8 = document.utf8
    var at = nextLine(after: 0)
    guard line(at: 0) == "---" else {
      return [edit(0, "---\(lineEnd)suppress:\(lineEnd)\(entry("  "))---\(lineEnd)")]
    }
    var list: Int?
    while at < utf8.count, !["---", "..."].contains(line(at: at)) {
      if line(at: at) == "suppress:" { list = nextLine(after: at) }
      at = nextLine(after: at)
    }
    if let list { return ["  ", "", "    "].map { edit(list, entry($0)) } }
    return [edit(at, "suppress:\(lineEnd)\(entry("  "))")]
  }

  // MARK: Lines

  private var lineEnd: String {
    guard let end = document.utf8.firstIndex(of: 0x0A), end > 0 else { return "\n" }
    return document.utf8[end - 1] == 0x0D ? "\r\n" : "\n"
  }

  private func lineStart(of offset: Int) -> Int {
    document.utf8[..<min(offset, document.utf8.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  private func nextLine(after offset: Int) -> Int {
    document.utf8[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? document.utf8.count
  }

  private func line(at offset: Int) -> String {
    let line = document.utf8[offset...].prefix { $0 != 0x0A }
    let end = line.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? line.startIndex
    return String(decoding: line[..<end], as: UTF8.self)
  }
}
