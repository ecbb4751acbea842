import Documents
import SourceText
import TestSupport
import Testing

@Suite struct `YAML documents` {
  private static func read(_ text: String) throws -> Document {
    try DocumentReader().read(Array(text.utf8), as: .yaml)
  }

  private static func check(_ yaml: String, _ texts: [String]) throws {
    let document = try read(yaml)
    #expect(document.problems.isEmpty)
    #expect(document.drafts.map { String(decoding: $0.text.utf8, as: UTF8.self) } == texts)
    // No way of writing is one that the reader does not understand: then the map would have one change alone.
    for draft in document.drafts {
      for (index, byte) in draft.text.utf8.enumerated() where byte.isLetter {
        let place = draft.text.map.source(of: index..<(index + 1))
        #expect(place.count == 1 && document.utf8[place.lowerBound] == byte, "\(yaml)")
      }
    }
  }

  @Test(
    arguments: [
      ("body: Hello you", ["Hello you"]), ("body: 'It''s\n  you'", ["It's you"]),
      ("body: \"a\\tb\\\n   c\\u00e9\n\n  d\"", ["a\tbcé\nd"]),
      ("body: |\n  a\n    b\n\n  c\nx: 1\n", ["a\n  b\n\nc\n"]),
      ("body: |-\n  a\n  b\n", ["a\nb"]), ("body: >\n  a\n  b\n\n  c\n   d\n  e\n", ["a b\nc\n d\ne\n"]),
      ("body: |2\n    a\n  b\n", ["  a\nb\n"]), ("body: plain\n  goes on\n\n  here\n", ["plain goes on\nhere"]),
      ("- body: a\n- body: b\n", ["a", "b"]), ("body: &x a\nother:\n  body: *x\n", ["a", "a"]),
      ("a: b c\n---\na: d e\n", ["b c", "d e"]),
      ("é: x\nbody: über\r\n", ["über"]), ("body: |\r\n  a\r\n  b\r\n", ["a\nb\n"]),
      ("replies:\n  - a\n  - b\n", ["a", "b"]),
    ])
  func `values are read and stand where they are`(yaml: String, texts: [String]) throws {
    try Self.check(yaml, texts)
  }

  @Test func `what is said of drafts goes with them`() throws {
    let document = try Self.read("lang: de\nmacros:\n  - body: a\n  - {body: b, lang: en, proactive: true}\n")
    #expect(document.drafts.map(\.label) == ["$.macros[0].body", "$.macros[1].body"])
    #expect(document.drafts.map { $0.attributes[.language]?.text } == ["de", "en"])
    #expect(document.drafts[1].attributes[.proactive]?.text == "true")
  }

  @Test func `what stands before a mistake is read, and the mistake is told`() throws {
    let document = try Self.read("body: a b\nx: [1, 2\ny: \"\n")
    #expect(document.drafts.map(\.label) == ["$.body"])
    #expect(document.problems.count == 1)
    #expect(document.problems[0].offset > 9)
  }

  @Test(arguments: ["[", "{a: ", "- ", "\"", "? "])
  func `nested beginnings are told`(piece: String) throws {
    let document = try Self.read(String(repeating: piece, count: 100_000))
    #expect(document.problems.count == 1)
  }

  @Test func `each character of a draft stands at its bytes, in each way of writing`() throws {
    try forRandomCases(3_000) { random in
      var embedding = Embedding()
      embedding.add(
        ["é: ü\nbody: ", "macros:\n  - x: [a, b]\n    text: ", "{\"a\": 1, body: "].randomElement(using: &random)!)
      let isFlow = embedding.bytes.first == UInt8(ascii: "{")
      switch Int.random(in: 0..<(isFlow ? 2 : 4), using: &random) {
      case 0:
        embedding.add("\"")
        for scalar in RandomDraft.scalars(&random, where: { $0 != ">" }) { addQuoted(scalar, &embedding, &random) }
        embedding.add("\"")
      case 1:
        embedding.add("'")
        for scalar in RandomDraft.words(&random, where: Self.isPrintable) {
          switch scalar {
          case "'": embedding.add(scalar, as: "''")
          case " ": embedding.add(scalar, as: [" ", "\n     ", " \n      "].randomElement(using: &random)!)
          default: embedding.add(scalar)
          }
        }
        embedding.add("'")
      case let style:
        embedding.add(style == 2 ? "|-\n" : ">-\n")
        embedding.add("      ")
        for (index, scalar) in RandomDraft.words(&random, where: { Self.isPrintable($0) && $0 != ">" }).enumerated() {
          if scalar == " ", index % 3 == 0 {
            if style == 2 {
              embedding.add("\n", as: "\n")
              embedding.add("      ")
            } else {
              embedding.add(" ", as: "\n")
              embedding.add("      ")
            }
          } else {
            embedding.add(scalar)
          }
        }
      }
      embedding.add(isFlow ? "}" : "\n")
      return try embedding.difference(as: .yaml)
    }
  }

  private func addQuoted(_ scalar: Unicode.Scalar, _ embedding: inout Embedding, _ random: inout SplitMix64) {
    switch scalar {
    case "\"", "\\": embedding.add(scalar, as: "\\\(scalar)")
    case "\n": embedding.add(scalar, as: "\\n")
    case " ":
      // A line that goes on.
      if Bool.random(using: &random) { embedding.add("\\\n     ") }
      embedding.add(scalar, as: ["\\ ", "\\x20"].randomElement(using: &random)!)
    case _ where !Self.isPrintable(scalar) || Int.random(in: 0..<4, using: &random) == 0:
      let digits = String(scalar.value, radix: 16)
      embedding.add(scalar, as: "\\U" + String(repeating: "0", count: 8 - digits.count) + digits)
    default: embedding.add(scalar)
    }
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
