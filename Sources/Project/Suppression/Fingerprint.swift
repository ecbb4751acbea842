package import SourceText
package import UnicodeText

/// What tells a sentence again wherever it stands: a hash of its folded words.
///
/// Case, invisible characters, spacing and line ends do not change it; any other change of the words does.
package struct Fingerprint: Hashable, Sendable {
  /// 64 bits of FNV-1a.
  package let value: UInt64

  init(value: UInt64) { self.value = value }

  /// Reads ``description``: 16 hexadecimal digits.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 16, text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let value = UInt64(text, radix: 16)
    else { return nil }
    self.value = value
  }

  /// The fingerprint of folded text.
  init(folded utf8: Span<UInt8>) {
    // Offset basis and prime: http://www.isthe.com/chongo/tech/comp/fnv/
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var isPending = false
    var hasBegun = false
    for index in utf8.indices {
      let byte = utf8[index]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isPending = hasBegun
        continue
      }
      if isPending { add(0x20) }
      isPending = false
      hasBegun = true
      add(byte)
    }
    value = hash
  }
}

extension Fingerprint: CustomStringConvertible {
  package var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// Fingerprints the sentences of a text.
package struct SentenceFingerprints {
  private let folded: FoldedText

  /// In UTF-8 bytes of the text as it is written.
  private let sentences: [ByteRange]

  /// - Throws: An error of ICU's, in practice only when memory runs out.
  package init(_ utf8: Span<UInt8>) throws(ICUError) {
    folded = try FoldedText(utf8)
    var breaker = SentenceBreaker()
    sentences = try breaker.sentences(of: utf8)
  }

  /// The fingerprint of the sentences that a range of the text touches.
  package subscript(_ range: ByteRange) -> Fingerprint {
    let firstTouched = sentences.partitioningIndex { $0.upperBound > range.lowerBound }
    let lastTouched = sentences.partitioningIndex { $0.upperBound >= range.upperBound }
    let first = firstTouched < sentences.count ? sentences[firstTouched].lowerBound : range.lowerBound
    let last = lastTouched < sentences.count ? sentences[lastTouched].upperBound : range.upperBound
    let start = folded.foldedOffset(of: first)
    let end = last >= sourceEnd ? folded.utf8.count : folded.foldedOffset(of: last)
    return Fingerprint(folded: folded.utf8.span.extracting(start..<max(start, end)))
  }

  private var sourceEnd: Int { sentences.last?.upperBound ?? 0 }
}
