import Documents
import SourceText
import TestSupport
import Testing

@Suite struct `JSON documents` {
  private static func read(_ text: String, fields: [String] = []) throws -> Document {
    var options = ReadingOptions()
    options.fields = fields
    return try DocumentReader(options).read(Array(text.utf8), as: .json)
  }

  @Test func `texts are told by their names, and what is said of them goes with them`() throws {
    let document = try Self.read(
      """
      {"lang": "de", "macros": [
        {"id": "a 1", "title": "not sent", "body": "Guten\\u0020Tag"},
        {"subject": "Hello", "text": "Good day", "lang": "en", "proactive": true, "channel": "public_response"}
      ]}
      """)
    #expect(document.drafts.map(\.label) == ["$.macros[0].body", "$.macros[1].text"])
    #expect(document.drafts.map { String(decoding: $0.text.utf8, as: UTF8.self) } == ["Guten Tag", "Good day"])
    #expect(document.drafts.map { $0.attributes[.language]?.text } == ["de", "en"])
    #expect(document.drafts[1].attributes[.proactive]?.text == "true")
    #expect(document.drafts[1].attributes[.channel]?.text == "public_response")
    #expect(document.drafts[1].subject.map { String(decoding: $0.utf8, as: UTF8.self) } == "Hello")
    #expect(document.drafts[0].attributes[.title]?.text == "not sent")
    #expect(document.passedOver.values == 1)
    #expect(document.problems.isEmpty)
  }

  @Test func `final is said by true and false alone, and else a text`() throws {
    let document = try Self.read(#"[{"final": true, "note": "Hello you"}, {"final": "Good day to you"}]"#)
    #expect(document.drafts.map(\.label) == ["$[0].note", "$[1].final"])
    #expect(document.drafts.map { $0.attributes[.final]?.text } == ["true", nil])
  }

  @Test func `without such names all sentences are drafts`() throws {
    let document = try Self.read(#"{"greeting": "Hello you", "code": "x-1", "nested": {"ja": "ありがとう"}}"#)
    #expect(document.drafts.map(\.label) == ["$.greeting", "$.nested.ja"])
    #expect(document.passedOver.values == 1)
  }

  @Test func `a list, and a member for each language`() throws {
    let document = try Self.read(
      #"{"replies": ["One", "Two"], "body": {"de": "Drei", "pt-BR": "Four"}, "text_fr": "Cinq", "x y": "a b"}"#)
    #expect(
      document.drafts.map(\.label) == ["$.replies[0]", "$.replies[1]", "$.body.de", "$.body.pt-BR", "$.text_fr"])
    #expect(document.drafts.map { $0.attributes[.language]?.text } == [nil, nil, "de", "pt-BR", "fr"])
  }

  @Test func `what is named HTML is read as that`() throws {
    let document = try Self.read(#"{"body_html": "<p>A &amp; \u003cb>B</b></p>", "text": "<b>"}"#)
    #expect(document.drafts.map { String(decoding: $0.text.utf8, as: UTF8.self) } == ["A & B", "<b>"])
    #expect(document.drafts[0].text.map.source(of: 2..<3) == 20..<25)
    #expect(document.drafts[0].text.map.source(of: 4..<5) == 34..<35)
  }

  @Test(
    arguments: [
      (["$.a[*].b"], ["$.a[0].b", "$.a[1].b"]), (["$.a[1].b"], ["$.a[1].b"]),
      (["**.b"], ["$.a[0].b", "$.a[1].b", "$.b"]),
      (["b"], ["$.a[0].b", "$.a[1].b", "$.b"]), (["$.b", "$[\"c d\"]"], ["$.b", "$[\"c d\"]"]),
      (["$.*"], ["$.b", "$[\"c d\"]"]),
      (["$.x"], []),
    ])
  func `paths choose`(fields: [String], labels: [String]) throws {
    let document = try Self.read(#"{"a": [{"b": "1"}, {"b": "2"}], "b": "3", "c d": "4"}"#, fields: fields)
    #expect(document.drafts.map { $0.label ?? "" } == labels)
  }

  @Test(
    arguments: [
      (#"{"text": "a b"} x"#, 16), (#"{"text": "a b", "#, 16), (#"{"text": "a b", "n": 01}"#, 22),
      (#"{"text": "a b", "text2": "c"#, 27),
    ])
  func `what stands before a mistake is read`(text: String, offset: Int) throws {
    let document = try Self.read(text)
    #expect(document.problems.map(\.offset) == [offset])
    #expect(document.drafts.map(\.label) == ["$.text"])
  }

  @Test func `nested brackets are refused where they are too many`() throws {
    let document = try Self.read(String(repeating: "[", count: 100_000))
    #expect(document.problems.map(\.offset) == [128])
  }

  @Test func `each character of a draft stands at its bytes, however it is escaped`() throws {
    try forRandomCases(3_000) { random in
      var embedding = Embedding()
      embedding.add(
        ["{\"x\":[1,\"é\"], \"text\" : \"", "[{\"body\":\"", "\t{\"macros\":[{},{\"b\":[],\"te\\u0078t\":\""]
          .randomElement(using: &random)!)
      for scalar in RandomDraft.scalars(&random, where: { $0 != ">" }) {
        switch scalar {
        case "\"" where Bool.random(using: &random): embedding.add(scalar, as: "\\\"")
        case "\\" where Bool.random(using: &random): embedding.add(scalar, as: "\\\\")
        case "/" where Bool.random(using: &random): embedding.add(scalar, as: "\\/")
        case "\n" where Bool.random(using: &random): embedding.add(scalar, as: "\\n")
        case _
        where scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || Int.random(in: 0..<4, using: &random) == 0:
          let isUpper = Bool.random(using: &random)
          embedding.add(scalar, as: scalar.unitsInHexadecimal(upper: isUpper).map { "\\u" + $0 }.joined())
        default: embedding.add(scalar)
        }
      }
      embedding.add("\"")
      // What is open at the end is told, and the draft is read all the same.
      let document = try DocumentReader().read(embedding.bytes, as: .json)
      guard document.drafts.count == 1 else {
        return "\(document.drafts.count) drafts in \(spelledOut(embedding.bytes))"
      }
      return embedding.difference(from: document.drafts[0], in: document)
    }
  }
}
