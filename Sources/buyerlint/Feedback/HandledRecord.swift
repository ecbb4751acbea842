internal import Documents
internal import Feedback

/// The file of what was done about entries; nothing is remembered where none is named.
struct HandledRecord {
  private let path: String?
  private var file: HandledFile?

  /// - Throws: What is wrong with the file; that it is not there yet is no mistake.
  init(_ path: String?) throws(UsageError) {
    self.path = path
    guard let path else { return }
    var bytes: [UInt8] = []
    do throws(SystemError) {
      bytes = try File(path: path).readAll()
    } catch {
      guard error.isMissing else { throw UsageError("\(path): \(error)") }
    }
    do throws(FeedbackCollection.Failure) {
      file = try HandledFile(bytes)
    } catch {
      throw UsageError("\(path): \(error.message)")
    }
  }

  /// Takes back what was suggested and is done already, and notes the rest.
  ///
  /// - Returns: What was done before.
  mutating func follow(_ result: inout TriageResult, _ entry: FeedbackEntry, _ date: CalendarDate) -> HandledFile.Deed?
  {
    let deed = file?.deeds[entry.id]
    file?.follow(&result, entry)
    file?.note(result, entry, date)
    return deed
  }

  /// Puts the file in its place as a whole, with what was noted.
  func write() throws(UsageError) {
    guard let path, let file, file.hasChanged else { return }
    do throws(SystemError) {
      try FileReplacement.write(file.bytes, to: path)
    } catch {
      throw UsageError("\(path): \(error); what was suggested is not noted in it")
    }
  }
}
