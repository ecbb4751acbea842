import Linting
import Testing

/// A row of the matrix of policies: what one draft amounts to in each profile.
struct PolicyRow: Sendable, CustomTestStringConvertible {
  let title: String
  let families: [String]
  let draft: Draft

  /// What the policies say of it, in the order of ``profiles``: `F` forbidden, `C` conditional, `A` allowed, `-` nothing.
  let policy: String

  /// The severities in the same order, by target where they differ: `product review/seller feedback`.
  let severities: String

  static let profiles = ["amazon", "ebay", "etsy", "walmart", "general"]

  init(
    _ title: String, _ families: [String], _ text: String, _ channel: Channel = .message, isProactive: Bool? = nil,
    policy: String, _ severities: String
  ) {
    self.title = title
    self.families = families
    draft = Draft(text, channel: channel, language: "en", isProactive: isProactive)
    self.policy = policy
    self.severities = severities
  }

  var testDescription: String { title }

  func policy(in profile: String) -> Substring {
    policy.split(separator: " ")[Self.profiles.firstIndex(of: profile) ?? 0]
  }

  func severity(in profile: String, about target: Target) -> Substring {
    let cell = severities.split(separator: " ")[Self.profiles.firstIndex(of: profile) ?? 0].split(separator: "/")
    return target == .sellerFeedback ? cell[cell.count - 1] : cell[0]
  }
}

@Suite struct `the matrix of policies` {
  // Not in the table, for the text of one draft does not tell: the buyer's language, the time of sending, how many replies.
  private static let rows = [
    PolicyRow(
      "a reward for any review", ["incentive"], "Leave a review and we will send you a gift card.",
      policy: "F C C F C", "error warning warning error warning"),
    PolicyRow(
      "a reward for a change", ["incentive"], "If you change your review, we will send you a $20 gift card.",
      policy: "F F F F F", "error error error error warning"),
    PolicyRow(
      "five stars asked for", ["biased-solicitation"], "Please leave us a 5-star review.",
      policy: "F C C F -", "error warning warning error info"),
    PolicyRow(
      "only happy buyers asked", ["biased-solicitation"], "If you are happy with the kettle, please leave a review.",
      policy: "F - - F F", "error info info error warning"),
    PolicyRow(
      "gating", ["biased-solicitation"],
      "If you like it, please leave a review. If you don't, contact us before you leave a review.",
      policy: "F - - F F", "error info info error warning"),
    PolicyRow(
      "friends and family", ["biased-solicitation"], "Ask your friends and family to write a review for us.",
      policy: "F - F F C", "error info error error warning"),
    PolicyRow(
      "a change asked for", ["revision-request"], "Please change your review.",
      policy: "F A C F A", "error/warning info warning error info"),
    PolicyRow(
      "a change of feedback asked for", ["revision-request"], "Could you please remove your feedback?",
      policy: "F A C F A", "error/warning info warning error info"),
    PolicyRow(
      "a threat", ["pressure"], "Our lawyer will sue you if the review stays online.",
      policy: "F F F F F", "error error error error error"),
    PolicyRow(
      "a refund held back", ["pressure"], "We will release your refund once you have changed the review.",
      policy: "F F F F F", "error error error error error"),
    PolicyRow(
      "asked again", ["pressure"],
      "We are writing again about our request for feedback. You have not left a review yet.",
      policy: "F C C F -", "warning warning warning warning none"),
    PolicyRow(
      "an e-mail address", ["personal-data"], "Write to us at help@lampshop.example for the manual.",
      policy: "F F C F -", "error error warning error none"),
    PolicyRow(
      "the seller's phone number", ["personal-data"], "You can call us on 212 555 0143 at any time.",
      policy: "F F C C -", "error error warning warning none"),
    PolicyRow(
      "a carrier's phone number", ["personal-data"], "You can call the carrier UPS on +1 212 555 0143 to rebook.",
      policy: "C C C C -", "info warning info info none"),
    PolicyRow(
      "a link that the order does not need", ["off-platform"], "The manual is at https://lampshop.example/manual.",
      policy: "F C C C -", "error warning warning warning none"),
    PolicyRow(
      "a carrier's tracking link", ["off-platform", "personal-data"],
      "Your parcel is at https://www.ups.com/track?tracknum=1Z999AA10123456784 now.",
      policy: "A A A A -", "none none none none none"),
    PolicyRow(
      "payment outside", ["off-platform"], "Please pay by bank transfer instead, it is cheaper for both of us.",
      policy: "F F F F -", "error error error error none"),
    PolicyRow(
      "a coupon", ["promotion"], "Here is a 10% coupon for your next order.",
      policy: "F F F F C", "error error error error info"),
    PolicyRow(
      "a newsletter", ["promotion"], "Subscribe to our newsletter.",
      policy: "F F F F C", "error error error error info"),
    PolicyRow(
      "an order ID in a message", ["personal-data"], "Your order 111-5550100-5550199 was shipped today.",
      policy: "A A A A A", "none none none none none"),
    PolicyRow(
      "a first message without the order ID", ["format"],
      "Hello Dana, the lid of your teapot is missing; one is in the post.", isProactive: true,
      policy: "F A A A A", "warning none none none none"),
    PolicyRow(
      "an order ID in public", ["personal-data"], "Order 111-5550100-5550199 was delivered on Monday.",
      .publicResponse, policy: "F F F F F", "error error error error error"),
    PolicyRow(
      "a full name in public", ["personal-data"], "Thank you, Ms Dana Example, the parcel was delivered on Monday.",
      .publicResponse, policy: "F F F F F", "error error error error error"),
    PolicyRow(
      "a link in public", ["off-platform"], "The manual is at https://lampshop.example/manual.",
      .publicResponse, policy: "C F C C -", "warning error warning warning none"),
    PolicyRow(
      "an emoji in a first message", ["format"], "Your order 111-5550100-5550199 is on its way, with the spare lid 🙂",
      isProactive: true, policy: "F A A A -", "warning none none none none"),
  ]

  /// Said once, after the problem is solved, with nothing offered and nothing asked.
  private static let notice = PolicyRow(
    "the notice that feedback can be changed", ["revision-request"],
    "We have refunded the kettle. If you are satisfied with the solution, it is possible to update your feedback, if you wish.",
    policy: "C A C F A", "error/info info warning error info")

  private static let allowed: [Substring: Set<Substring>] = [
    "F": ["error", "warning"], "C": ["warning", "info"], "A": ["info", "none"], "-": ["info", "none"],
  ]

  @Test(arguments: rows + [notice], PolicyRow.profiles)
  func `gives each draft its severity`(row: PolicyRow, profile: String) throws {
    for target in Target.allCases {
      var draft = row.draft
      draft.marketplace = profile
      draft.target = target
      let worst = try linter.check(draft).filter { row.families.contains(String($0.family)) }.map(\.severity).max()
      #expect(worst?.name ?? "none" == row.severity(in: profile, about: target), "about \(target.name)")
    }
  }

  @Test(arguments: rows, PolicyRow.profiles)
  func `is what the policies say`(row: PolicyRow, profile: String) throws {
    let allowed = try #require(Self.allowed[row.policy(in: profile)])
    #expect(allowed.contains(row.severity(in: profile, about: .productReview)))
    #expect(allowed.contains(row.severity(in: profile, about: .sellerFeedback)))
  }

  @Test func `neutral requests and first names are left alone`() throws {
    for text in ["We would be glad about an honest review, good or bad.", "Thank you, Dana, for your words."] {
      for profile in PolicyRow.profiles {
        let channel: Channel = text.hasPrefix("Thank") ? .publicResponse : .message
        #expect(try linter.check(Draft(text, channel: channel, marketplace: profile)).isEmpty, "\(profile): \(text)")
      }
    }
  }
}
