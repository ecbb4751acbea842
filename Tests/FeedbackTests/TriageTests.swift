import Linting
import Testing

@testable import Feedback

@Suite struct `the judging of comments` {
  private static let triage: Triage = {
    do {
      return try Triage()
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  private func judge(
    _ comment: String, rating: Int = 1, _ fulfillment: FeedbackEntry.Fulfillment? = .merchant, onTime: Bool? = true,
    buyShipping: Bool? = nil, language: String = "en", id: String = "111-5550100-5550199", response: String? = nil
  ) throws -> TriageResult {
    try Self.triage.judge(
      FeedbackEntry(
        id: id, language: language, rating: rating, comment: Array(comment.utf8), response: response,
        fulfillment: fulfillment, isShippedOnTime: onTime, hasBuyShipping: buyShipping))
  }

  @Test(arguments: [
    ("What a shitty shop, his number is 202-555-0147.", TriageResult.Decision.removeObscene),
    ("It came late. His number is 202-555-0147.", .removePersonalData),
    ("The lid leaks and the handle broke.", .removeProductReview),
    ("It came late and the lid leaks.", .none),
    ("The lid leaks and the seller does not answer.", .none),
    ("Damn thing, the lid leaks.", .removeProductReview),
    ("Bad.", .none),
    ("", .none),
  ])
  func `takes the grounds in their order, and the last ones for whole comments alone`(
    comment: String, decision: TriageResult.Decision
  ) throws {
    #expect(try judge(comment).decision == decision)
  }

  @Test func `strikes a delay only where the seller sent in time with a label of the marketplace's`() throws {
    let comment = "Arrived a week late."
    #expect(try judge(comment).decision == .strikeDelivery)
    #expect(try judge(comment).condition == .buyShipping)
    #expect(try judge(comment, buyShipping: true).decision == .strikeDelivery)
    #expect(try judge(comment, buyShipping: true).condition == nil)
    #expect(try judge(comment, buyShipping: false).decision == .none)
    #expect(try judge(comment, onTime: false).decision == .none)
    #expect(try judge(comment, onTime: nil).decision == .none)
    #expect(try judge(comment, nil).decision == .none)
    #expect(try judge(comment, .amazon, onTime: nil, buyShipping: false).decision == .strikeFulfilledByAmazon)
  }

  @Test func `strikes the handing over of a parcel only where the marketplace sent it`() throws {
    let comment = "Driver threw the box over the fence."
    #expect(try judge(comment, .amazon).decision == .strikeFulfilledByAmazon)
    #expect(try judge(comment, .merchant).decision == .none)
  }

  @Test func `names the clauses that stand against a request`() throws {
    let result = try judge("Came late, but the seller was rude.")
    #expect(result.blockedBy.map(\.text) == ["but the seller was rude"])
    #expect(result.blockedBy.map(\.range) == [11..<34])
    #expect(result.evidence.isEmpty)
  }

  @Test func `shows the words of a ground`() throws {
    #expect(try judge("What a shitty shop.").evidence.map(\.text) == ["shitty"])
    #expect(try judge("Hi! Arrived a week late.").evidence.map(\.text) == ["Arrived a week late"])
  }

  @Test(arguments: [
    ("Came two weeks late", TriageResult.Cause.late), ("Never arrived", .notReceived),
    ("Vase arrived broken", .damaged),
    ("Sent the wrong size", .wrongItem), ("Two screws are missing", .missingPart),
    ("Stopped working after a day", .defect), ("Not as described", .notAsDescribed), ("Still no refund", .refund),
    ("Seller never answers my messages", .noAnswer), ("The seller was very rude", .rudeness),
    ("Way too expensive", .price), ("Bad", .other),
  ])
  func `tells the cause`(comment: String, cause: TriageResult.Cause) throws {
    #expect(try judge(comment).cause == cause)
  }

  @Test func `leaves praise and stars alone be`() throws {
    #expect(try judge("Great mug, keeps tea hot.", rating: 5).action == .leave)
    #expect(try judge("Great mug, keeps tea hot.", rating: 5).draft == nil)
    #expect(try judge("Great mug, keeps tea hot.", rating: 5).decision == .removeProductReview)
    #expect(try judge("").action == .leave)
  }

  @Test func `offers no second response`() throws {
    #expect(try judge("Bad.").action == .publicResponse)
    #expect(try judge("Bad.", response: "We are sorry.").action == .leave)
  }

  @Test(arguments: ["en", "de", "ja"])
  func `drafts what complies`(language: String) throws {
    let linter = try Linter()
    let comments = [
      "en": ["Sent the wrong size.", "Still no refund.", "Two screws are missing.", "Not as described.", "Bad."],
      "de": ["Falsche Farbe geliefert.", "Immer noch keine Erstattung.", "Zwei Schrauben fehlen.", "Schlecht."],
      "ja": ["違う色が届いた", "返金してくれない", "部品が足りない", "最悪"],
    ]
    for comment in try #require(comments[language]) {
      let result = try judge(comment, language: language)
      let text = try #require(result.draft, "\(comment)")
      let channel: Channel = result.action == .publicResponse ? .publicResponse : .message
      let draft = Draft(text, channel: channel, target: .sellerFeedback, marketplace: "amazon", language: language)
      #expect(try linter.check(draft).filter { $0.severity >= .warning } == [], "\(comment)")
      #expect(text.contains("111-5550100-5550199") == (channel == .message), "\(text)")
    }
  }
}
