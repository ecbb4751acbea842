internal import SourceText

/// Cuts a comment into clauses: at signs, and before words that begin a clause.
struct ClauseCutter {
  private let utf8: [UInt8]

  init(_ utf8: [UInt8]) { self.utf8 = utf8 }

  /// The clauses in document order, none of them empty.
  ///
  /// - Parameter breaks: Where clauses begin besides, such as at "but".
  func clauses(breaks: [Int]) -> [ByteRange] {
    let marks = Set(breaks)
    var clauses: [ByteRange] = []
    var start = 0
    var at = 0
    func end(_ upper: Int) {
      let range = trimmed(start..<upper)
      if !range.isEmpty { clauses.append(range) }
    }
    while at < utf8.count {
      let length = lengthOfSign(at)
      if length > 0 {
        end(at)
        at += length
        start = at
      } else {
        if marks.contains(at) {
          end(at)
          start = at
        }
        at += 1
      }
    }
    end(utf8.count)
    return clauses
  }

  /// Cuts blanks, and what is neither letter nor digit, off both ends.
  private func trimmed(_ range: ByteRange) -> ByteRange {
    var range = range
    while let first = range.first, !isOfWord(utf8[first]) { range = (first + 1)..<range.upperBound }
    while let last = range.last, !isOfWord(utf8[last]) { range = range.lowerBound..<last }
    return range
  }

  private func isOfWord(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 }

  /// How many bytes the sign that ends a clause takes at an offset; 0 where none stands.
  private func lengthOfSign(_ at: Int) -> Int {
    switch utf8[at] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), 0x0A, 0x0D:
      return 1
    // Not in 1.5, 10,000 or 9:30.
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"):
      return isDigit(at - 1) && isDigit(at + 1) ? 0 : 1
    // Between blanks a hyphen is a dash.
    case UInt8(ascii: "-"), UInt8(ascii: "/"):
      return byte(at - 1) == 0x20 && byte(at + 1) == 0x20 ? 1 : 0
    // – — …
    case 0xE2 where byte(at + 1) == 0x80 && [0x93, 0x94, 0xA6].contains(byte(at + 2)): return 3
    // 、 。
    case 0xE3 where byte(at + 1) == 0x80 && [0x81, 0x82].contains(byte(at + 2)): return 3
    // ！ （ ） ， ． ： ； ？
    case 0xEF where byte(at + 1) == 0xBC && [0x81, 0x88, 0x89, 0x8C, 0x8E, 0x9A, 0x9B, 0x9F].contains(byte(at + 2)):
      return 3
    default: return 0
    }
  }

  private func byte(_ at: Int) -> UInt8 { utf8.indices.contains(at) ? utf8[at] : 0 }

  private func isDigit(_ at: Int) -> Bool { byte(at) &- 0x30 < 10 }
}
