import Linting
import Testing

/// A linter keeps what sentences hold; that must never be seen in what it finds.
@Suite struct `what a linter has read before` {
  /// Drafts that are alike but for what counts: a disguise, a clause, a number, the language, the sentence before.
  private static let drafts = [
    "Please delete your review.", "Please d e l e t e your r e v i e w.", "Please d3lete your r3view.",
    "Please, delete your review.", "Please do not delete your review.", "Please delete: your review.",
    "Call me on 212 555 0143.", "Call me on 14.", "Order 212 555 0143.", "My number is below.\n212 555 0143.",
    "The order number is below.\n212 555 0143.", "Dear Anna, thank you.", "Dear Otto, thank you.",
    "Write to help@lampshop.example.", "Write to help at lampshop dot example.", "We refund you 20 euros.",
    "We refund you 20 euros if you delete your review.", "Bitte löschen Sie Ihre Bewertung.",
    "Please löschen Sie your Bewertung.", "レビューを削除してください。", "プレビューを削除してください。",
  ]

  private func findings(_ linter: Linter, _ text: String, _ channel: Channel) throws -> [Finding] {
    try linter.check(Draft(text, channel: channel))
  }

  @Test(arguments: [Channel.message, .publicResponse])
  func `makes no difference`(channel: Channel) throws {
    let fresh = try Self.drafts.map { try findings(Linter(), $0, channel) }
    let used = try Linter()
    for _ in 0..<2 {
      for (text, expected) in zip(Self.drafts, fresh) {
        #expect(try findings(used, text, channel) == expected, "\(text)")
      }
    }
    for (text, expected) in zip(Self.drafts, fresh).reversed() {
      #expect(try findings(used, text, channel) == expected, "\(text)")
    }
    #expect(Set(fresh.map(\.count)).count > 1)
  }

  @Test func `makes no difference where a long draft is read in stretches`() throws {
    // Sentences with numbers, none like another, so that one without a known neighbour begins a stretch.
    let words = ["parcel", "lamp", "refund", "review", "voucher", "photo", "label", "courier", "kettle", "carpet"]
    let sentences = (0..<2_000).map { number in
      let digits = [number % 10, number / 10 % 10, number / 100 % 10, number / 1_000]
      return "The \(digits.map { words[$0] }.joined(separator: " and the ")) came on day \(number)."
    }
    let text = sentences.joined(separator: "\n") + "\nPlease delete your review."
    let findings = try Linter().check(Draft(text))
    #expect(findings.contains { $0.family == "revision-request" && $0.range.upperBound > text.utf8.count - 30 })
  }

  @Test(arguments: [485, 965])
  func `nothing is lost at the end of a sentence without an end`(words: Int) throws {
    let dense =
      "please send us your parcel or label and we will give you a full refund for the order if you want to change it "
    let text = String(repeating: dense, count: words / 24) + "also delete your bad review"
    let findings = try Linter().check(Draft(text, language: "en"))
    #expect(findings.contains { $0.rule == "revision-request/ask" && $0.range.upperBound > text.utf8.count - 30 })
  }

  @Test func `makes no difference within a draft`() throws {
    let once = try Linter().check(Draft("Please delete your review."))
    #expect(!once.isEmpty)
    let text = Array(repeating: "Please delete your review.", count: 50).joined(separator: "\n\n")
    let often = try Linter().check(Draft(text))
    #expect(often.count == 50 * once.count)
    #expect(Set(often.map { $0.range.count }) == Set(once.map { $0.range.count }))
  }
}
