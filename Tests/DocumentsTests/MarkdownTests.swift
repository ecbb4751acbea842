import Documents
import SourceText
import TestSupport
import Testing

@Suite struct Markdown {
  private static func read(_ text: String) throws -> Document {
    try DocumentReader().read(Array(text.utf8), as: .markdown)
  }

  private static func text(_ markdown: String) throws -> String {
    String(decoding: try read(markdown).drafts[0].text.utf8, as: UTF8.self)
  }

  @Test func `front matter says what the draft is and is no prose`() throws {
    let document = try Self.read(
      """
      ---
      title: Ask for "five stars"
      channel: public_response
      lang: de   # of the text
      target: seller_feedback
      marketplace: ebay
      proactive: true
      final: false
      tags: [a, {channel: message}]
      description: >
        Not sent.
      ---
      Hello
      """)
    let draft = document.drafts[0]
    #expect(draft.text.utf8 == Array("Hello".utf8))
    #expect(
      draft.attributes.mapValues(\.text) == [
        .title: "Ask for \"five stars\"", .channel: "public_response", .language: "de", .target: "seller_feedback",
        .marketplace: "ebay", .proactive: "true", .final: "false",
      ])
    #expect(document.problems.isEmpty)
  }

  @Test func `a subject is sent`() throws {
    let draft = try Self.read("---\nsubject: \"A\\u0020gift\"\n---\nHello").drafts[0]
    #expect(draft.subject?.utf8 == Array("A gift".utf8))
    #expect(draft.subject?.map.source(of: 1..<2) == 15..<21)
  }

  @Test(
    arguments: [
      ("---\nchannel: [\n---\nHello", 15, "Hello"), ("---\nchannel: message\nHello", 0, "Hello"),
      ("---\na: b\n  c: d\n---\nHello", 12, "Hello"), ("Hello\n```\ncode", 6, "Hello\ncode"),
      ("a <!-- b", 2, "a <!-- b"),
    ])
  func `what is broken is told, and the rest is read`(markdown: String, offset: Int, text: String) throws {
    let document = try Self.read(markdown)
    #expect(document.problems.map(\.offset) == [offset])
    #expect(document.drafts[0].text.utf8 == Array(text.utf8))
  }

  @Test(
    arguments: [
      ("---\n\nHello", "---\n\nHello"), ("a\n<!-- no\n\n```\n--> b", "a\n b"), ("a\n```\nb\n```\nc", "a\nb\nc"),
      ("a\n~~~ text\nb\n~~~~\nc", "a\nb\nc"), ("a\n```swift\nlet b\n```\nc", "a\nc"), ("a ```b``` c", "a ```b``` c"),
      ("a\n> b\n> c\nd", "a\nd"), ("[Shop](https://example.com \"x\")!", "Shop (https://example.com \"x\")!"),
      ("[a [b] c](d)", "a [b] c (d)"), ("![a picture](x.png) b", "a picture b"),
      ("[here][1]\n\n[1]: https://example.com", "here\n\n[1]: https://example.com"),
      ("[FIRST_NAME][LAST_NAME] [X] [[y]]", "[FIRST_NAME][LAST_NAME] [X] [[y]]"),
      ("<https://example.com> <a@example.com>", "https://example.com a@example.com"),
      ("a <b>b</b> <first_name> &amp; \\* c", "a b <first_name> & * c"), ("a<br>b", "a\nb"),
      ("**a** _b_ `c`", "**a** _b_ `c`"),
      ("<a href=\"https://example.com\">b</a> c", "b (https://example.com) c"),
      ("[a]({{ b.c }}) [d](e", "a ({{ b.c }}) [d](e"),
    ])
  func `prose is read`(markdown: String, text: String) throws {
    #expect(try Self.text(markdown) == text)
  }

  @Test func `code and quotations are counted`() throws {
    let document = try Self.read("```js\na\n```\n> b\n> c\n\n> d\n~~~\ne\n~~~")
    #expect(document.passedOver.code == 1)
    #expect(document.passedOver.quotations == 2)
    #expect(document.drafts[0].text.utf8 == Array("\ne\n".utf8))
  }

  @Test(arguments: ["[", "[a](", "[a](b)", "<", "<a ", "<!--", "```\n", "> ", "![", "\\", "`", "[a]["])
  func `a document of nothing but beginnings is read in linear time`(piece: String) throws {
    let document = try Self.read(String(repeating: piece, count: 400_000 / piece.utf8.count))
    #expect(document.drafts.count == 1)
  }

  @Test func `each character of a draft stands at its bytes, whatever is around it`() throws {
    let signs: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "[", "]", "<", ">", "&", "!", "(", ")", "~", "\u{FEFF}"]
    try forRandomCases(3_000) { random in
      var embedding = Embedding()
      embedding.add(
        ["\n", "---\ntitle: é\n---\n", "```js\nno\n```\n", "<!-- no\nno -->", "> no\n"].randomElement(using: &random)!)
      if embedding.bytes.first == 0x0A {
        embedding = Embedding()
        embedding.add("\n", as: "\n")
      }
      for scalar in RandomDraft.words(&random) {
        switch Int.random(in: 0..<24, using: &random) {
        case 0: embedding.add("<!-- no -->")
        case 1: embedding.add("</b>")
        default: break
        }
        switch scalar {
        case "&", "<": embedding.add(scalar, as: "&#\(scalar.value);")
        case _ where signs.contains(scalar) && scalar.isASCII: embedding.add(scalar, as: "\\\(scalar)")
        case _ where Int.random(in: 0..<8, using: &random) == 0 && !(0x80..<0xA0).contains(scalar.value):
          embedding.add(scalar, as: "&#x\(String(scalar.value, radix: 16));")
        default: embedding.add(scalar)
        }
      }
      return try embedding.difference(as: .markdown)
    }
  }
}
