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

  /// By marketplace and channel.
  private let hosts: [[AllowedHosts]]

  /// Readers that no check is using now.
  private let idle = Mutex<[DraftReader]>([])

  init(_ image: LexiconImage) {
    self.image = image
    choice = LanguageChoice(image)
    gate = RuleGate(image.rules)
    hosts = image.rules.marketplaces.map { marketplace in
      // Tracking links are for the one buyer: in public they would say where a parcel is.
      Channel.allCases.map { channel in
        AllowedHosts(
          hosts: marketplace.hosts, relayDomains: marketplace.relayDomains, allowsCarriers: channel == .message)
      }
    }
    detectors = DetectorBank(image)
  }

  /// Whose links are innocent.
  func hosts(of marketplace: Int, _ channel: Channel) -> AllowedHosts { hosts[marketplace][Int(channel.rawValue)] }

  /// Reads a draft with a reader that nobody else uses meanwhile.
  func read(_ source: [UInt8], _ folded: FoldedText, _ scope: ReadingScope) throws(ICUError) -> ReadDraft {
    let reader = Reader(idle.withLock { $0.popLast() } ?? DraftReader(choice, gate, detectors))
    defer { idle.withLock { $0.append(reader.reader) } }
    return try reader.reader.read(source, folded, scope)
  }

  /// Hands a reader from task to task; the lock sees to it that it has one owner at a time.
  private struct Reader: @unchecked Sendable {
    let reader: DraftReader

    init(_ reader: DraftReader) { self.reader = reader }
  }
}
