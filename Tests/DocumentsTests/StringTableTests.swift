import Documents
import SourceText
import TestSupport
import Testing

/// Files of texts by key: gettext, Apple's and Java's.
@Suite struct `string tables` {
  private static func read(_ text: String, as kind: DocumentKind, path: String = "") throws -> Document {
    try DocumentReader().read(Array(text.utf8), as: kind, path: path)
  }

  private static func texts(_ document: Document) -> [String] {
    document.drafts.map { draft in
      let language = draft.attributes[.language].map { " (\($0.text))" } ?? ""
      return "\(draft.label ?? "")\(language): \(String(decoding: draft.text.utf8, as: UTF8.self))"
    }
  }

  // MARK: gettext

  @Test func `translations are read, and what is shown where there is none`() throws {
    let document = try Self.read(
      #"""
      # A translator.
      msgid ""
      msgstr ""
      "Project-Id-Version: x\n"
      "Language: pt_BR\n"

      #: a.c:1
      msgid "Hello"
      msgstr "Olá \"you\"\n"
      "Bye"

      msgctxt "stars"
      msgid "%d star"
      msgid_plural "%d stars"
      msgstr[0] "%d estrela"
      msgstr[1] "%d estrelas"

      msgid "Not translated"
      msgstr ""

      #, fuzzy
      msgid "Old"
      msgstr "Velho"

      #~ msgid "Gone"
      #~ msgstr "Ido"
      """#, as: .gettext)
    #expect(
      Self.texts(document) == [
        "Hello (pt_BR): Olá \"you\"\nBye", "stars [0] (pt_BR): %d estrela", "stars [1] (pt_BR): %d estrelas",
        "Not translated: Not translated",
      ])
    #expect(document.passedOver.values == 2)
    #expect(document.problems.isEmpty)
  }

  @Test func `mistakes in PO files are told, and the rest is read`() throws {
    let document = try Self.read(
      "msgid \"a b\"\nmsgstr \"c\nwhat\nmsgid \"d\"\nmsgstr\n\"e\"\n", as: .gettext, path: "x/de.po")
    #expect(document.problems.map(\.offset) == [19, 22, 43])
    #expect(Self.texts(document) == ["a b (de): c", "d (de): e"])
  }

  @Test func `a charset in the header of a PO file is used`() throws {
    let document = try DocumentReader().read(
      Array("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-15\\n\"\n\nmsgid \"a\"\nmsgstr \"".utf8)
        + [0xA4]
        + Array("\"\n".utf8), as: .gettext)
    #expect(document.drafts.map(\.text.utf8) == [Array("€".utf8)])
  }

  // MARK: Apple

  @Test func `strings files are read`() throws {
    let document = try Self.read(
      #"""
      /* A greeting; "not this" = "one"; */
      "Hello" = "Hallo \"du\"\n\U00fc\u00FC";
      bare.key = 'x';  // another
      "Empty" = "";
      "Same";
      """#, as: .strings, path: "App/de.lproj/Macros.strings")
    #expect(Self.texts(document) == ["Hello (de): Hallo \"du\"\nüü", "bare.key (de): x", "Same (de): Same"])
    #expect(document.passedOver.values == 1)
    #expect(document.problems.isEmpty)
  }

  @Test func `strings files in UTF-16 are read, with a mark and without`() throws {
    for bytes in [[0xFF, 0xFE], []] as [[UInt8]] {
      let text = bytes + Array("\"a\"=\"b c\";".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let document = try DocumentReader().read(text, as: .strings)
      #expect(document.drafts.map(\.text.utf8) == [Array("b c".utf8)])
      let place = document.encoding.source(of: document.drafts[0].text.map.source(of: 2..<3))
      #expect(place == (bytes.count + 14)..<(bytes.count + 16))
    }
  }

  @Test func `mistakes in strings files are told, and the rest is read`() throws {
    let document = try Self.read("\"a\" = \"b\"\n\"c\" = ;\n\"d\" = \"e\";\n\"f\" = \"g", as: .strings)
    #expect(document.problems.map(\.offset) == [0, 16, 35, 29])
    #expect(Self.texts(document) == ["a: b", "d: e", "f: g"])
  }

  @Test func `string catalogs are read`() throws {
    let document = try Self.read(
      #"""
      {"sourceLanguage": "en", "strings": {
        "Hello you": {},
        "key": {"localizations": {
          "de": {"stringUnit": {"state": "translated", "value": "Hallo"}},
          "en": {"variations": {"plural": {"one": {"stringUnit": {"value": "One"}}}}}}},
        "x": {"comment": "not this"}
      }, "version": "1.0"}
      """#, as: .xcstrings)
    #expect(
      Self.texts(document) == [
        "$.strings[\"Hello you\"] (en): Hello you", "$.strings.key.localizations.de.stringUnit.value (de): Hallo",
        "$.strings.key.localizations.en.variations.plural.one.stringUnit.value (en): One",
      ])
    #expect(document.passedOver.values == 1)
  }

  // MARK: Java

  @Test func `properties are read`() throws {
    let document = try Self.read(
      #"""
      # a comment = no text
      ! another
      a.b = Hallo \
           du\u00fc
      c\ d:Don''t go
      e f g
      empty =
      word = x
      """#, as: .properties, path: "x/messages_de.properties")
    #expect(Self.texts(document) == ["a.b (de): Hallo duü", "c d (de): Don't go", "e (de): f g"])
    #expect(document.passedOver.values == 2)
  }

  @Test func `properties that are not UTF-8 are ISO 8859-1`() throws {
    let document = try DocumentReader().read(Array("a=b ".utf8) + [0xFC], as: .properties)
    #expect(document.drafts.map(\.text.utf8) == [Array("b ü".utf8)])
    #expect(document.undecodable.isEmpty)
  }

  // MARK: All

  @Test(
    arguments: [
      (DocumentKind.gettext, ["\"", "msgid \"", "msgstr[", "#~ ", "msgid\nmsgstr"]),
      (.strings, ["\"", "/*", "a=", "\"a\"=\"b\"", ";"]),
      (.properties, ["\\", "a=", "\\u", "\\\n", "a b\n"]), (.xcstrings, ["[", "{\"strings\":"]),
    ])
  func `a file of nothing but beginnings is read in linear time`(kind: DocumentKind, pieces: [String]) throws {
    for piece in pieces { _ = try Self.read(String(repeating: piece, count: 400_000 / piece.utf8.count), as: kind) }
  }

  @Test(arguments: [DocumentKind.gettext, .strings, .properties])
  func `each character of a draft stands at its bytes, however it is escaped`(kind: DocumentKind) throws {
    try forRandomCases(4_000) { random in
      var embedding = Embedding()
      switch kind {
      case .gettext: embedding.add("msgid \"\"\nmsgstr \"Language: de\\n\"\n\nmsgid \"é\"\nmsgstr \"")
      case .strings: embedding.add("/* é */ \"k\" = \"")
      default: embedding.add("# é\nkey = ")
      }
      for scalar in RandomDraft.words(&random) { add(scalar, kind, &embedding, &random) }
      switch kind {
      case .gettext: embedding.add("\"\n")
      case .strings: embedding.add("\";\n")
      default: embedding.add(" y\n")
      }
      if kind == .properties { return try end(embedding) }
      return try embedding.difference(as: kind)
    }
  }

  /// Values of properties are drafts only where they are sentences, so a word that does not matter stands at the end.
  private func end(_ embedding: Embedding) throws -> String? {
    let document = try DocumentReader().read(embedding.bytes, as: .properties)
    guard document.drafts.count == 1 else { return "\(document.drafts.count) drafts in \(spelledOut(embedding.bytes))" }
    var draft = document.drafts[0]
    draft.text = MappedText(Array(draft.text.utf8.dropLast(2)), draft.text.map)
    return embedding.difference(from: draft, in: document)
  }

  private func add(
    _ scalar: Unicode.Scalar, _ kind: DocumentKind, _ embedding: inout Embedding, _ random: inout SplitMix64
  ) {
    if Int.random(in: 0..<16, using: &random) == 0 {
      embedding.add(kind == .gettext ? "\"\n  \"" : kind == .properties ? "\\\n   " : "")
    }
    switch scalar {
    case "\\": embedding.add(scalar, as: "\\\\")
    case "\"": embedding.add(scalar, as: "\\\"")
    case "'" where kind == .properties: embedding.add(scalar, as: "\\'")
    case " " where kind == .properties: embedding.add(scalar, as: "\\ ")
    case _ where kind == .gettext && scalar.isASCII && Bool.random(using: &random):
      let digits = String(scalar.value, radix: 8)
      embedding.add(scalar, as: "\\" + String(repeating: "0", count: 3 - digits.count) + digits)
    case _ where kind != .gettext && Int.random(in: 0..<4, using: &random) == 0:
      let letter = kind == .strings ? ["u", "U"].randomElement(using: &random)! : "u"
      embedding.add(scalar, as: scalar.unitsInHexadecimal().map { "\\\(letter)\($0)" }.joined())
    default: embedding.add(scalar)
    }
  }
}
