import Linting
import Testing

@testable import Advice

@Suite struct `a fixer` {
  private static let tools: (linter: Linter, fixer: Fixer)? = {
    guard let linter = try? Linter(), let fixer = try? Fixer(linter) else { return nil }
    return (linter, fixer)
  }()

  private func fix(
    _ text: String, _ safety: Fix.Safety = .unsafe, language: String? = "en", channel: Channel = .message
  ) throws -> FixedDraft {
    let (linter, fixer) = try #require(Self.tools)
    let draft = Draft(text, channel: channel, language: language)
    return try fixer.fixes(of: draft, linter.check(draft), safety)
  }

  private func open(_ text: String, language: String, channel: Channel = .message) throws -> [String] {
    let (linter, _) = try #require(Self.tools)
    return try linter.check(Draft(text, channel: channel, language: language)).filter(Fixer.concerns).map(\.rule)
  }

  @Test func `knows what all languages say of fixes`() throws {
    #expect(throws: Never.self) { try Fixer(Linter()) }
  }

  @Test(arguments: FixedDrafts.all.indices)
  func `keeps innocent sentences and leaves no finding`(_ index: Int) throws {
    let sample = FixedDrafts.all[index]
    try #require(try !open(sample.text, language: sample.language).isEmpty, "\(sample.text) is clean")
    let fixed = try fix(sample.text, language: sample.language)
    #expect(fixed.outcome == .fixed, "\(sample.text)")
    for sentence in sample.innocent { #expect(fixed.text.contains(sentence), "\(sample.text) -> \(fixed.text)") }
    #expect(try open(fixed.text, language: sample.language) == [], "\(fixed.text)")
    #expect(try fix(fixed.text, language: sample.language).outcome == .clean, "\(fixed.text)")
    #expect(!fixed.text.contains("\n\n\n") && !fixed.text.contains("  "), "\(fixed.text)")
  }

  @Test(arguments: FixedDrafts.bargains.indices)
  func `makes no promise of a bargain`(_ index: Int) throws {
    let (language, text, promises) = FixedDrafts.bargains[index]
    let fixed = try fix(text, language: language)
    try #require(try !open(text, language: language).isEmpty, "\(text) is clean")
    for promise in promises where fixed.outcome == .fixed {
      #expect(!fixed.text.contains(promise), "\(text) -> \(fixed.text)")
    }
    if fixed.outcome == .tooLittleLeft { #expect(fixed.text == text) }
  }

  @Test func `keeps what is approved and drops its condition`() throws {
    for (text, wanted) in [
      (
        "Your refund is approved and goes out today, once you have changed your stars.",
        "Your refund is approved and goes out today."
      ),
      (
        "We have approved your refund of £34.99. It will be released as soon as the feedback has been taken down.",
        "We have approved your refund of £34.99."
      ),
    ] {
      #expect(try fix(text).text == wanted)
    }
  }

  @Test(arguments: [
    (
      "en", "Sorry that the mug arrived chipped, so could you revise your feedback?",
      "Sorry that the mug arrived chipped."
    ),
    ("en", "The courier has lost your parcel, so please remove your one star.", "The courier has lost your parcel."),
    ("ja", "代替品は本日発送いたしましたので、レビューを削除してください。", "代替品は本日発送いたしました。"),
  ])
  func `keeps a main clause that stands before a request`(_ sample: (String, String, String)) throws {
    #expect(try fix(sample.1, language: sample.0).text == sample.2)
  }

  @Test func `keeps what follows the address of somebody whose name goes`() throws {
    let text = "Mrs. Adaeze Okonkwo-Hale, we posted the screws to you twice and both letters came back."
    #expect(
      try fix(text, channel: .publicResponse).text == "We posted the screws to you twice and both letters came back.")
  }

  @Test func `keeps short items of a list behind one that goes`() throws {
    let text = "Tips:\n\n- Please delete your review.\n- Keep it dry.\n- Store it flat.\n"
    #expect(try fix(text).text == "Tips:\n\n- Keep it dry.\n- Store it flat.\n")
  }

  @Test func `lets a sentence go that asks to use the contact`() throws {
    let text = "Your parcel was shipped on Monday. My number is 07700 900142. Reach me at that number any time."
    #expect(try fix(text).text == "Your parcel was shipped on Monday.")
  }

  @Test func `lets a voluntary gift go with the request`() throws {
    let text = "The cable was shipped on Monday. We add a gift card for you. Please delete your one-star review."
    #expect(try fix(text).text == "The cable was shipped on Monday.")
  }

  @Test(arguments: [
    ("en", "Order 115-3920184-7740126 was delivered on Monday.", "Your order was delivered on Monday."),
    ("en", "Your order 115-3920184-7740126 was delivered on Monday.", "Your order was delivered on Monday."),
    (
      "en", "We looked into order number 115-3920184-7740126 and found no fault.",
      "We looked into your order and found no fault."
    ),
    ("en", "The parcel (order 115-3920184-7740126) came back to us.", "The parcel came back to us."),
    (
      "de", "Zu Bestellung 304-5582910-7719345 haben wir heute geschrieben.",
      "Zu Ihrer Bestellung haben wir heute geschrieben."
    ),
    (
      "de", "Die Bestellung 304-5582910-7719345 wurde am 2. April zugestellt.",
      "Die Bestellung wurde am 2. April zugestellt."
    ),
    ("ja", "ご注文番号250-1234567-1234567の商品は本日発送いたしました。", "ご注文の商品は本日発送いたしました。"),
  ])
  func `puts words in the place of an ID in public`(_ sample: (String, String, String)) throws {
    let fixed = try fix(sample.1, .safe, language: sample.0, channel: .publicResponse)
    #expect(fixed.text == sample.2)
    #expect(fixed.fixes.allSatisfy { $0.safety == .safe })
  }

  @Test func `guesses nothing where a language says nothing of fixes`() throws {
    let text = "Paketti lähti eilen postiin. Kirjoita: apu@kauppa.example.com. Paristot ovat laatikossa."
    #expect(try fix(text, language: "fi").text == "Paketti lähti eilen postiin. Paristot ovat laatikossa.")
  }

  @Test func `leaves an ID in a message alone`() throws {
    let text = "Order 115-3920184-7740126 was delivered on Monday."
    #expect(try fix(text).outcome == .clean)
  }

  @Test func `takes invisible characters out, and safe fixes nothing else`() throws {
    let text = "Please delete your re\u{200B}view and we send you a gift card."
    #expect(try fix(text, .safe).text == "Please delete your review and we send you a gift card.")
  }

  @Test func `leaves a draft as it is of which nothing would be left`() throws {
    let text = "Hello Ann,\n\nplease delete your review and we send you a gift card.\n\nBest regards\nBob"
    let fixed = try fix(text)
    #expect(fixed.outcome == .tooLittleLeft)
    #expect(fixed.text == text && fixed.fixes.isEmpty && !fixed.left.isEmpty)
  }

  @Test func `its edits lead from the draft to the text`() throws {
    for sample in FixedDrafts.all {
      let fixed = try fix(sample.text, language: sample.language)
      var text = EditedText(Array(sample.text.utf8))
      text.apply(fixed.edits)
      #expect(text.utf8 == fixed.utf8)
    }
  }
}
