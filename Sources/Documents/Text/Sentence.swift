extension [UInt8] {
  /// Whether a text holds several words, or words of a script that may have no spaces.
  var isSentence: Bool {
    split(maxSplits: 2, whereSeparator: \.isASCIISpace).count > 1 || contains { $0 >= 0xE0 }
  }
}
