package import Linting
package import SourceText

/// What a run says of one draft; what reporters print.
package struct DraftReport: Sendable {
  package var origin: Origin
  package var outcome: Outcome

  package init(_ origin: Origin, _ outcome: Outcome) {
    self.origin = origin
    self.outcome = outcome
  }

  package enum Outcome: Sendable {
    case checked(Checked)
    case passedOver(PassedOver)
    case failed(Failure)
  }
}

/// Why something could not be read or checked.
package struct Failure: Hashable, Sendable {
  /// In one line without a full stop.
  package var message: String

  /// Where in the document, if there is one place; its offset counts the bytes of the file.
  package var position: TextPosition?

  package init(_ message: String, at position: TextPosition? = nil) {
    self.message = message
    self.position = position
  }
}

/// Where a draft was read.
package enum Origin: Sendable {
  /// A document that is the draft or holds it; `draft` says where in it (`$.macros[3].body`).
  case document(path: String, draft: String?)
  case record(Record)

  /// A line of NDJSON.
  package struct Record: Sendable {
    package var path: String

    /// The line in the file, from 1.
    package var line: Int

    /// The record's id as it stands in the line, a JSON value; empty where there is none.
    package var id: [UInt8] = []

    /// Members to copy to the output: `"key":value`, joined by commas, as they stand in the line.
    package var echoed: [UInt8] = []

    package init(path: String, line: Int) {
      self.path = path
      self.line = line
    }
  }
}

/// What was found in a draft.
package struct Checked: Sendable {
  /// The main language (`en`), or nil where there are no words.
  package var language: String?

  /// Languages of the draft that no lexicon covers.
  package var unchecked: [String] = []

  package var undecodable: Undecodable?

  /// Which of the drafts of its document it is, from 0.
  package var number = 0

  /// Findings that are not reported, since somebody has accepted them.
  package var accepted = AcceptedCounts()
  package var text: CheckedText
  package var subject: CheckedText?

  package init(language: String?, text: CheckedText) {
    self.language = language
    self.text = text
  }

  /// All findings, those of the text first.
  package var findings: some Sequence<Finding> {
    [text.items, subject?.items ?? []].lazy.joined().map(\.finding)
  }
}

/// How many findings are accepted, and by what.
package struct AcceptedCounts: Hashable, Sendable {
  package var suppressed = 0
  package var inBaseline = 0

  package init() {}

  package static func += (left: inout AcceptedCounts, right: AcceptedCounts) {
    left.suppressed += right.suppressed
    left.inBaseline += right.inBaseline
  }
}

/// A text and what was found in it.
package struct CheckedText: Sendable {
  /// What ranges count in, UTF-8.
  package var utf8: [UInt8]

  /// Where the text was read from; needed only where there are items.
  package var source: DraftSource?

  /// In document order.
  package var items: [ReportItem]

  /// What is not reported since somebody has accepted it; kept only where a report shows or masks that too.
  package var accepted: [ReportItem]

  package init(utf8: [UInt8], source: DraftSource?, items: [ReportItem], accepted: [ReportItem] = []) {
    self.utf8 = utf8
    self.source = source
    self.items = items
    self.accepted = accepted
  }
}

/// What a text was read from: a whole document, or a line of one.
package struct DraftSource: Sendable {
  package var utf8: [UInt8]

  /// From the draft to ``utf8``.
  package var map: SourceMap

  /// From ``utf8`` to the bytes of the file.
  package var encoding: SourceMap

  /// The line of the document, from 1, at which ``utf8`` begins.
  package var firstLine: Int

  /// The lines and columns of ``utf8``, where several drafts share them.
  package var index: PlaceIndex?

  package init(
    utf8: [UInt8], map: SourceMap, encoding: SourceMap = SourceMap(), firstLine: Int = 1, index: PlaceIndex? = nil
  ) {
    self.utf8 = utf8
    self.map = map
    self.encoding = encoding
    self.firstLine = firstLine
    self.index = index
  }
}

/// Bytes of a document that are not text in its encoding.
package struct Undecodable: Hashable, Sendable {
  /// The first of them, counted from 0 in the document.
  package var offset: Int

  /// How many there are.
  package var count: Int

  /// The encoding, in lower case.
  package var charset: String

  package init(offset: Int, count: Int, charset: String = "utf-8") {
    self.offset = offset
    self.count = count
    self.charset = charset
  }
}

extension Undecodable: CustomStringConvertible {
  /// `byte 3 and 4 more are not UTF-8`.
  package var description: String {
    let name = charset == "utf-8" ? "UTF-8" : "text in \(charset)"
    return count == 1 ? "byte \(offset) is not \(name)" : "byte \(offset) and \(count - 1) more are not \(name)"
  }
}

/// Why a draft needs no check.
package enum PassedOver: Hashable, Sendable {
  /// A buyer wrote it.
  case buyer
  /// A document of no bytes, or a draft of none.
  case empty
  /// A document in which nothing is a draft.
  case noDraft
}

/// A finding with its advice.
package struct ReportItem: Sendable {
  package var finding: Finding
  package var advice: Advice?

  /// What tells its sentence again; nil where nobody asks.
  package var fingerprint: String?

  /// How it is accepted; nil where it is open.
  package var acceptance: Acceptance?

  package init(
    _ finding: Finding, advice: Advice? = nil, fingerprint: String? = nil, acceptance: Acceptance? = nil
  ) {
    self.finding = finding
    self.advice = advice
    self.fingerprint = fingerprint
    self.acceptance = acceptance
  }
}

/// How a finding is accepted.
package enum Acceptance: Hashable, Sendable {
  /// By the draft itself, or by a file beside it.
  case suppressed(reason: String, isInDraft: Bool)
  case inBaseline
}

/// Words that comply.
package struct Advice: Hashable, Sendable {
  package enum Safety: String, Sendable {
    case safe
    case unsafe
  }

  package struct Edit: Hashable, Sendable {
    /// The bytes of the text to replace.
    package var range: ByteRange
    package var text: String

    package init(_ range: ByteRange, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  package struct Fix: Hashable, Sendable {
    package var safety: Safety
    package var edits: [Edit]

    package init(_ safety: Safety, _ edits: [Edit]) {
      self.safety = safety
      self.edits = edits
    }
  }

  package var text: String
  /// The template's name, where one fits.
  package var template: String?

  /// How to get it, as a command line.
  package var command: String?
  package var fixes: [Fix]

  package init(text: String, template: String? = nil, command: String? = nil, fixes: [Fix] = []) {
    self.text = text
    self.template = template
    self.command = command
    self.fixes = fixes
  }
}
