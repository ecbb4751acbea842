internal import Documents
internal import Feedback
internal import Linting
internal import Reporting

/// Judges records of NDJSON one by one: an answer for each line, as soon as it is read.
struct RecordTriage {
  private let triage: Triage
  private let facts: FeedbackFacts
  private var hasFailed = false

  init(_ triage: Triage, _ facts: FeedbackFacts) {
    self.triage = triage
    self.facts = facts
  }

  /// Answers the exit status.
  mutating func run(_ paths: [String], _ handled: inout HandledRecord) throws(UsageError) -> Int32 {
    for path in paths {
      do throws(SystemError) {
        var file = RecordFile(path == "-" ? File.standardInput : try File(path: path), path: path)
        while let content = file.next() { take(content, &handled) }
      } catch {
        throw UsageError("\(path): \(error)")
      }
    }
    return hasFailed ? ExitStatus.failed : ExitStatus.clean
  }

  private mutating func take(_ content: Batch.Content, _ handled: inout HandledRecord) {
    var answers: [UInt8] = []
    switch content {
    case .lines(let bytes, var at, let end, var number):
      while at < end {
        let close = LineFeeds.first(in: bytes.span, from: at).map { min($0, end) } ?? end
        if !bytes[at..<close].allSatisfy({ $0 <= 0x20 }) {
          answers += answer(bytes, at..<close, number, &handled) + [UInt8(ascii: "\n")]
        }
        at = close + 1
        number += 1
      }
    case .failure(let message, let line): answers = failure(message, line: line ?? 1) + [UInt8(ascii: "\n")]
    case .files, .versions, .standardInput: break
    }
    OutputFile.standardOutput.send(answers)
  }

  private mutating func answer(
    _ bytes: [UInt8], _ line: Range<Int>, _ number: Int, _ handled: inout HandledRecord
  ) -> [UInt8] {
    do throws(FeedbackRecord.Failure) {
      var record = try FeedbackRecord(bytes.span, line)
      facts.complete(&record.entry)
      do throws(LintingError) {
        var result = try triage.judge(record.entry)
        _ = handled.follow(&result, record.entry, facts.asOf)
        var writer = JSONWriter()
        writer.object { writer in
          writer.name("id")
          if record.idJSON.isEmpty { writer.null() } else { writer.raw(record.idJSON) }
          TriageObject.append(result, to: &writer)
          writer.name("days_left")
          writer.number(orNull: record.entry.daysLeft)
        }
        return writer.finish()
      } catch {
        return failure(error.description, line: number)
      }
    } catch {
      return failure(error.message, line: number)
    }
  }

  private mutating func failure(_ message: String, line: Int) -> [UInt8] {
    hasFailed = true
    var writer = JSONWriter()
    writer.object { writer in
      writer.name("id")
      writer.null()
      writer.name("error")
      writer.object { writer in
        writer.name("line")
        writer.number(line)
        writer.name("message")
        writer.string(message)
      }
    }
    return writer.finish()
  }
}
