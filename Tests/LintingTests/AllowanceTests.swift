import Linting
import Testing

@Suite struct `what a configuration allows` {
  private static let plain = Result { () throws(LintingError) in try Linter() }

  private static func linter(phrases: [String] = [], hosts: [String] = []) throws -> Linter {
    try plain.get().configured(Configuration(allowedHosts: hosts, allowedPhrases: phrases))
  }

  private static func rules(_ linter: Linter, _ text: String, _ channel: Channel = .message) throws -> Set<String> {
    Set(try linter.check(Draft(text, channel: channel)).map(\.rule))
  }

  private static let ask = "revision-request/ask"
  private static let texts = [
    "Please delete your review.", "Please DELETE  Your   review.", "please delete your-review",
    "Please \u{FF44}elete your review.", "Hello. Please delete your review. Thank you.",
  ]

  @Test(arguments: texts)
  func `a phrase takes the meaning from the words that it covers`(text: String) throws {
    let phrases = ["Delete your Review", "your review", "delete"]
    #expect(try Self.rules(Self.plain.get(), text).contains(Self.ask))
    for phrase in phrases {
      let found = try Self.rules(Self.linter(phrases: ["Nothing Here", phrase]), text)
      #expect(!found.contains(Self.ask), "\(phrase)")
    }
  }

  @Test(arguments: ["delete your reviewer", "Please delete your review now", "review your delete", "del"])
  func `a phrase that does not stand there changes nothing`(phrase: String) throws {
    let linter = try Self.linter(phrases: [phrase])
    for text in Self.texts {
      let plain = try Self.plain.get().check(Draft(text))
      let found = try linter.check(Draft(text))
      #expect(found == plain)
    }
  }

  @Test func `what a phrase does not cover is found`() throws {
    let linter = try Self.linter(phrases: ["Delete Your Review Records"])
    let text = "Delete Your Review Records is a shop. Please delete your review."
    let findings = try linter.check(Draft(text)).filter { $0.rule == Self.ask }
    #expect(findings.count == 1)
    #expect(findings.allSatisfy { $0.range.lowerBound >= "Delete Your Review Records is a shop. ".utf8.count })
  }

  @Test func `linters of one engine do not remember for each other`() throws {
    let allowing = try Self.linter(phrases: ["your review"])
    for _ in 0..<3 {
      let (with, without) = (try Self.rules(Self.plain.get(), Self.texts[0]), try Self.rules(allowing, Self.texts[0]))
      #expect(with.contains(Self.ask) && !without.contains(Self.ask))
    }
  }

  @Test func `a phrase covers what detectors find, and holds in scripts without spaces`() throws {
    let order = "Order 111-5550100-5550199 was delivered."
    let ids: (Linter) throws -> Bool = { try Self.rules($0, order, .publicResponse).contains("personal-data/order-id") }
    let (plain, allowed) = (try ids(Self.plain.get()), try ids(Self.linter(phrases: ["111-5550100-5550199"])))
    #expect(plain && !allowed)
    let japanese = "レビューを削除してください。"
    let (found, covered) = (
      try Self.rules(Self.plain.get(), japanese), try Self.rules(Self.linter(phrases: ["レビューを削除"]), japanese)
    )
    #expect(!found.isEmpty && covered.isEmpty)
  }

  @Test func `a host allows links to it and below it, and nothing else`() throws {
    let linter = try Self.linter(hosts: ["shop.example.com"])
    func links(_ text: String) throws -> Bool { try Self.rules(linter, text).contains("off-platform/link") }
    for text in ["See https://shop.example.com/x?y.", "See www.shop.example.com today."] {
      let plain = try Self.rules(Self.plain.get(), text).contains("off-platform/link")
      let allowed = try links(text)
      #expect(plain && !allowed, "\(text)")
    }
    for text in [
      "See https://example.com/x.", "See https://shop.example.com.example.net/x.", "See https://xshop.example.com/x.",
    ] {
      let found = try links(text)
      #expect(found, "\(text)")
    }
    let mail = try linter.check(Draft("Write to help@shop.example.com."))
    #expect(!mail.isEmpty)
  }

  @Test func `a phrase without a word is refused`() throws {
    #expect(throws: LintingError.self) { try Self.linter(phrases: ["..."]) }
  }
}
