import Documents
import SourceText
import TestSupport
import Testing

@Suite struct tables {
  private static func read(_ text: String, as kind: DocumentKind = .csv, fields: [String] = []) throws -> Document {
    var options = ReadingOptions()
    options.fields = fields
    return try DocumentReader(options).read(Array(text.utf8), as: kind)
  }

  private static func texts(_ document: Document) -> [String] {
    document.drafts.map { "\($0.label ?? ""): \(String(decoding: $0.text.utf8, as: UTF8.self))" }
  }

  @Test func `a header says what columns hold`() throws {
    let document = try Self.read(
      """
      id,Language,channel,subject,body
      a 1,de,public_response,Gruß,"Hallo ""du"",
      bis bald"
      b,,,,Hello
      c,en,message,,
      """)
    #expect(Self.texts(document) == ["row 2: Hallo \"du\",\nbis bald", "row 3: Hello"])
    #expect(
      document.drafts[0].attributes.mapValues(\.text) == [.language: "de", .channel: "public_response"])
    #expect(document.drafts[0].subject?.utf8 == Array("Gruß".utf8))
    #expect(document.drafts[1].attributes.isEmpty)
    #expect(document.problems.isEmpty)
  }

  @Test func `several texts, in languages that their names tell`() throws {
    let document = try Self.read("body_en;text_de\r\nHello;Hallo\r\n")
    #expect(Self.texts(document) == ["row 2, body_en: Hello", "row 2, text_de: Hallo"])
    #expect(document.drafts.map { $0.attributes[.language]?.text } == ["en", "de"])
  }

  @Test(
    arguments: [
      ("a\tb\n1\tc d\n", DocumentKind.tsv, ["2"], ["row 1: b", "row 2: c d"]),
      ("a,b\n1,c d\n", .csv, ["b"], ["row 2: c d"]),
      ("a b,c\nd,e f\n", .csv, [], ["row 1, column 1: a b", "row 2, column 2: e f"]),
      ("sep=|\nbody|x\na,b|y\n", .csv, [], ["row 2: a,b"]),
      ("body\n\na\n", .csv, [], ["row 3: a"]), ("\"body\",\"lang\"\n\"a\",\"de\"", .csv, [], ["row 2: a"]),
    ])
  func `columns are chosen`(text: String, kind: DocumentKind, fields: [String], texts: [String]) throws {
    #expect(Self.texts(try Self.read(text, as: kind, fields: fields)) == texts)
  }

  @Test func `an unclosed quotation mark is told, and the rows behind it are read`() throws {
    let document = try Self.read("lang,body\nen,\"Hello\nde,Hallo\nfr,\"Salut\"\nes,\"Ho\"\"la\"\n")
    #expect(document.problems.map(\.offset) == [13])
    #expect(Self.texts(document) == ["row 2: \"Hello", "row 3: Hallo", "row 4: Salut", "row 5: Ho\"la"])
  }

  @Test func `an unclosed quotation mark in the last row is told`() throws {
    let document = try Self.read("lang,body\nen,Hello\nde,\"Hallo\nfr,Salut\n")
    #expect(document.problems.map(\.offset) == [22])
    #expect(Self.texts(document) == ["row 2: Hello", "row 3: \"Hallo", "row 4: Salut"])
  }

  @Test func `cells too many and text behind a quotation mark are told`() throws {
    let document = try Self.read("lang,body\nen,Hello, you\nen,\"a\"b\n")
    #expect(document.problems.map(\.offset) == [19, 30])
    #expect(Self.texts(document) == ["row 2: Hello", "row 3: ab"])
  }

  @Test(arguments: ["\"", "\"\n", "\"a\"b", ",", "\"\"\"", "\n", "a,\"b\n"])
  func `a table of nothing but beginnings is read in linear time`(piece: String) throws {
    _ = try Self.read(String(repeating: piece, count: 400_000 / piece.utf8.count))
  }

  @Test func `each character of a draft stands at its bytes, in each way of writing`() throws {
    try forRandomCases(3_000) { random in
      let delimiter = [",", ";", "\t", "|"].randomElement(using: &random)!
      let end = ["\n", "\r\n"].randomElement(using: &random)!
      var embedding = Embedding()
      embedding.add(["id", "text", "lang"].joined(separator: delimiter) + end)
      embedding.add("\"x\(delimiter)\"\"\(end)\"\(delimiter)")
      if Bool.random(using: &random) {
        embedding.add("\"")
        for scalar in RandomDraft.words(&random) { embedding.add(scalar, as: scalar == "\"" ? "\"\"" : nil) }
        embedding.add("\"")
      } else {
        for scalar in RandomDraft.words(&random, where: { !"\",;\t|".unicodeScalars.contains($0) }) {
          embedding.add(scalar)
        }
      }
      embedding.add(delimiter + "en" + (Bool.random(using: &random) ? end : ""))
      return try embedding.difference(as: .csv)
    }
  }
}
