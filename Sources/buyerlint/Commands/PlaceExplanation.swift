internal import Documents
internal import Lexicon
internal import Linting
internal import Project
internal import Reporting
internal import SourceText
internal import UnicodeText

/// Tells why a place in a file has the findings that it has: `buyerlint explain --at FILE:LINE:COL`.
struct PlaceExplanation {
  /// What of the draft is not told by its file.
  struct Terms: Sendable {
    var own = SettingsLayer()
    var lexicons: [String] = []
  }

  private let path: String
  private let line: Int
  private let column: Int

  /// Reads a place as reports write it: file, line and column, the last two from 1, columns in code points.
  ///
  /// - Throws: That it is none.
  init(_ place: String) throws(UsageError) {
    let parts = place.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 3, let column = Int(parts[parts.count - 1]), let line = Int(parts[parts.count - 2]),
      line > 0, column > 0
    else { throw UsageError("`--at` takes FILE:LINE:COLUMN, both counted from 1, not `\(place)`") }
    path = parts.dropLast(2).joined(separator: ":")
    self.line = line
    self.column = column
  }

  private var shownPlace: String { "\(path):\(line):\(column)" }

  /// The explanation.
  ///
  /// - Throws: What keeps the place from being read, or that no draft stands there.
  func text(_ terms: Terms) throws(UsageError) -> [UInt8] {
    let settings = try settings(terms)
    let (draft, offset) = try draft(settings)
    let files = try OwnLexicons.files(in: terms.lexicons)
    do throws(LintingError) {
      let names = try LexiconReview(lexicons: files).conceptNames
      if let trace = try settings.linter.trace(draft, at: offset, concepts: names) {
        let findings = try settings.linter.check(draft).filter { $0.range.contains(offset) }
        return TraceText(trace, draft, findings).bytes
      }
    } catch {
      throw UsageError(error.description)
    }
    throw UsageError("\(shownPlace): no sentence stands there")
  }

  private func settings(_ terms: Terms) throws(UsageError) -> FileSettings {
    do throws(ProjectSettings.Failure) {
      return try ProjectSettings(terms.own, lexicons: terms.lexicons, .discovered).settings(for: path)
    } catch {
      throw UsageError(error)
    }
  }

  /// The draft at the place, and the place in it in UTF-8 bytes.
  private func draft(_ settings: FileSettings) throws(UsageError) -> (Draft, offset: Int) {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = path == "-" ? try File.standardInput.readAll() : try File(path: path).readAll()
    } catch {
      throw UsageError("\(path): \(error)")
    }
    let kind = settings.kind(of: path)
    guard kind != .ndjson else { throw UsageError("\(path): `--at` reads documents, not records") }
    let document: Document
    do throws(ICUError) {
      document = try DocumentReader(settings.reading).read(bytes, as: kind, path: path)
    } catch {
      throw UsageError("\(path): \(error.description)")
    }
    guard let place = offset(in: document.utf8.span) else {
      throw UsageError("\(path) has no line \(line) with a column \(column)")
    }
    for found in document.drafts {
      for text in [found.text, found.subject].compactMap(\.self) {
        guard let offset = text.offset(of: place) else { continue }
        let draft = Draft(
          utf8: text.utf8,
          channel: found.attributes[.channel].flatMap { Channel($0.text) } ?? settings.channel.value,
          target: found.attributes[.target].flatMap { Target($0.text) } ?? settings.target.value,
          marketplace: found.attributes[.marketplace]?.text,
          language: found.attributes[.language]?.text ?? settings.language?.value,
          isProactive: settings.isProactive?.value, isFinal: settings.isFinal?.value)
        return (draft, offset)
      }
    }
    throw UsageError("\(shownPlace): no draft stands there")
  }

  /// The byte of the place in a text; nil where it has no such line or column.
  private func offset(in utf8: Span<UInt8>) -> Int? {
    let lines = LineIndex(utf8)
    guard line <= lines.lineStarts.count else { return nil }
    let content = lines.content(ofLine: line - 1, in: utf8)
    var left = column
    for index in content where utf8[index] & 0xC0 != 0x80 {
      left -= 1
      if left == 0 { return index }
    }
    return nil
  }
}

extension MappedText {
  /// The byte of the text that was read from a byte of its document; nil where that was not read.
  fileprivate func offset(of source: Int) -> Int? {
    utf8.indices.first { map.source(of: $0..<($0 + 1)).contains(source) }
  }
}
