package import Lexicon

/// Finds personal data, links, amounts and signs in a sentence.
///
/// Every finding says what stands there and nothing about whether it may: that is the rules' matter.
package struct Detectors: Sendable {
  private let shared: SharedDetectorData

  /// The facts that they go by.
  package var data: DetectorData { shared.data }

  package init(_ data: DetectorData) { shared = SharedDetectorData(data) }

  /// What stands in a sentence, in the order of the text; no two findings overlap.
  ///
  /// - Parameters:
  ///   - passage: The sentence, with the one before it.
  ///   - gate: What to look for.
  ///   - hosts: Whose links are innocent.
  package func detections(in passage: Passage, _ gate: Gate, hosts: AllowedHosts) -> [Detection] {
    let view = SentenceView(passage)
    var found = DetectionList()
    // What comes first takes the place: an address has numbers in it, and a card is not also a telephone.
    if !gate.isDisjoint(with: [.atSign, .atWord, .placeholder]) {
      EmailDetector(view: view, shared: shared, hosts: hosts).detect(into: &found)
    }
    if !gate.isDisjoint(with: [.innerDot, .atWord]) {
      LinkDetector(view: view, shared: shared, hosts: hosts).detect(into: &found)
    }
    if gate.contains(.placeholder) { SignDetector(view: view).detectPlaceholders(into: &found) }
    if gate.contains(.handle) { AccountDetector(view: view, shared: shared).detect(into: &found) }
    if gate.contains(.password) { PasswordDetector(view: view, shared: shared).detect(into: &found) }
    if gate.contains(.birth) { BirthDateDetector(view: view).detect(into: &found) }
    if gate.contains(.number) { AddressDetector(view: view, shared: shared).detect(into: &found) }
    if gate.contains(.spokenDigits) { SpokenNumberDetector(view: view, shared: shared).detect(into: &found) }
    if gate.contains(.longNumber) { NumberDetector(view: view, shared: shared).detect(into: &found) }
    if gate.contains(.number) || gate.contains(.sign) {
      MoneyDetector(view: view, shared: shared).detect(into: &found)
    }
    if gate.contains(.sign) { SignDetector(view: view).detectEmoji(into: &found) }
    if gate.contains(.name) { NameDetector(view: view, shared: shared).detect(into: &found) }
    found.sort()
    return found.detections
  }
}

/// The data behind one reference: it has so many parts that copying them would cost more than most sentences.
final class SharedDetectorData: Sendable {
  let data: DetectorData

  init(_ data: DetectorData) { self.data = data }
}
