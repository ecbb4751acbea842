internal import Documents
internal import Project
internal import Synchronization

/// Hands the input out in batches, to one thread after the other.
///
/// It holds at most the bytes of one batch, and one line that is not yet complete.
final class InputQueue: Sendable {
  /// A file or standard input, and how it is read.
  enum Source: Sendable {
    case records(path: String?)
    case documents([String])
    /// Files whose contents git tells.
    case versions([GitFile])
    case standardInput
    /// What could not be read, and why.
    case failure(path: String, message: String)
  }

  private struct State: ~Copyable {
    var sources: ArraySlice<Source>
    var records: RecordFile?
    var files: ArraySlice<String> = []
    var versions: ArraySlice<GitFile> = []
    var git = GitReader()
    var number = 0
  }

  private let state: Mutex<State>
  private let stdinName: String
  private let filesABatch: Int

  /// Bytes of records for which a further thread pays.
  private static let largeBatch = 1 << 14

  /// A queue of sources, for `jobs` threads.
  init(_ sources: [Source], stdinName: String, jobs: Int) {
    state = Mutex(State(sources: sources[...]))
    self.stdinName = stdinName
    let files = sources.reduce(0) { count, source in
      switch source {
      case .documents(let paths): count + paths.count
      case .versions(let files): count + files.count
      case .records, .standardInput, .failure: count
      }
    }
    // Small enough that no thread is left with the last one alone.
    filesABatch = max(1, min(64, files / (jobs * 8)))
  }

  /// The next batch, for which it may have to wait; nil at the end.
  func next() -> Batch? {
    state.withLock { state in
      guard let (path, content) = content(&state) else { return nil }
      defer { state.number += 1 }
      let isLarge =
        switch content {
        case .lines(_, let start, let end, _): end - start >= Self.largeBatch
        case .files: !state.files.isEmpty
        case .versions: !state.versions.isEmpty
        case .standardInput, .failure: false
        }
      return Batch(number: state.number, path: path, content: content, isLarge: isLarge)
    }
  }

  private func content(_ state: inout State) -> (String, Batch.Content)? {
    while true {
      if !state.files.isEmpty {
        let files = state.files.prefix(filesABatch)
        state.files = state.files.dropFirst(files.count)
        return ("", .files(Array(files)))
      }
      if !state.versions.isEmpty {
        let versions = versions(&state)
        if versions.isEmpty { continue }
        return ("", .versions(versions))
      }
      if let content = state.records?.next() { return (state.records?.path ?? "", content) }
      state.records = nil
      switch state.sources.popFirst() {
      case nil: return nil
      case .documents(let paths): state.files = paths[...]
      case .versions(let files): state.versions = files[...]
      case .standardInput: return (stdinName, .standardInput)
      case .failure(let path, let message): return (path, .failure(message, line: nil))
      case .records(path: nil): state.records = RecordFile(File.standardInput, path: stdinName)
      case .records(let path?):
        do throws(SystemError) {
          state.records = RecordFile(try File(path: path), path: path)
        } catch {
          return (path, .failure(error.description, line: nil))
        }
      }
    }
  }

  /// The next of what git names, until it is worth to be a batch.
  private func versions(_ state: inout State) -> [GitVersion] {
    var versions: [GitVersion] = []
    var size = 0
    while size < Self.largeBatch, versions.count < filesABatch, let file = state.versions.popFirst() {
      guard let version = state.git.read(file) else { continue }
      if case .success(let bytes) = version.contents { size += bytes.count }
      versions.append(version)
    }
    return versions
  }
}
