internal import Lexicon
internal import SourceText
internal import UnicodeText

/// A host name that stands in folded text.
struct HostName {
  /// How far a top-level domain can be believed.
  enum Ending {
    case none
    /// Unknown, or a word of some language.
    case word
    case likely
    case certain
  }

  let range: ByteRange
  /// Where each label stands.
  let labels: [ByteRange]
  let ending: Ending

  var topLevel: ByteRange { labels[labels.count - 1] }
}

extension SentenceView {
  /// The host name that begins at an offset: labels of letters, digits and hyphens with single full stops between.
  ///
  /// - Parameter ideographs: Whether the characters of scripts without spaces belong to it.
  func hostName(at start: Int, _ shared: SharedDetectorData, ideographs: Bool = false) -> HostName? {
    var labels: [ByteRange] = []
    var at = start
    while labels.count < 12 {
      let end = labelEnd(at, ideographs: ideographs)
      guard end > at else { break }
      labels.append(at..<end)
      guard byte(end) == UInt8(ascii: ".") else { break }
      at = end + 1
    }
    guard let last = labels.last else { return nil }
    return HostName(range: start..<last.upperBound, labels: labels, ending: ending(of: last, labels, shared))
  }

  private func ending(of label: ByteRange, _ labels: [ByteRange], _ shared: SharedDetectorData) -> HostName.Ending {
    guard labels.count > 1, !label.isEmpty else { return .none }
    // Somebody's "4.com" is a number; a name has a letter before its ending.
    guard bytes[labels[labels.count - 2]].contains(where: { $0 > 0x39 }) else { return .none }
    let hash = hash(of: label)
    if shared.data.certainTLDs.contains(hash) { return .certain }
    if shared.data.tlds.contains(hash) { return .likely }
    return shared.data.wordTLDs.contains(hash) ? .word : .none
  }

  private func labelEnd(_ start: Int, ideographs: Bool) -> Int {
    var at = start
    var isASCII = true
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        guard isAlphanumeric(at) || (byte == UInt8(ascii: "-") && at > start && isLabelByte(at + 1)) else { break }
        at += 1
        continue
      }
      let (scalar, length) = scalar(at: at)
      // What follows ASCII without a blank in another script is a particle of the language and no part of the name; but
      // Cyrillic and Greek letters are taken for Latin ones that they look like.
      if isASCII, at > start, scalar >= 0x530 { break }
      switch ScalarClass(scalar) {
      case .letter, .mark: break
      case .ideograph where ideographs: break
      default: return at
      }
      isASCII = false
      at += length
    }
    return at
  }

  private func isLabelByte(_ offset: Int) -> Bool {
    isAlphanumeric(offset) || byte(offset) >= 0x80 || (byte(offset) == UInt8(ascii: "-") && byte(offset + 1) > 0x2F)
  }
}
