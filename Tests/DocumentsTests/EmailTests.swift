import Documents
import FoundationEssentials
import SourceText
import TestSupport
import Testing

@Suite struct `e-mails` {
  private static func read(_ text: String) throws -> Document {
    try DocumentReader().read(Array(text.utf8), as: .email)
  }

  private static func texts(_ document: Document) -> [String] {
    document.drafts.map { "\($0.label ?? "-"): \(String(decoding: $0.text.utf8, as: UTF8.self))" }
  }

  @Test func `subject, channel and body are read, addresses are not`() throws {
    let document = try Self.read(
      """
      From: "Shop" <shop@example.com>
      Subject: =?iso-8859-1?Q?Gr=FC=DFe?= =?utf-8?B?8J+YgA==?=
       and more
      X-Channel: public_response
      Content-Language: de
      Content-Type: text/plain; charset="iso-8859-1"
      Content-Transfer-Encoding: quoted-printable

      Hallo =3D J=F6rg, das ist ei=
      ne Zeile
      """)
    #expect(Self.texts(document) == ["-: Hallo = Jörg, das ist eine Zeile"])
    let draft = document.drafts[0]
    #expect(draft.subject.map { String(decoding: $0.utf8, as: UTF8.self) } == "Grüße😀 and more")
    #expect(draft.attributes.mapValues(\.text) == [.channel: "public_response", .language: "de"])
    #expect(document.problems.isEmpty)
  }

  @Test func `each part is read, and attachments are counted`() throws {
    let document = try Self.read(
      """
      Content-Type: multipart/mixed; boundary=out

      A preamble
      --out
      Content-Type: multipart/alternative; boundary="in"

      --in

      Plain
      --in
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: base64

      PHA+SGkgPGI+eW91
      PC9iPjwvcD4=
      --in--
      --out
      Content-Type: application/pdf

      %PDF
      --out
      Content-Type: text/plain
      Content-Disposition: attachment; filename="x.txt"

      no
      --out--
      An epilogue
      """)
    #expect(Self.texts(document) == ["part 1.1, text/plain: Plain", "part 1.2, text/html: Hi you"])
    #expect(document.passedOver.attachments == 2)
    #expect(document.problems.isEmpty)
  }

  @Test func `what is broken is told, and the rest is read`() throws {
    let cut = try Self.read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n")
    #expect(cut.problems.map(\.offset) == [43])
    #expect(Self.texts(cut) == ["part 1, text/plain: Hello\n"])
    let unknown = try Self.read("Content-Type: text/plain; charset=klingon\n\nHello")
    #expect(unknown.problems.map(\.message) == ["the charset `klingon` is not known"])
    #expect(Self.texts(unknown) == ["-: Hello"])
    let bare = try Self.read("Hello you\n")
    #expect(bare.problems.map(\.offset) == [0])
    #expect(Self.texts(bare) == ["-: Hello you\n"])
    let base64 = try Self.read("Content-Transfer-Encoding: base64\n\nSGk_\n")
    #expect(base64.problems.map(\.offset) == [38])
    #expect(Self.texts(base64) == ["-: Hi"])
  }

  @Test func `bytes that are not in the charset of their part are told`() throws {
    let document = try DocumentReader().read(
      Array("Content-Type: text/plain; charset=utf-8\n\nab=".utf8) + [0xFF], as: .email)
    #expect(document.undecodable == [44..<45])
  }

  @Test(
    arguments: [
      "--b\n", "Subject: =?utf-8?Q?", "=\n", "=?a?Q?b?=", "--b\nContent-Type: multipart/mixed; boundary=b\n\n",
      "a: b\n", " ", "\n",
    ])
  func `an e-mail of nothing but beginnings is read in linear time`(piece: String) throws {
    let body = String(repeating: piece, count: 400_000 / piece.utf8.count)
    _ = try Self.read("Content-Type: multipart/mixed; boundary=b\n\n" + body)
    _ = try Self.read(body)
    _ = try Self.read("Subject: " + body)
  }

  @Test func `each character of a text in quoted-printable stands at its bytes`() throws {
    try forRandomCases(3_000) { random in
      var embedding = Embedding()
      let isPart = Bool.random(using: &random)
      embedding.add("Subject: x\r\n")
      if isPart { embedding.add("Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n") }
      embedding.add("Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: Quoted-Printable\r\n\r\n")
      for scalar in RandomDraft.words(&random) {
        if Int.random(in: 0..<8, using: &random) == 0 { embedding.add("=\r\n") }
        if scalar == "=" || !scalar.isASCII || Int.random(in: 0..<4, using: &random) == 0 {
          embedding.add(
            scalar,
            as: String(Character(scalar)).utf8.map {
              "=" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true)
            }.joined())
        } else {
          embedding.add(scalar)
        }
      }
      if isPart { embedding.add("\r\n--b--\r\n") }
      return try embedding.difference(as: .email)
    }
  }

  @Test func `each character of a subject in encoded words stands at its bytes`() throws {
    try forRandomCases(3_000) { random in
      var embedding = Embedding()
      embedding.add("X-Y: z\nSubject: ")
      let words = RandomDraft.words(&random).split(separator: " ")
      for (index, word) in words.enumerated() {
        if index > 0 { embedding.add("\n ") }
        embedding.add("=?utf-8?q?")
        for scalar in word {
          embedding.add(
            scalar,
            as: String(Character(scalar)).utf8.map { "=" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
        }
        if index + 1 < words.count { embedding.add(" ", as: "_") }
        embedding.add("?=")
      }
      embedding.add("\n\nbody\n")
      let document = try DocumentReader().read(embedding.bytes, as: .email)
      guard let subject = document.drafts.first?.subject else { return "no subject in \(spelledOut(embedding.bytes))" }
      return embedding.difference(from: DocumentDraft(text: subject), in: document)
    }
  }

  @Test func `a text in base64 and in any charset leads to the letters that say it`() throws {
    try forRandomCases(4_000) { random in
      let text = RandomDraft.words(&random)
      var bytes: [UInt8] = []
      var places: [ByteRange] = []
      for scalar in text {
        let start = bytes.count
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] { bytes += [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        places.append(start..<bytes.count)
      }
      let head = "Content-Type: text/plain; charset=utf-16be\nContent-Transfer-Encoding: base64\n\n"
      let document = try Self.read(head + Data(bytes).base64EncodedString())
      var derived = 0
      guard document.drafts[0].text.utf8 == Array(String(String.UnicodeScalarView(text)).utf8) else { return "\(text)" }
      for (scalar, place) in zip(text, places) {
        let range = derived..<(derived + UTF8.width(scalar))
        let start = head.utf8.count
        let letters = (start + place.lowerBound / 3 * 4)..<(start + (place.upperBound + 2) / 3 * 4)
        if document.drafts[0].text.map.source(of: range) != letters { return "\(scalar) of \(text)" }
        derived = range.upperBound
      }
      return nil
    }
  }
}
