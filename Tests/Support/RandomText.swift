/// Makes texts that are hard on code that reads Unicode.
package enum RandomText {
  /// A text of up to `count` scalars: ASCII, prose, scalars with special ways, scalars of all of Unicode, or all in turn.
  package static func make(upTo count: Int = 40, using random: inout SplitMix64) -> [UInt8] {
    let length = Int.random(in: 0...count, using: &random)
    let style = Int.random(in: 0..<6, using: &random)
    var text = String.UnicodeScalarView()
    for _ in 0..<length {
      switch style {
      case 0: text.append(ascii(&random))
      case 1: text.append(prose(&random))
      case 2: text.append(special(&random))
      case 3: text.append(any(&random))
      case 4: text.append(Bool.random(using: &random) ? prose(&random) : special(&random))
      default:
        switch Int.random(in: 0..<8, using: &random) {
        case 0: text.append(any(&random))
        case 1: text.append(special(&random))
        default: text.append(ascii(&random))
        }
      }
    }
    return Array(String(text).utf8)
  }

  /// A text of ASCII alone, of up to `count` bytes.
  package static func makeASCII(upTo count: Int = 60, using random: inout SplitMix64) -> [UInt8] {
    let isProse = Bool.random(using: &random)
    return (0..<Int.random(in: 0...count, using: &random)).map { _ in
      UInt8(truncatingIfNeeded: (isProse ? prose(&random) : ascii(&random)).value)
    }
  }

  private static func ascii(_ random: inout SplitMix64) -> Unicode.Scalar {
    Unicode.Scalar(UInt8.random(in: 0..<128, using: &random))
  }

  /// Letters, and often what ends words and sentences.
  private static func prose(_ random: inout SplitMix64) -> Unicode.Scalar {
    pick("abcdefABCDEFxyzXYZ0123456789      ....!?,:;'\"()-\n\r*$%@&{}[]_", &random)
  }

  /// Scalars that normalization, case folding, or the rules for sentences treat in ways of their own.
  private static func special(_ random: inout SplitMix64) -> Unicode.Scalar {
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      pick("\u{300}\u{301}\u{323}\u{327}\u{335}\u{336}\u{338}\u{345}\u{488}\u{20D0}\u{20DD}\u{20E3}\u{3099}", &random)
    case 1:
      pick("\u{AD}\u{200B}\u{200D}\u{FE0F}\u{34F}\u{2060}\u{FEFF}\u{E0061}\u{180E}\u{202E}\u{61C}\u{115F}", &random)
    case 2: pick("\u{85}\u{2028}\u{2029}\u{A0}\u{3000}。！？…․‼؟।’‘ʼ“”«»–—、：", &random)
    case 3: pick("ßﬃＦａ０！İıſΣςσŉΐᾳǅ№½²①㎏ﷺ٣९๓𝟗𝐀≠⫝̸ŀĲ", &random)
    default: pick("éÉøЁёЖжאبกำက各レがカ가ᄀ\u{1161}\u{11A8}각👩🏽❤🇩🇪 क\u{94D}\u{93F}\u{E38}\u{E48}=<e", &random)
    }
  }

  private static func any(_ random: inout SplitMix64) -> Unicode.Scalar {
    let limit: UInt32 = Bool.random(using: &random) ? 0x3100 : 0x11_0000
    while true {
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { return scalar }
    }
  }

  private static func pick(_ pool: String, _ random: inout SplitMix64) -> Unicode.Scalar {
    pool.unicodeScalars.randomElement(using: &random) ?? " "
  }
}

/// Reads a text that a failed check quotes: each scalar by its number where it is not plain ASCII.
package func spelledOut(_ utf8: [UInt8]) -> String {
  String(decoding: utf8, as: UTF8.self).unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
}
