import Foundation
import Testing

@Suite struct `rows and statistics` {
  private static let records = [
    #"{"shop": "a", "text": "Please remove your review."}"#, #"{"shop": "b", "text": "Thank you for your order."}"#,
    #"{"shop": "a", "text": "Hello. Please  REMOVE your review."}"#,
    #"{"shop": 7, "text": "Please change your feedback."}"#,
    #"{"text": "Please remove your review."}"#,
  ].joined(separator: "\n")

  private static func run(_ more: String...) throws -> Outcome {
    try BuiltProgram.run(
      ["check", "--quiet", "--lang", "en", "--input-format", "ndjson"] + more + ["-"], input: records)
  }

  @Test(arguments: ["1", "2"]) func `sentences are counted however they are written`(jobs: String) throws {
    let outcome = try Self.run("--group-by", "sentence", "--format", "ndjson", "--jobs", jobs)
    #expect(outcome.status == 1)
    #expect(
      outcome.lines == [
        #"{"sentence":"Please remove your review.","count":3,"severity":"error","rules":["revision-request/ask"]}"#,
        #"{"sentence":"Please change your feedback.","count":1,"severity":"error","rules":["revision-request/ask"]}"#,
      ])
  }

  @Test func `values of a member are counted`() throws {
    let outcome = try Self.run("--group-by", "shop", "--format", "json")
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(rows.map { "\($0["key"] ?? "") \($0["count"] ?? "")" } == ["a 2", "<null> 1", "7 1"])
  }

  @Test func `findings are counted by rule and family, whatever the format`() throws {
    let outcome = try Self.run("--statistics", "--format", "ndjson")
    #expect(outcome.lines.count == 5)
    #expect(
      outcome.errors
        == "findings by rule:\n  4  error    revision-request/ask\nfindings by family:\n  4  revision-request\n")
  }

  @Test(arguments: [
    ["--group-by", "sentence", "--format", "sarif"], ["--group-by="], ["--group-by", "a", "--echo", "b"],
  ])
  func `what has no rows is refused`(arguments: [String]) throws {
    #expect(try BuiltProgram.run(["check"] + arguments + ["-"], input: "Hello.").status == 2)
  }
}
