import Foundation
import Testing

@Suite struct `checking what is staged` {
  @Test func `the index is read, not the work tree`() throws {
    try Repository.with { shop in
      try shop.stage(Repository.violation, as: "bad.md")
      try shop.write(Repository.innocent, to: "bad.md")
      try shop.stage(Repository.innocent, as: "good.md")
      try shop.write(Repository.violation, to: "good.md")
      try shop.write(Repository.violation, to: "untracked.md")
      let outcome = try shop.check("--staged")
      #expect(outcome.status == 1)
      #expect(outcome.places == ["bad.md:1"])
      #expect(outcome.lines.count == Repository.rules.count)
      #expect(outcome.errors.contains("checked 2 drafts\n"))
    }
  }

  @Test func `of a file staged in part only that part is read`() throws {
    try Repository.with { shop in
      try shop.stage("One.\n\nTwo.\n\nThree.\n", as: "a.md")
      _ = try shop.commit()
      try shop.write("One.\n" + Repository.violation + "\nTwo.\n\nThree.\n" + Repository.violation, to: "a.md")
      let patch = "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -5 +5,2 @@\n Three.\n+\(Repository.violation)"
      try shop.git("apply", "--cached", input: patch)
      #expect(try shop.check("--staged").places == ["a.md:6"])
    }
  }

  @Test func `only what differs from HEAD is read`() throws {
    try Repository.with { shop in
      try shop.stage(Repository.violation, as: "old.md")
      _ = try shop.commit()
      try shop.stage(Repository.innocent, as: "new.md")
      let outcome = try shop.check("--staged")
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("checked 1 draft\n"))
    }
  }

  @Test func `renames and copies are read under their new names, and deletions not at all`() throws {
    try Repository.with { shop in
      for name in ["moved.md", "copied.md", "deleted.md"] { try shop.stage(Repository.violation, as: name) }
      _ = try shop.commit()
      try shop.git("mv", "moved.md", "there.md")
      try shop.stage(Repository.violation, as: "copy.md")
      try shop.git("rm", "--quiet", "deleted.md")
      #expect(try shop.check("--staged").places == ["copy.md:1", "there.md:1"])
    }
  }

  @Test func `links, submodules and files of other kinds are passed over and counted`() throws {
    try Repository.with { shop in
      try Repository.with { part in
        try part.stage(Repository.violation, as: "a.md")
        _ = try part.commit()
        try shop.git("submodule", "--quiet", "add", part.folder.path, "part.md")
      }
      try FileManager.default.createSymbolicLink(
        atPath: shop.folder.appendingPathComponent("link.md").path, withDestinationPath: "part.md/a.md")
      try shop.write([0x89, 0x50, 0x4E, 0x47, 0, 1, 2], to: "logo.png")
      try shop.stage(Repository.violation, as: ".github/a.md")
      try shop.git("add", ".")
      let outcome = try shop.check("--staged")
      #expect(outcome.status == 0)
      // `.gitmodules` is hidden too.
      #expect(outcome.errors.contains("checked 0 drafts; passed over: 2 hidden, 3 of other kinds\n"))
      #expect(outcome.errors.contains("nothing staged holds a draft\n"))
    }
  }

  @Test func `a change of the mode alone is a change`() throws {
    try Repository.with { shop in
      try shop.stage(Repository.violation, as: "a.md")
      _ = try shop.commit()
      try shop.git("update-index", "--chmod=+x", "a.md")
      #expect(try shop.check("--staged").status == 1)
    }
  }

  @Test(arguments: [
    "a b.md", "a\nb.md", "a\"b'.md", "-a.md", "--staged.md", ":(top)a.md", "*.md", "ä\u{301}.md", "a\tb\\n.md",
    "$(touch x).md",
  ])
  func `whatever a file is called, it is read`(name: String) throws {
    try Repository.with { shop in
      try shop.stage(Repository.violation, as: name)
      try shop.stage(Repository.innocent, as: "other.md")
      let outcome = try shop.check("--staged", "--format", "json=report.json")
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("checked 2 drafts\n"))
      #expect(try shop.check("--staged", "./" + name).errors.contains("checked 1 draft\n"))
      let report = try JSONSerialization.jsonObject(with: Data(try shop.text(of: "report.json").utf8))
      let drafts = try #require((report as? [String: Any])?["drafts"] as? [[String: Any]])
      #expect(drafts.contains { ($0["path"] as? String)?.utf8.elementsEqual(name.utf8) == true })
    }
  }

  @Test func `a name that is not UTF-8 is read`() throws {
    try Repository.with { shop in
      let object = try shop.git("hash-object", "-w", "--stdin", input: Repository.violation)
      let entry = Array("100644 \(object.dropLast())\ta".utf8) + [0xE4, 0xFF] + Array(".md\0".utf8)
      let added = try BuiltProgram.run(
        ["git", "update-index", "-z", "--index-info"], input: entry, folder: shop.folder,
        environment: shop.environment, program: URL(fileURLWithPath: "/usr/bin/env"))
      try #require(added.status == 0)
      let outcome = try shop.check("--staged")
      #expect(outcome.status == 1)
      #expect(outcome.lines.count == Repository.rules.count)
    }
  }

  @Test func `from a folder inside all is checked, below paths what they name, and paths are seen from there`() throws {
    try Repository.with { shop in
      for name in ["a.md", "in/b.md", "in/deep/c.md", "in/.d/e.md", "other/f.md"] {
        try shop.stage(Repository.violation, as: name)
      }
      let inside = shop.at("in")
      #expect(try inside.check("--staged").places == ["../a.md:1", "b.md:1", "deep/c.md:1", "../other/f.md:1"])
      #expect(try inside.check("--staged", ".").places == ["b.md:1", "deep/c.md:1"])
      #expect(try inside.check("--staged", "deep/../b.md", "../other/").places == ["b.md:1", "../other/f.md:1"])
      #expect(try inside.check("--staged", shop.folder.path + "/in/deep").places == ["deep/c.md:1"])
      // What is named is read, hidden or not.
      #expect(try inside.check("--staged", ".d").places == [".d/e.md:1"])
    }
  }

  @Test func `the configuration says what is passed over, and what else is read and how`() throws {
    try Repository.with { shop in
      try shop.stage(
        "exclude: [old/]\nfiles:\n  - {glob: \"*.reply\", input-format: text, channel: public_response}\n",
        as: ".buyerlint.yml")
      let order = "Your order 111-5550100-5550199 was delivered.\n"
      try shop.stage(order, as: "a.reply")
      try shop.stage(order, as: "a.txt")
      try shop.stage(Repository.violation, as: "old/b.txt")
      for folder in [shop, shop.at("old")] {
        let outcome = try folder.check("--staged")
        #expect(outcome.places == [folder.folder == shop.folder ? "a.reply:1" : "../a.reply:1"])
        #expect(outcome.errors.contains("checked 2 drafts; passed over: 1 hidden, 1 excluded\n"))
      }
      // What is named is read.
      #expect(try shop.check("--staged", "old/b.txt").places == ["old/b.txt:1"])
      try shop.write("nonsense: true\n", to: ".buyerlint.yml")
      let outcome = try shop.check("--staged")
      #expect(outcome.status == 2)
      #expect(outcome.errors.split(separator: "nonsense").count == 2 + 1)
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func `a path that names nothing is status 2`() throws {
    try Repository.with { shop in
      try shop.stage(Repository.innocent, as: "a.md")
      for (path, message) in [
        ("b.md", "neither in git's index"), ("../b.md", "not in this repository"), ("-", "is not in git"),
      ] {
        let outcome = try shop.check("--staged", path)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(message))
      }
      // A file that is there and not staged is no mistake.
      try shop.write(Repository.violation, to: "c.md")
      #expect(try shop.check("--staged", "c.md").status == 0)
    }
  }

  @Test func `a linked work tree has an index of its own`() throws {
    try Repository.with { shop in
      try shop.stage(Repository.innocent, as: "a.md")
      _ = try shop.commit()
      try shop.git("worktree", "add", "--quiet", "../linked")
      let linked = shop.at("../linked")
      try linked.stage(Repository.violation, as: "b.md")
      #expect(try linked.check("--staged").places == ["b.md:1"])
      #expect(try shop.check("--staged").status == 0)
    }
  }

  @Test func `variables that git sets for hooks hold`() throws {
    try Repository.with { shop in
      try shop.stage(Repository.innocent, as: "a.md")
      var other = shop
      other.environment["GIT_INDEX_FILE"] = shop.folder.path + "/other-index"
      try other.stage(Repository.violation, as: "b.md")
      #expect(try other.check("--staged").places == ["b.md:1"])
      #expect(try shop.check("--staged").status == 0)
      var away = shop.at("..")
      away.environment["GIT_DIR"] = shop.folder.path + "/.git"
      away.environment["GIT_WORK_TREE"] = shop.folder.path
      #expect(try away.check("--staged").errors.contains("checked 1 draft\n"))
    }
  }

  @Test func `a conflict is told, and the rest is checked`() throws {
    try Repository.with { shop in
      try shop.stage("One.\n", as: "a.md")
      _ = try shop.commit()
      try shop.git("checkout", "--quiet", "-b", "other")
      try shop.stage("Two.\n", as: "a.md")
      _ = try shop.commit()
      try shop.git("checkout", "--quiet", "main")
      try shop.stage("Three.\n", as: "a.md")
      _ = try shop.commit()
      #expect(try shop.attempt(["merge", "other"]).status != 0)
      try shop.stage(Repository.violation, as: "b.md")
      let outcome = try shop.check("--staged")
      #expect(outcome.status == 2)
      #expect(outcome.places == ["b.md:1"])
      #expect(outcome.errors.contains("a.md: a merge has left a conflict"))
      #expect(outcome.errors.contains("failed: 1\n"))
    }
  }

  @Test func `records of the index are read as those of files are`() throws {
    try Repository.with { shop in
      let text = Repository.violation.dropLast()
      try shop.stage("\u{FEFF}{\"text\": \"Hello.\"}\nno record\n{\"id\": 7, \"text\": \"\(text)\"}\n", as: "a.ndjson")
      let outcome = try shop.check("--staged")
      #expect(outcome.status == 2)
      #expect(outcome.places == ["a.ndjson:3"])
      #expect(outcome.errors.contains("a.ndjson:2: "))
      #expect(outcome.errors.contains("checked 2 drafts; failed: 1\n"))
    }
  }

  @Test func `many files and long ones are read whole`() throws {
    try Repository.with { shop in
      for number in 100..<400 { try shop.write(Repository.innocent, to: "many/\(number).txt") }
      let long = String(repeating: Repository.innocent, count: 40_000)
      try shop.write(long + Repository.violation, to: "long.txt")
      try shop.git("add", ".")
      let outcome = try shop.check("--staged", "--ignore", "format")
      #expect(outcome.places == ["long.txt:40001"])
      #expect(outcome.errors.contains("checked 301 drafts\n"))
    }
  }

  @Test func `what is not there to read is told, one by one`() throws {
    try Repository.with { shop in
      try shop.stage(Repository.violation, as: "good.md")
      try shop.stage("Lost.\n", as: "lost.md")
      try shop.stage("Broken.\n", as: "broken.md")
      try shop.stage("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n", as: "far.md")
      func object(_ name: String) throws -> String {
        let id = try shop.git("rev-parse", ":\(name)").dropLast()
        return ".git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
      }
      try FileManager.default.removeItem(at: shop.folder.appendingPathComponent(try object("lost.md")))
      let broken = try object("broken.md")
      try FileManager.default.removeItem(at: shop.folder.appendingPathComponent(broken))
      try shop.write("rubbish", to: broken)
      let outcome = try shop.check("--staged")
      #expect(outcome.status == 2)
      #expect(outcome.places == ["good.md:1"])
      #expect(outcome.errors.contains("lost.md: git has no object "))
      #expect(outcome.errors.contains("far.md: its contents are not in git but with Git LFS"))
      #expect(outcome.errors.contains("broken.md: git"))
      #expect(outcome.errors.contains("failed: 3\n"))
    }
  }

  @Test func `what a file is announced with has no contents yet`() throws {
    try Repository.with { shop in
      try shop.stage(Repository.innocent, as: "a.md")
      _ = try shop.commit()
      try shop.write(Repository.violation, to: "b.md")
      try shop.git("add", "--intent-to-add", "b.md")
      let outcome = try shop.check("--staged")
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("nothing staged holds a draft\n"))
    }
  }

  @Test func `without a repository, without a work tree and without git it is told what is missing`() throws {
    try Repository.with { shop in
      for (folder, message) in [
        ("..", "git: not a git repository"), (".git", "git: this operation must be run in a work tree"),
      ] {
        let outcome = try shop.at(folder).check("--staged")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(message))
      }
      var bare = shop
      bare.environment["PATH"] = shop.folder.path
      let outcome = try bare.check("--staged")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("git cannot be started: no such file or directory"))
    }
  }

  @Test(arguments: [["--staged"], ["--diff-base", "HEAD"]])
  func `no program that a repository names is run`(arguments: [String]) throws {
    try Repository.with { shop in
      let trap = shop.folder.path + "/trap"
      try shop.write("#!/bin/sh\ntouch '\(shop.folder.path)/sprung'\ncat\n", to: "trap")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: trap)
      try shop.stage("* diff=trap filter=trap\n", as: ".gitattributes")
      try shop.stage("One.\n", as: "a.md")
      _ = try shop.commit()
      try shop.stage(Repository.violation, as: "a.md")
      try shop.write(Repository.innocent + Repository.violation, to: "a.md")
      for key in [
        "core.fsmonitor", "core.pager", "core.sshCommand", "core.alternateRefsCommand", "diff.external",
        "diff.trap.textconv",
        "diff.trap.command", "filter.trap.clean", "filter.trap.smudge", "filter.trap.process", "pager.diff-index",
        "alias.ls-files", "alias.cat-file",
      ] { try shop.git("config", key, trap) }
      try shop.write("#!/bin/sh\ntouch '\(shop.folder.path)/sprung'\n", to: ".git/hooks/post-index-change")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: shop.folder.path + "/.git/hooks/post-index-change")
      let outcome = try BuiltProgram.run(["check"] + arguments, folder: shop.folder, environment: shop.environment)
      #expect(outcome.status == 1)
      #expect(!shop.exists("sprung"))
      // The trap works: git as people call it does run what is named.
      _ = try shop.attempt(["diff", "HEAD"])
      #expect(shop.exists("sprung"))
    }
  }
}
