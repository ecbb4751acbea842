import Foundation
import Testing

@Suite struct `init` {
  private static let files: [String: [UInt8]] = [
    "templates/de/a.md": [], "templates/public/b.md": [], "pt-BR/[x].public/c.csv": [], "Responses/d.txt": [],
    "it's/e.txt": [], "en.lproj/f.strings": [],
  ]

  @Test func `writes what the folder shows, says so, and what it wrote holds`() throws {
    try BuiltProgram.withFolder(Self.files) { folder in
      let outcome = try BuiltProgram.run(["init"], folder: folder)
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      #expect(
        outcome.output == """
          wrote .buyerlint.yml
          saw 2 files of text
          saw 1 file of strings
          saw 1 file of csv
          saw 2 files of markdown
          took Responses/ for channel: public_response
          took templates/public/ for channel: public_response
          took en.lproj/ for lang: en
          took pt-BR/ for lang: pt-BR
          took templates/de/ for lang: de

          """)
      let text = try String(contentsOf: folder.appendingPathComponent(".buyerlint.yml"), encoding: .utf8)
      #expect(
        text.hasSuffix(
          """
          files:
            - {glob: "/Responses/**", channel: public_response}
            - {glob: "/templates/public/**", channel: public_response}
            - {glob: "/en.lproj/**", lang: en}
            - {glob: "/pt-BR/**", lang: pt-BR}
            - {glob: "/templates/de/**", lang: de}

          """))
      for (file, setting, line) in [
        ("templates/public/b.md", "channel          public_response", 23),
        ("templates/de/a.md", "channel          message ", 5),
        ("templates/de/a.md", "lang             de ", 26),
      ] {
        let shown = try BuiltProgram.run(["check", "--show-config", file], folder: folder)
        #expect(
          shown.lines.contains { $0.hasPrefix("  \(setting)") && $0.hasSuffix("(.buyerlint.yml:\(line))") },
          "\(file): \(shown.output)")
      }
    }
  }

  @Test func `writes over nothing unless it is told to`() throws {
    try BuiltProgram.withFolder(["a/.buyerlint.yml": Array("channel: message\n".utf8)]) { folder in
      func text() throws -> String {
        try String(contentsOf: folder.appendingPathComponent("a/.buyerlint.yml"), encoding: .utf8)
      }
      let refused = try BuiltProgram.run(["init", "a"], folder: folder)
      #expect(refused.status == 2 && refused.output.isEmpty)
      #expect(refused.errors.hasPrefix("buyerlint: a/.buyerlint.yml is there already; --force writes over it\n"))
      #expect(try text() == "channel: message\n")
      let outcome = try BuiltProgram.run(["init", "--force", "a"], folder: folder)
      #expect(outcome.status == 0)
      #expect(outcome.output == "wrote a/.buyerlint.yml\nsaw no file of a kind that holds drafts\n")
      #expect(try text().contains("\n# files:\n"))
    }
  }

  @Test func `takes a folder, and folders of any name`() throws {
    try BuiltProgram.withFolder([
      "a.txt": [], "q[u]o\"t*e\\d{,}/public/b.txt": Array("Order 111-5550100-5550199.\n".utf8),
    ]) {
      folder in
      #expect(try BuiltProgram.run(["init", "a.txt"], folder: folder).errors.contains("takes a folder"))
      #expect(try BuiltProgram.run(["init", "nowhere"], folder: folder).errors.contains("no such file"))
      #expect(try BuiltProgram.run(["init", "a", "b"], folder: folder).errors.contains("takes one DIR"))
      #expect(try BuiltProgram.run(["init"], folder: folder).status == 0)
      let outcome = try BuiltProgram.run(["check", "--quiet", "--format", "concise"], folder: folder)
      #expect(outcome.status == 1, "\(outcome.errors)")
      #expect(outcome.output.hasSuffix("[personal-data/order-id]\n"))
    }
  }
}
