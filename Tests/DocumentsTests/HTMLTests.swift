import Documents
import SourceText
import TestSupport
import Testing

@Suite struct HTML {
  private static func read(_ text: String) throws -> Document {
    try DocumentReader().read(Array(text.utf8), as: .html)
  }

  private static func text(_ html: String) throws -> String {
    let document = try read(html)
    return String(decoding: document.drafts[0].text.utf8, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("<p>Hi <b>you</b>,</p>\n<p>bye</p>", "Hi you,\n\nbye"), ("a<br>b<br/>c", "a\nb\nc"),
      ("  a \n\t b  ", "a b"), ("<pre>a\n b</pre>", "a\n b"), ("a<script>if (x<y) {}</script>b<style>c</style>", "ab"),
      ("a<!-- <b>no</b> -->b", "ab"), ("a<!--[if mso]>b<![endif]-->c", "abc"),
      ("<!--[if !mso]><!-->a<!--<![endif]-->", "a"), ("<td>a</td><td>b</td>", "a\nb"),
      ("a &amp; b&nbsp;&#8211;&#x2013;&hellip;&NotAName; &copy", "a & b\u{A0}––…&NotAName; ©"),
      ("<a href=\"https://example.com/?a=1&amp;b=2&copy=3\">Shop</a>.", "Shop (https://example.com/?a=1&b=2&copy=3)."),
      ("<a href='https://example.com'>example.com</a>", "example.com"), ("<a href=\"#top\">Top</a>", "Top"),
      ("<a href=\"mailto:a@example.com\">a@example.com</a>", "a@example.com"),
      ("x <img src=y alt=\"a picture\"> z", "x a picture z"), ("<p title=\"a hint\">b</p>", "b\na hint"),
      ("<div class=\"preheader\" style=\"display:none\">shown</div>", "shown"), ("5 < 6 > 3 <3", "5 < 6 > 3 <3"),
      ("<title>T</title><body>b", "T\n\nb"), ("a <b", "a <b"), ("a <!-- b", "a <!-- b"),
      ("<blockquote type=\"cite\">no<blockquote>no</blockquote>no</blockquote>yes", "yes"),
      ("{{#if a < b}}c{{/if}}", "{{#if a < b}}c{{/if}}"),
    ])
  func `what is read is what is seen`(html: String, text: String) throws {
    #expect(try Self.text(html) == text)
  }

  @Test func `the language is told`() throws {
    #expect(try Self.read("<html lang=\"pt-BR\">a").drafts[0].attributes[.language]?.text == "pt-BR")
  }

  @Test func `a charset that the document names is used`() throws {
    let document = try DocumentReader().read(
      Array("<meta charset=\"windows-1252\"><p>".utf8) + [0x80, 0x35] + Array("</p>".utf8), as: .html)
    #expect(document.drafts[0].text.utf8 == Array("€5".utf8))
    let source = document.encoding.source(of: document.drafts[0].text.map.source(of: 0..<3))
    #expect(source == 32..<33)
  }

  @Test(arguments: [
    "<a ", "<a href=\"", "<!--", "&#1", "<p>", "<blockquote type=cite>", "<", "<a href='x' title=\"y\">",
  ])
  func `a document of nothing but beginnings is read in linear time`(piece: String) throws {
    let document = try Self.read(String(repeating: piece, count: 400_000 / piece.utf8.count))
    #expect(document.drafts.count == 1)
  }

  @Test func `each character of a draft stands at its bytes, however it is written`() throws {
    try forRandomCases(3_000) { random in
      var embedding = Embedding()
      embedding.add(
        ["\n", "<p>", "<html><head><style>p > a {}</style></head><body>\n <div\nclass=\"x>y\">"].randomElement(
          using: &random)!)
      for scalar in RandomDraft.words(&random) {
        if Int.random(in: 0..<8, using: &random) == 0 {
          embedding.add(
            ["<b>", "</i>", "<!-- no -->", "<span title=\"\">", "<a name=x>"].randomElement(using: &random)!)
        }
        switch scalar {
        case " ": embedding.add(scalar, as: [" ", "\n", " \t\r\n "].randomElement(using: &random)!)
        case "&": embedding.add(scalar, as: ["&amp;", "&#38;", "&#x26;"].randomElement(using: &random)!)
        case "<": embedding.add(scalar, as: ["&lt;", "&#60;", "&#x3c;"].randomElement(using: &random)!)
        case _ where (0x80..<0xA0).contains(scalar.value): embedding.add(scalar)
        case _ where Int.random(in: 0..<4, using: &random) == 0: embedding.add(scalar, as: "&#\(scalar.value);")
        default: embedding.add(scalar)
        }
      }
      embedding.add(["", "</p>", "\n</body>\n</html>\n"].randomElement(using: &random)!)
      return try embedding.difference(as: .html)
    }
  }
}
