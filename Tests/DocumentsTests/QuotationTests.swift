import Documents
import SourceText
import TestSupport
import Testing

@Suite struct quotations {
  /// What is left of a text, with the lines that were blanked out as empty ones.
  private static func rest(_ text: String) -> (text: String, count: Int) {
    var bytes = Array(text.utf8)
    let count = QuotedHistory.blank(&bytes)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.allSatisfy { $0 == 0x20 } ? "" : String(decoding: line, as: UTF8.self)
    }
    return (lines.joined(separator: "\n"), count)
  }

  @Test(
    arguments: [
      ("Hello\n> no\n>> no\nyou\n> no", "Hello\n\n\nyou\n", 2), ("no > mark\n", "no > mark\n", 0),
      ("Yes\n\nOn Tue, 3 Mar 2026 at 10:00, Dana <dana@example.com> wrote:\n> no\nand more", "Yes\n\n\n\nand more", 1),
      ("Yes\n\nOn Tue, 3 Mar 2026 at 10:00, Dana Example <dana@example.com>\nwrote:\n\nno\nno", "Yes\n\n\n\n\n\n", 1),
      ("Ja\nVon: Dana Example\nGesendet: Dienstag\nAn: Laden\nBetreff: x\n\nno", "Ja\n\n\n\n\n\n", 1),
      ("Yes\n-----Original Message-----\nno", "Yes\n\n", 1),
      ("---- Ursprüngliche Nachricht ----\nyes", "---- Ursprüngliche Nachricht ----\nyes", 0),
      ("From: Shop\nTo: Dana\nSubject: x\n\nyes", "From: Shop\nTo: Dana\nSubject: x\n\nyes", 0),
      ("You asked on 3 May and wrote:\nyes", "You asked on 3 May and wrote:\nyes", 0),
      ("On 3 May you wrote:\nyes", "On 3 May you wrote:\nyes", 0),
      ("Yes\n-- \nShop", "Yes\n-- \nShop", 0), ("a\r\n> b\r\nc", "a\r\n   \r\nc", 1),
    ])
  func `only what the seller writes is left`(text: String, rest: String, count: Int) {
    let found = Self.rest(text)
    #expect(found.text == rest)
    #expect(found.count == count)
  }

  @Test(
    arguments: [
      "Am Di., 3. März 2026 um 10:00 Uhr schrieb Dana <dana@example.com>:",
      "Le mar. 3 mars 2026 à 10:00, Dana <dana@example.com> a écrit\u{A0}:",
      "El mar, 3 mar 2026 a las 10:00, Dana (<dana@example.com>) escribió:",
      "Il giorno mar 3 mar 2026 alle ore 10:00 Dana ha scritto:",
      "Em ter., 3 de mar. de 2026 às 10:00, Dana <dana@example.com> escreveu:",
      "Op di 3 mrt 2026 om 10:00 schreef Dana <dana@example.com>:",
      "wt., 3 mar 2026 o 10:00 Dana <dana@example.com> napisał(a):",
      "Den tis 3 mars 2026 kl 10:00 skrev Dana <dana@example.com>:",
      "Dana <dana@example.com>, 3 Mar 2026 Sal, 10:00 tarihinde şunu yazdı:",
      "2026年3月3日(火) 10:00 Dana <dana@example.com>:",
      "Dana <dana@example.com> 于2026年3月3日周二 10:00写道：", "2026년 3월 3일 (화) 오전 10:00, Dana <dana@example.com>님이 작성:",
      "في الثلاثاء، 3 مارس 2026 في 10:00 ص تمت كتابة ما يلي بواسطة Dana <dana@example.com>:",
      "मंगल, 3 मार्च 2026 को 10:00 am बजे को Dana <dana@example.com> ने लिखा:",
    ])
  func `the line before a quotation is known in each language`(line: String) {
    #expect(Self.rest("yes\n\(line)\nno\nno").text == "yes\n\n\n")
  }

  @Test func `quotations in drafts are counted, and the places of the rest hold`() throws {
    let document = try DocumentReader().read(Array("a\n> é\nb".utf8), as: .text)
    #expect(document.passedOver.quotations == 1)
    #expect(document.drafts[0].text.utf8.count == document.utf8.count)
    #expect(document.drafts[0].text.map.source(of: 7..<8) == 7..<8)
    let whole = try DocumentReader().read(Array("> a\n> b\n".utf8), as: .text)
    #expect(whole.drafts.isEmpty)
  }

  @Test(arguments: [">\n", "a@b:\n", "1:2:\n", "-----\n", "From: a\n", ":\n", "On 1:2 "])
  func `a text of nothing but beginnings is read in linear time`(piece: String) {
    var bytes = Array(String(repeating: piece, count: 400_000 / piece.utf8.count).utf8)
    _ = QuotedHistory.blank(&bytes)
  }
}
