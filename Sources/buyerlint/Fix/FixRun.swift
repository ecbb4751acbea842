internal import Advice
internal import Checking
internal import Documents
internal import Linting
internal import Project
internal import Reporting
internal import SourceText
internal import UnicodeText

/// A run of `fix` over files and standard input, one after the other.
struct FixRun {
  private let options: FixOptions
  private let settings: ProjectSettings
  private let review: FindingReview
  private let tools: AdviceTools
  private let names: PatchNames

  private var fixedDrafts = 0
  private var changedFiles = 0
  private var templates = 0
  private var failures = 0

  init(_ options: FixOptions, _ settings: ProjectSettings, _ review: FindingReview, _ tools: AdviceTools) {
    self.options = options
    self.settings = settings
    self.review = review
    self.tools = tools
    names = PatchNames(for: options.input.paths)
  }

  mutating func fix(_ source: InputQueue.Source) {
    switch source {
    case .documents(let paths): for path in paths { document(path) }
    case .records(path: let path?): recordFile(path)
    case .records(path: nil): standardRecords()
    case .standardInput: standardInput()
    case .failure(let path, let message): fail(path, message)
    case .versions: break
    }
  }

  /// Says what was done, and answers the exit status.
  func finish(missing: Int) -> Int32 {
    if !options.input.isQuiet {
      let verb = options.onlyChecks || options.printsPatch ? "would be mended" : "mended"
      var text = "\(fixedDrafts) \(fixedDrafts == 1 ? "draft" : "drafts") \(verb)"
      if templates > 0 {
        text +=
          ", \(templates) left as \(templates == 1 ? "it is" : "they are") that \(templates == 1 ? "needs" : "need") a template"
      }
      OutputFile.standardError.send("\(text).\n")
      if options.printsPatch, changedFiles > 0, let advice = names.advice { OutputFile.standardError.say(advice) }
    }
    if failures > 0 || (missing > 0 && !options.input.gate.allowsEmpty) { return ExitStatus.failed }
    return options.onlyChecks && changedFiles > 0 ? ExitStatus.findings : ExitStatus.clean
  }

  // MARK: Documents

  private mutating func document(_ path: String) {
    guard let bytes = read(path), let mender = mender(path) else { return }
    guard let result = fixed(mender, path, bytes) else { return }
    take(path, bytes, result.edits, fixed: result.fixed)
    say(result.notes, path)
  }

  private mutating func standardInput() {
    let name = options.input.standardInputName
    do throws(SystemError) {
      let bytes = try File.standardInput.readAll()
      guard let mender = mender(name), let result = fixed(mender, name, bytes) else { return }
      fixedDrafts += result.fixed
      if !result.edits.isEmpty { changedFiles += 1 }
      if options.printsPatch {
        OutputFile.standardOutput.send(Patch(bytes, result.edits).bytes(named: name))
      } else if !options.onlyChecks {
        OutputFile.standardOutput.send(result.edits.applied(to: bytes))
      }
      say(result.notes, name)
    } catch {
      fail(name, error.description)
    }
  }

  private mutating func fixed(
    _ mender: DraftMender, _ path: String, _ bytes: [UInt8]
  ) -> DocumentFixer.FileResult? {
    do throws(ICUError) {
      return try DocumentFixer(mender, path: path, bytes).result
    } catch {
      fail(path, error.description)
      return nil
    }
  }

  // MARK: Records

  private mutating func recordFile(_ path: String) {
    guard let bytes = read(path), let mender = mender(path) else { return }
    var fixer = RecordFixer(mender, options.input)
    var edits: [FileEdit] = []
    var fixed = 0
    var at = bytes.starts(with: RecordFile.byteOrderMark) ? RecordFile.byteOrderMark.count : 0
    var number = 1
    while at < bytes.count {
      let stop = LineFeeds.first(in: bytes.span, from: at) ?? bytes.count
      let result = fixer.fix(bytes, at..<stop, number: number)
      edits += result.edits
      if !result.edits.isEmpty { fixed += 1 }
      say(result.notes, "\(path):\(number)")
      at = stop + 1
      number += 1
    }
    take(path, bytes, edits.ordered, fixed: fixed)
  }

  private mutating func standardRecords() {
    let name = options.input.standardInputName
    guard let mender = mender(name) else { return }
    var file = RecordFile(File.standardInput, path: name)
    var fixer = RecordFixer(mender, options.input)
    while let content = file.next() {
      switch content {
      case .lines(let bytes, let start, let end, let firstLine):
        var at = start
        var number = firstLine
        var output: [UInt8] = []
        while at < end {
          let stop = LineFeeds.first(in: bytes.span, from: at).map { min($0, end) } ?? end
          let result = fixer.fix(bytes, at..<stop, number: number)
          if !result.edits.isEmpty {
            fixedDrafts += 1
            changedFiles += 1
          }
          failures += result.notes.count(where: \.isFailure)
          templates += result.notes.count(where: \.needsTemplate)
          output += result.object
          output.append(0x0A)
          at = stop + 1
          number += 1
        }
        OutputFile.standardOutput.send(output)
      case .failure(let message, let line): fail(line.map { "\(name):\($0)" } ?? name, message)
      case .files, .versions, .standardInput: break
      }
    }
  }

  // MARK: Files

  private mutating func mender(_ path: String) -> DraftMender? {
    do throws(ProjectSettings.Failure) {
      return DraftMender(try settings.settings(for: path), review, path: path, tools, options.safety)
    } catch {
      fail(path, UsageError(error).message)
      return nil
    }
  }

  private mutating func read(_ path: String) -> [UInt8]? {
    do throws(SystemError) {
      return try File(path: path).readAll()
    } catch {
      fail(path, error.description)
      return nil
    }
  }

  /// Does with edits of a file what was asked for.
  private mutating func take(_ path: String, _ bytes: [UInt8], _ edits: [FileEdit], fixed: Int) {
    guard !edits.isEmpty else { return }
    if options.printsPatch {
      guard !bytes.contains(0) else { return fail(path, "a patch cannot show it, since it is no UTF-8") }
      OutputFile.standardOutput.send(Patch(bytes, edits).bytes(named: names.name(path)))
    } else if options.onlyChecks {
      if !options.input.isQuiet { OutputFile.standardError.say("\(path): would be mended") }
    } else {
      guard write(path, bytes, edits) else { return }
    }
    changedFiles += 1
    fixedDrafts += fixed
  }

  private mutating func write(_ path: String, _ bytes: [UInt8], _ edits: [FileEdit]) -> Bool {
    guard let now = read(path) else { return false }
    guard now == bytes else {
      fail(path, "it has changed since it was read, so it is left as it is; run the command again")
      return false
    }
    do throws(SystemError) {
      try FileReplacement.write(edits.applied(to: bytes), to: path)
      return true
    } catch {
      fail(path, error.description)
      return false
    }
  }

  // MARK: Words

  private mutating func say(_ notes: [FixNote], _ path: String) {
    for note in notes {
      if note.isFailure { failures += 1 }
      if note.needsTemplate { templates += 1 }
      if options.input.isQuiet, !note.isFailure { continue }
      OutputFile.standardError.say("\(path)\(note.label.map { " (\($0))" } ?? ""): \(note.text)")
    }
  }

  private mutating func fail(_ path: String, _ message: String) {
    failures += 1
    OutputFile.standardError.say("\(path): \(message)")
  }
}

extension FixNote {
  fileprivate var needsTemplate: Bool { if case .needsTemplate = matter { true } else { false } }
}
