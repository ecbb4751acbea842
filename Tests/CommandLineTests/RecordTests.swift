import Foundation
import Testing

@Suite struct `checking records` {
  private static let arguments = ["check", "--input-format", "ndjson", "--format", "ndjson", "--exit-zero", "-"]

  private static func objects(_ outcome: Outcome) throws -> [[String: Any]] {
    try outcome.lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test(arguments: [
    "17", "\"a\\u00e9\"", "null", "true", #"{"k": [1, 2.50]}"#, "[ ]", "-1e400",
  ])
  func `the id comes back as it stood`(id: String) throws {
    let outcome = try BuiltProgram.run(Self.arguments, input: #"{"text": "hello", "id": \#(id)}"# + "\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("{\"id\":\(id),\"lang\":"))
    #expect(outcome.lines.count == 1)
  }

  @Test(arguments: [
    ("bad", "an object is missing"), ("[1]", "an object is missing"), ("", "ends too early"),
    ("{}", "`text` is missing"),
    (#"{"text": 1}"#, "`text` is not a string"), (#"{"text": null}"#, "`text` is not a string"),
    (#"{"text": "a", "text": "b"}"#, "`text` comes twice"), (#"{"text": "a", "channel": "x"}"#, "none of `message`"),
    (#"{"text": "a", "channel": 1}"#, "`channel` is not a string"), (#"{"text": "a", "target": "x"}"#, "none of"),
    (#"{"text": "a", "author": "bot"}"#, "none of `seller`, `buyer`"), (#"{"text": "a", "lang": []}"#, "not a string"),
    (#"{"text": "a", "proactive": "yes"}"#, "neither true nor false"), (#"{"text": "\ud83d"}"#, "surrogate"),
    (#"{"text": "a"} x"#, "further text"), (#"{"text": "a"#, "ends too early"),
  ])
  func `a broken line is told, the others are checked, the status is 2`(line: String, message: String) throws {
    let outcome = try BuiltProgram.run(
      Self.arguments, input: "{\"text\":\"a\",\"id\":1}\n\(line)\n{\"text\":\"b\",\"id\":3}\n")
    #expect(outcome.status == 2)
    let objects = try Self.objects(outcome)
    try #require(objects.count == 3)
    #expect(objects[0]["id"] as? Int == 1)
    #expect(objects[2]["id"] as? Int == 3)
    #expect(objects[1]["id"] is NSNull)
    let error = try #require(objects[1]["error"] as? [String: Any])
    #expect(error["line"] as? Int == 2)
    let text = try #require(error["message"] as? String)
    #expect(text.contains(message))
  }

  @Test func `a line that is not UTF-8 or holds a NUL is broken`() throws {
    for byte: UInt8 in [0xFF, 0x00] {
      let outcome = try BuiltProgram.run(
        Self.arguments, input: Array(#"{"text":""#.utf8) + [byte] + Array("\"}\n{\"text\":\"b\"}".utf8))
      #expect(outcome.status == 2)
      #expect(try Self.objects(outcome).map { $0["error"] != nil } == [true, false])
    }
  }

  @Test func `a byte order mark, Windows line ends and a last line without an end are taken`() throws {
    let outcome = try BuiltProgram.run(Self.arguments, input: "\u{FEFF}{\"text\":\"a\"}\r\n{\"text\":\"b\"}")
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 2)
  }

  @Test func `a buyer's text is passed over and counted`() throws {
    let input = "{\"text\":\"a\",\"author\":\"buyer\",\"id\":1}\n{\"text\":\"a\",\"author\":\"seller\",\"id\":2}\n"
    let outcome = try BuiltProgram.run(Self.arguments, input: input)
    #expect(outcome.status == 0)
    let objects = try Self.objects(outcome)
    #expect(objects.map { $0["passed_over"] as? String } == ["buyer", nil])
    #expect(outcome.errors.contains("passed over: 1 by buyers"))
    let alone = try BuiltProgram.run(Self.arguments, input: "{\"text\":\"a\",\"author\":\"buyer\"}\n")
    #expect(alone.status == 2)
  }

  @Test func `members can have other names and be copied`() throws {
    let outcome = try BuiltProgram.run(
      ["check", "--text-field", "body", "--id-field", "key", "--echo", "shop,none,n"] + Self.arguments.dropFirst(),
      input: #"{"body": "a", "key": 4, "n": 1.0, "shop": "\u00e9", "text": 1}"#)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix(#"{"id":4,"shop":"\u00e9","n":1.0,"lang":"#))
  }

  @Test(arguments: [1, 2, 4])
  func `the order of the input is kept, whatever the number of threads`(jobs: Int) throws {
    let count = 20_000
    // Few are checked, and those take longer than the others: threads overtake each other.
    let input = (0..<count).map { index in
      index.isMultiple(of: 100)
        ? "{\"id\":\(index),\"text\":\"\(String(repeating: "hello ", count: index % 13))\"}\n"
        : "{\"id\":\(index),\"text\":\"hello\",\"author\":\"buyer\"}\n"
    }.joined()
    let outcome = try BuiltProgram.run(Self.arguments + ["--jobs", "\(jobs)"], input: input)
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == count)
    #expect(zip(outcome.lines, 0..<count).allSatisfy { $0.hasPrefix("{\"id\":\($1),") })
  }

  @Test func `a long line is read whole`() throws {
    let filler = String(repeating: "hello there ", count: 2_000)
    let passedOver = String(repeating: filler, count: 200)
    let outcome = try BuiltProgram.run(
      Self.arguments, input: "{\"text\":\"\(filler)\",\"id\":1,\"x\":\"\(passedOver)\"}\n{\"text\":\"b\"}")
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 2)
  }
}
