internal import CICU

extension FoldedText {
  /// What folding makes of a scalar beyond NFKC_Casefold; nil for one that goes.
  static func reduced(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x2018, 0x2019, 0x02BC, 0x201B: return 0x27
    case _ where isStrike(scalar) || isOptionalMark(scalar): return nil
    case 0x0621..<0x0660: return arabicLetter(scalar)
    case 0..<0x0660, 0x2000..<0xA620, 0xAC00..<0xD7A4: return scalar
    case 0x066A: return 0x25
    case 0x0671: return 0x0627
    case 0x0901: return 0x0902
    case 0x0929, 0x0931, 0x0934: return scalar - 1
    default:
      let digit = icu_digitValue(UChar32(bitPattern: scalar))
      return digit >= 0 ? 0x30 + UInt32(digit) : scalar
    }
  }

  /// Whether writers set a mark or leave it out as they like: the vowel signs of Arabic and its lengthening stroke, the
  /// dot below letters of Hindi.
  private static func isOptionalMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0640, 0x064B...0x0655, 0x0670, 0x093C: true
    default: false
    }
  }

  /// The plain form of an Arabic letter that is often written without what is above, below or beside it.
  private static func arabicLetter(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x0622, 0x0623, 0x0625: 0x0627
    case 0x0629: 0x0647
    case 0x0649: 0x064A
    default: scalar
    }
  }

  /// What ``reduced(_:)`` makes of a scalar, and of the letters i of Turkish, of which one has a dot and one has none, and
  /// whose capitals fold to neither where no language is known.
  ///
  /// - Parameters:
  ///   - folded: The folded text before it.
  ///   - next: The scalar behind it: a letter that bears marks keeps them all, or folding again would join them to it.
  static func reduced(_ scalar: UInt32, behind folded: [UInt8], before next: UInt32?) -> UInt32? {
    switch scalar {
    case 0x0131 where !combines(next): 0x69
    case 0x0307 where folded.last == 0x69 && !combines(next): nil
    default: reduced(scalar)
    }
  }

  private static func combines(_ scalar: UInt32?) -> Bool {
    guard let scalar, scalar >= 0x0300 else { return false }
    return (try? beginsPiece(scalar)) != true
  }

  /// Whether a scalar is a mark that strikes through or encloses a letter.
  static func isStrike(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0334...0x0338, 0x0488, 0x0489, 0x20D0...0x20F0: true
    default: false
    }
  }

  /// The folding of a scalar that becomes one scalar and never combines with what stands before it, or nil where only
  /// ICU knows.
  ///
  /// It holds as long as nothing that combines comes after the scalar, and so between two such scalars.
  static func simpleFolding(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0..<0x80: (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar
    case 0xC0...0xD6, 0xD8...0xDE, 0x0391...0x03A1, 0x03A3...0x03AB, 0x0410...0x042F: scalar + 0x20
    case 0xE0...0xFF, 0x03AC...0x03C1, 0x03C3...0x03CE, 0x0430...0x045F: scalar
    case 0xA1...0xA7, 0xA9, 0xAB, 0xAC, 0xAE, 0xB0, 0xB1, 0xB6, 0xB7, 0xBB, 0xBF: scalar
    case 0x0131: 0x69
    case 0x0138: scalar
    case 0x0100...0x012F, 0x0134...0x0137, 0x014A...0x0177: scalar | 1
    case 0x0139...0x013E, 0x0141...0x0148, 0x0179...0x017E: scalar + (scalar & 1)
    case 0x03C2: 0x03C3
    case 0x0400...0x040F: scalar + 0x50
    case 0x05D0...0x05EA: scalar
    case 0x0621...0x063A, 0x0641...0x064A: arabicLetter(scalar)
    case 0x2018, 0x2019, 0x201B: 0x27
    case 0x2010, 0x2012...0x2015, 0x201A, 0x201C...0x2022, 0x2030, 0x2039, 0x203A, 0x20AC: scalar
    case 0x2600...0x27BF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF: scalar
    case 0x3001...0x3011, 0x3041...0x3096, 0x30A1...0x30FC, 0x4E00...0x9FFF, 0xAC00...0xD7A3: scalar
    case 0xFF01...0xFF5E: simpleFolding(scalar - 0xFEE0)
    default: nil
    }
  }
}
