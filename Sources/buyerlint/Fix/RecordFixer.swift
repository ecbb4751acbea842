internal import Advice
internal import Checking
internal import Documents
internal import JSONReading
internal import Linting
internal import Reporting
internal import SourceText

/// Mends drafts in lines of NDJSON.
struct RecordFixer: ~Copyable {
  private let mender: DraftMender
  private var records: RecordReader

  init(_ mender: DraftMender, _ options: CheckOptions) {
    self.mender = mender
    records = RecordReader(options.fields)
  }

  /// What came of a line.
  struct LineResult {
    /// In the bytes that the line stands in.
    var edits: [FileEdit] = []
    var notes: [FixNote] = []

    /// The object to print for it.
    var object: [UInt8] = []
  }

  /// Mends the text and the subject of a line.
  mutating func fix(_ bytes: [UInt8], _ line: ByteRange, number: Int) -> LineResult {
    var result = LineResult()
    do throws(RecordReader.Failure) {
      let record = try records.read(bytes.span, line, mender.settings)
      var writer = JSONWriter()
      if record.isBuyers {
        object(record, FixedDraft(utf8: record.draft.utf8, outcome: .clean, left: []), nil, [], &writer)
      } else {
        var shown = record.draft
        _ = QuotedHistory.blank(&shown.utf8)
        let text = try mend(shown, record.textValue, bytes, &result)
        var subject: FixedDraft?
        if let utf8 = record.subject, let value = record.subjectValue {
          var draft = record.draft
          draft.utf8 = utf8
          subject = try mend(draft, value, bytes, &result)
        }
        object(record, text, subject, result.notes, &writer)
      }
      result.object = writer.finish()
    } catch {
      result.notes.append(FixNote(.problem(error.message)))
      var writer = JSONWriter()
      writer.object { writer in
        writer.name("id")
        writer.null()
        writer.name("error")
        writer.object { writer in
          writer.name("line")
          writer.number(number)
          writer.name("message")
          writer.string(error.message)
        }
      }
      result.object = writer.finish()
    }
    return result
  }

  private func mend(
    _ draft: Draft, _ value: JSONValue, _ bytes: [UInt8], _ result: inout LineResult
  ) throws(RecordReader.Failure) -> FixedDraft {
    let fixed: FixedDraft
    do throws(LintingError) {
      fixed = try mender.mend(draft)
      if let note = try FixNote(fixed, draft, label: nil, mender) { result.notes.append(note) }
    } catch {
      throw RecordReader.Failure(error.description)
    }
    guard fixed.outcome == .fixed else { return fixed }
    let text = MappedText(draft.utf8, value.sourceMap(in: bytes.span))
    let encoding = EditEncoding(kind: .ndjson, charset: "utf-8")
    guard
      let edits = SourceEdits(text, in: bytes).edits(fixed.edits, .through, encoding.escaped)
    else {
      result.notes.append(FixNote(.unwritable))
      return FixedDraft(utf8: draft.utf8, outcome: .clean, left: fixed.left)
    }
    result.edits += edits
    return fixed
  }

  private func object(
    _ record: RecordReader.Record, _ text: FixedDraft, _ subject: FixedDraft?, _ notes: [FixNote],
    _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.name("id")
      if record.id.isEmpty { writer.null() } else { writer.raw(record.id) }
      writer.name("text")
      // What somebody else is quoted with is blank in what was mended, and has to come back.
      let edits = text.edits.map { FileEdit($0.range, Array($0.text.utf8)) }
      writer.string(edits.applied(to: record.draft.utf8).span)
      if let subject {
        writer.name("subject")
        writer.string(subject.text)
      }
      writer.name("fixed")
      writer.boolean(text.outcome == .fixed || subject?.outcome == .fixed)
      writer.name("left")
      writer.array { writer in
        for rule in FixNote.rules(text.left + (subject?.left ?? [])) { writer.string(rule) }
      }
      writer.name("template")
      if let template = notes.lazy.compactMap(\.template).first {
        writer.string(template.id)
      } else {
        writer.null()
      }
    }
  }
}
