internal import Checking
internal import Linting
internal import Reporting

/// What is shown where the pointer rests on a finding: why, what to write instead, and who says so.
enum Hover {
  /// The answer for a place; null where nothing was found there.
  static func write(
    _ analysis: Analysis, at place: Place, _ catalogue: Catalogue, isMarkdown: Bool, to writer: inout JSONWriter
  ) {
    let found = analysis.remarks.filter { $0.source != nil && $0.start <= place && place <= $0.end }
    guard let first = found.first else { return writer.null() }
    var texts: [String] = []
    for remark in found {
      let text = isMarkdown ? markdown(remark, catalogue[remark.code]) : plain(remark, catalogue[remark.code])
      if !texts.contains(text) { texts.append(text) }
    }
    writer.object { writer in
      writer.name("contents")
      writer.object { writer in
        writer.member("kind", isMarkdown ? "markdown" : "plaintext")
        writer.member("value", texts.joined(separator: isMarkdown ? "\n\n---\n\n" : "\n\n"))
      }
      writer.range(found.map(\.start).max() ?? first.start, found.map(\.end).min() ?? first.end)
    }
  }

  private static func markdown(_ remark: Remark, _ rule: RuleDescription?) -> String {
    var text = "**\(escaped(remark.message))** `\(remark.code)`"
    guard let rule else { return text }
    text += "\n\n\(escaped(rule.why))\n\n**Instead:** \(escaped(rule.instead))"
    if !rule.sources.isEmpty {
      text += "\n\n**Policies:**\n" + rule.sources.map { "\n- \(linked($0))" }.joined()
    }
    return text
  }

  /// Who says so, with the page as a link.
  private static func linked(_ source: PolicySource) -> String {
    let citation = source.citation
    let head = citation.prefix { $0 != "<" }
    guard let link = source.address.map({ "<\($0)>" }), citation.dropFirst(head.count).hasPrefix(link) else {
      return escaped(citation)
    }
    return escaped(String(head)) + link + escaped(String(citation.dropFirst(head.count + link.count)))
  }

  private static func plain(_ remark: Remark, _ rule: RuleDescription?) -> String {
    var text = "\(remark.message) [\(remark.code)]"
    guard let rule else { return text }
    text += "\n\n\(rule.why)\n\nInstead: \(rule.instead)"
    if !rule.sources.isEmpty { text += "\n\nPolicies:" + rule.sources.map { "\n- \($0.citation)" }.joined() }
    return text
  }

  /// A text in which no character is markup; rules may be the user's own.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>#|~".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
