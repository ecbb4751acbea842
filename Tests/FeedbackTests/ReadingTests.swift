import TestSupport
import Testing

@testable import Feedback

struct ReadingTests {
  private static let seeds =
    [
      "Date\tRating\tComments\tResponse\tOrder ID\tRater Email\n3/1/26\t1\t“x” naïve\t\t1-2-3\tb@marketplace.amazon.com\r\n"
        + "26/3/1\t5\t不良品\tthanks\t1-2-4\t\n",
      "id,date,rating,comment\n1,2026-03-01,4,\"a, \"\"b\"\"\nc\"\n1,2026-03-02,3,x\n",
      "{\"id\": 1, \"rating\": 1, \"comment\": \"x\\u00e9\", \"date\": \"2026-03-01\"}\n{\"comment\": null}\n",
      "order_id\taction\tdate\tpurchase-date\tfulfillment-channel\n1\tcontact-buyer\t\t2026-01-01\tAmazon\n",
    ].map { Array($0.utf8) } + [packed]

  /// `hello` and a line feed.
  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xE7, 0x02, 0x00, 0x20,
    0x30, 0x3A, 0x36, 0x06, 0x00, 0x00, 0x00,
  ]

  /// A file with some of its bytes changed, taken away or doubled.
  private static func damaged(_ random: inout SplitMix64) -> [UInt8] {
    var bytes = seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 0..<4, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = UInt8.random(in: .min ... .max, using: &random)
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(contentsOf: bytes[at...].prefix(60), at: at)
      default: bytes.insert([0x09, 0x0A, 0x22, 0x2C, 0x82, 0xC3].randomElement(using: &random) ?? 0, at: at)
      }
    }
    return bytes
  }

  @Test func `no row is lost, whatever stands in a file`() throws {
    try forRandomCases(3_000) { random in
      let bytes = Self.damaged(&random)
      var collection = FeedbackCollection(
        country: Country.allCases.randomElement(using: &random), needsFigures: Bool.random(using: &random))
      // What is thrown refuses the whole file, and says why.
      do throws(FeedbackCollection.Failure) {
        try collection.addReport(bytes, file: "a")
      } catch {
        if error.message.isEmpty { return "no reason" }
      }
      do throws(FeedbackCollection.Failure) {
        try collection.addTable(bytes, file: "b")
        try collection.addRecords(bytes, file: "c")
      } catch {
        if error.message.isEmpty { return "no reason" }
      }
      let told =
        collection.rows.count + collection.duplicates + collection.conflicts.count + collection.malformed.count
      if told != collection.rowCount { return "\(told) of \(collection.rowCount) rows: \(bytes)" }
      var book = OrderBook(country: nil)
      _ = try? book.add(bytes, file: "d")
      let file = try? HandledFile(bytes)
      return file.map { $0.bytes.starts(with: bytes) || bytes.isEmpty } == false ? "the file has changed" : nil
    }
  }

  @Test func `a file is unpacked up to a limit`() throws {
    let hello = Array("hello\n".utf8)
    #expect(try Gzip.unpacked(Self.packed, limit: 6) == hello)
    #expect(try Gzip.unpacked(Self.packed + Self.packed, limit: 12) == hello + hello)
    #expect(throws: Gzip.Failure.self) { try Gzip.unpacked(Self.packed + Self.packed, limit: 11) }
  }

  @Test(arguments: [
    (DateOrder.monthDayYear, "3/4/26", "2026-03-04"), (.dayMonthYear, "3/4/26", "2026-04-03"),
    (.yearMonthDay, "26/3/4", "2026-03-04"), (.monthDayYear, "04.03.2026", "2026-03-04"),
    (.dayMonthYear, "2026/03/04", "2026-03-04"), (.monthDayYear, "2026-03-04 08:15", "2026-03-04"),
    (nil, "3/31/26", "2026-03-31"), (nil, "12/31/26", "2026-12-31"), (nil, "5/5/26", "2026-05-05"),
  ])
  func `a day is read`(order: DateOrder?, text: String, date: String) {
    guard case .date(let read) = ReportDate(text, order: order) else {
      Issue.record("\(text) is not read")
      return
    }
    #expect(read.description == date)
  }

  @Test(arguments: [
    "", "x", "3/4", "3/4/5", "3/4/026", "13/13/26", "3/4/26/1", "3-4/26", "3/4/26 x", "2/30/26", "1/1/1890",
  ])
  func `what is no day is none`(text: String) {
    guard case .none = ReportDate(text, order: .monthDayYear) else {
      Issue.record("\(text) is read")
      return
    }
  }

  @Test func `a day that may be two is none of them`() {
    guard case .ambiguous(let dates) = ReportDate("03/04/05", order: nil) else {
      Issue.record("it is read")
      return
    }
    #expect(dates.map(\.description) == ["2005-03-04", "2005-04-03", "2003-04-05"])
  }
}
