internal import Documents
internal import Feedback

/// The feedback that a command line names.
struct FeedbackInput {
  let collection: FeedbackCollection

  /// Reads all files.
  ///
  /// - Throws: What keeps one of them from being read.
  init(_ options: FeedbackOptions, needsFigures: Bool) throws(UsageError) {
    var collection = FeedbackCollection(country: options.country, needsFigures: needsFigures)
    for path in options.paths {
      let bytes = try Self.bytes(of: path)
      do throws(FeedbackCollection.Failure) {
        switch Self.format(of: path, options) {
        case .report: try collection.addReport(bytes, file: path)
        case .csv: try collection.addTable(bytes, file: path)
        case .ndjson: try collection.addRecords(bytes, file: path)
        }
      } catch {
        throw UsageError("\(path): \(error.message)")
      }
    }
    self.collection = collection
  }

  /// What a file is read as.
  static func format(of path: String, _ options: FeedbackOptions) -> FeedbackOptions.InputFormat {
    if let format = options.inputFormat { return format }
    let name = path.hasSuffix(".gz") ? path.dropLast(3) : path[...]
    if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") { return .ndjson }
    return name.hasSuffix(".csv") ? .csv : .report
  }

  /// Whether each line of a file is answered by itself; what is packed has to be read as a whole.
  static func isStreamed(_ path: String, _ options: FeedbackOptions) -> Bool {
    format(of: path, options) == .ndjson && !path.hasSuffix(".gz")
  }

  static func bytes(of path: String) throws(UsageError) -> [UInt8] {
    do throws(SystemError) {
      return path == "-" ? try File.standardInput.readAll() : try File(path: path).readAll()
    } catch {
      throw UsageError("\(path): \(error)")
    }
  }
}
