import Foundation
import TestSupport
import Testing

/// Feedback reports as a marketplace would send them.
enum FeedbackReport {
  static let header = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email"

  /// A row; addresses are of the marketplace's site in a country.
  static func row(
    _ date: String, _ rating: Int, _ comment: String, response: String = "", order: Int, site: String = "com"
  ) -> String {
    "\(date)\t\(rating)\t\(comment)\t\(response)\t\(id(order))\tb\(order)q@" + "marketplace.amazon.\(site)"
  }

  static func id(_ order: Int) -> String { "111-5550100-\(5_550_000 + order)" }

  static func text(_ rows: [String]) -> String { ([header] + rows).joined(separator: "\n") + "\n" }

  /// A report of so many rows, days as M/D/YY, with orders that come again, days after `asOf`, and 4 or 5 stars in it or not.
  static func random(_ count: Int, asOf: Date, hasPositive: Bool, using random: inout SplitMix64) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "UTC") ?? calendar.timeZone
    let rows = (0..<count).map { index in
      // Many near the ends of windows.
      let age =
        Bool.random(using: &random)
        ? Int.random(in: -3...800, using: &random) : [29, 30, 89, 90, 364, 365, 0].randomElement(using: &random) ?? 0
      let day = calendar.dateComponents([.year, .month, .day], from: asOf.addingTimeInterval(Double(-86_400 * age)))
      let order = Int.random(in: 0..<20, using: &random) == 0 ? Int.random(in: 0...index, using: &random) : index
      return row(
        "\(day.month ?? 0)/\(day.day ?? 0)/\((day.year ?? 0) % 100)",
        Int.random(in: 1...(hasPositive ? 5 : 3), using: &random),
        ["Never arrived", "Nice lamp", "“Bien” – reçu", ""].randomElement(using: &random) ?? "", order: order)
    }
    return text(rows)
  }

  static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let outcome = Process()
    let (input, output) = (Pipe(), Pipe())
    outcome.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    outcome.arguments = ["gzip", "-c"]
    outcome.standardInput = input
    outcome.standardOutput = output
    try outcome.run()
    input.fileHandleForWriting.write(Data(bytes))
    try input.fileHandleForWriting.close()
    let packed = Array(output.fileHandleForReading.readDataToEndOfFile())
    outcome.waitUntilExit()
    try #require(outcome.terminationStatus == 0)
    return packed
  }

  static func json(_ outcome: Outcome) throws -> [String: Any] {
    let object = try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(object as? [String: Any], "\(outcome.errors)")
  }
}
