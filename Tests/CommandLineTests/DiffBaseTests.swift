import Foundation
import Testing

@Suite struct `checking what a change adds` {
  /// A shop with an old violation on `main` and a branch that has left it.
  private static func withBranch(_ body: (Repository) throws -> Void) throws {
    try Repository.with { shop in
      try shop.stage(Repository.violation + "\nBest regards\n", as: "old.md")
      _ = try shop.commit()
      try shop.git("checkout", "--quiet", "-b", "branch")
      try body(shop)
    }
  }

  @Test func `old findings stay quiet, new ones are told, staged or not`() throws {
    try Self.withBranch { shop in
      try shop.write(
        "Dear {{name}},\n" + Repository.violation + "\nBest regards\n" + Repository.violation, to: "old.md")
      try shop.write(Repository.innocent + Repository.violation, to: "new.md")
      let outcome = try shop.check("--diff-base", "main")
      #expect(outcome.status == 1)
      #expect(outcome.places == ["new.md:2", "old.md:5"])
      #expect(try shop.check("--diff-base", "main", "--staged").status == 0)
      try shop.git("add", ".")
      #expect(try shop.check("--diff-base", "main", "--staged").places == ["new.md:2", "old.md:5"])
      try shop.write(Repository.innocent, to: "old.md")
      #expect(try shop.check("--diff-base", "main").places == ["new.md:2"])
      #expect(try shop.check("--diff-base", "main", "--staged").places == ["new.md:2", "old.md:5"])
      _ = try shop.commit()
      #expect(try shop.check("--diff-base", "HEAD", "--staged").status == 0)
    }
  }

  @Test func `what the other branch has done since is no change of this one`() throws {
    try Self.withBranch { shop in
      try shop.stage(Repository.innocent, as: "mine.md")
      _ = try shop.commit()
      try shop.git("checkout", "--quiet", "main")
      try shop.git("rm", "--quiet", "old.md")
      _ = try shop.commit()
      try shop.git("checkout", "--quiet", "branch")
      let outcome = try shop.check("--diff-base", "main")
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("checked 1 draft\n"))
    }
  }

  @Test func `nothing new is status 0 and said`() throws {
    try Self.withBranch { shop in
      let outcome = try shop.check("--diff-base", "main")
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("nothing new since main holds a draft\n"))
      try shop.git("rm", "--quiet", "old.md")
      #expect(try shop.check("--diff-base", "main").errors.contains("nothing new since main holds a draft\n"))
    }
  }

  @Test func `a file under a new name has only its new lines told`() throws {
    try Self.withBranch { shop in
      try shop.git("mv", "old.md", "moved.md")
      try shop.stage(Repository.violation + "\nBest regards\n" + Repository.violation, as: "moved.md")
      #expect(try shop.check("--diff-base", "main").places == ["moved.md:4"])
      #expect(try shop.check("--diff-base", "main", "--staged").places == ["moved.md:4"])
    }
  }

  @Test func `other line ends are no change`() throws {
    try Self.withBranch { shop in
      let lines = (Repository.violation + "\nBest regards\n" + Repository.violation).replacing("\n", with: "\r\n")
      try shop.write(lines, to: "old.md")
      #expect(try shop.check("--diff-base", "main").places == ["old.md:4"])
    }
  }

  @Test func `another channel is a change of the whole draft`() throws {
    try Self.withBranch { shop in
      let draft = "---\ntitle: Reply\nchannel: message\n---\nYour order 111-5550100-5550199 was delivered.\n"
      try shop.stage(draft, as: "a.md")
      _ = try shop.commit()
      try shop.write(draft.replacing("channel: message", with: "channel: public_response"), to: "a.md")
      #expect(try shop.check("--diff-base", "HEAD").places == ["a.md:5"])
    }
  }

  @Test func `of tables, texts in JSON and records only what is new is checked`() throws {
    try Self.withBranch { shop in
      let (bad, good) = (Repository.violation.dropLast(), Repository.innocent.dropLast())
      try shop.stage("id,text\n1,\(bad)\n", as: "a.csv")
      try shop.stage("{\"replies\": [\n\"\(bad)\"\n]}\n", as: "a.json")
      try shop.stage("{\"text\": \"\(bad)\"}\n", as: "a.ndjson")
      _ = try shop.commit()
      try shop.stage("id,text\n1,\(bad)\n2,\(good)\n3,\(bad)\n", as: "a.csv")
      try shop.stage("{\"replies\": [\n\"\(bad)\",\n\"\(good)\",\n\"\(bad)\"\n]}\n", as: "a.json")
      try shop.stage("{\"text\": \"\(bad)\"}\n{\"text\": \"\(good)\"}\n{\"text\": \"\(bad)\"}\n", as: "a.ndjson")
      let outcome = try shop.check("--diff-base", "HEAD")
      // In JSON the comma tells which of two lines is the new one.
      #expect(outcome.places == ["a.csv:4", "a.json:2", "a.ndjson:3"])
      #expect(outcome.errors.contains("checked 6 drafts;"))
    }
  }

  @Test func `a finding over several lines is told where one of them is new`() throws {
    try Self.withBranch { shop in
      let first = "We are sorry for the trouble you had with the lamp, and if you please remove\n"
      let second = "your review of it, we will be very glad to send you another one as a gift.\n"
      try shop.stage(first + second, as: "a.md")
      _ = try shop.commit()
      try shop.write(first.replacing("sorry", with: "very sorry") + second, to: "a.md")
      // The gift of the second line is an old matter.
      #expect(try shop.check("--diff-base", "HEAD").lines.map { $0.suffix(23) } == [" [revision-request/ask]"])
    }
  }

  @Test func `charsets other than UTF-8 have lines too`() throws {
    try Self.withBranch { shop in
      func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      }
      // The letter in front holds the byte that ends lines.
      try shop.write(utf16("Ċ " + Repository.violation + Repository.innocent), to: "a.txt")
      try shop.git("add", ".")
      _ = try shop.commit()
      try shop.write(utf16("Ċ " + Repository.violation + Repository.innocent + Repository.violation), to: "a.txt")
      #expect(try shop.check("--diff-base", "HEAD").places == ["a.txt:3"])
    }
  }

  @Test func `ignored files, links and repositories inside are no change`() throws {
    try Self.withBranch { shop in
      try shop.stage("ignored.md\n", as: ".gitignore")
      try shop.write(Repository.violation, to: "ignored.md")
      try FileManager.default.createSymbolicLink(
        atPath: shop.folder.appendingPathComponent("link.md").path, withDestinationPath: "ignored.md")
      try FileManager.default.removeItem(at: shop.folder.appendingPathComponent("old.md"))
      try FileManager.default.createSymbolicLink(
        atPath: shop.folder.appendingPathComponent("old.md").path, withDestinationPath: "ignored.md")
      let inner = shop.at("inner.md")
      try inner.write(Repository.violation, to: "a.md")
      try inner.git("init", "--quiet")
      #expect(try shop.check("--diff-base", "main").status == 0)
    }
  }

  @Test func `paths and folders limit it`() throws {
    try Self.withBranch { shop in
      for name in ["a.md", "in/b.md", "in/.c.md"] { try shop.write(Repository.violation, to: name) }
      #expect(try shop.check("--diff-base", "main", "in").places == ["in/b.md:1"])
      #expect(try shop.at("in").check("--diff-base", "main").places == ["../a.md:1", "b.md:1"])
      #expect(try shop.check("--diff-base", "main", "nowhere").status == 2)
    }
  }

  @Test func `names that are not UTF-8 are read`() throws {
    try Self.withBranch { shop in
      let made = try BuiltProgram.run(
        ["-c", #"printf '%s' "$1" > "$(printf 'a\344\377.md')""#, "sh", Repository.violation], folder: shop.folder,
        program: URL(fileURLWithPath: "/bin/sh"))
      try #require(made.status == 0)
      #expect(try shop.check("--diff-base", "main").lines.count == Repository.rules.count)
    }
  }

  @Test(arguments: [
    ("-x", "takes a revision"), ("", "takes a revision"), ("nowhere", "names no commit here"),
    ("main:old.md", "names no commit"),
    ("other", "no commit in common"),
  ])
  func `what is no revision is status 2`(revision: String, message: String) throws {
    try Self.withBranch { shop in
      try shop.git("checkout", "--quiet", "--orphan", "other")
      _ = try shop.commit("Begin anew")
      try shop.git("checkout", "--quiet", "branch")
      let outcome = try shop.check("--diff-base", revision)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(message))
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func `a clone without older contents is told of, not filled`() throws {
    try Self.withBranch { shop in
      try shop.stage(Repository.innocent, as: "old.md")
      _ = try shop.commit()
      try shop.git("config", "uploadpack.allowFilter", "true")
      try shop.git("clone", "--quiet", "--filter=blob:none", "file://" + shop.folder.path, "../part")
      let part = shop.at("../part")
      try part.write(Repository.innocent + "More.\n", to: "old.md")
      let outcome = try part.check("--diff-base", "origin/main")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("old.md: git"))
    }
  }
}
