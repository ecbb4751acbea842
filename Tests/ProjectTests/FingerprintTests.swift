import Testing

@testable import Project

/// The fingerprint of the sentence in which a word first stands.
private func fingerprint(of word: String, in text: String) throws -> Fingerprint {
  let range = try #require(text.utf8.firstRange(of: word.utf8))
  let start = text.utf8.distance(from: text.utf8.startIndex, to: range.lowerBound)
  return try SentenceFingerprints(Array(text.utf8).span)[start..<start + word.utf8.count]
}

@Suite struct FingerprintTests {
  private static let sentence = "Please change your review, and we refund you."

  @Test(arguments: [
    "Hello!\n\n\n\(sentence) Thank you.",
    "\(sentence)\r\n",
    "  PLEASE  change your\u{AD} review,   and we refund you.  ",
    "Straße 🎉! \(sentence)",
  ])
  func staysWhereTheSentenceMoves(text: String) throws {
    #expect(try fingerprint(of: "change", in: text) == fingerprint(of: "change", in: Self.sentence))
  }

  @Test(arguments: ["Please change your rating, and we refund you.", "Please change your review, and we refund."])
  func changesWithTheWords(text: String) throws {
    #expect(try fingerprint(of: "change", in: text) != fingerprint(of: "change", in: Self.sentence))
  }

  @Test func takesAllSentencesThatARangeTouches() throws {
    let text = "Delete it. Then we pay. Bye."
    let fingerprints = try SentenceFingerprints(Array(text.utf8).span)
    #expect(fingerprints[0..<20] == fingerprints[3..<22])
    #expect(fingerprints[0..<20] != fingerprints[0..<8])
  }

  @Test func isWrittenAsSixteenDigits() throws {
    let fingerprint = Fingerprint(value: 0x0000_12ab_0000_0001)
    #expect(fingerprint.description == "000012ab00000001")
    #expect(Fingerprint(fingerprint.description) == fingerprint)
    #expect(Fingerprint("12ab") == nil)
    #expect(Fingerprint("+00012ab00000001") == nil)
  }
}
