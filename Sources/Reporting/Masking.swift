internal import Linting
internal import SourceText

/// Writes reports in which personal data cannot be read.
package struct MaskingReporter: Reporter {
  private let base: any Reporter

  /// A reporter that hands `base` masked reports.
  package init(_ base: any Reporter) { self.base = base }

  package var tellsAdvice: Bool { base.tellsAdvice }

  package var head: [UInt8] { base.head }
  package var separator: [UInt8] { base.separator }
  package var tellsProblems: Bool { base.tellsProblems }

  package func append(_ report: DraftReport, to bytes: inout [UInt8]) { base.append(report.masked, to: &bytes) }

  package func absorb(_ bytes: [UInt8]) -> [UInt8] { base.absorb(bytes) }

  package func appendTail(_ totals: Totals, to bytes: inout [UInt8]) { base.appendTail(totals, to: &bytes) }
}

extension DraftReport {
  /// The report with what findings of personal data and of contacts cover made unreadable, also where another finding
  /// or an accepted one covers it too, and where it is repeated in the draft's name or in advice.
  ///
  /// Every place stays where it is: what stands for a character takes as many bytes and UTF-16 code units.
  package var masked: DraftReport {
    guard case .checked(var checked) = outcome else { return self }
    let secrets = checked.text.secrets + (checked.subject?.secrets ?? [])
    guard !secrets.isEmpty else { return self }
    var report = self
    checked.text.mask(secrets)
    checked.subject?.mask(secrets)
    if case .document(let path, let draft?) = origin {
      report.origin = .document(path: path, draft: Mask.mask(secrets, in: draft))
    }
    report.outcome = .checked(checked)
    return report
  }
}

extension CheckedText {
  /// Where personal data stands, and contacts that may be a person's; words that only ask for them (`call me`) are none.
  private var secretRanges: [ByteRange] {
    (items + accepted).map(\.finding).filter { finding in
      switch finding.family {
      case "personal-data": finding.rule != "personal-data/request"
      case "off-platform", "channel":
        utf8[finding.range].contains { (0x30...0x39).contains($0) || $0 == 0x40 || $0 == 0x2E || $0 >= 0x80 }
      default: false
      }
    }.map(\.range)
  }

  /// What is to be hidden wherever it stands.
  fileprivate var secrets: [[UInt8]] { Array(Set(secretRanges.map { Array(utf8[$0]) })).sorted { $0.count > $1.count } }

  fileprivate mutating func mask(_ secrets: [[UInt8]]) {
    for range in secretRanges { Mask.mask(range, in: &utf8) }
    for index in items.indices {
      guard let advice = items[index].advice else { continue }
      items[index].advice = Advice(
        text: Mask.mask(secrets, in: advice.text), template: advice.template,
        fixes: advice.fixes.map { fix in
          Advice.Fix(fix.safety, fix.edits.map { Advice.Edit($0.range, Mask.mask(secrets, in: $0.text)) })
        })
    }
  }
}

enum Mask {
  /// Writes over all of a range but ASCII spaces and line ends.
  static func mask(_ range: ByteRange, in utf8: inout [UInt8]) {
    var at = range.lowerBound
    while at < range.upperBound {
      var next = at + 1
      while next < range.upperBound, utf8[next] & 0xC0 == 0x80 { next += 1 }
      switch next - at {
      case 1: if utf8[at] > 0x20 { utf8[at] = UInt8(ascii: "*") }
      case 2: utf8.replaceSubrange(at..<next, with: "×".utf8)
      case 3: utf8.replaceSubrange(at..<next, with: "•".utf8)
      case 4: utf8.replaceSubrange(at..<next, with: "🔒".utf8)
      default: utf8.replaceSubrange(at..<next, with: repeatElement(UInt8(ascii: "*"), count: next - at))
      }
      at = next
    }
  }

  /// The text with each of some byte strings masked in it.
  static func mask(_ secrets: [[UInt8]], in text: String) -> String {
    var utf8 = Array(text.utf8)
    for secret in secrets where !secret.isEmpty && secret.count <= utf8.count {
      var at = 0
      while at + secret.count <= utf8.count {
        if utf8[at..<(at + secret.count)].elementsEqual(secret) {
          mask(at..<(at + secret.count), in: &utf8)
          at += secret.count
        } else {
          at += 1
        }
      }
    }
    return String(decoding: utf8, as: UTF8.self)
  }
}
