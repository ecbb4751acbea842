import Lexicon
import SourceText
import Synchronization
import UnicodeText

/// All that linters of one lexicon share.
final class Engine: Sendable {
  let image: LexiconImage
  private let choice: LanguageChoice
  private let gate: RuleGate
  private let detectors: DetectorBank

  /// Readers that no check is using now.
  private let idle = Mutex<[DraftReader]>([])

  init(_ image: LexiconImage) {
    self.image = image
    choice = LanguageChoice(image)
    gate = RuleGate(image.rules)
    detectors = DetectorBank(image)
  }

  /// Reads a draft with a reader that nobody else uses meanwhile.
  func read(_ source: [UInt8], _ folded: FoldedText, _ scope: ReadingScope) throws(ICUError) -> ReadDraft {
    let reader = Reader(idle.withLock { $0.popLast() } ?? DraftReader(choice, gate, detectors))
    defer { idle.withLock { $0.append(reader.reader) } }
    return try reader.reader.read(source, folded, scope)
  }

  /// Reads a draft with all that it holds, and what the sentence of a place holds.
  ///
  /// - Parameters:
  ///   - offset: In UTF-8 bytes of the folded text.
  ///   - names: The concepts to look for, by language.
  func trace(
    _ source: [UInt8], _ folded: FoldedText, _ scope: ReadingScope, at offset: Int, _ names: [String: [String]]
  ) throws(ICUError) -> (read: ReadDraft, sentence: TracedSentence?) {
    let reader = Reader(idle.withLock { $0.popLast() } ?? DraftReader(choice, gate, detectors))
    defer { idle.withLock { $0.append(reader.reader) } }
    let read = try reader.reader.read(source, folded, scope, wantsAll: true)
    return (read, reader.reader.trace(at: offset, names, source, folded, scope.allowed))
  }

  /// The sentences of a text, as readers cut it.
  func sentences(of utf8: [UInt8]) throws(ICUError) -> [ByteRange] {
    var breaker = SentenceBreaker(abbreviations: detectors.abbreviations)
    return try breaker.sentences(of: utf8.span)
  }

  /// Hands a reader from task to task; the lock sees to it that it has one owner at a time.
  private struct Reader: @unchecked Sendable {
    let reader: DraftReader

    init(_ reader: DraftReader) { self.reader = reader }
  }
}
